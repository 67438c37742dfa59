public import Register

/// A token as stored.
public struct StoredToken: Sendable {
  /// The register's own number of it.
  public let id: Int64
  /// The user as whom it acts.
  public let user: String
  /// What it may be used for, by their codes.
  public let scopes: [String]
  /// When it was made.
  public let issuedAt: Moment
  /// When it ends, nothing for one that does not.
  public let expiresAt: Moment?
  /// When it was last used, to some minutes.
  public let usedAt: Moment?
  /// Whether it has been taken back.
  public let isRevoked: Bool
}

extension Connection {
  private static let tokenColumns =
    "id, user, scopes, issued_at, expires_at, used_at, revoked IS NOT NULL"

  private static func readToken(_ row: borrowing Row) throws -> StoredToken {
    StoredToken(
      id: try row.int64(0), user: try row.text(1),
      scopes: try row.text(2).split(separator: " ").map(String.init),
      issuedAt: try row.moment(3), expiresAt: try row.value(4), usedAt: try row.value(5),
      isRevoked: try row.bool(6))
  }

  /// The token of a digest, whether or not it still holds.
  public func token(_ digest: [UInt8]) throws -> StoredToken? {
    try first(
      "SELECT \(Connection.tokenColumns) FROM api_token WHERE digest = ?1", digest, read: Connection.readToken
    )
  }

  /// Every token, in the order of their making.
  public func tokens() throws -> [StoredToken] {
    try all("SELECT \(Connection.tokenColumns) FROM api_token ORDER BY id", read: Connection.readToken)
  }

  /// Enters a token and gives its number.
  public func insertToken(
    _ digest: [UInt8], of user: String, scopes: [String], at now: Moment, expiresAt: Moment?,
    entry: EntryNumber
  ) throws -> Int64 {
    try value(
      """
      INSERT INTO api_token (digest, user, scopes, issued_at, expires_at, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id
      """, digest, user, scopes.joined(separator: " "), now, expiresAt, entry) ?? 0
  }

  /// Takes a token of a user back, and tells whether it stood.
  public func revokeToken(_ id: Int64, of user: String, entry: EntryNumber) throws -> Bool {
    try run(
      "UPDATE api_token SET revoked = ?3 WHERE id = ?1 AND user = ?2 AND revoked IS NULL", id, user, entry)
      == 1
  }

  /// Notes that a token is in use.
  public func touchToken(_ id: Int64, at now: Moment) throws {
    try run("UPDATE api_token SET used_at = ?2 WHERE id = ?1", id, now)
  }

  /// What was answered to a request that a token sent under a key.
  public func answer(to key: String, of token: Int64) throws -> (
    request: [UInt8], status: Int, body: [UInt8]
  )? {
    try first("SELECT request, status, body FROM api_answer WHERE token = ?1 AND key = ?2", token, key) {
      row in
      (try row.value(0), Int(try row.int64(1)), try row.value(2))
    }
  }

  /// Keeps an answer for whoever sends the request again, and forgets those of before a moment.
  public func keepAnswer(
    to key: String, of token: Int64, request: [UInt8], status: Int, body: [UInt8], at now: Moment,
    forgettingBefore oldest: Moment
  ) throws {
    try run("DELETE FROM api_answer WHERE at < ?1", oldest)
    try run(
      "INSERT OR IGNORE INTO api_answer (token, key, request, status, body, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      token, key, request, status, body, now)
  }
}
