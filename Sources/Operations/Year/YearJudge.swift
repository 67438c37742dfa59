import Identity
import Register
import Store

/// What the rule gives the members of some rings who have no decision yet.
struct JudgedRings: Sendable {
  /// The decisions to be made, in the order of ring number and identity number.
  var drafts = DecisionDrafts()
  /// How many wait, by the first reason; what waits is no decision (decision C-77).
  var waiting: [OutcomeReason: Int] = [:]
  /// How many rings were gone through.
  var rings = 0
}

/// Judges rings on any thread, each call in a state of the register of its own.
struct YearJudge: Sendable {
  let store: Database
  let parameters: Parameters
  let rule: BenefitRule
  let decided: PersonSet

  /// Judges rings in their order.
  func judge(_ rings: ArraySlice<RingID>) throws -> JudgedRings {
    var judged = JudgedRings()
    try forEach(rings) { judge($0, into: &judged) }
    judged.rings = rings.count
    return judged
  }

  /// Hands over the facts of each ring that has a member without a decision, in one state of the register.
  func forEach(_ rings: ArraySlice<RingID>, _ body: (YearFacts) -> Void) throws {
    try store.read { connection in
      let year = rule.parameters.year
      let reader = try YearFactsReader(
        year: year, asOf: rule.asOf.day, under: parameters,
        withHouseholds: rule.parameters.householdCap.value != nil, from: connection)
      var facts = YearFacts(year: year)
      for ring in rings {
        let isLoaded = try reader.load(ring, into: &facts) { members in
          members.contains { !decided.contains($0) }
        }
        if isLoaded { body(facts) }
      }
    }
  }

  /// Judges the members whose decision the first ring of the facts issues.
  private func judge(_ facts: YearFacts, into judged: inout JudgedRings) {
    let outcomes = rule.outcomes(in: facts)
    let own = outcomes.indices.filter {
      outcomes[$0].ring == 0 && !decided.contains(facts.members[$0].person)
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
