public import Identity
public import Register

/// A user of the register as stored.
public struct UserRecord: Sendable {
  /// The name.
  public let name: String
  /// The role's code.
  public let role: String
  /// The person the user is.
  public let person: PersonID?
  /// The ring the user answers for.
  public let ring: RingID?
  /// The provider the user records for.
  public let provider: ProviderID?
  /// The municipality whose rings the user follows.
  public let municipality: MunicipalityCode?
  /// Whether the rights have been taken back.
  public let isRevoked: Bool

  /// Describes a user.
  public init(
    name: String, role: String, person: PersonID?, ring: RingID?, provider: ProviderID?,
    municipality: MunicipalityCode?, isRevoked: Bool
  ) {
    self.name = name
    self.role = role
    self.person = person
    self.ring = ring
    self.provider = provider
    self.municipality = municipality
    self.isRevoked = isRevoked
  }
}

extension Connection {
  static let userColumns = "name, role, person, ring, provider, municipality, revoked IS NOT NULL"

  static func readUser(_ row: borrowing Row) throws -> UserRecord {
    UserRecord(
      name: try row.text(0), role: try row.text(1), person: try row.value(2), ring: try row.value(3),
      provider: try row.value(4), municipality: try row.value(5), isRevoked: try row.bool(6))
  }

  /// The user of a name.
  public func user(_ name: String) throws -> UserRecord? {
    try first("SELECT \(Connection.userColumns) FROM user WHERE name = ?1", name, read: Connection.readUser)
  }

  /// Every user, in the order of their names.
  public func users() throws -> [UserRecord] {
    try all("SELECT \(Connection.userColumns) FROM user ORDER BY name", read: Connection.readUser)
  }

  /// Enters a user.
  public func insertUser(_ user: UserRecord, entry: EntryNumber) throws {
    try run(
      """
      INSERT INTO user (name, role, person, ring, provider, municipality, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """, user.name, user.role, user.person, user.ring, user.provider, user.municipality, entry)
  }

  /// Takes a user's rights back.
  public func revokeUser(_ name: String, entry: EntryNumber) throws {
    try run("UPDATE user SET revoked = ?2 WHERE name = ?1", name, entry)
  }

  /// What the register was told of itself when it was made, such as the organisation that keeps it.
  public func setting(_ key: String) throws -> String? {
    try value("SELECT value FROM setting WHERE key = ?1", key)
  }

  /// Tells the register something of itself.
  public func insertSetting(_ key: String, _ value: String, entry: EntryNumber) throws {
    try run("INSERT INTO setting (key, value, entry) VALUES (?1, ?2, ?3)", key, value, entry)
  }
}
