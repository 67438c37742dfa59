/// The records of a file one after another, for a reader that stops and goes on.
public final class CSVRecords {
  private let scanner: RecordScanner
  private let header: CSVHeader
  private var places: IndexingIterator<[RecordPlace]>?

  fileprivate init(_ scanner: RecordScanner, header: CSVHeader, places: [RecordPlace]?) {
    self.scanner = scanner
    self.header = header
    self.places = places?.makeIterator()
  }

  /// Moves to the next record, if there is one.
  public func next() throws -> Bool {
    if places != nil {
      guard let place = places?.next() else { return false }
      scanner.move(to: place)
    }
    return try scanner.next()
  }

  /// Lends the record that the reader stands at.
  public func withRecord<Result>(_ body: (borrowing CSVRecord) throws -> Result) rethrows -> Result {
    try body(CSVRecord(scanner, header: header))
  }
}

extension CSVFile {
  /// The records after the header, or those at some places in the order of these.
  ///
  /// - Throws: `SystemFault` or `FileFault` when the file has been changed since it was read through.
  public func records(at places: [RecordPlace]? = nil) throws -> CSVRecords {
    var limits = limits
    // Records that lie far apart are each read alone, so no more is read than one mostly needs.
    if places != nil { limits.piece = min(limits.piece, CSVFile.scatteredPiece) }
    let scanner = RecordScanner(input, dialect: dialect, limits: limits)
    _ = try scanner.next()
    scanner.columnNames = header.columns.map(\.rawValue)
    return CSVRecords(scanner, header: header, places: places)
  }

  private static let scatteredPiece = 1 << 12
}
