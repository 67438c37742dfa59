internal import Identity
public import Register

extension Connection {
  /// Visits every record in force of a year, in the order of field 570, with the decision now behind it.
  ///
  /// The decision in force is the latest that was made: one that is only communicated changes nothing that was sent.
  /// The body may change the record that it is given.
  public func forEachControlRecord(of year: Int, _ body: (ControlRecord) throws -> Void) throws {
    try forEach(
      """
      SELECT \(ControlGrant.columns), r.specification, r.field, r.number, r.amount_kr, r.version, d.outcome
      FROM control_record r
      JOIN person p ON p.id = r.person
      JOIN decision d ON d.year = r.year AND d.person = r.person AND d.version =
        (SELECT max(version) FROM decision WHERE year = r.year AND person = r.person AND status = 'beslutad')
      WHERE r.year = $1 AND r.removed_by IS NULL ORDER BY r.specification
      """, year
    ) { row in try body(ControlRecord(row)) }
  }

  /// Visits every grant of a year whose person has no record in force, in the order of the persons.
  ///
  /// A person under communication has none yet (decision C-76). The body may enter the record.
  public func forEachGrantWithoutControlRecord(
    of year: Int, _ body: (ControlGrant) throws -> Void
  ) throws {
    try forEach(
      """
      SELECT \(ControlGrant.columns) FROM decision d JOIN person p ON p.id = d.person
      WHERE d.year = $1 AND d.outcome = 'BEVILJAS' AND d.status = 'beslutad'
        AND NOT EXISTS (SELECT 1 FROM decision WHERE year = d.year AND person = d.person AND version > d.version)
        AND NOT EXISTS (SELECT 1 FROM control_record
          WHERE person = d.person AND year = d.year AND removed_by IS NULL)
      ORDER BY d.person
      """, year
    ) { row in try body(ControlGrant(row)) }
  }

  /// Whether any decision of a year has been made.
  public func hasDecisions(of year: Int) throws -> Bool {
    try value("SELECT EXISTS (SELECT 1 FROM decision WHERE year = $1 AND status = 'beslutad')", year) ?? false
  }

  /// How many grants of a year the control file rests on, and their sum in kronor.
  ///
  /// Counted over the decisions alone: the latest decided version of each person, but not a grant whose change is under
  /// communication before it was ever sent.
  public func grantedInControlFile(of year: Int) throws -> (count: Int, kronor: Int) {
    let granted = try first(
      """
      SELECT count(*), COALESCE(sum(amount_kr), 0) FROM decision d
      WHERE year = $1 AND outcome = 'BEVILJAS' AND status = 'beslutad'
        AND NOT EXISTS (SELECT 1 FROM decision
          WHERE year = d.year AND person = d.person AND version > d.version AND (status = 'beslutad'
            OR NOT EXISTS (SELECT 1 FROM control_record
              WHERE person = d.person AND year = d.year AND removed_by IS NULL)))
      """, year
    ) { row in (try row.int(0), try row.int(1)) }
    return granted ?? (0, 0)
  }

  /// Visits the key of every record of a year that has been removed, in the order of field 570.
  public func forEachRemovedControlRecord(
    of year: Int, _ body: (_ specification: Int64, ControlKey) throws -> Void
  ) throws {
    try forEach(
      """
      SELECT specification, field, number FROM control_record
      WHERE year = $1 AND removed_by IS NOT NULL ORDER BY specification
      """, year
    ) { row in try body(try row.int64(0), ControlKey(try row.value(1), try row.int64(2))) }
  }

  /// The last number in field 570 that was given in a year, 0 before the first.
  public func lastSpecification(of year: Int) throws -> Int64 {
    try value("SELECT COALESCE(max(specification), 0) FROM control_record WHERE year = $1", year) ?? 0
  }

  /// Enters a record at its first sending.
  public func insertControlRecord(
    _ specification: Int64, year: Int, key: ControlKey, of grant: ControlGrant, entry: EntryNumber
  ) throws {
    try run(
      """
      INSERT INTO control_record (year, specification, person, field, number, amount_kr, version, first_entry, entry)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
      """,
      year, specification, grant.person, key.field, key.digits, grant.amountKr, grant.version, entry)
  }

  /// Notes that a record was sent again with what a later decision says; the key stays.
  public func updateControlRecord(
    _ specification: Int64, year: Int, to grant: ControlGrant, entry: EntryNumber
  ) throws {
    try run(
      """
      UPDATE control_record SET amount_kr = $3, version = $4, entry = $5 WHERE year = $1 AND specification = $2
      """, year, specification, grant.amountKr, grant.version, entry)
  }

  /// Notes that a record was removed, for good.
  public func removeControlRecord(_ specification: Int64, year: Int, entry: EntryNumber) throws {
    try run(
      "UPDATE control_record SET removed_by = $3 WHERE year = $1 AND specification = $2", year,
      specification, entry)
  }

  /// Enters a file, by the audit entry of the act that wrote it.
  public func insertControlFile(
    year: Int, organisation: Int64, at moment: Moment, entry: EntryNumber
  ) throws {
    try run(
      "INSERT INTO control_file (entry, year, organisation, written_at) VALUES ($1, $2, $3, $4)", entry, year,
      organisation, moment)
  }

  /// Enters an answer to a record, unless the last answer said the same.
  ///
  /// - Returns: Whether it is new, or nothing when no such record was sent.
  public func insertControlReceipt(
    _ receipt: ControlReceipt, year: Int, entry: EntryNumber
  ) throws -> Bool? {
    let isSent: Int? = try value(
      "SELECT 1 FROM control_record WHERE year = $1 AND specification = $2", year, receipt.specification)
    guard isSent != nil else { return nil }
    guard try controlReceipts(of: receipt.specification, year: year).last != receipt else { return false }
    try run(
      """
      INSERT INTO control_receipt (year, specification, status, code, text, entry)
      VALUES ($1, $2, $3, $4, $5, $6)
      """, year, receipt.specification, receipt.status, receipt.code, receipt.text, entry)
    return true
  }

  /// The answers to a record, the earliest first.
  public func controlReceipts(of specification: Int64, year: Int) throws -> [ControlReceipt] {
    try all(
      """
      SELECT status, code, text FROM control_receipt WHERE year = $1 AND specification = $2 ORDER BY id
      """, year, specification
    ) { row in
      ControlReceipt(
        specification: specification, status: try row.value(0), code: try row.value(1),
        text: try row.value(2))
    }
  }
}

extension ControlGrant {
  fileprivate static let columns = "\(Person.columns(of: "p")), p.merged_into, d.amount_kr, d.version"

  fileprivate init(_ row: borrowing Row) throws {
    person = try row.value(0)
    number = try row.value(1)
    details = number.kind == .coordinationNumber ? try Person.read(row).details : nil
    isMerged = !row.isNull(11)
    amountKr = try row.int(12)
    version = try row.int(13)
  }
}

extension ControlRecord {
  fileprivate init(_ row: borrowing Row) throws {
    let decided = try ControlGrant(row)
    specification = try row.int64(14)
    person = decided.person
    key = ControlKey(try row.value(15), try row.int64(16))
    amountKr = try row.int(17)
    version = try row.int(18)
    grant = try row.text(19) == "BEVILJAS" ? decided : nil
  }
}
