/// The rows of an import that were refused, as they were sent, each with why.
///
/// The file has the columns and the dialect of its source and one more, `error`, so that it can be mended in
/// a spreadsheet and imported as it is. Cells are copied byte for byte, also those that a spreadsheet would
/// take for a formula. Only this user can read it, it comes into place when it is whole, and without a
/// refused row there is none.
public final class RejectsFile {
  private let path: String
  private let dialect: CSVDialect
  private let header: CSVHeader
  private var output: OutputFile?

  /// Prepares the rejects of an import.
  public init(path: String, source: CSVFile) {
    self.path = path
    dialect = source.dialect
    header = source.header
  }

  /// Adds a refused row with its codes and messages.
  ///
  /// A row with too many or too few cells stays one: its message comes after the last of them.
  public func add(_ record: borrowing CSVRecord, error: String) throws(SystemFault) {
    let output = try begun()
    let cells = record.cells
    let line = error.replacing("\n", with: " ")
    if let position = header.position(of: .error), position < cells.ranges.count {
      let range = cells.ranges[position].raw
      try output.append(cells.bytes[..<range.lowerBound])
      try output.append(cell: line, delimiter: dialect.delimiter)
      try output.append(cells.bytes[range.upperBound...])
    } else {
      try output.append(cells.bytes)
      try output.append(dialect.delimiter.rawValue)
      try output.append(cell: line, delimiter: dialect.delimiter)
    }
    try output.append(RejectsFile.lineEnd)
  }

  /// Puts the file in its place, if there is one to put.
  public func commit() throws(SystemFault) {
    try output?.commit()
  }

  private func begun() throws(SystemFault) -> OutputFile {
    if let output { return output }
    let output = try OutputFile(replacing: path)
    if dialect.hasByteOrderMark { try output.append(CSVDialect.byteOrderMark) }
    try output.append(header.bytes)
    if header.position(of: .error) == nil {
      try output.append(dialect.delimiter.rawValue)
      try output.append(Column.error.rawValue.utf8)
    }
    try output.append(RejectsFile.lineEnd)
    self.output = output
    return output
  }

  private static let lineEnd: [UInt8] = [ASCII.carriageReturn, ASCII.lineFeed]
}
