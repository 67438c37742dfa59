/// The records of a file one after another, for a reader that stops and goes on.
public final class CSVRecords {
  private let scanner: RecordScanner
  private let header: CSVHeader

  fileprivate init(_ scanner: RecordScanner, header: CSVHeader) {
    self.scanner = scanner
    self.header = header
  }

  /// Moves to the next record, if there is one.
  public func next() throws -> Bool {
    try scanner.next()
  }

  /// Lends the record that the reader stands at.
  public func withRecord<Result>(_ body: (borrowing CSVRecord) throws -> Result) rethrows -> Result {
    try body(CSVRecord(scanner, header: header))
  }
}

extension CSVFile {
  /// The records after the header.
  ///
  /// - Throws: `SystemFault` or `FileFault` when the file has been changed since it was read through.
  public func records() throws -> CSVRecords {
    let scanner = RecordScanner(input, dialect: dialect, limits: limits)
    _ = try scanner.next()
    scanner.columnNames = header.columns.map(\.rawValue)
    return CSVRecords(scanner, header: header)
  }
}
