/// What passes between the program and a worker: a count of parts, then each part after its length.
///
/// Every number is four bytes, the most significant first.
enum WorkerMessage {
  /// Adds a message to bytes that wait to be sent.
  static func append(_ parts: [[UInt8]], to bytes: inout [UInt8]) {
    bytes.reserveCapacity(bytes.count + parts.reduce(4) { $0 + 4 + $1.count })
    append(parts.count, to: &bytes)
    for part in parts {
      append(part.count, to: &bytes)
      bytes += part
    }
  }

  /// Takes the first message off bytes that have come, or nothing while it is not whole.
  static func take(from bytes: inout [UInt8]) -> [[UInt8]]? {
    var position = 0
    guard let count = number(in: bytes, at: &position) else { return nil }
    var parts: [[UInt8]] = []
    for _ in 0..<count {
      guard let length = number(in: bytes, at: &position), bytes.count - position >= length else {
        return nil
      }
      parts.append(Array(bytes[position..<position + length]))
      position += length
    }
    bytes.removeFirst(position)
    return parts
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: UInt32(number).bigEndian) { bytes += $0 }
  }

  private static func number(in bytes: [UInt8], at position: inout Int) -> Int? {
    guard bytes.count - position >= 4 else { return nil }
    defer { position += 4 }
    return bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}

extension Result where Success == [UInt8], Failure == PDFFault {
  /// Reads a worker's answer: `done` and the bytes, or `fault`, its code, and the names and values of its facts.
  init(answer parts: [[UInt8]]) {
    let words = parts.lazy.map { String(decoding: $0, as: UTF8.self) }
    if words.first == "done", parts.count == 2 {
      self = .success(parts[1])
      return
    }
    var facts: [String: String] = [:]
    for name in stride(from: 2, to: parts.count - 1, by: 2) { facts[words[name]] = words[name + 1] }
    let code = parts.count > 1 ? PDFFault.Code(rawValue: words[1]) : nil
    self = .failure(PDFFault(code ?? .refused, facts))
  }
}
