public import Identity
public import Register
import Store

/// How long what proves a user holds.
enum SignInTimes {
  /// Days that a letter's code holds, unless the registrar says otherwise.
  static let codeDays = 14
  /// Attempts with one code.
  static let attempts = 5
  /// How long a session may lie unused, in seconds.
  static let idle: Int64 = 30 * 60
  /// How long a session lasts at most, in seconds.
  static let longest: Int64 = 12 * 3_600
  /// How often the use of a session is noted, in seconds.
  static let step: Int64 = 5 * 60
}

extension Registry {
  /// The same register as another reaches it at a moment: a user, or anyone who has not signed in.
  public func reached(by user: String?, at now: Moment) throws -> Registry {
    guard let user else { return Registry(self, as: .visitor, at: now) }
    return Registry(self, as: try Actor(named: user, in: store, on: now.day), at: now)
  }

  /// The same register as somebody who has signed in reaches it in a role.
  public func reached(as account: SignedIn.Account, at now: Moment) -> Registry {
    Registry(self, as: account.actor, at: now)
  }

  /// Signs in with the code of a letter, which then is used up.
  ///
  /// An attempt is counted before anything is hashed, and a code takes five.
  ///
  /// - Throws: `SIGN_IN_CODE`, the same whatever is wrong with the code.
  public func signIn(withCode written: String) throws -> SessionToken {
    let refusal = Refusal(.signInCode, column: "code")
    return try refusing(.signIn, ActRecord()) {
      guard let code = OneTimeCode(written) else { throw refusal }
      let known = try store.read { connection in try connection.holdsSignInCode(code.locator, at: now) }
      guard known,
        let attempt = try store.write({ connection in
          try connection.attemptSignIn(code.locator, at: now, limit: SignInTimes.attempts)
        }), SecretHash.matches(code.secret, attempt.hash), try mayBegin(attempt.user)
      else { throw refusal }
      return try reached(by: attempt.user, at: now).beginSession { transaction in
        guard try transaction.connection.endSignInCode(code.locator, entry: transaction.entry) else {
          throw refusal
        }
        return attempt.user
      }
    }
  }

  /// Signs in the person whom a provider of electronic identification has named.
  ///
  /// - Throws: `SIGN_IN_UNKNOWN` for a person whom the register does not hold, or who has died.
  public func signIn(as number: IdentityNumber) throws -> SessionToken {
    try beginSession { transaction in
      guard let person = try transaction.connection.person(numbered: number),
        try !transaction.connection.hasDied(person.id, by: today)
      else { throw Refusal(.signInUnknown) }
      return try transaction.memberUser(of: person.id)
    }
  }

  /// Tells whether a user may sign in at all: nobody does in the name of a person who has died (decision C-21).
  private func mayBegin(_ user: String) throws -> Bool {
    try store.read { connection in
      try connection.user(user).map { user throws in try !connection.isOfDeceased(user, on: today) } ?? true
    }
  }

  /// Begins a session of the user that the body names.
  private func beginSession(_ user: (Transaction) throws -> String) throws -> SessionToken {
    let token = SessionToken(random.bytes(32))
    try write(.signIn) { transaction in
      let name = try user(transaction)
      guard let record = try transaction.connection.user(name), !record.isRevoked else {
        throw Refusal(.signInUnknown)
      }
      if let person = record.person {
        transaction.record.person = person
        // Whoever is a person of the register also has pages of their own.
        _ = try transaction.memberUser(of: person)
      }
      transaction.record.subject = name
      try transaction.connection.insertSession(token.digest, of: name, at: now, entry: transaction.entry)
    }
    return token
  }

  /// Who holds a session, or nothing when it has ended.
  public func session(_ token: SessionToken) throws -> SignedIn? {
    try tellingFaults(of: store.files.database) {
      let digest = token.digest
      let found: (SignedIn, Moment)? = try store.read { connection in
        guard
          let session = try connection.session(
            digest, startedAfter: now.adding(seconds: -SignInTimes.longest),
            seenAfter: now.adding(seconds: -SignInTimes.idle)),
          let user = try connection.user(session.user), try !connection.isOfDeceased(user, on: now.day)
        else { return nil }
        return (try connection.signedIn(user, on: now.day), session.seenAt)
      }
      guard let (signedIn, seenAt) = found else { return nil }
      if now.seconds - seenAt.seconds >= SignInTimes.step {
        try store.write { connection in try connection.touchSession(digest, at: now) }
      }
      return signedIn
    }
  }

  /// Ends a session.
  public func signOut(_ token: SessionToken) throws {
    try write(.signOut) { transaction in try transaction.connection.endSession(token.digest, at: now) }
  }
}

extension Connection {
  fileprivate func signedIn(_ user: UserRecord, on day: LocalDate) throws -> SignedIn {
    let person = try user.person.flatMap { id throws in try self.person(id) }
    let others = try user.person.map { id throws in try users(of: id) } ?? []
    let all = [user] + others.filter { $0.name != user.name && !$0.isRevoked }
    let accounts = try all.compactMap { user throws -> SignedIn.Account? in
      guard let actor = try actor(user, on: day) else { return nil }
      return SignedIn.Account(
        actor: actor, ring: try user.ring.flatMap { id throws in try ring(id)?.number },
        provider: try user.provider.flatMap { id throws in try provider(id)?.number })
    }
    return SignedIn(accounts: accounts, personName: person?.details.fullName, number: person?.number)
  }
}

extension Transaction {
  /// The user that a person is as a member, made when there is none.
  ///
  /// - Throws: `SIGN_IN_UNKNOWN` when the rights have been taken back.
  func memberUser(of person: PersonID) throws -> String {
    let users = try connection.users(of: person).filter { $0.role == Role.member.rawValue }
    if let user = users.first(where: { !$0.isRevoked }) { return user.name }
    guard users.isEmpty else { throw Refusal(.signInUnknown) }
    let name = "person-\(person.value)"
    try connection.insertUser(
      UserRecord(
        name: name, role: Role.member.rawValue, person: person, ring: nil, provider: nil, municipality: nil,
        isRevoked: false), entry: entry)
    return name
  }
}
