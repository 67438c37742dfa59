public import Identity
public import Register

/// What has been sent for a year in the control file, while a new file is made.
///
/// A ledger lives as long as one transaction, and holds nothing back after `close`.
public final class ControlLedger {
  let year: Int
  let connection: Connection
  private let entry: EntryNumber
  private let insertionOfMany: Statement
  private var entered: [Int64] = []

  /// How many records are entered by one statement, which halves what each costs.
  private static let batch = 64

  /// The columns of `control_record` that a first sending fills.
  private static let columns = [
    "year", "person", "specification", "field", "number", "amount_kr", "version", "entry",
  ]

  /// Opens the ledger of a year for the act of an audit entry.
  public init(of year: Int, in connection: Connection, entry: EntryNumber) throws {
    self.year = year
    self.connection = connection
    self.entry = entry
    self.insertionOfMany = try connection.prepare(ControlLedger.insertion(of: ControlLedger.batch))
  }

  private static func insertion(of count: Int) -> String {
    let row = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
    let rows = Array(repeating: row, count: count).joined(separator: ", ")
    return "INSERT INTO control_record (\(columns.joined(separator: ", "))) VALUES \(rows)"
  }

  /// Enters a record at its first sending.
  public func enter(
    _ specification: Int64, key: ControlKey, of person: PersonID, _ grant: ControlGrant
  ) throws {
    entered.append(Int64(year))
    entered.append(person.value)
    entered.append(specification)
    entered.append(Int64(key.field.rawValue))
    entered.append(key.digits)
    entered.append(Int64(grant.amountKr))
    entered.append(Int64(grant.version))
    entered.append(entry)
    guard entered.count == ControlLedger.batch * ControlLedger.columns.count else { return }
    try insertionOfMany.run(integers: entered)
    entered.removeAll(keepingCapacity: true)
  }

  private func enterRest() throws {
    guard !entered.isEmpty else { return }
    let insertion = ControlLedger.insertion(of: entered.count / ControlLedger.columns.count)
    try connection.prepare(insertion).run(integers: entered)
    entered.removeAll()
  }

  /// Notes that a record was sent again with what a later decision says; the key stays.
  public func change(_ specification: Int64, of person: PersonID, to grant: ControlGrant) throws {
    try connection.run(
      """
      UPDATE control_record SET amount_kr = ?4, version = ?5, entry = ?6
      WHERE year = ?1 AND person = ?2 AND specification = ?3
      """, year, person, specification, grant.amountKr, grant.version, entry)
  }

  /// Notes that a record was removed, for good.
  public func remove(_ specification: Int64, of person: PersonID) throws {
    try connection.run(
      "UPDATE control_record SET removed_by = ?4 WHERE year = ?1 AND person = ?2 AND specification = ?3",
      year, person, specification, entry)
  }

  /// Visits the key of every record that has been removed, in the order of field 570.
  public func forEachRemoved(_ body: (_ specification: Int64, ControlKey) throws -> Void) throws {
    try connection.forEach(
      """
      SELECT specification, field, number FROM control_record INDEXED BY control_record_removed
      WHERE year = ?1 AND removed_by IS NOT NULL ORDER BY specification
      """, year
    ) { row in try body(try row.int64(0), ControlKey(try row.value(1), try row.int64(2))) }
  }

  /// Enters the file, when every record of it has been entered.
  public func close(filedBy organisation: OrganisationNumber, at moment: Moment, last: Int64) throws {
    try enterRest()
    try connection.run(
      """
      INSERT INTO control_file (entry, year, organisation, written_at, last_specification)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """, entry, year, organisation, moment, last)
  }
}
