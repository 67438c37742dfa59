extension CSVFile {
  /// Makes a file of rows that came in another shape, the first of them being row 2 as in a spreadsheet.
  ///
  /// - Parameter rows: For each row its cells by the names of their columns; a column not named is an empty cell.
  /// - Throws: `FileFault` for a name that no column of the layout has.
  public convenience init(rows: [[String: String]], layout: Layout) throws {
    let known = layout.columns.map(\.rawValue)
    let columns = known + Set(rows.flatMap(\.keys)).subtracting(known).sorted()
    var bytes: [UInt8] = []
    CSVFile.append(columns, to: &bytes)
    for row in rows { CSVFile.append(columns.map { row[$0] ?? "" }, to: &bytes) }
    try self.init(InputFile(spooling: bytes), layout: layout, limits: RecordScanner.Limits())
  }

  /// Adds a record with every cell in quotes, so that one of empty cells is not taken for a blank line.
  private static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { bytes.append(CSVDialect.Delimiter.comma.rawValue) }
      bytes.append(ASCII.quote)
      for byte in cell.utf8 {
        if byte == ASCII.quote { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(ASCII.quote)
    }
    bytes.append(ASCII.lineFeed)
  }
}
