import Register
import Store

/// A person's year as the register holds it now, judged in the ring that issues the decision.
struct PersonYear {
  let person: Person
  let values: RuleBook.Year
  let rule: BenefitRule
  let outcome: BenefitOutcome
  private let facts: YearFacts
  private let position: Int

  /// Takes the outcome of a person whose decision the first ring of the facts issues.
  fileprivate init?(_ person: Person, in facts: YearFacts, _ values: RuleBook.Year, _ rule: BenefitRule) {
    guard let position = facts.members.firstIndex(where: { $0.person == person.id }) else { return nil }
    let outcome = rule.outcomes(in: facts)[position]
    guard outcome.ring == 0 else { return nil }
    (self.person, self.values, self.rule, self.outcome) = (person, values, rule, outcome)
    (self.facts, self.position) = (facts, position)
  }

  var ring: RingYear { facts.rings[0] }

  var frozen: FrozenFacts { FrozenFacts(outcome, of: position, in: facts, by: rule) }

  var reasons: [DecisionReason] { rule.reasons(for: outcome, of: position, in: facts) }

  var occasions: [OccasionJudgement] { rule.occasions(of: position, in: facts) }

  /// The decision that the outcome would be, under the record that the decisions of the year are kept by.
  func draft(for record: PersonID) -> DecisionDraft {
    DecisionDraft(person: record, ring: ring.id, outcome: outcome)
  }

  /// Whether a decision says the same on the same facts.
  func agrees(with decision: StoredDecision) -> Bool {
    let decided = decision.facts.outcome
    return (decided.verdict, decided.unmet, decided.amount) == (
      outcome.verdict, outcome.unmet, outcome.amount
    )
      && decision.facts.text == frozen.text
  }

  /// Whether the facts are better for the person than those of a decision: a higher amount, or a refusal that rests on no
  /// other condition and falls short of fewer or by less.
  func isBetter(than decision: StoredDecision) -> Bool {
    let told = decision.facts.outcome
    guard outcome.amount == told.amount else { return outcome.amount > told.amount }
    return outcome.unmet.all.allSatisfy(told.unmet.contains) && !told.count.isHigher(than: outcome.count)
      && (outcome.unmet != told.unmet || outcome.count.isHigher(than: told.count))
  }
}

extension Registry {
  /// Judges a person's year now, or nothing for a person without a membership in it.
  ///
  /// - Parameter training: The person's ring training, where it is known already.
  func judge(
    _ person: Person, year: Int, training: RingTraining? = nil, waitingForNothing: Bool = false,
    from connection: Connection
  ) throws -> PersonYear? {
    guard try !connection.isRetired(year, for: person.id) else { return nil }
    let values = try ruleBook.year(year)
    let rule = BenefitRule(
      values.benefit, asOf: now, waitingNoLonger: waitingForNothing ? [person.id] : [])
    // A cap is decided in view of the household.
    guard values.benefit.householdCap.value == nil else {
      return try judgeAmongMembers(person, year: year, values, rule, from: connection)
    }
    let training =
      try training ?? connection.ringTraining(of: person.id, under: parameters, on: today)
    let read = { ring in
      try connection.yearFacts(of: person.id, year: year, training: training.validity, first: ring)
    }
    guard let facts = try read(nil) else { return nil }
    if let judged = PersonYear(person, in: facts, values, rule) { return judged }
    let issuing = facts.rings[rule.outcome(of: 0, in: facts).ring].id
    return try read(issuing).flatMap { PersonYear(person, in: $0, values, rule) }
  }

  private func judgeAmongMembers(
    _ person: Person, year: Int, _ values: RuleBook.Year, _ rule: BenefitRule, from connection: Connection
  ) throws -> PersonYear? {
    let reader = try YearFactsReader(year: year, asOf: today, under: parameters, from: connection)
    var facts = YearFacts(year: year)
    var tried: Set<RingID> = []
    for membership in try connection.memberships(of: person.id) where tried.insert(membership.ring).inserted {
      try reader.load(membership.ring, into: &facts)
      let known = try rule.knowingRefusals(in: facts, from: connection)
      if let judged = PersonYear(person, in: facts, values, known) { return judged }
    }
    return nil
  }
}
