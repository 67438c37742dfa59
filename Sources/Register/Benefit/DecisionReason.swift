/// One condition of a decision with the facts that met it or failed it, worded in the message catalogue.
public struct DecisionReason: Hashable, Sendable {
  /// The conditions, by the names that programs and the message catalogue use.
  public enum Rule: String, CaseIterable, Sendable {
    case ring = "ring.registered"
    case age = "person.age"
    case estate = "person.estate"
    case training = "training.completed"
    case occasions = "attendance.minimum"
    case threshold = "attendance.threshold"
    case household = "household.cap"
    case lock = "year.lock"
    case attestation = "attendance.attested"
    case identity = "person.identity"

    /// The provision, in the proposed register act (RL) or the income tax act (IL), as the catalogue lists it.
    public var provision: String {
      switch self {
      case .ring: "RL.14"
      case .age, .estate: "IL.67.53"
      case .training: "RL.8"
      case .occasions, .threshold: "IL.67.54"
      case .household: "IL.67.56"
      case .lock: "RL.13"
      case .attestation: "RL.12"
      case .identity: "RL.7"
      }
    }
  }

  /// Whether a condition is met.
  public enum State: String, CaseIterable, Sendable {
    case holds
    case fails
    /// A fact is missing that may still come.
    case waits
  }

  /// The condition.
  public let rule: Rule

  /// Whether it is met.
  public let state: State

  /// What it rests on, the value of the parameter with its first day and source, and the arithmetic.
  public let facts: [String: Fact]
}

extension DecisionReason {
  /// What of a person's identity is not known surely enough (decisions C-67 and C-68).
  public enum IdentityGap: Sendable {
    /// The identity of a holder of a coordination number.
    case level
    /// The day of birth.
    case birthDate
  }

  /// What is missing where the identity does not suffice, nothing of any other condition.
  public var identityGaps: [IdentityGap] {
    var gaps: [IdentityGap] = []
    if facts["levelReached"] == .code("false") { gaps.append(.level) }
    if facts["birthDateKnown"] == .code("false") { gaps.append(.birthDate) }
    return gaps
  }
}

extension InForce {
  /// The value, its first day and its source as facts.
  func facts(_ limit: Fact) -> [String: Fact] {
    ["parameter": .code(key), "limit": limit, "from": .day(from), "source": .text(source)]
  }
}
