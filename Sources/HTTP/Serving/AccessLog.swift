import Dispatch
import Glibc
import Synchronization

/// Writes a line for each answer to a file, many at a time.
///
/// A line tells when, what was asked for by the pattern of its route, the status and the time it took; never who asked,
/// and never the path.
public final class AccessLog: Sendable {
  private let descriptor: Int32
  private let pending = Mutex<[UInt8]>([])

  /// Lines are written when they fill a page of this size, and once a second.
  private static let page = 1 << 15

  /// Writes to an open file, which stays the caller's.
  public init(to descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Adds a line.
  public func add(_ record: AccessRecord) {
    let line =
      "\(AccessLog.now) \(record.method) \(record.pattern) \(record.status.rawValue) \(record.microseconds)\n"
    let full = pending.withLock { pending -> [UInt8]? in
      pending += line.utf8
      guard pending.count >= AccessLog.page else { return nil }
      return AccessLog.take(&pending)
    }
    if let full { write(full) }
  }

  /// Writes what has gathered.
  public func flush() {
    let bytes = pending.withLock { AccessLog.take(&$0) }
    if !bytes.isEmpty { write(bytes) }
  }

  private static func take(_ pending: inout [UInt8]) -> [UInt8] {
    defer { pending.removeAll(keepingCapacity: true) }
    return pending
  }

  /// A log that cannot be written is no reason not to answer.
  private func write(_ bytes: [UInt8]) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { all in
        Glibc.write(descriptor, all.baseAddress.map { $0 + written }, bytes.count - written)
      }
      guard count > 0 || (count < 0 && errno == EINTR) else { return }
      written += max(0, count)
    }
  }

  /// The time as `2027-01-15T12:00:00Z`.
  private static var now: String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 32)
    strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
