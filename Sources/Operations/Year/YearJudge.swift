import Identity
import Register
import Store

/// What the rule gives those members of some rings who are asked about.
struct JudgedRings: Sendable {
  /// The decisions to be made, in the order of ring number and identity number.
  var drafts = DecisionDrafts()
  /// How many wait, by the first reason; what waits is no decision (decision C-77).
  var waiting: [OutcomeReason: Int] = [:]
  /// How many rings were gone through.
  var rings = 0
}

/// Judges members of rings on any thread, each call in a state of the register of its own.
struct YearJudge: Sendable {
  let store: Database
  let parameters: Parameters
  let rule: BenefitRule
  /// Who is asked about.
  let isAskedAbout: @Sendable (PersonID) -> Bool

  /// Judges rings in their order.
  func judge(_ rings: ArraySlice<RingID>) throws -> JudgedRings {
    var judged = JudgedRings()
    try forEach(rings) { facts, rule in judge(facts, by: rule, into: &judged) }
    judged.rings = rings.count
    return judged
  }

  /// Hands over the facts of each ring that has a member who is asked about and the rule for them, in one state of the
  /// register.
  func forEach(_ rings: ArraySlice<RingID>, _ body: (YearFacts, BenefitRule) -> Void) throws {
    try store.read { connection in
      let year = rule.parameters.year
      let reader = try YearFactsReader(
        year: year, asOf: rule.asOf.day, under: parameters,
        withHouseholds: rule.parameters.householdCap.value != nil, from: connection)
      var facts = YearFacts(year: year)
      for ring in rings {
        let isLoaded = try reader.load(ring, into: &facts) { members in
          members.contains(where: isAskedAbout)
        }
        if isLoaded { body(facts, try rule.knowingRefusals(in: facts, from: connection)) }
      }
    }
  }

  /// Judges the members whose decision the first ring of the facts issues.
  private func judge(_ facts: YearFacts, by rule: BenefitRule, into judged: inout JudgedRings) {
    let outcomes = rule.outcomes(in: facts)
    let own = outcomes.indices.filter {
      outcomes[$0].ring == 0 && isAskedAbout(facts.members[$0].person)
    }
    for position in own.sorted(by: { facts.members[$0].number < facts.members[$1].number }) {
      let outcome = outcomes[position]
      if outcome.verdict == .waiting {
        if let reason = outcome.reason { judged.waiting[reason, default: 0] += 1 }
        continue
      }
      let frozen = FrozenFacts(outcome, of: position, in: facts, by: rule)
      judged.drafts.append(
        DecisionDraft(person: facts.members[position].person, ring: facts.rings[0].id, outcome: outcome),
        restingOn: frozen)
    }
  }
}

extension BenefitRule {
  /// The same rule, told of those whose refusal is decided though the facts still wait for something.
  ///
  /// They no longer hold a place in their household; as long as their case is open they do (decisions C-58 and C-77).
  func knowingRefusals(in facts: YearFacts, from connection: Connection) throws -> BenefitRule {
    guard parameters.householdCap.value != nil, isLocked else { return self }
    var rule = self
    for (position, member) in facts.members.enumerated()
    where outcome(of: position, in: facts).verdict == .waiting {
      let decision = try connection.decision(of: member.person, year: parameters.year)
      guard let decision, decision.status == .decided, decision.facts.outcome.verdict == .refused else {
        continue
      }
      rule.waitingNoLonger.insert(member.person)
    }
    return rule
  }
}
