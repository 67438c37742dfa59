public import Identity
public import Register
import Store

/// What a user is to be: a role, and for whom.
public struct UserGrant: Sendable {
  /// The role.
  public var role: Role
  /// The person the user is.
  public var person: IdentityNumber?
  /// The ring the user answers for.
  public var ring: RingNumber?
  /// The provider the user records for.
  public var provider: OrganisationNumber?
  /// The municipality whose rings the user follows.
  public var municipality: MunicipalityCode?

  /// Grants a role.
  public init(role: Role) {
    self.role = role
  }

  /// Whom the role is for, without whom it would open nothing.
  fileprivate func check() throws(Refusal) {
    let missing: String? =
      switch role {
      case .member where person == nil: "person"
      case .ringContact where ring == nil: "ring"
      case .provider where provider == nil: "provider"
      default: nil
      }
    if let missing { throw Refusal(.valueMissing, column: missing) }
  }
}

extension Registry {
  /// Gives a name the rights of a role.
  ///
  /// - Throws: `USER_EXISTS`, also for a name whose rights were taken back; `VALUE_MISSING` when the role needs to be
  ///   told for whom; `UNKNOWN_PERSON`, `UNKNOWN_RING`, `UNKNOWN_PROVIDER`.
  public func addUser(_ name: String, _ grant: UserGrant) throws {
    try write(.userAdd, ActRecord(subject: name, detail: ["role": grant.role.rawValue])) { transaction in
      let connection = transaction.connection
      try grant.check()
      guard name.contains(where: { !$0.isWhitespace }) else { throw Refusal(.valueMissing, column: "name") }
      guard try connection.user(name) == nil else { throw Refusal(.userExists) }
      let person = try grant.person.map { number throws in try connection.knownPerson(number).id }
      transaction.record.person = person
      try connection.insertUser(
        UserRecord(
          name: name, role: grant.role.rawValue, person: person,
          ring: try grant.ring.map { number throws in try connection.knownRing(number).id },
          provider: try grant.provider.map { number throws in try connection.knownProvider(number).id },
          municipality: grant.municipality, isRevoked: false), entry: transaction.entry)
    }
  }

  /// Takes a user's rights back; the name can then do nothing.
  ///
  /// - Throws: `UNKNOWN_USER`.
  /// - Returns: Whether the user had any.
  @discardableResult
  public func revokeUser(_ name: String) throws -> Bool {
    try write(.userRevoke, ActRecord(subject: name)) { transaction in
      guard let user = try transaction.connection.user(name) else { throw Refusal(.unknownUser) }
      guard !user.isRevoked else { return false }
      try transaction.connection.revokeUser(name, entry: transaction.entry)
      return true
    }
  }

  /// Every user, in the order of their names.
  public func listUsers() throws -> [ListedUser] {
    try read(.userList) { connection, record in
      let users = try connection.users()
      let tokens = Dictionary(grouping: try connection.tokens(), by: \.user)
      let providers = Dictionary(uniqueKeysWithValues: try connection.providers().map { ($0.id, $0.number) })
      record.detail["users"] = String(users.count)
      return try users.compactMap { user throws in
        guard let role = Role(rawValue: user.role) else { return nil }
        return ListedUser(
          name: user.name, role: role,
          person: try user.person.flatMap { id throws in try connection.person(id)?.number },
          ring: try user.ring.flatMap { id throws in try connection.ring(id)?.number },
          provider: user.provider.flatMap { providers[$0] }, municipality: user.municipality,
          isRevoked: user.isRevoked, tokens: (tokens[user.name] ?? []).map(ListedToken.init))
      }
    }
  }
}

/// A user as a list shows it.
public struct ListedUser: Sendable {
  /// The name.
  public let name: String
  /// The role.
  public let role: Role
  /// The person the user is.
  public let person: IdentityNumber?
  /// The ring the user answers for.
  public let ring: RingNumber?
  /// The provider the user records for.
  public let provider: OrganisationNumber?
  /// The municipality whose rings the user follows.
  public let municipality: MunicipalityCode?
  /// Whether the rights have been taken back.
  public let isRevoked: Bool
  /// The tokens by which programs act as the user, the oldest first.
  public let tokens: [ListedToken]
}
