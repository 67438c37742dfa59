public import Identity
public import Register
import Store

/// A code to be sent as a letter; the register keeps only its hash.
public struct IssuedCode: Sendable {
  /// The user.
  public let user: String
  /// The code.
  public let code: OneTimeCode
  /// When it ends.
  public let expiresAt: Moment
  /// Whom the letter goes to, as far as the register knows.
  public let recipient: PersonDetails?
}

extension Registry {
  /// Makes a code for a user, which takes the place of any code that the user had.
  ///
  /// - Throws: `UNKNOWN_USER`, also for a user whose rights have been taken back; `ACCOUNT_OF_DECEASED`.
  public func issueCode(to user: String, days: Int? = nil) throws -> IssuedCode {
    try issueCode(days: days) { transaction in
      guard let found = try transaction.connection.user(user), !found.isRevoked else {
        throw Refusal(.unknownUser)
      }
      return found.name
    }
  }

  /// Makes a code for a person's own pages.
  ///
  /// - Throws: `UNKNOWN_PERSON`; `SIGN_IN_UNKNOWN` when the person's rights have been taken back; `ACCOUNT_OF_DECEASED`.
  public func issueCode(to number: IdentityNumber, days: Int? = nil) throws -> IssuedCode {
    try issueCode(days: days) { transaction in
      try transaction.memberUser(of: try transaction.connection.knownPerson(number).id)
    }
  }

  private func issueCode(days: Int?, to user: (Transaction) throws -> String) throws -> IssuedCode {
    guard let code = OneTimeCode(random.bytes(16)) else { throw StoreError(.misuse, "no random bytes") }
    let hash = try SecretHash.make(code.secret)
    let expiresAt = now.adding(seconds: Int64(days ?? SignInTimes.codeDays) * 86_400)
    return try write(.userCode) { transaction in
      let name = try user(transaction)
      let found = try transaction.connection.user(name)
      let person = found?.person
      transaction.record.subject = name
      transaction.record.person = person
      if let found, try transaction.connection.isOfDeceased(found, on: today) {
        throw Refusal(.accountOfDeceased)
      }
      try transaction.connection.insertSignInCode(
        code.locator, of: name, hash: hash, expiresAt: expiresAt, entry: transaction.entry)
      let recipient = try person.flatMap { id throws in try transaction.connection.person(id) }
      return IssuedCode(user: name, code: code, expiresAt: expiresAt, recipient: recipient?.details)
    }
  }
}
