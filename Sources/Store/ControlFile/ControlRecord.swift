public import Identity
public import Register

/// What identifies a person in a control record, and never changes once it has been sent.
public struct ControlKey: Hashable, Sendable {
  /// The field of the form that holds it.
  public enum Field: Int, Sendable {
    /// A personal identity number or a coordination number, twelve digits.
    case number = 215
    /// A date of birth and three digits more, eleven digits, for a number that field 215 does not take.
    case birthTime = 222
  }

  /// The field of the form.
  public let field: Field

  /// The digits as sent.
  public let digits: Int64

  /// Makes a key of a field's digits.
  public init(_ field: Field, _ digits: Int64) {
    self.field = field
    self.digits = digits
  }
}

/// A decision in force that grants the tax reduction, with what the control file says of its person.
public struct ControlGrant: Sendable {
  /// The identity number in force, of the person as whom the facts now count.
  public let number: IdentityNumber

  /// Name, address, birth date and protection, read only for a coordination number: the form asks no more of others.
  public let details: PersonDetails?

  /// Whether the person also has a grant in force under another number.
  public let isDouble: Bool

  /// The amount granted, in kronor.
  public let amountKr: Int

  /// The version of the decision.
  public let version: Int
}

/// A record that stands with Skatteverket, as it was last sent.
public struct ControlRecord: Sendable {
  /// Field 570.
  public let specification: Int64

  /// The key.
  public let key: ControlKey

  /// The amount, in kronor.
  public let amountKr: Int

  /// The version of the decision.
  public let version: Int
}

/// What the control file of a year may have to say of one person.
public struct ControlCase: Sendable {
  /// The person.
  public let person: PersonID

  /// The grant in force, or nothing when the latest decision made grants nothing.
  public internal(set) var grant: ControlGrant?

  /// Whether a later version is communicated and not yet decided, which changes nothing that was sent.
  public internal(set) var isUnderCommunication = false

  /// The record in force.
  public internal(set) var record: ControlRecord?
}

/// How Skatteverket received a record.
public struct ControlReceipt: Hashable, Sendable {
  /// The answer.
  public enum Status: String, CaseIterable, Sendable {
    case accepted
    case rejected
  }

  /// Field 570 of the record.
  public let specification: Int64

  /// The answer.
  public let status: Status

  /// The number of the rule that the record broke.
  public let code: String?

  /// What the receipt says more.
  public let text: String?

  /// Describes an answer.
  public init(specification: Int64, status: Status, code: String? = nil, text: String? = nil) {
    self.specification = specification
    self.status = status
    self.code = code
    self.text = text
  }
}

extension ControlKey.Field: SQLValue {}
extension ControlReceipt.Status: SQLValue {}
