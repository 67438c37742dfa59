import Identity
import Register
import Testing

/// The explanation of an outcome: rules in order, values with their first day, the arithmetic.
struct ReasonTests {
  @Test("A refusal states the arithmetic in integers") func arithmetic() throws {
    let year = try YearFixture([.m01.member("A").present("A01–A08")])
    let reason = try #require(year.reasons().first { $0.state == .fails })
    #expect(reason.rule == .threshold)
    #expect(reason.rule.provision == "IL.67.54")
    // 4 · 8 = 32 < 3 · 12 = 36
    #expect(
      reason.facts == [
        "parameter": .code("attendance.threshold"), "limit": .fraction(try #require(Fraction(3, 4))),
        "from": .day(try "2027-01-01".day), "source": .text("C5"), "basis": .code("pooled"),
        "attended": .count(8), "counted": .count(12), "percent": .text("66,66"), "left": .count(32),
        "right": .count(36), "numerator": .count(3), "denominator": .count(4),
      ])
  }

  @Test("The conditions come in the order in which one is named") func order() throws {
    let year = try YearFixture([.m06.member("A", from: "2027-11-01").present("A10")])
    #expect(year.reasons().map(\.rule) == [.ring, .age, .training, .occasions, .threshold])
    #expect(year.reasons().map(\.state) == [.holds, .fails, .holds, .fails, .fails])
  }

  @Test("A grant states that every condition holds") func grant() throws {
    let year = try YearFixture([.m08.member("A").level(.proven).present("A01–A09")])
    #expect(year.reasons().map(\.rule) == [.ring, .age, .training, .occasions, .threshold, .identity])
    #expect(year.reasons().allSatisfy { $0.state == .holds })
  }

  @Test("Estate, attestation and identity wait or hold by what they change") func states() throws {
    let year = try YearFixture([
      .m12.member("A").died("2027-12-31").attested("A01–A08").present("A09")
    ])
    let states = Dictionary(uniqueKeysWithValues: year.reasons().map { ($0.rule, $0.state) })
    #expect(states[.estate] == .holds)
    #expect(states[.attestation] == .waits)
    #expect(states[.threshold] == .waits)
  }

  @Test(
    "The values are those of 1 January with their own first days",
    arguments: [
      (2027, 2000, "2027-01-01"), (2028, 2500, "2028-01-01"), (2029, 3000, "2029-01-01"),
    ]) func yearlyValues(year: Int, amount: Int, from: String) throws
  {
    let rules = Rules().with("benefit.amount_kr", "2500", from: "2028-01-01")
      .with("benefit.amount_kr", "2700", from: "2028-07-01")
      .with("benefit.amount_kr", "3000", from: "2029-01-01")
    let parameters = try rules.benefit(year: year)
    #expect(parameters.amount.value == amount)
    #expect(parameters.amount.from == (try from.day))
    #expect(parameters.from == (try from.day))
  }

  @Test("C-49 A value from July is first used for the next year") func midYear() throws {
    let rules = Rules().with("attendance.threshold", "4/5", from: "2028-07-01")
    #expect(try rules.benefit(year: 2028).threshold.value == Fraction(3, 4))
    #expect(try rules.benefit(year: 2029).threshold.value == Fraction(4, 5))
  }

  @Test("C-50 No year before the act can be decided") func beforeTheAct() {
    #expect(throws: Refusal.self) { try Rules().benefit(year: 2026) }
  }

  @Test("Every occasion is shown with how it counts") func treatments() throws {
    let year = try YearFixture(
      [
        .m01.member("A", from: "2027-02-10").member("B", primary: false).trained("2027-04-01–")
          .present("A03").excused("A04")
      ],
      rings: [.a.cancelled("A05").called("A06", on: "2027-07-05").roster("A12", "M02")])
    let shown = year.rule.occasions(of: 0, in: year.facts)
    let own = shown.filter { $0.ring.serial == 1 }.map(\.treatment)
    #expect(
      own == [
        .outsideMembership, .beforeTraining, .attended, .missed, .cancelled, .shortNotice, .missed, .missed,
        .missed, .missed, .missed, .notCalled,
      ])
    #expect(shown.filter { $0.ring.serial == 2 }.allSatisfy { $0.treatment == .otherRing })
  }

  @Test(
    "Percentages are truncated to two decimals",
    arguments: [
      (0, 0, "–"), (0, 7, "0,00"), (1, 1, "100,00"), (2, 3, "66,66"), (7_499, 10_000, "74,99"),
      (1, 1_000, "0,10"), (1, 10_001, "0,00"), (3, 4, "75,00"),
    ]) func percent(attended: Int, counted: Int, expected: String)
  {
    #expect(AttendanceCount(attended: attended, counted: counted).percent == expected)
  }

  @Test("The codes are those of the contract, and the bits keep their order") func codes() {
    #expect(
      OutcomeReason.allCases.map(\.rawValue) == [
        "DUBBLETT", "EJ_REGISTRERAD_RING", "UNDER_ALDER", "DODSBO", "EJ_UTBILDAD", "FOR_FA_TILLFALLEN",
        "UNDER_TROSKEL", "HUSHALLSTAK", "EJ_AVGJORT", "EJ_ATTESTERAD", "ID_EJ_STYRKT",
      ])
    #expect(OutcomeReason.allCases.map { OutcomeReasons($0).rawValue } == (0...10).map { 1 << $0 })
  }
}
