public import Register

/// Which entries of the audit log are asked for; what is nil lets everything through.
public struct AuditFilter: Hashable, Sendable {
  /// Entries made at this moment or later.
  public var from: Moment?

  /// Entries made before this moment.
  public var before: Moment?

  /// The act, `ring.add` say, or a group of acts, `ring`.
  public var act: String?

  /// Who acted.
  public var actor: String?

  /// What the act was about.
  public var subject: String?

  /// How the act ended.
  public var outcome: AuditEntry.Outcome?

  /// Lets every entry through.
  public init() {}
}

extension Connection {
  private static let auditCondition = """
    (?1 IS NULL OR e.at >= ?1) AND (?2 IS NULL OR e.at < ?2)
      AND (?3 IS NULL OR e.act = ?3 OR substr(e.act, 1, length(?3) + 1) = ?3 || '.')
      AND (?4 IS NULL OR e.actor = ?4) AND (?5 IS NULL OR e.subject = ?5) AND (?6 IS NULL OR e.outcome = ?6)
    """

  /// The last entries that a filter lets through, the earliest first.
  public func auditRecords(_ filter: AuditFilter, last limit: Int) throws -> [AuditRecord] {
    try all(
      """
      SELECT \(AuditRecord.columns) FROM audit_entry e LEFT JOIN audit_personal p ON p.entry = e.number
      WHERE \(Connection.auditCondition) ORDER BY e.number DESC LIMIT ?7
      """, filter.from, filter.before, filter.act, filter.actor, filter.subject, filter.outcome, limit
    ) { row in try AuditRecord(row: row) }.reversed()
  }

  /// How many entries a filter lets through.
  public func auditCount(_ filter: AuditFilter) throws -> Int {
    try value(
      "SELECT COUNT(*) FROM audit_entry e WHERE \(Connection.auditCondition)", filter.from, filter.before,
      filter.act, filter.actor, filter.subject, filter.outcome) ?? 0
  }

  /// The reads after an entry that name no person but a selection of many, in no order.
  public func readsOfMany(_ selection: String?, after number: EntryNumber) throws -> [AuditRecord] {
    try all(
      """
      SELECT \(AuditRecord.columns) FROM audit_entry e LEFT JOIN audit_personal p ON p.entry = e.number
      WHERE e.outcome = 'read' AND e.personal_digest IS NULL AND e.subject IS ?1 AND e.number > ?2
      """, selection, number
    ) { row in try AuditRecord(row: row) }
  }

  /// The tables with a row that names an audit entry which the log does not hold, in the order of their names.
  public func tablesBeyondAudit() throws -> [String] {
    let tables: [String] = try all(
      """
      SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c ON c.name = 'entry'
      WHERE t.type = 'table' ORDER BY t.name
      """
    ) { row in try row.text(0) }
    return try tables.filter { table in
      try value(
        "SELECT EXISTS (SELECT 1 FROM \(table) WHERE entry > (SELECT COALESCE(MAX(number), 0) FROM audit_entry))",
        as: Bool.self) == true
    }
  }
}
