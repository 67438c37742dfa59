public import Identity
public import Register

/// A row of one kind of file, its cells turned into values but not yet held against the register.
///
/// A value that is nil was not given.
public protocol ImportRow: Hashable, Sendable {
  /// The columns of the kind.
  static var layout: Layout { get }

  /// Takes the values from a record; the faults are gathered by the reader, and nothing means that there is
  /// one.
  init?(reading row: inout RowReader)

  /// The row as a record in the order of the layout.
  var cells: [String?] { get }
}

extension ImportRow {
  /// Reads a record.
  ///
  /// Inlinable, so that a module that reads a million rows of one kind does so without looking its type up each time.
  ///
  /// - Throws: every fault of the row, each with its column and without personal data.
  @inlinable
  public init(_ record: borrowing CSVRecord, on today: LocalDate) throws(Refusals) {
    var reader = RowReader(record, today: today)
    let row = reader.hasShapeOfHeader() ? Self(reading: &reader) : nil
    if let refusals = Refusals(reader.faults) { throw refusals }
    guard let row else { preconditionFailure("A row was given up without a fault") }
    self = row
  }
}
