import Identity
import Register
import Testing

/// The yearly follow-up of a ring (decisions C-10, C-11, C-86 and C-87).
struct RingFollowUpTests {
  @Test("REG-08 Visits in the first, second and fourth quarter") func police() throws {
    let ring = RingFixture.a.registered("2027-01-01–").police("A01", "A05", "A10")
    let year = try YearFixture([.m01.member("A").present("A01–A09")], rings: [ring])
    #expect(try followUp(year)?.policeQuarters == [.met, .met, .missed, .met])
    #expect(year.lines == ["BEVILJAS 9/12 75,00 % 2000 kr"])
  }

  @Test(
    "C-87 A quarter only partly registered is not judged, one under way goes on",
    arguments: [
      ("2027-01-15–", "2028-01-16", [RingFollowUp.PoliceQuarter.notJudged, .missed, .missed, .missed]),
      ("2027-01-15–2027-08-15", "2028-01-16", [.notJudged, .missed, .notJudged, .notJudged]),
      ("2027-01-15–", "2027-06-30", [.notJudged, .ongoing, .ongoing, .ongoing]),
      ("2027-01-15–", "2027-07-01", [.notJudged, .missed, .ongoing, .ongoing]),
    ]) func quarters(days: String, today: String, expected: [RingFollowUp.PoliceQuarter]) throws
  {
    let year = try YearFixture([.m01.member("A")], rings: [.a.registered(days)])
    #expect(try followUp(year, on: today)?.policeQuarters == expected)
  }

  @Test("C-87 A visit before the registration or at a cancelled occasion is none") func noVisit() throws {
    let ring = RingFixture.a.registered("2027-03-03–").police("A02", "A05").cancelled("A05")
    let year = try YearFixture([.m01.member("A")], rings: [ring])
    #expect(try followUp(year)?.policeQuarters == [.notJudged, .missed, .missed, .missed])
  }

  @Test(
    "C-86 One active of ten households is enough, of eleven too few",
    arguments: [
      (10, false), (11, true),
    ]) func activeShare(households: Int, isUnder: Bool) throws
  {
    let others = (1..<households).map { member($0) }
    let year = try YearFixture([.m01.member("A", household: "H0").present("A01–A09")] + others)
    let followUp = try #require(try followUp(year))
    #expect(followUp.households == households)
    #expect(followUp.activeHouseholds == 1)
    #expect(followUp.isUnderCriticalMass == isUnder)
  }

  @Test("C-86 Age and identity do not matter, one active member makes the household active") func active()
    throws
  {
    let year = try YearFixture([
      .m06.member("A", household: "H1").present("A01–A12"),
      .m08.member("A", household: "H2").present("A01–A12"),
      .m01.member("A", household: "H3"),
      .m02.member("A", household: "H3").present("A01–A12"),
      .m03.member("A", household: "H4").present("A01–A08"),
      .m04.member("A").untrained(),
    ])
    #expect(try followUp(year)?.households == 5)
    #expect(try followUp(year)?.activeHouseholds == 3)
  }

  @Test("C-86 Households are counted on the last day of the registration") func lastDay() throws {
    let year = try YearFixture(
      [
        .m01.member("A", through: "2027-05-30", household: "H1"), .m02.member("A", household: "H2"),
        .m07.member("A", household: "H3").died("2027-05-01"),
      ], rings: [.a.deregistered(on: "2027-05-31")])
    let followUp = try #require(try followUp(year))
    #expect(followUp.day == (try "2027-05-31".day))
    #expect(followUp.households == 1)
  }

  @Test(
    "C-11 The advisory band",
    arguments: [
      (39, RingFollowUp.Size.below), (40, .within), (60, .within), (61, .above),
    ]) func size(households: Int, expected: RingFollowUp.Size) throws
  {
    let year = try YearFixture((1...households).map { member($0) })
    #expect(try followUp(year)?.size == expected)
  }

  @Test("A ring that was not registered in the year is not followed up") func neverRegistered() throws {
    let year = try YearFixture([.m01.member("A")], rings: [.a.neverRegistered()])
    #expect(try followUp(year) == nil)
  }

  private func followUp(_ year: YearFixture, on day: String = "2028-01-16") throws -> RingFollowUp? {
    try RingFollowUpRule(
      on: min(day.day, LocalDate.lastDay(of: year.facts.year)), asOf: day.day, in: Rules().parameters()
    )
    .followUp(year.facts, year.outcomes)
  }

  /// A member of a household of the same number, who does nothing.
  private func member(_ number: Int) -> MemberFixture {
    MemberFixture(key: "M\(100 + number)", number: "19850709-2388").member("A", household: "H\(number)")
  }
}
