public import Register

/// A decision to be written, beside the facts that it rests on.
public struct DecisionDraft: Sendable {
  /// The person.
  public let person: PersonID
  /// The ring that issues the decision.
  public let ring: RingID
  /// Granted or refused; what waits is no decision (decision C-77).
  public let verdict: BenefitOutcome.Verdict
  /// Every condition not met.
  public let unmet: OutcomeReasons
  /// Whole kronor.
  public let amount: Int
  /// The printed fraction.
  public let count: AttendanceCount

  /// Drafts a decision of what the rule gave.
  public init(person: PersonID, ring: RingID, outcome: BenefitOutcome) {
    self.person = person
    self.ring = ring
    self.verdict = outcome.verdict
    self.unmet = outcome.unmet
    self.amount = outcome.amount
    self.count = outcome.count
  }
}

/// Drafts of one part of a yearly run, with their facts in one text, since a million strings cost more than their bytes.
public struct DecisionDrafts: Sendable {
  /// The drafts in their order.
  public private(set) var all: [DecisionDraft] = []
  /// For each the number of the person's row in eight bytes, the outcome and the facts.
  private var bytes: [UInt8] = []
  private var facts: [Range<Int>] = []

  /// Holds none.
  public init() {}

  /// Adds a draft with the facts that it rests on.
  public mutating func append(_ draft: DecisionDraft, restingOn frozen: FrozenFacts) {
    withUnsafeBytes(of: draft.person.value.bigEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: draft.verdict.rawValue.utf8)
    let start = bytes.count
    frozen.append(to: &bytes)
    facts.append(start..<bytes.count)
    all.append(draft)
  }

  /// The SHA-256 of who is decided how on which facts.
  public var digest: [UInt8] { Digest.sha256(bytes) }

  /// Lends the facts of all drafts, in their order.
  func withFacts<Result>(
    _ body: (_ facts: (_ position: Int) -> UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBytes { bytes in
      try body { UnsafeRawBufferPointer(rebasing: bytes[facts[$0]]) }
    }
  }
}
