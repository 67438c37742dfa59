/// Writes records as RFC 4180 has them: comma, CR LF, quotes only where a cell needs them.
///
/// Cells are written as they are, also those that a spreadsheet would take for a formula: an export that is
/// imported again must change nothing, and a sign set before them would. Open such files in a spreadsheet as
/// text.
public final class CSVWriter {
  private let output: OutputFile
  private let dialect: CSVDialect

  /// Begins a file; its first record should name the columns.
  public init(to output: OutputFile, dialect: CSVDialect = CSVDialect()) throws(SystemFault) {
    self.output = output
    self.dialect = dialect
    if dialect.hasByteOrderMark { try output.append(CSVDialect.byteOrderMark) }
  }

  /// Begins a file of a kind with the names of its columns.
  public convenience init(
    to output: OutputFile, layout: Layout, dialect: CSVDialect = CSVDialect()
  ) throws(SystemFault) {
    try self.init(to: output, dialect: dialect)
    try write(layout.columns.map(\.rawValue))
  }

  /// Writes one record; nothing is an empty cell.
  ///
  /// An empty first cell is written as two quotes, so that no record looks like a blank line.
  public func write(_ cells: [String?]) throws(SystemFault) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { try output.append(dialect.delimiter.rawValue) }
      let text = cell ?? ""
      if position == 0 && text.isEmpty {
        try output.append([ASCII.quote, ASCII.quote])
      } else {
        try output.append(cell: text, delimiter: dialect.delimiter)
      }
    }
    try output.append([ASCII.carriageReturn, ASCII.lineFeed])
  }

  /// Writes a row of a kind in the order of its columns.
  public func write(_ row: some ImportRow) throws(SystemFault) {
    try write(row.cells)
  }

  /// Writes what is left in memory and puts the file in its place.
  public func commit() throws(SystemFault) {
    try output.commit()
  }
}

extension OutputFile {
  /// Adds a cell, in quotes where it holds a quote, a delimiter, a line end or spaces at its ends.
  func append(cell text: String, delimiter: CSVDialect.Delimiter) throws(SystemFault) {
    let bytes = text.utf8
    let needsQuotes =
      bytes.contains { $0 == ASCII.quote || $0 == delimiter.rawValue || ASCII.isLineEnd($0) }
      || bytes.first == ASCII.space || bytes.last == ASCII.space
    guard needsQuotes else {
      try append(bytes)
      return
    }
    try append(ASCII.quote)
    for byte in bytes {
      if byte == ASCII.quote { try append(byte) }
      try append(byte)
    }
    try append(ASCII.quote)
  }
}
