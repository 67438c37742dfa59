public import Identity
public import Register

extension Connection {
  // A person of a session is whoever now holds the facts of the number that was sent.
  private static let sessionColumns = """
    s.id, s.provider, s.reference, s.programme, s.module, \(survivor(of: "s.person")), s.starts_at, s.ends_at,
    \(survivor(of: "s.trainer")), \(survivor(of: "s.supervisor"))
    """

  private static func survivor(of column: String) -> String {
    "(SELECT COALESCE(merged_into, id) FROM person WHERE id = \(column))"
  }

  private static func readSession(_ row: borrowing Row) throws -> TrainingSession {
    TrainingSession(
      id: try row.int64(0), provider: try row.value(1), reference: try row.text(2),
      programme: try row.text(3),
      module: try row.text(4), person: try row.value(5), startsAt: try row.moment(6),
      endsAt: try row.moment(7),
      trainer: try row.value(8), supervisor: try row.value(9))
  }

  /// The session that a provider knows by a reference, unless it was reversed.
  public func session(
    _ reference: String, of provider: ProviderID
  ) throws -> TrainingSession? {
    try first(Connection.sessionByReference, provider, reference, read: Connection.readSession)
  }

  // Put together once, since an import asks it of every row.
  private static let sessionByReference = """
    SELECT \(Connection.sessionColumns) FROM session s
    WHERE s.provider = ?1 AND s.reference = ?2 AND s.reversed IS NULL
    """

  /// Some sessions that a provider has recorded and that stand, after one of them, in the order of their recording.
  public func sessions(ofProvider provider: ProviderID, after id: Int64, limit: Int) throws
    -> [TrainingSession]
  {
    try all(
      """
      SELECT \(Connection.sessionColumns) FROM session s
      WHERE s.provider = ?1 AND s.id > ?2 AND s.reversed IS NULL ORDER BY s.id LIMIT ?3
      """, provider, id, limit, read: Connection.readSession)
  }

  /// A person's sessions that stand, in every programme or one, the earliest first.
  public func sessions(
    of person: PersonID, programme: String? = nil
  ) throws -> [TrainingSession] {
    try all(
      """
      SELECT \(Connection.sessionColumns) FROM session s
      WHERE s.person IN (SELECT id FROM person WHERE id = ?1 OR merged_into = ?1)
        AND s.reversed IS NULL AND (?2 IS NULL OR s.programme = ?2)
      ORDER BY s.starts_at, s.reference
      """, person, programme, read: Connection.readSession)
  }

  /// A person's sessions that were taken back, the earliest first.
  public func reversedSessions(of person: PersonID) throws -> [TrainingSession] {
    try all(
      """
      SELECT \(Connection.sessionColumns) FROM session s
      WHERE s.person IN (SELECT id FROM person WHERE id = ?1 OR merged_into = ?1) AND s.reversed IS NOT NULL
      ORDER BY s.starts_at, s.id
      """, person, read: Connection.readSession)
  }

  /// Who recorded a session and when, and who took it back.
  public func history(ofSession id: Int64) throws -> SessionHistory? {
    try first(
      """
      SELECT r.actor, r.at, b.actor, b.at FROM session s JOIN audit_entry r ON r.number = s.entry
        LEFT JOIN audit_entry b ON b.number = s.reversed
      WHERE s.id = ?1
      """, id
    ) { row in
      SessionHistory(
        recorded: .init(by: try row.text(0), at: try row.moment(1)),
        reversed: row.isNull(2) ? nil : .init(by: try row.text(2), at: try row.moment(3)))
    }
  }

  /// The sessions that stand and that a person taught or supervised, the earliest first.
  public func sessions(ledBy person: PersonID) throws -> [TrainingSession] {
    try all(
      """
      SELECT \(Connection.sessionColumns) FROM session s
      WHERE s.reversed IS NULL AND ?1 IN (\(Connection.survivor(of: "s.trainer")), \(Connection.survivor(of: "s.supervisor")))
      ORDER BY s.starts_at, s.reference
      """, person, read: Connection.readSession)
  }

  /// The reference of a session under one record of a person that shares time with an interval, if there is one.
  ///
  /// No session is longer than a day, so only those that began within the day before can share time.
  public func sessionReference(
    underRecord person: PersonID, overlapping start: Moment, _ end: Moment
  ) throws -> String? {
    try value(
      """
      SELECT reference FROM session
      WHERE person = ?1 AND starts_at > ?2 AND starts_at < ?3 AND ends_at > ?4 AND reversed IS NULL LIMIT 1
      """, person, start.adding(seconds: -86_400), end, start)
  }

  /// The reference of a session of a programme that a person has after a day, if there is one.
  public func sessionReference(
    of person: PersonID, in programme: Programme, after day: LocalDate
  ) throws -> String? {
    try value(
      """
      SELECT reference FROM session
      WHERE person IN (SELECT id FROM person WHERE id = ?1 OR merged_into = ?1) AND programme = ?2
        AND starts_at >= ?3 AND reversed IS NULL LIMIT 1
      """, person, programme, Moment(startOf: day.adding(days: 1)))
  }

  /// Visits the sessions of a programme that stand, by participant and start.
  ///
  /// Every person is whom the session was recorded for; who has merged into whom is for the caller to know. So that an
  /// index alone is read, each session has the register's own number for its reference.
  public func forEachSession(
    in programme: Programme, _ body: (TrainingSession) throws -> Void
  ) throws {
    let code = programme.rawValue
    try forEach(
      """
      SELECT id, provider, module, person, starts_at, ends_at, trainer, supervisor
      FROM session INDEXED BY session_by_person
      WHERE reversed IS NULL AND programme = ?1 ORDER BY person, starts_at
      """, programme
    ) { row in
      try body(
        TrainingSession(
          id: try row.int64(0), provider: try row.value(1), reference: String(try row.int64(0)),
          programme: code, module: try row.text(2), person: try row.value(3), startsAt: try row.moment(4),
          endsAt: try row.moment(5), trainer: try row.value(6), supervisor: try row.value(7)))
    }
  }

  /// The reference of a session by the register's own number, as `forEachSession` gives it.
  public func reference(ofSession number: String) throws -> String? {
    try value("SELECT reference FROM session WHERE id = ?1", Int64(number))
  }

  /// Records a session.
  public func insertSession(_ session: TrainingSession, entry: EntryNumber) throws {
    try run(
      """
      INSERT INTO session (provider, reference, programme, module, person, starts_at, ends_at, trainer,
        supervisor, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      """,
      session.provider, session.reference, session.programme, session.module, session.person,
      session.startsAt, session.endsAt, session.trainer, session.supervisor, entry)
  }

  /// Takes a session back.
  public func reverseSession(_ id: Int64, entry: EntryNumber) throws {
    try run("UPDATE session SET reversed = ?2 WHERE id = ?1 AND reversed IS NULL", id, entry)
  }

  /// Visits every session that stands with the numbers of its provider, participant, trainer and supervisor.
  public func forEachSession(
    _ body: (
      TrainingSession, OrganisationNumber, IdentityNumber, IdentityNumber?, IdentityNumber?
    ) throws -> Void
  ) throws {
    try forEach(
      """
      SELECT \(Connection.sessionColumns), v.organisation_number, p.number, t.number, u.number
      FROM provider v CROSS JOIN session s ON s.provider = v.id
        JOIN person p ON p.id = \(Connection.survivor(of: "s.person"))
        LEFT JOIN person t ON t.id = \(Connection.survivor(of: "s.trainer"))
        LEFT JOIN person u ON u.id = \(Connection.survivor(of: "s.supervisor"))
      WHERE s.reversed IS NULL ORDER BY v.organisation_number, s.starts_at, s.reference
      """
    ) { row in
      try body(
        try Connection.readSession(row), try row.value(10), try row.value(11), try row.value(12),
        try row.value(13))
    }
  }

  /// How many sessions `forEachSession` visits.
  public func sessionCount() throws -> Int {
    try value("SELECT COUNT(*) FROM session WHERE reversed IS NULL") ?? 0
  }
}
