public import Identity
public import Register

extension Connection {
  /// Notes persons whose decision of a year up to `?1` is communicated and not yet decided.
  ///
  /// They are noted before anything goes: what tells that a case is closed goes before the case.
  private static let noteWaiting = """
    INSERT OR IGNORE INTO retention_waiting (person)
    SELECT d.person FROM decision d WHERE d.year <= ?1 AND d.status = 'kommunicerad'
      AND NOT EXISTS (SELECT 1 FROM decision_closed c WHERE c.decision = d.id)
      AND \(StoredDecision.isLast)
    """

  private static let waiting = "SELECT person FROM retention_waiting"

  private static let dueDecisions =
    "SELECT id FROM decision WHERE year <= ?1 AND person NOT IN (\(waiting))"

  /// Documents that tell of a due decision, and letters without one: on rings that are no longer registered, to whoever
  /// waited, and those an officer wrote.
  private static let dueDocuments = """
    SELECT number FROM document d WHERE decision IN (\(dueDecisions))
      OR (d.decision IS NULL AND d.kind = 'letter' AND d.year <= ?1
        AND (d.person IS NULL OR d.person NOT IN (\(waiting)))
        AND NOT EXISTS (SELECT 1 FROM letter l
          WHERE l.document = d.number AND l.ring IS NOT NULL AND l.ring NOT IN (\(endedRings))))
    """

  /// Rings whose last event ended them, by its last day at the latest in year `?1`.
  private static let endedRings = """
    SELECT e.ring FROM ring_event e
    WHERE e.state IN ('avregistrerad', 'avslagen', 'avvisad', 'avskriven')
      AND CAST(substr(COALESCE(e.last_day, e.day), 1, 4) AS INTEGER) <= ?1
      AND NOT EXISTS (SELECT 1 FROM ring_event n WHERE n.ring = e.ring AND n.id > e.id)
    """

  /// Every statement that takes rows of an income year away, tables that refer to others before those.
  private static let removals: [(kind: RetentionClass, sql: String)] = [
    (.verifications, "DELETE FROM verification_guess WHERE document IN (\(dueDocuments))"),
    (.verifications, "DELETE FROM verification_choice WHERE document IN (\(dueDocuments))"),
    (.documents, "DELETE FROM letter WHERE document IN (\(dueDocuments))"),
    (.documents, "DELETE FROM document WHERE number IN (\(dueDocuments))"),
    (.decisions, "DELETE FROM decision_answer WHERE decision IN (\(dueDecisions))"),
    (.decisions, "DELETE FROM decision_slip WHERE decision IN (\(dueDecisions))"),
    (.decisions, "DELETE FROM decision_withdrawn WHERE decision IN (\(dueDecisions))"),
    (.decisions, "DELETE FROM decision_service WHERE decision IN (\(dueDecisions))"),
    (.decisions, "DELETE FROM decision_closed WHERE decision IN (\(dueDecisions))"),
    (.decisions, "DELETE FROM decision WHERE id IN (\(dueDecisions))"),
    (
      .controlRecords,
      "DELETE FROM control_record_history WHERE year <= ?1 AND person NOT IN (\(waiting))"
    ),
    (.controlRecords, "DELETE FROM control_record WHERE year <= ?1 AND person NOT IN (\(waiting))"),
    (
      .controlRecords,
      """
      DELETE FROM control_receipt WHERE year <= ?1 AND NOT EXISTS (SELECT 1 FROM control_record r
        WHERE r.year = control_receipt.year AND r.specification = control_receipt.specification)
      """
    ),
    (.attendance, removalAtOccasions("attendance_report")),
    (.attendance, removalAtOccasions("attendance")),
    (.attendance, removalAtOccasions("roster")),
    (.memberships, "DELETE FROM ring_contact_history WHERE ring_contact IN (\(endedContacts))"),
    (.memberships, "DELETE FROM ring_contact WHERE id IN (\(endedContacts))"),
  ]

  /// Tasks as contact person that ended in year `?1` at the latest, with the task or with the ring.
  private static let endedContacts = """
    SELECT id FROM ring_contact WHERE CAST(substr(to_on, 1, 4) AS INTEGER) <= ?1 OR ring IN (\(endedRings))
    """

  private static func removalAtOccasions(_ table: String) -> String {
    """
    DELETE FROM \(table) WHERE person NOT IN (\(waiting))
      AND occasion IN (SELECT id FROM occasion WHERE CAST(substr(starts_on, 1, 4) AS INTEGER) <= ?1)
    """
  }

  /// Takes away what rests on the income years up to one, and tells how many rows of each kind went.
  ///
  /// Who waits for the end of a case keeps everything. Entries of the audit log stay in the chain; what they say of
  /// persons goes by the caller's `redact`, whose numbers come with the answer (decision C-99).
  public func removeYears(
    through year: Int, before end: Moment, diedBefore death: LocalDate, entry: EntryNumber
  ) throws -> (counts: [RetentionClass: Int], entries: [EntryNumber]) {
    var counts: [RetentionClass: Int] = [:]
    try run("INSERT INTO retention_open (entry) VALUES (?1)", entry)
    try run(Connection.noteWaiting, year)
    for (kind, sql) in Connection.removals { counts[kind, default: 0] += try run(sql, year) }
    try removeCertificates(diedBefore: death, &counts)
    let entries = try all(
      """
      SELECT p.entry FROM audit_personal p JOIN audit_entry e ON e.number = p.entry
      WHERE e.at < ?1 AND (p.person IS NULL OR p.person NOT IN (\(Connection.waiting))) ORDER BY 1
      """, end
    ) { row in try row.int64(0) }
    counts[.auditValues] = entries.count
    try removePersons(leftThrough: year, before: end, diedBefore: death, entry: entry, &counts)
    try run("DELETE FROM retention_waiting")
    try run("DELETE FROM retention_open")
    return (counts.filter { $0.value > 0 }, entries)
  }

  /// Tells whether what the decisions of a year rest on has been taken away, all or what concerns a person.
  ///
  /// Of a person whose case was open it is kept.
  public func isRetired(_ year: Int, for person: PersonID? = nil) throws -> Bool {
    try value(
      """
      SELECT 1 FROM retention_run WHERE year >= ?1 AND NOT EXISTS (SELECT 1 FROM decision
        WHERE year = ?1 AND person IN (SELECT id FROM person WHERE id = ?2 OR merged_into = ?2)) LIMIT 1
      """, year, person, as: Int64.self) != nil
  }

  /// Notes that the years up to one are taken away.
  public func noteRetention(through year: Int, entry: EntryNumber) throws {
    try run("INSERT INTO retention_run (entry, year) VALUES (?1, ?2)", entry, year)
  }

  /// Takes away persons who have left every ring by then, or who died long ago, and are named nowhere else.
  ///
  /// Who has died has left, and so has everyone when the ring is no longer registered.
  private func removePersons(
    leftThrough year: Int, before end: Moment, diedBefore death: LocalDate, entry: EntryNumber,
    _ counts: inout [RetentionClass: Int]
  ) throws {
    let own: Set<String> = [
      "membership.person", "session.person", "identity_number.person", "address_history.person",
      "person_history.person", "user.person",
    ]
    let others = try references(to: "person").filter { !own.contains("\($0.table).\($0.column)") }
    let named = others.map { "AND NOT EXISTS (SELECT 1 FROM \($0.table) WHERE \($0.column) = p.id)" }
    let persons = """
      SELECT p.id FROM person p
      WHERE (p.id IN (\(Connection.longDead("?3"))) OR EXISTS (SELECT 1 FROM membership WHERE person = p.id))
        AND NOT EXISTS (SELECT 1 FROM membership WHERE person = p.id
          AND CAST(substr(COALESCE(left_on, p.deceased_on, '9999'), 1, 4) AS INTEGER) > ?1
          AND ring NOT IN (\(Connection.endedRings)))
        AND NOT EXISTS (SELECT 1 FROM session WHERE person = p.id AND (programme <> 'TR' OR starts_at >= ?2))
        \(named.joined(separator: "\n  "))
      """
    // A record that was merged into another goes before it, and then that one.
    while true {
      let gone = try all(persons, year, end, death) { row in try row.int64(0) }
      guard !gone.isEmpty else { return }
      for person in gone {
        try run(
          "DELETE FROM membership_history WHERE membership IN (SELECT id FROM membership WHERE person = ?1)",
          person)
        counts[.memberships, default: 0] += try run("DELETE FROM membership WHERE person = ?1", person)
        counts[.sessions, default: 0] += try run("DELETE FROM session WHERE person = ?1", person)
        // The account stays as a name that may do nothing, since a name without one is a registrar's.
        try run(
          "UPDATE user SET person = NULL, revoked = COALESCE(revoked, ?2) WHERE person = ?1", person, entry)
        for table in ["identity_number", "address_history", "person_history"] {
          try run("DELETE FROM \(table) WHERE person = ?1", person)
        }
        counts[.persons, default: 0] += try run("DELETE FROM person WHERE id = ?1", person)
      }
    }
  }

  /// Every column that refers to a table.
  private func references(to table: String) throws -> [(table: String, column: String)] {
    try all(
      """
      SELECT m.name, f."from" FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
      WHERE m.type = 'table' AND f."table" = ?1 ORDER BY 1, 2
      """, table
    ) { row in (try row.text(0), try row.text(1)) }
  }
}

extension Database {
  /// Empties the write-ahead log into the register, so that no older page of it stays on the disk.
  ///
  /// - Returns: false while a reader still needs the log; its pages then go with a later call.
  public func emptyLog() throws -> Bool {
    try holdingLock { connection in
      try connection.value("PRAGMA wal_checkpoint(TRUNCATE)", as: Int.self) == 0
    }
  }
}
