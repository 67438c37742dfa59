public import Register

/// Why a file is refused as a whole, before anything of it is stored.
///
/// No fact holds content of a record.
public struct FileFault: Error, Hashable, Sendable {
  /// The codes, as programs read them.
  public enum Code: String, CaseIterable, Sendable {
    /// A byte that is not UTF-8; facts `encoding`, where it can be guessed, and `offset` in bytes.
    case notUTF8 = "NOT_UTF8"
    /// A NUL; fact `offset`.
    case nulByte = "NUL_BYTE"
    /// Columns are missing; facts `columns` that are, and `known`.
    case columnMissing = "COLUMN_MISSING"
    /// Columns are not of this kind of file; facts `columns` by name, or by place in a line without one known
    /// name, and `known`.
    case columnUnknown = "COLUMN_UNKNOWN"
    /// A column stands twice; fact `columns`.
    case columnDoubled = "COLUMN_DOUBLED"
    /// A quoted cell that does not end; fact `offset` of the quote.
    case quoteOpen = "QUOTE_OPEN"
    /// A record over the limit; facts `offset` of its beginning and `limit`, both in bytes.
    case recordTooLong = "RECORD_TOO_LONG"
    /// Nothing but line ends, if that.
    case emptyFile = "EMPTY_FILE"
  }

  /// What is wrong.
  public let code: Code

  /// The row as a spreadsheet numbers it, the header being row 1.
  public let row: Int?

  /// The column, where one cell is at fault.
  public let column: String?

  /// The values that the wording uses.
  public let facts: [String: Fact]

  init(_ code: Code, row: Int? = nil, column: String? = nil, facts: [String: Fact] = [:]) {
    self.code = code
    self.row = row
    self.column = column
    self.facts = facts
  }
}
