/// Where a ring stands (decisions C-25 and C-81).
public enum RingState: String, CaseIterable, Sendable {
  case applied = "ansökt"
  case incomplete = "kompletteras"
  case registered = "registrerad"
  case supervised = "under tillsyn"
  case deregistered = "avregistrerad"
  case refused = "avslagen"
  case dismissed = "avvisad"
  case withdrawn = "avskriven"

  /// The states that a decision or an event may lead to from this one.
  public var successors: [RingState] {
    switch self {
    case .applied: [.incomplete, .registered, .refused, .dismissed, .withdrawn]
    case .incomplete: [.registered, .refused, .dismissed, .withdrawn]
    case .registered: [.supervised, .deregistered]
    case .supervised: [.registered, .deregistered]
    case .deregistered, .refused, .dismissed, .withdrawn: []
    }
  }

  /// Whether the ring counts as registered in every rule on members (decision C-82).
  public var countsAsRegistered: Bool {
    self == .registered || self == .supervised
  }
}
