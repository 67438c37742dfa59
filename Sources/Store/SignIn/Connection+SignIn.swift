public import Register

extension Connection {
  /// Keeps the hash of a new code and ends those that the user had.
  public func insertSignInCode(
    _ locator: String, of user: String, hash: String, expiresAt: Moment, entry: EntryNumber
  ) throws {
    try run("UPDATE sign_in_code SET ended = ?2 WHERE user = ?1 AND ended IS NULL", user, entry)
    try run(
      "INSERT INTO sign_in_code (locator, user, hash, expires_at, entry) VALUES (?1, ?2, ?3, ?4, ?5)",
      locator, user, hash, expiresAt, entry)
  }

  /// Tells whether a code of that beginning holds at all, which costs no write.
  public func holdsSignInCode(_ locator: String, at now: Moment) throws -> Bool {
    try value(
      "SELECT 1 FROM sign_in_code WHERE locator = ?1 AND ended IS NULL AND expires_at > ?2", locator, now,
      as: Int.self) != nil
  }

  /// Counts an attempt with a code that holds, and gives its hash, or nothing when there is no such code any more.
  public func attemptSignIn(
    _ locator: String, at now: Moment, limit: Int
  ) throws -> (user: String, hash: String)? {
    try first(
      """
      UPDATE sign_in_code SET attempts = attempts + 1
      WHERE locator = ?1 AND ended IS NULL AND expires_at > ?2 AND attempts < ?3 RETURNING user, hash
      """, locator, now, limit
    ) { row in (try row.text(0), try row.text(1)) }
  }

  /// Ends a code, and tells whether it still held.
  public func endSignInCode(_ locator: String, entry: EntryNumber) throws -> Bool {
    try run("UPDATE sign_in_code SET ended = ?2 WHERE locator = ?1 AND ended IS NULL", locator, entry) == 1
  }

  /// Begins a session; sessions that ended long ago are told apart by their times alone.
  public func insertSession(_ digest: [UInt8], of user: String, at now: Moment, entry: EntryNumber) throws {
    try run(
      "INSERT INTO web_session (digest, user, started_at, seen_at, entry) VALUES (?1, ?2, ?3, ?3, ?4)",
      digest, user, now, entry)
  }

  /// The user of a session that has not ended and was begun and last seen after two moments.
  public func session(
    _ digest: [UInt8], startedAfter: Moment, seenAfter: Moment
  ) throws -> (user: String, seenAt: Moment)? {
    try first(
      """
      SELECT s.user, s.seen_at FROM web_session s JOIN user u ON u.name = s.user
      WHERE s.digest = ?1 AND s.ended_at IS NULL AND s.started_at > ?2 AND s.seen_at > ?3 AND u.revoked IS NULL
      """, digest, startedAfter, seenAfter
    ) { row in (try row.text(0), try row.moment(1)) }
  }

  /// Notes that a session is in use.
  public func touchSession(_ digest: [UInt8], at now: Moment) throws {
    try run("UPDATE web_session SET seen_at = ?2 WHERE digest = ?1", digest, now)
  }

  /// Ends a session.
  public func endSession(_ digest: [UInt8], at now: Moment) throws {
    try run("UPDATE web_session SET ended_at = ?2 WHERE digest = ?1 AND ended_at IS NULL", digest, now)
  }

  /// The users that a person is, under any of the person's numbers, in the order of their names.
  public func users(of person: PersonID) throws -> [UserRecord] {
    try records(of: person).flatMap { record in
      try all(
        "SELECT \(Connection.userColumns) FROM user WHERE person = ?1 ORDER BY name", record,
        read: Connection.readUser)
    }
  }
}
