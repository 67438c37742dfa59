import Glibc
import Synchronization

/// What a server has counted since it started, by method, route and status; nothing about who asked.
public final class Metrics: Sendable {
  private struct Key: Hashable {
    let method: String
    let pattern: String
    let status: Int
  }

  private struct Counts {
    var answers: [Key: Int] = [:]
    var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
    var microseconds = 0
    var total = 0
  }

  /// The upper bounds of the histogram, in microseconds.
  private static let bounds = [
    1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000, 5_000_000,
  ]

  private let counts = Mutex(Counts())
  private let connections = Mutex<@Sendable () -> Int>({ 0 })

  /// Begins at nothing.
  public init() {}

  func count(_ record: AccessRecord) {
    let key = Key(method: record.method, pattern: record.pattern, status: record.status.rawValue)
    counts.withLock { counts in
      counts.answers[key, default: 0] += 1
      counts.microseconds += record.microseconds
      counts.total += 1
      if let bucket = Metrics.bounds.firstIndex(where: { record.microseconds <= $0 }) {
        counts.buckets[bucket] += 1
      }
    }
  }

  func countConnections(_ count: @escaping @Sendable () -> Int) {
    connections.withLock { $0 = count }
  }

  /// The counters in the text format of Prometheus, version 0.0.4.
  public var text: String {
    let counts = counts.withLock { $0 }
    var lines = ["# TYPE http_requests_total counter"]
    let answers = counts.answers.map { key, count in
      #"http_requests_total{method="\#(key.method)",route="\#(key.pattern)",status="\#(key.status)"} \#(count)"#
    }
    lines += answers.sorted()
    lines.append("# TYPE http_request_duration_seconds histogram")
    var sum = 0
    for (bound, count) in zip(Metrics.bounds, counts.buckets) {
      sum += count
      lines.append(#"http_request_duration_seconds_bucket{le="\#(Double(bound) / 1_000_000)"} \#(sum)"#)
    }
    lines.append(#"http_request_duration_seconds_bucket{le="+Inf"} \#(counts.total)"#)
    lines.append("http_request_duration_seconds_sum \(Double(counts.microseconds) / 1_000_000)")
    lines.append("http_request_duration_seconds_count \(counts.total)")
    lines.append("# TYPE http_connections gauge")
    lines.append("http_connections \(connections.withLock { $0 }())")
    lines.append("# TYPE process_resident_memory_bytes gauge")
    lines.append("process_resident_memory_bytes \(Metrics.residentBytes)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The memory of this process, from `/proc/self/statm` (proc(5)).
  private static var residentBytes: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var text = [CChar](repeating: 0, count: 128)
    guard fgets(&text, Int32(text.count), file) != nil else { return 0 }
    let words = text.prefix { $0 != 0 }.split(separator: CChar(UInt8(ascii: " ")))
    guard words.count > 1 else { return 0 }
    let pages = Int(String(decoding: words[1].map(UInt8.init(bitPattern:)), as: UTF8.self)) ?? 0
    return pages * sysconf(Int32(_SC_PAGESIZE))
  }
}
