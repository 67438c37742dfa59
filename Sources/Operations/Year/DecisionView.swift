public import Identity
public import Register

/// What is known of a person's year: the decision, or what stands so far.
public struct DecisionView: Sendable {
  /// The person.
  public let person: PersonID
  /// The identity number in force.
  public let number: IdentityNumber
  /// The outcome.
  public let outcome: BenefitOutcome
  /// The unbroken stretches of qualifying days with their rings.
  public let windows: [QualifyingWindow]
  /// Every condition with its facts.
  public let reasons: [DecisionReason]
  /// The values that were used.
  public let rules: RuleSet
  /// By what the values are known, the first day and the beginning of their digest.
  public let ruleSet: String
  /// How far it has come.
  public let status: DecisionStatus
  /// 0 before a decision.
  public let version: Int
  /// The ring that issues the decision.
  public let ring: RingNumber
  /// The day of the decision or of the letter.
  public let datedOn: LocalDate?
  /// The last day for an answer, while there is one.
  public let answerBy: LocalDate?
  /// The letter in which the person was asked to comment, nothing while none is written.
  public internal(set) var letter: DocumentNumber?
  /// The document number, nothing while a refusal may be answered.
  public let document: DocumentNumber?
  /// The officer who decided, nothing for an automated decision.
  public let officer: String?
  /// Every occasion of the person's rings with how it counts, as the register holds them now.
  public let occasions: [OccasionJudgement]
  /// By which act it took the place of the version before it, nothing for the first.
  public internal(set) var change: DecisionChange?
  /// The ground of a change to detriment after two years.
  public internal(set) var ground: LateDetrimentGround?
  /// Why the officer decided so.
  public internal(set) var statedReason: String?
  /// The document whose place it takes.
  public internal(set) var supersedes: DocumentNumber?
  /// The day of the person's answer to the letter.
  public internal(set) var answeredOn: LocalDate?
  /// How and when the letter or the decision reached the person.
  public internal(set) var services: [DecisionService] = []
  /// The last day for an appeal, nothing before a decision or where it runs from a receipt that is not proven.
  public internal(set) var appealBy: LocalDate?
  /// The last slip that was put right in it.
  public internal(set) var slip: Slip?
  /// A change to detriment that the person may answer before it is decided.
  public internal(set) var proposal: Proposal?

  /// A slip that was put right: the decision stands, in a new document.
  public struct Slip: Sendable {
    /// What it was.
    public let kind: SlipKind
    /// When it was put right.
    public let correctedOn: LocalDate?
    /// The document in which it stood.
    public let document: DocumentNumber?
    /// What the officer gave as reason.
    public let reason: String?
  }

  /// A change that is communicated and changes nothing until it is decided.
  public struct Proposal: Sendable {
    /// The version that it will be.
    public let version: Int
    /// The outcome that is proposed.
    public let outcome: BenefitOutcome
    /// The day of the letter.
    public let communicatedOn: LocalDate
    /// The last day for an answer.
    public let answerBy: LocalDate?
    /// The day of the person's answer.
    public let answeredOn: LocalDate?
    /// The ground that it was communicated with, after two years.
    public let ground: LateDetrimentGround?
    /// The last day on which it can be decided without a ground, where the time for an answer outlasts it.
    public let groundNeededAfter: LocalDate?
  }

  /// The rings of the qualifying days, or the issuing one when there are none.
  public var rings: [RingNumber] {
    let qualifying = windows.reduce(into: [RingNumber]()) { rings, window in
      if !rings.contains(window.ring) { rings.append(window.ring) }
    }
    return qualifying.isEmpty ? [ring] : qualifying
  }
}
