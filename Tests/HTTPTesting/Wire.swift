import Glibc

/// A connection to a server that sends exactly the bytes a test wants sent.
public final class Wire {
  /// An answer as it came over the connection.
  public struct Answer: Sendable {
    /// The three digits.
    public let status: Int

    /// The headers, their names in lower case.
    public let headers: [String: String]

    /// The bytes after the headers.
    public let body: [UInt8]

    /// The bytes as text.
    public var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// Why a connection cannot be used.
  public struct Broken: Error {
    let errorNumber: Int32
  }

  private let descriptor: Int32
  private var pending: [UInt8] = []

  /// Connects to `http://127.0.0.1:PORT` or `unix:PATH`.
  public init(to address: String) throws {
    if address.hasPrefix("unix:") {
      var target = sockaddr_un()
      target.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &target.sun_path) { $0.copyBytes(from: address.dropFirst(5).utf8) }
      descriptor = try Wire.connect(AF_UNIX, target)
    } else {
      var target = sockaddr_in()
      target.sin_family = sa_family_t(AF_INET)
      let port = address.split(separator: ":").last.flatMap { UInt16($0) } ?? 0
      target.sin_port = port.bigEndian
      target.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      descriptor = try Wire.connect(AF_INET, target)
    }
    // A server that never answers fails the test instead of holding it.
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit {
    close(descriptor)
  }

  /// Sends bytes; a peer that has hung up is not an error here.
  @discardableResult
  public func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { all in
        Glibc.send(
          descriptor, all.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Sends text.
  @discardableResult
  public func send(_ text: String) -> Bool {
    send(Array(text.utf8))
  }

  /// Sends a whole request with the headers that it must have.
  @discardableResult
  public func request(
    _ method: String, _ path: String, headers: [String: String] = [:], body: [UInt8] = []
  ) -> Wire {
    var text = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n"
    for (name, value) in headers { text += "\(name): \(value)\r\n" }
    if !body.isEmpty || ["POST", "PUT", "PATCH"].contains(method) {
      text += "Content-Length: \(body.count)\r\n"
    }
    send(Array((text + "\r\n").utf8) + body)
    return self
  }

  /// Waits for the next answer, or nothing when the server has hung up without one.
  public func answer(toHead isHead: Bool = false) -> Answer? {
    guard let end = readUntil({ Wire.endOfHeader(in: $0) }) else { return nil }
    let lines = String(decoding: pending[..<end], as: UTF8.self).split(separator: "\r\n")
    pending.removeFirst(end)
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    if status == 100 { return answer(toHead: isHead) }
    let length = isHead ? 0 : headers["content-length"].flatMap { Int($0) } ?? 0
    guard readUntil({ $0.count >= length ? length : nil }) != nil else { return nil }
    let body = Array(pending[..<length])
    pending.removeFirst(length)
    return Answer(status: status, headers: headers, body: body)
  }

  /// Waits until the server hangs up, and tells whether it did so without a further byte.
  public func isHungUp() -> Bool {
    guard pending.isEmpty else { return false }
    var byte: UInt8 = 0
    let count = recv(descriptor, &byte, 1, 0)
    return count == 0 || (count < 0 && errno == ECONNRESET)
  }

  /// All that comes until the server hangs up, or nothing when it does not.
  public func rest() -> String? {
    _ = readUntil { _ in nil }
    let text = String(decoding: pending, as: UTF8.self)
    pending = []
    return isHungUp() ? text : nil
  }

  /// Sends a byte now and then, and tells whether the server hangs up before some have been sent.
  public func isHungUp(whileSending byte: UInt8, every milliseconds: Int32, atMost count: Int) -> Bool {
    for _ in 0..<count {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, milliseconds) == 0 else { return isHungUp() }
      guard send([byte]) else { return true }
    }
    return false
  }

  private func readUntil(_ end: ([UInt8]) -> Int?) -> Int? {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let found = end(pending) { return found }
      let count = recv(descriptor, &piece, piece.count, 0)
      guard count > 0 else { return nil }
      pending += piece[..<count]
    }
  }

  private static func endOfHeader(in bytes: [UInt8]) -> Int? {
    let mark = Array("\r\n\r\n".utf8)
    guard bytes.count >= mark.count else { return nil }
    return (mark.count...bytes.count).first { bytes[($0 - mark.count)..<$0].elementsEqual(mark) }
  }

  private static func connect<Address>(_ family: Int32, _ address: Address) throws(Broken) -> Int32 {
    let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw Broken(errorNumber: errno) }
    let result = withUnsafeBytes(of: address) { bytes in
      bytes.baseAddress.map {
        Glibc.connect(descriptor, $0.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
      } ?? -1
    }
    guard result == 0 else {
      let number = errno
      close(descriptor)
      throw Broken(errorNumber: number)
    }
    return descriptor
  }
}
