/// The conditions that can deny or delay the benefit, in the order in which one is named first (decision C-72).
public enum OutcomeReason: String, CaseIterable, Sendable {
  case duplicate = "DUBBLETT"
  case ringNotRegistered = "EJ_REGISTRERAD_RING"
  case underAge = "UNDER_ALDER"
  /// Only where the law gives an estate nothing, `benefit.dodsbo`.
  case estate = "DODSBO"
  case untrained = "EJ_UTBILDAD"
  case tooFewOccasions = "FOR_FA_TILLFALLEN"
  case belowThreshold = "UNDER_TROSKEL"
  case householdCap = "HUSHALLSTAK"
  case undecided = "EJ_AVGJORT"
  case unattested = "EJ_ATTESTERAD"
  case identityUnproven = "ID_EJ_STYRKT"

  fileprivate var bit: UInt16 {
    switch self {
    case .duplicate: 1 << 0
    case .ringNotRegistered: 1 << 1
    case .underAge: 1 << 2
    case .estate: 1 << 3
    case .untrained: 1 << 4
    case .tooFewOccasions: 1 << 5
    case .belowThreshold: 1 << 6
    case .householdCap: 1 << 7
    case .undecided: 1 << 8
    case .unattested: 1 << 9
    case .identityUnproven: 1 << 10
    }
  }
}

/// The conditions of one outcome that are not met, all of them, in two bytes.
public struct OutcomeReasons: Hashable, Sendable {
  /// One bit for each reason, the first named lowest.
  public private(set) var rawValue: UInt16

  /// Takes the bits as stored.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Makes a set of reasons.
  public init(_ reasons: OutcomeReason...) {
    self.rawValue = reasons.reduce(0) { $0 | $1.bit }
  }

  /// Whether every condition is met.
  public var isEmpty: Bool { rawValue == 0 }

  /// The reason that is named when there is room for one.
  public var first: OutcomeReason? {
    let place = rawValue.trailingZeroBitCount
    return place < OutcomeReasons.inOrder.count ? OutcomeReasons.inOrder[place] : nil
  }

  /// The reasons by their bits.
  private static let inOrder = OutcomeReason.allCases

  /// The reasons in their order.
  public var all: [OutcomeReason] {
    OutcomeReason.allCases.filter { contains($0) }
  }

  /// Tells whether a condition is among those not met.
  public func contains(_ reason: OutcomeReason) -> Bool {
    rawValue & reason.bit != 0
  }

  mutating func insert(_ reason: OutcomeReason) {
    rawValue |= reason.bit
  }

  mutating func formUnion(_ other: OutcomeReasons) {
    rawValue |= other.rawValue
  }
}
