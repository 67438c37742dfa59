public import Identity

/// A year's decisions as counts that reveal nobody, not even to whoever subtracts (decisions C-14 and C-96).
///
/// Each list of counts stands beside its total: the outcomes, the reasons of an outcome, the municipalities of an outcome.
/// A total that is hidden takes its lists with it.
public struct YearFigures: Hashable, Sendable {
  /// How many persons of one municipality share an outcome and its first reason.
  public struct Count: Hashable, Sendable {
    /// The municipality of the ring, nothing where it is not told.
    public let municipality: MunicipalityCode?
    /// The outcome and the first reason.
    public let end: YearEnd
    /// How many.
    public let persons: Int
    /// What they are granted together, in kronor.
    public let amount: Int
    /// Whether they may still answer a letter.
    public let isOpen: Bool

    /// States a count.
    public init(
      _ municipality: MunicipalityCode?, _ end: YearEnd, _ persons: Int, amount: Int = 0, isOpen: Bool = false
    ) {
      self.municipality = municipality
      self.end = end
      self.persons = persons
      self.amount = amount
      self.isOpen = isOpen
    }
  }

  /// An outcome with its reasons; a count that is nothing is hidden.
  public struct Outcome: Hashable, Sendable {
    /// The outcome.
    public let verdict: BenefitOutcome.Verdict
    /// How many.
    public let persons: Int?
    /// The first reasons that anybody has, in their order.
    public let reasons: [Reason]
  }

  /// A first reason.
  public struct Reason: Hashable, Sendable {
    /// The reason.
    public let reason: OutcomeReason
    /// How many.
    public let persons: Int?
  }

  /// A municipality.
  public struct Place: Hashable, Sendable {
    /// The municipality.
    public let municipality: MunicipalityCode
    /// Grants.
    public let granted: Int?
    /// What they come to in kronor, hidden with them.
    public let amount: Int?
    /// Refusals, whether decided or communicated.
    public let refused: Int?
  }

  /// The outcomes, each of them once.
  public let outcomes: [Outcome]

  /// The sum of all grants in kronor, hidden with their count.
  public let amount: Int?

  /// The refusals that the persons may still answer.
  public let open: Int?

  /// The refusals that are decided.
  public let refusedForGood: Int?

  /// The municipalities with a grant or a refusal, in the order of their codes.
  public let places: [Place]

  /// Hides what is small among counts.
  public init(_ counts: [Count], from limit: Int) {
    func sum(_ isCounted: (Count) -> Bool) -> Int {
      counts.reduce(0) { isCounted($1) ? $0 + $1.persons : $0 }
    }
    let verdicts = BenefitOutcome.Verdict.allCases
    let totals = SmallCounts.shown(verdicts.map { verdict in sum { $0.end.verdict == verdict } }, from: limit)
    outcomes = zip(verdicts, totals).map { verdict, persons in
      let reasons = OutcomeReason.allCases.filter { reason in sum { $0.end == YearEnd(verdict, reason) } > 0 }
      let shown = SmallCounts.shown(
        reasons.map { reason in sum { $0.end == YearEnd(verdict, reason) } }, from: limit)
      return Outcome(
        verdict: verdict, persons: persons,
        reasons: zip(reasons, shown).map { Reason(reason: $0, persons: persons == nil ? nil : $1) })
    }
    let isGrantedHidden = totals[verdicts.firstIndex(of: .granted) ?? 0] == nil
    amount = isGrantedHidden ? nil : counts.reduce(0) { $0 + $1.amount }
    let isRefusedHidden = totals[verdicts.firstIndex(of: .refused) ?? 0] == nil
    let stages = SmallCounts.shown(
      [true, false].map { isOpen in sum { $0.end.verdict == .refused && $0.isOpen == isOpen } }, from: limit)
    (open, refusedForGood) = isRefusedHidden ? (nil, nil) : (stages[0], stages[1])
    let told = counts.filter { $0.end.verdict != .waiting && $0.persons > 0 }
    let municipalities = Set(told.compactMap(\.municipality)).sorted { $0.digits < $1.digits }
    func byPlace(_ verdict: BenefitOutcome.Verdict) -> [Int?] {
      let found = municipalities.map { place in
        sum { $0.municipality == place && $0.end.verdict == verdict }
      }
      let isHidden = totals[verdicts.firstIndex(of: verdict) ?? 0] == nil
      return isHidden ? found.map { $0 == 0 ? 0 : nil } : SmallCounts.shown(found, from: limit)
    }
    places = zip(municipalities, zip(byPlace(.granted), byPlace(.refused))).map { place, shown in
      let amount = counts.reduce(0) { $0 + ($1.municipality == place ? $1.amount : 0) }
      return Place(
        municipality: place, granted: shown.0, amount: shown.0.map { _ in amount }, refused: shown.1)
    }
  }

  /// Whether any count is hidden.
  public var hidesAny: Bool {
    outcomes.contains { $0.persons == nil || $0.reasons.contains { $0.persons == nil } }
      || places.contains { $0.granted == nil || $0.refused == nil } || open == nil || refusedForGood == nil
  }

  /// The count of an outcome, nothing where it is hidden.
  public func persons(_ verdict: BenefitOutcome.Verdict) -> Int? {
    outcomes.first { $0.verdict == verdict }?.persons
  }
}
