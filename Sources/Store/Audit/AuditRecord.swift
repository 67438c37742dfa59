public import Register

/// An entry as it stands in the audit log.
public struct AuditRecord: Hashable, Sendable {
  /// Its place in the log, from 1.
  public let number: EntryNumber

  /// What it says, without what retention has destroyed.
  public let entry: AuditEntry

  /// The columns that the initialisers below read, of `audit_entry e` and `audit_personal p`.
  static let columns =
    """
    e.number, e.at, e.actor, e.role, e.act, e.outcome, e.subject, e.detail,
      e.rows_digest, p.entry, p.person, p.value
    """

  init(row: borrowing Row) throws(StoreError) {
    self.number = try row.int64(0)
    self.entry = try AuditEntry(row: row, personal: row.isNull(9) ? nil : AuditEntry.Personal(row: row))
  }
}

extension AuditEntry {
  init(row: borrowing Row, personal: Personal?) throws(StoreError) {
    self.init(
      at: try row.moment(1), actor: try row.text(2), role: try row.text(3), act: try row.text(4),
      outcome: try row.value(5), subject: try row.value(6), detail: try row.text(7),
      rowsDigest: try row.value(8), personal: personal)
  }
}

extension AuditEntry.Personal {
  init(row: borrowing Row) throws(StoreError) {
    self.init(person: try row.value(10), value: try row.value(11))
  }
}

extension Connection {
  /// The entries after a number, in order.
  public func auditRecords(after number: EntryNumber = 0, limit: Int) throws -> [AuditRecord] {
    try all(
      """
      SELECT \(AuditRecord.columns) FROM audit_entry e LEFT JOIN audit_personal p ON p.entry = e.number
      WHERE e.number > ?1 ORDER BY e.number LIMIT ?2
      """, number, limit
    ) { row in try AuditRecord(row: row) }
  }

  /// The entries that name a person, in order: who did what with their data.
  public func auditRecords(about person: PersonID) throws -> [AuditRecord] {
    try all(
      """
      SELECT \(AuditRecord.columns) FROM audit_personal p JOIN audit_entry e ON e.number = p.entry
      WHERE p.person = ?1 ORDER BY e.number
      """, person
    ) { row in try AuditRecord(row: row) }
  }
}

extension Database {
  /// Adds an entry for a read or a refused attempt, together with those of other threads; it is on the disk when this
  /// returns.
  @discardableResult
  public func audit(_ entry: AuditEntry, random: RandomSource) throws -> EntryNumber {
    try reads.add(entry, random: random, to: self)
  }
}
