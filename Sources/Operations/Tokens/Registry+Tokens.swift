public import Identity
public import Register
import Store

/// A token that has just been made; it is shown once and then known to its holder alone.
public struct IssuedToken: Sendable {
  /// The number by which it can be taken back.
  public let id: Int
  /// The token.
  public let text: String
  /// What it may be used for.
  public let scopes: [TokenScope]
  /// When it ends.
  public let expiresAt: Moment?
}

/// A token as a list shows it.
public struct ListedToken: Sendable {
  /// The number by which it can be taken back.
  public let id: Int
  /// What it may be used for.
  public let scopes: [TokenScope]
  /// When it was made.
  public let issuedAt: Moment
  /// When it ends.
  public let expiresAt: Moment?
  /// When it was last used, to five minutes.
  public let usedAt: Moment?
  /// Whether it has been taken back.
  public let isRevoked: Bool

  init(_ stored: StoredToken) {
    id = Int(stored.id)
    scopes = stored.scopes.compactMap(TokenScope.init)
    (issuedAt, expiresAt, usedAt) = (stored.issuedAt, stored.expiresAt, stored.usedAt)
    isRevoked = stored.isRevoked
  }
}

/// Whoever sends a token.
public struct TokenHolder: Sendable {
  /// The token's number.
  public let token: Int
  /// The user as whom it acts.
  public let user: String
  /// The user's role.
  public let role: Role
  /// What it may be used for.
  public let scopes: Set<TokenScope>
  /// The person that the user is.
  public let number: IdentityNumber?
  /// The ring that the user answers for.
  public let ring: RingNumber?
  /// The provider that the user records for.
  public let provider: OrganisationNumber?
}

extension Registry {
  /// How often the use of a token is noted, in seconds.
  private static let useStep: Int64 = 5 * 60

  /// Makes a token for a user.
  ///
  /// - Parameters:
  ///   - scopes: What it may be used for, everything when none is named.
  ///   - days: How long it holds.
  /// - Throws: `UNKNOWN_USER`, also for a user whose rights have been taken back; `SCOPE_NOT_PERMITTED` for a scope that
  ///   opens nothing to the role.
  public func issueToken(to user: String, scopes: [TokenScope], days: Int?) throws -> IssuedToken {
    let named = scopes
    let scopes = scopes.isEmpty ? TokenScope.allCases : scopes
    let secret = "trygg_" + Hexadecimal.text(random.bytes(32))
    let expiresAt = days.map { now.adding(seconds: Int64($0) * 86_400) }
    let detail = ["scopes": scopes.map(\.rawValue).joined(separator: " ")]
    return try write(.userToken, ActRecord(subject: user, detail: detail)) { transaction in
      guard let found = try transaction.connection.user(user), !found.isRevoked else {
        throw Refusal(.unknownUser)
      }
      if let actor = Actor(found), let scope = named.first(where: { !actor.may($0.act) }) {
        throw Refusal(.scopeNotPermitted, ["scope": .text(scope.rawValue)], column: "scope")
      }
      let id = try transaction.connection.insertToken(
        Digest.sha256(Array(secret.utf8)), of: user, scopes: scopes.map(\.rawValue), at: now,
        expiresAt: expiresAt, entry: transaction.entry)
      return IssuedToken(id: Int(id), text: secret, scopes: scopes, expiresAt: expiresAt)
    }
  }

  /// Takes a token of a user back.
  ///
  /// - Throws: `UNKNOWN_TOKEN` when the user has none of that number that stands.
  public func revokeToken(_ id: Int, of user: String) throws {
    try write(.userToken, ActRecord(subject: user, detail: ["revoked": String(id)])) { transaction in
      guard try transaction.connection.revokeToken(Int64(id), of: user, entry: transaction.entry) else {
        throw Refusal(.unknownToken, ["token": .count(id)], column: "token")
      }
    }
  }

  /// Who sends a token, or nothing for one that is unknown, has ended or been taken back.
  public func holder(of token: String) throws -> TokenHolder? {
    try tellingFaults(of: store.files.database) {
      let digest = Digest.sha256(Array(token.utf8))
      let found = try store.read { connection -> (StoredToken, TokenHolder)? in
        guard let token = try connection.token(digest), !token.isRevoked,
          token.expiresAt.map({ now < $0 }) ?? true,
          let user = try connection.user(token.user), !user.isRevoked, let role = Role(rawValue: user.role),
          try !connection.isOfDeceased(user, on: today)
        else { return nil }
        return (token, try connection.holder(of: token, user, role))
      }
      guard let (token, holder) = found else { return nil }
      if token.usedAt.map({ now.seconds - $0.seconds >= Registry.useStep }) ?? true {
        try store.write { connection in try connection.touchToken(token.id, at: now) }
      }
      return holder
    }
  }
}

extension Connection {
  fileprivate func holder(of token: StoredToken, _ user: UserRecord, _ role: Role) throws -> TokenHolder {
    TokenHolder(
      token: Int(token.id), user: user.name, role: role,
      scopes: Set(token.scopes.compactMap(TokenScope.init)),
      number: try user.person.flatMap { id throws in try person(id)?.number },
      ring: try user.ring.flatMap { id throws in try ring(id)?.number },
      provider: try user.provider.flatMap { id throws in try provider(id)?.number })
  }
}
