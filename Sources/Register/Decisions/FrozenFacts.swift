public import Identity

/// What a decision rests on, kept with it so that it can be explained when the register has changed.
public struct FrozenFacts: Hashable, Sendable {
  /// The outcome, with the ring that issues the decision at position 0.
  public let outcome: BenefitOutcome

  /// The unbroken stretches of qualifying days with their rings.
  public let windows: [QualifyingWindow]

  let registration: DayRange?
  let birthDate: LocalDate?
  let deceasedOn: LocalDate?
  let identityLevel: IdentityLevel?
  let training: DaySet

  init(
    outcome: BenefitOutcome, windows: [QualifyingWindow], registration: DayRange?, birthDate: LocalDate?,
    deceasedOn: LocalDate?, identityLevel: IdentityLevel?, training: DaySet
  ) {
    self.outcome = outcome
    self.windows = windows
    self.registration = registration
    self.birthDate = birthDate
    self.deceasedOn = deceasedOn
    self.identityLevel = identityLevel
    self.training = training
  }

  /// Freezes what the rule made of a member of the first ring of the facts.
  public init(
    _ outcome: BenefitOutcome, of position: Int, in facts: borrowing YearFacts, by rule: borrowing BenefitRule
  ) {
    let member = facts.members[position]
    let isOneStretch = member.memberships.count == 1 && member.training.count == 1
    let ring = facts.rings[outcome.ring]
    self.outcome = outcome
    self.registration = ring.registration
    self.windows =
      isOneStretch
      ? outcome.window.map { [QualifyingWindow(ring: ring.number, days: $0)] } ?? []
      : rule.windows(of: position, in: facts)
    self.birthDate = member.birthDate
    self.deceasedOn = member.deceasedOn
    self.identityLevel = member.identityLevel
    self.training = member.training
  }

  /// The conditions with their facts, in the order of decision C-72.
  public func reasons(by rule: BenefitRule, number: IdentityNumber, ring: RingNumber) -> [DecisionReason] {
    var facts = YearFacts(year: rule.parameters.year)
    facts.add(
      RingYear(id: RingID(0), number: ring, registration: registration, contacts: [], occasions: []))
    facts.add(
      MemberFacts(
        person: PersonID(0), number: number, birthDate: birthDate, deceasedOn: deceasedOn,
        identityLevel: identityLevel, training: training))
    return rule.reasons(for: outcome, of: 0, in: facts)
  }

  /// The rings of the qualifying days, each once, in the order of the days.
  public var rings: [RingNumber] {
    windows.reduce(into: []) { rings, window in
      if !rings.contains(window.ring) { rings.append(window.ring) }
    }
  }
}
