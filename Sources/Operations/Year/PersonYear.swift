import Register
import Store

/// A person's year as the register holds it now, judged in the ring that issues the decision.
struct PersonYear {
  let person: Person
  let rules: RuleSet
  let rule: BenefitRule
  let outcome: BenefitOutcome
  private let facts: YearFacts
  private let position: Int

  fileprivate init?(_ person: Person, in facts: YearFacts, _ rules: RuleSet, _ rule: BenefitRule) {
    guard let position = facts.members.firstIndex(where: { $0.person == person.id }) else { return nil }
    let outcome = rule.outcomes(in: facts)[position]
    guard outcome.ring == 0 else { return nil }
    (self.person, self.rules, self.rule, self.outcome) = (person, rules, rule, outcome)
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
}

extension Registry {
  /// Judges a person's year now, or nothing for a person without a membership in it.
  func judge(
    _ person: Person, year: Int, waitingForNothing: Bool = false, from connection: Connection
  ) throws -> PersonYear? {
    guard try !connection.isRetired(year, for: person.id) else { return nil }
    let rules = try RuleSet(year: year, in: parameters)
    let rule = BenefitRule(
      try BenefitParameters(year: year, in: rules.parameters), asOf: now, waitsForNothing: waitingForNothing)
    let reader = try YearFactsReader(year: year, asOf: today, under: parameters, from: connection)
    var facts = YearFacts(year: year)
    var tried: Set<RingID> = []
    for membership in try connection.memberships(of: person.id) where tried.insert(membership.ring).inserted {
      try reader.load(membership.ring, into: &facts)
      if let judged = PersonYear(person, in: facts, rules, rule) { return judged }
    }
    return nil
  }
}
