import Documents
import Identity
import Legislation
import Register
import Store

/// A person of whom nothing can be decided yet (decision C-77).
struct WaitingCase {
  let year: Int
  let person: Person
  let outcome: BenefitOutcome
  let conditions: [DecisionReason]

  /// What the letter is of: a person who is still missing something else gets another.
  var subject: String { "waiting \(person.id.value) \(year) \(outcome.reason?.rawValue ?? "")" }
}

extension PersonYear {
  func waiting(_ year: Int) -> WaitingCase {
    WaitingCase(year: year, person: person, outcome: outcome, conditions: reasons)
  }
}

extension LetterPress {
  /// Letter 14: what is missing, and from whom.
  func letter(of one: WaitingCase) throws -> Letter {
    var facts = facts
    facts[.year] = String(one.year)
    let gaps = one.conditions.flatMap(\.identityGaps)
    facts[.missingIdentity] = book.say(
      gaps.count > 1 ? .missingBoth : gaps.first == .birthDate ? .missingBirthDate : .missingIdentity)
    guard let reason = one.outcome.reason, let waits = book.waiting(for: reason, facts) else {
      throw Refusal(.noLetter, ["state": .code(one.outcome.reason?.rawValue ?? "")])
    }
    facts[.missing] = waits.missing
    facts[.whom] = waits.whom
    var (_, letter) = try begin(14, to: Letter.Recipient(one.person, on: today, book), facts)
    letter.subject = book.say(.subject, facts)
    letter.sections.append(section("V", .lead, facts))
    letter.sections.append(
      .init(
        .plain, nil, [.conditions(one.conditions.map { Statement.Condition($0, in: catalogue) })]))
    return letter
  }
}

extension Registry {
  /// Everyone who waits for a fact after the lock, ring by ring.
  func waitingCases(in year: Int) throws -> [WaitingCase] {
    let rules = try RuleSet(year: year, in: parameters)
    let rule = BenefitRule(try BenefitParameters(year: year, in: rules.parameters), asOf: now)
    guard rule.isLocked, try !store.read({ try $0.isRetired(year) }) else { return [] }
    try rule.parameters.checkIsTaxReduction()
    let (rings, decided) = try store.read { connection in
      (try connection.ringsToDecide(in: year), try connection.decidedPersons(in: year))
    }
    let judge = YearJudge(store: store, parameters: parameters, rule: rule) { !decided.contains($0) }
    var found: [(person: PersonID, outcome: BenefitOutcome, conditions: [DecisionReason])] = []
    try judge.forEach(rings[...]) { facts, rule in
      for (position, outcome) in rule.outcomes(in: facts).enumerated()
      where outcome.ring == 0 && outcome.verdict == .waiting
        && judge.isAskedAbout(facts.members[position].person)
      {
        found.append(
          (facts.members[position].person, outcome, rule.reasons(for: outcome, of: position, in: facts)))
      }
    }
    return try store.read { connection in
      try found.compactMap { one in
        try connection.person(one.person).map { person in
          WaitingCase(year: year, person: person, outcome: one.outcome, conditions: one.conditions)
        }
      }
    }
  }
}
