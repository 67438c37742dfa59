import Identity
import Register
import Testing

/// What a decision rests on, written and read back: the explanation must be the one that the run would have given.
struct FrozenFactsTests {
  @Test(
    "Every case is explained from what is kept as it was from the register",
    arguments: ScenarioTests.cases + SharpEdgeTests.days + SharpEdgeTests.attendance + SharpEdgeTests.persons)
  func explained(example: MemberCase) throws {
    let year = try example.decide()
    guard let outcome = year.outcomes.first, outcome.verdict != .waiting else { return }
    let member = year.facts.members[0]
    let frozen = FrozenFacts(outcome, of: 0, in: year.facts, by: year.rule)
    let ring = year.facts.rings[outcome.ring].number

    let thawed = try #require(
      FrozenFacts(
        frozen.text, verdict: outcome.verdict, unmet: outcome.unmet, count: outcome.count,
        amount: outcome.amount), "\(frozen.text)")
    #expect(thawed.windows == year.rule.windows(of: 0, in: year.facts))
    #expect(thawed.outcome.window == outcome.window)
    #expect(thawed.outcome.description == outcome.description)
    #expect(thawed.outcome.tally == outcome.tally)
    #expect(thawed.text == frozen.text)
    #expect(
      thawed.reasons(by: year.rule, number: member.number, ring: ring)
        == year.rule.reasons(for: outcome, of: 0, in: year.facts))
  }

  @Test(
    "A text that the program never wrote is refused", arguments: ["", "meetings=9/11", "meetings=a/b", "x"])
  func damaged(text: String) {
    #expect(
      FrozenFacts(text, verdict: .granted, unmet: OutcomeReasons(), count: AttendanceCount(), amount: 0)
        == nil)
  }

  @Test("The values of a year are kept as text and read back")
  func ruleSet() throws {
    let law: Rules = [:]
    let rules = try RuleSet(
      year: 2027, in: law.with("benefit.amount_kr", "2500", from: "2028-01-01").parameters())
    let again = try #require(RuleSet(rules.text))
    #expect(again == rules)
    #expect(again.from == (try "2027-01-01".day))
    #expect(try BenefitParameters(year: 2027, in: again.parameters).amount.value == 2000)
    #expect(rules.text.contains("attendance.threshold\t2027-01-01\t3/4\tC5"))
  }
}
