import Register

/// How a file writes its cells apart from their content, found by itself and kept in a rejects file.
public struct CSVDialect: Hashable, Sendable {
  /// The character between two cells.
  public enum Delimiter: UInt8, CaseIterable, Sendable {
    /// As RFC 4180 has it.
    case comma = 0x2C
    /// As spreadsheets write it where the comma is the decimal sign.
    case semicolon = 0x3B
  }

  /// The character between two cells.
  public var delimiter: Delimiter

  /// Whether the file begins with the three bytes by which spreadsheets know UTF-8.
  public var hasByteOrderMark: Bool

  /// Describes a dialect.
  public init(delimiter: Delimiter = .comma, hasByteOrderMark: Bool = false) {
    self.delimiter = delimiter
    self.hasByteOrderMark = hasByteOrderMark
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

extension CSVDialect {
  /// Finds the dialect of a file by its first bytes.
  ///
  /// The delimiter is the one that stands more often outside quotes in the first line with content.
  ///
  /// - Throws: `NOT_UTF8` for the encodings that show in the first bytes.
  init(ofFileBeginningWith bytes: [UInt8]) throws(FileFault) {
    if let encoding = ForeignEncoding(ofFileBeginningWith: bytes) {
      throw FileFault(.notUTF8, row: 1, facts: ["encoding": .text(encoding.rawValue), "offset": .count(0)])
    }
    hasByteOrderMark = bytes.starts(with: CSVDialect.byteOrderMark)
    let text = bytes.dropFirst(hasByteOrderMark ? CSVDialect.byteOrderMark.count : 0)
    let content = text.drop(while: ASCII.isLineEnd)

    var counts: (commas: Int, semicolons: Int) = (0, 0)
    var isQuoted = false
    for byte in content {
      if byte == ASCII.quote { isQuoted.toggle() }
      if isQuoted { continue }
      if ASCII.isLineEnd(byte) { break }
      if byte == Delimiter.comma.rawValue { counts.commas += 1 }
      if byte == Delimiter.semicolon.rawValue { counts.semicolons += 1 }
    }
    delimiter = counts.semicolons > counts.commas ? .semicolon : .comma
  }
}
