import Glibc

/// Where a command reads words that must not stand on the command line.
public struct Input: Sendable {
  private let descriptor: Int32

  /// The standard input of the process.
  public static let standard = Input(descriptor: 0)

  /// Makes an input from an open file, which stays open.
  public init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Reads one line without its end, or nil when there is none or it is longer than `limit` bytes.
  ///
  /// Not a byte after the line is taken. A terminal does not show what is typed when the line is hidden.
  public func line(hidden: Bool = false, limit: Int = 4096) -> String? {
    hidden ? withoutEcho { readLine(limit) } : readLine(limit)
  }

  private func readLine(_ limit: Int) -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return bytes.isEmpty ? nil : String(validating: bytes, as: UTF8.self) }
      if byte == UInt8(ascii: "\n") { break }
      guard bytes.count < limit else { return nil }
      bytes.append(byte)
    }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return String(validating: bytes, as: UTF8.self)
  }

  private func withoutEcho<Result>(_ body: () -> Result) -> Result {
    var before = termios()
    guard tcgetattr(descriptor, &before) == 0 else { return body() }
    var settings = before
    settings.c_lflag &= ~tcflag_t(ECHO)
    settings.c_lflag |= tcflag_t(ECHONL)
    tcsetattr(descriptor, TCSAFLUSH, &settings)
    defer { tcsetattr(descriptor, TCSANOW, &before) }
    return body()
  }
}
