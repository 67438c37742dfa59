/// One record of a file while it is being looked at.
///
/// It lies in the reader's buffer and cannot be copied, so nothing outlives the call that was given it.
public struct CSVRecord: ~Copyable {
  /// The row as a spreadsheet numbers it, the header being row 1; a record of several lines is one row.
  public let row: Int

  /// Where the record begins in the file, in bytes, to show how far a long import has come.
  public let offset: Int

  /// Where the record stands, to read it again in another order than the file's.
  public var place: RecordPlace { RecordPlace(row: row, offset: offset) }

  let cells: Cells

  init(_ scanner: RecordScanner, header: CSVHeader) {
    row = scanner.row
    offset = scanner.offset
    cells = Cells(
      bytes: scanner.record, ranges: scanner.cells, count: scanner.cellCount,
      hasMisplacedQuote: scanner.hasMisplacedQuote, header: header)
  }

  /// Lends the bytes of the record as written, without the line end, for the digest of a batch.
  ///
  /// Quotes make a line end inside a cell visible, so records joined by line feeds cannot be confused.
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(cells.bytes))
  }
}

/// Where a record stands in its file.
public struct RecordPlace: Hashable, Sendable {
  /// The row as a spreadsheet numbers it.
  public let row: Int

  /// The first byte.
  public let offset: Int
}

/// The cells of a record, found by column.
struct Cells {
  let bytes: UnsafeBufferPointer<UInt8>
  let ranges: UnsafeBufferPointer<CellRange>
  let count: Int
  let hasMisplacedQuote: Bool
  let header: CSVHeader

  /// The cell of a column without the spaces around it, or nothing when it is empty or the file lacks the
  /// column.
  subscript(column: Column) -> Cell? {
    guard let position = header.position(of: column), position < ranges.count else { return nil }
    let range = ranges[position]
    let content = range.trimmed(in: bytes)
    guard !content.isEmpty else { return nil }
    return Cell(
      bytes: UnsafeBufferPointer(rebasing: bytes[content]),
      hasDoubledQuotes: range.quoting == .withDoubledQuotes)
  }
}

/// The content of a cell that is not empty.
struct Cell {
  let bytes: UnsafeBufferPointer<UInt8>
  let hasDoubledQuotes: Bool

  /// The text; a short one needs no memory of its own.
  var text: String {
    let text = String(decoding: bytes, as: UTF8.self)
    return hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
  }
}
