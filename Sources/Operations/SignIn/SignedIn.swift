public import Identity
public import Register
import Store

/// What a browser holds to be known again: 32 random bytes, of which the register keeps the digest.
public struct SessionToken: Hashable, Sendable {
  /// The token in hexadecimal digits, as the cookie carries it.
  public let text: String

  init(_ bytes: [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    self.text = String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Reads a cookie.
  public init?(_ text: String) {
    let isToken =
      text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isToken else { return nil }
    self.text = text
  }

  var digest: [UInt8] { Digest.sha256(Array(text.utf8)) }
}

/// Who has signed in, with everything that the same person may be.
public struct SignedIn: Sendable {
  /// One user that the person is.
  public struct Account: Sendable {
    let actor: Actor
    /// The ring the user answers for.
    public let ring: RingNumber?
    /// The provider the user records for.
    public let provider: OrganisationNumber?

    /// The user's name.
    public var name: String { actor.name }

    /// The role.
    public var role: Role { actor.role }
  }

  /// The user who signed in first, then the others of the same person.
  public let accounts: [Account]

  /// The person's name, nothing for a user who is no person of the register.
  public let personName: String?

  /// The person's identity number in force.
  public let number: IdentityNumber?

  /// The account of a role.
  public func account(_ role: Role) -> Account? {
    accounts.first { $0.role == role }
  }
}
