/// An encoding other than UTF-8 that a file seems to be in, named so that its sender can save it anew.
enum ForeignEncoding: String {
  case utf16 = "UTF-16"
  case utf32 = "UTF-32"
  /// Holds every text that ISO 8859-1 holds, so the two are not told apart.
  case windows1252 = "Windows-1252"

  /// Knows UTF-16 and UTF-32 by their marks, and UTF-16 without one by a first character of a zero byte and
  /// another.
  init?(ofFileBeginningWith bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      self = .utf32
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if bytes.count >= 2, (bytes[0] == 0) != (bytes[1] == 0) {
      self = .utf16
    } else {
      return nil
    }
  }

  /// Guesses from the first byte that is not UTF-8; five bytes mean nothing in Windows-1252.
  init?(ofByte byte: UInt8) {
    guard byte >= 0x80, ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) else { return nil }
    self = .windows1252
  }
}
