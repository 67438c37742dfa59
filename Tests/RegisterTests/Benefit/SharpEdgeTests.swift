import Identity
import Register
import Testing

/// One case or more for each decision on membership, window, attendance, training, identity and death.
struct SharpEdgeTests {
  @Test(
    "C-77 An officer waits for nothing: what nobody attested is absence, and an identity not proven is refused"
  )
  func waitsForNothing() throws {
    func decide(_ member: MemberFixture, ring: RingFixture = .a) throws -> BenefitOutcome {
      let year = try YearFixture([member], rings: [ring])
      let rule = BenefitRule(
        year.rule.parameters, asOf: year.rule.asOf, waitingNoLonger: [try Person.id(member.key)])
      return rule.outcomes(in: year.facts)[0]
    }
    let contact = MemberFixture.m12.member("A").present("A01–A09")
    #expect(try decide(contact).description == "AVSLAG:UNDER_TROSKEL")
    #expect(try decide(.m12.member("A").attested("A01–A09")).description == "BEVILJAS")
    let unproven = MemberFixture.m08.member("A").level(.probable).present("A01–A09")
    #expect(try decide(unproven).description == "AVSLAG:ID_EJ_STYRKT")
    #expect(try decide(.m08.member("A").level(.proven).present("A01–A09")).description == "BEVILJAS")
  }

  @Test(arguments: days + attendance + persons) func outcome(_ example: MemberCase) throws {
    #expect(try example.decide().lines == [example.expected])
  }

  static let days: [MemberCase] = [
    MemberCase(
      "C-47 the first and the last day of membership count",
      .m01.member("A", from: "2027-03-02", through: "2027-06-01").present("A02–A05"),
      "BEVILJAS 4/4 100,00 % 2000 kr"),
    MemberCase(
      "C-47 the last day of registration counts", .m01.member("A").present("A01–A05"),
      rings: [.a.deregistered(on: "2027-06-01")],
      "BEVILJAS 5/5 100,00 % 2000 kr"),
    MemberCase(
      "C-47 so does the day of the training, whatever the hour",
      .m01.member("A").trained("2027-06-01–").present("A05–A12"),
      "BEVILJAS 8/8 100,00 % 2000 kr"),
    MemberCase(
      "C-53 leaving and coming back are summed, the gap counts on neither side",
      .m01.member("A", through: "2027-03-31").member("A", from: "2027-09-01").present(
        "A01", "A02", "A08–A10"),
      "AVSLAG:UNDER_TROSKEL 5/7 71,42 % 0 kr"),
    MemberCase(
      "C-53 the floor is tested on the sum, never per row",
      .m01.member("A", through: "2027-03-31").member("D", from: "2027-11-01").present(
        "A01", "A02", "D04", "D05"),
      "BEVILJAS 4/4 100,00 % 2000 kr"),
    MemberCase(
      "C-55 expired and renewed training makes a hole",
      .m01.member("A").trained("2027-01-20–2027-04-30", "2027-09-01–").present("A01–A03", "A08–A12"),
      "BEVILJAS 8/8 100,00 % 2000 kr"),
    MemberCase(
      "C-54 a person with secondary memberships alone has no primary ring that counts",
      .m01.member("A", primary: false).present("A01–A12"),
      "AVSLAG:EJ_REGISTRERAD_RING 0/0 – % 0 kr"),
    MemberCase(
      "C-56 alt best_ring: the higher fraction wins, whatever is primary",
      .m01.member("A").member("D", primary: false).present("A01–A10", "D01–D05"),
      rules: ["membership.multi": "best_ring"],
      "BEVILJAS 5/5 100,00 % 2000 kr"),
    MemberCase(
      "C-56 alt best_ring: equal fractions, more attended wins",
      .m01.member("B").member("A", primary: false).present("B01–B03", "A01–A09"),
      rules: ["membership.multi": "best_ring"],
      "BEVILJAS 9/12 75,00 % 2000 kr"),
    MemberCase(
      "C-56 alt best_ring: a ring below the floor does not win",
      .m01.member("A", from: "2027-11-01").member("B", primary: false).present("A10–A12", "B01–B03"),
      rules: ["membership.multi": "best_ring"],
      "BEVILJAS 3/4 75,00 % 2000 kr"),
    MemberCase(
      "C-56 alt best_ring: no ring reaches the floor, the one with most counted is shown",
      .m01.member("A", from: "2027-11-01").member("D", from: "2027-11-01").present("A10–A12", "D04", "D05"),
      rules: ["membership.multi": "best_ring"],
      "AVSLAG:FOR_FA_TILLFALLEN 3/3 100,00 % 0 kr"),
    MemberCase(
      "C-82 no other state than registration ends the days: supervision is registration",
      .m01.member("A").present("A01–A09"), "BEVILJAS 9/12 75,00 % 2000 kr"),
    MemberCase(
      "C-84 registered later than the membership",
      .m01.member("A").present("A06–A12"), rings: [.a.registered("2027-07-01–")],
      "BEVILJAS 7/7 100,00 % 2000 kr"),
  ]

  static let attendance: [MemberCase] = [
    MemberCase(
      "C-57 alt either: a leg with the floor exists, below",
      .m01.member("C").present("C01–C07", "CA1"), rules: ["attendance.basis": "either"],
      "AVSLAG:UNDER_TROSKEL 7/10 70,00 % 0 kr"),
    MemberCase(
      "C-57 alt either: no leg has the floor, though both together do",
      .m01.member("C", from: "2027-09-15").present("C08–C10", "CA3", "CA4"),
      rules: ["attendance.basis": "either"],
      "AVSLAG:FOR_FA_TILLFALLEN 5/5 100,00 % 0 kr"),
    MemberCase(
      "C-57 alt either: two legs qualify, the higher fraction is printed",
      .m01.member("C").present("C01–C09", "CA1–CA3"), rules: ["attendance.basis": "either"],
      "BEVILJAS 9/10 90,00 % 2000 kr"),
    MemberCase(
      "C-59 called seven days before counts", .m01.member("A").present("A02–A09"),
      rings: [.a.called("A01", on: "2027-01-26")],
      "AVSLAG:UNDER_TROSKEL 8/12 66,66 % 0 kr"),
    MemberCase(
      "C-59 called six days before counts on neither side", .m01.member("A").present("A01–A09"),
      rings: [.a.called("A01", on: "2027-01-27")],
      "AVSLAG:UNDER_TROSKEL 8/11 72,72 % 0 kr"),
    MemberCase(
      "C-60 everyone who is a member on the day is called",
      .m03.member("A", from: "2027-07-06").present("A06–A10"),
      "AVSLAG:UNDER_TROSKEL 5/7 71,42 % 0 kr"),
    MemberCase(
      "C-60 on the roster", .m01.member("A").present("A01–A09"), rings: [.a.roster("A12", "M01", "M02")],
      "BEVILJAS 9/12 75,00 % 2000 kr"),
    MemberCase(
      "C-60 not on the roster: nothing counts, presence neither",
      .m01.member("A").present("A01–A08", "A12"), rings: [.a.roster("A12", "M02")],
      "AVSLAG:UNDER_TROSKEL 8/11 72,72 % 0 kr"),
    MemberCase(
      "C-61 no entry is absence", .m01.member("B").present("B01", "B02"),
      "AVSLAG:UNDER_TROSKEL 2/4 50,00 % 0 kr"),
    MemberCase(
      "C-62 alt remove: the floor is tested on what remains",
      .m01.member("B").present("B01–B03").excused("B04"), rules: ["attendance.excused": "remove"],
      "AVSLAG:FOR_FA_TILLFALLEN 3/3 100,00 % 0 kr"),
    MemberCase(
      "C-63 attendance at a cancelled occasion is not counted", .m01.member("A").present("A01–A09"),
      rings: [.a.cancelled("A09")],
      "AVSLAG:UNDER_TROSKEL 8/11 72,72 % 0 kr"),
    MemberCase(
      "C-64 the contact person's presence, attested", .m12.member("A").attested("A01–A09"),
      "BEVILJAS 9/12 75,00 % 2000 kr"),
    MemberCase(
      "C-64 the contact person's presence not attested decides: it waits",
      .m12.member("A").attested("A01–A08").present("A09"),
      "AVVAKTAR:EJ_ATTESTERAD 8/12 66,66 % 0 kr"),
    MemberCase(
      "C-64 not attested and granted without it", .m12.member("A").attested("A01–A09").present("A10"),
      "BEVILJAS 9/12 75,00 % 2000 kr"),
    MemberCase(
      "C-64 not attested and refused even with it", .m12.member("A").attested("A01–A07").present("A08"),
      "AVSLAG:UNDER_TROSKEL 7/12 58,33 % 0 kr"),
    MemberCase(
      "C-64 only on the days as contact person", .m12.member("A").present("A01–A09"),
      rings: [.a.contact("M12", "2027-11-01–")],
      "BEVILJAS 9/12 75,00 % 2000 kr"),
  ]

  static let persons: [MemberCase] = [
    MemberCase(
      "C-67 the identity comes last: a refusal is a refusal",
      .m08.member("A").level(.probable).present("A01–A08"),
      "AVSLAG:UNDER_TROSKEL 8/12 66,66 % 0 kr"),
    MemberCase(
      "C-67 no known level is below every level", .m08.member("A").present("A01–A09"),
      "AVVAKTAR:ID_EJ_STYRKT 9/12 75,00 % 0 kr"),
    MemberCase(
      "C-67 alt sannolik", .m08.member("A").level(.probable).present("A01–A09"),
      rules: ["id.coordination_level_min": "sannolik"],
      "BEVILJAS 9/12 75,00 % 2000 kr"),
    MemberCase(
      "C-68 unknown birth date waits", .unknownBirth.member("A").level(.proven).present("A01–A09"),
      "AVVAKTAR:ID_EJ_STYRKT 9/12 75,00 % 0 kr"),
    MemberCase(
      "C-68 until it is registered",
      .unknownBirth.born("1985-03-01").member("A").level(.proven).present("A01–A09"),
      "BEVILJAS 9/12 75,00 % 2000 kr"),
    MemberCase(
      "C-68 a registered birth date prevails over the number",
      .m05.born("2010-01-02").member("A").present("A01–A09"),
      "AVSLAG:UNDER_ALDER 9/12 75,00 % 0 kr"),
    MemberCase(
      "C-69 age is judged on the day of death", .m05.member("A").died("2027-12-30").present("A01–A11"),
      "AVSLAG:UNDER_ALDER 11/11 100,00 % 0 kr"),
    MemberCase(
      "C-70 an occasion on the day of death counts if the person was there",
      .m07.member("A").died("2027-09-07").present("A01–A06", "A08"),
      "BEVILJAS 7/8 87,50 % 2000 kr"),
    MemberCase(
      "C-70 and else on neither side", .m07.member("A").died("2027-09-07").present("A01–A06"),
      "BEVILJAS 6/7 85,71 % 2000 kr"),
    MemberCase(
      "C-70 death in the year after cuts nothing", .m07.member("A").died("2028-01-03").present("A01–A09"),
      "BEVILJAS 9/12 75,00 % 2000 kr"),
    MemberCase(
      "C-70 alt dodsbo=false", .m07.member("A").died("2027-09-20").present("A01–A06"),
      rules: ["benefit.dodsbo": "false"],
      "AVSLAG:DODSBO 6/8 75,00 % 0 kr"),
    MemberCase(
      "C-71 two numbers in one ring on the same days are one person",
      .m01.member("A").member("A", from: "2027-05-01").present("A01–A09"),
      "BEVILJAS 9/12 75,00 % 2000 kr"),
    MemberCase(
      "C-72 age is named before training", .m06.member("A").untrained(),
      "AVSLAG:UNDER_ALDER 0/0 – % 0 kr"),
    MemberCase(
      "C-72 the ring was never registered in the membership",
      .m01.member("A", through: "2027-03-31").present("A01"), rings: [.a.registered("2027-04-01–")],
      "AVSLAG:EJ_REGISTRERAD_RING 0/0 – % 0 kr"),
    MemberCase(
      "C-72 the ring was never registered at all", .m01.member("A"), rings: [.a.neverRegistered()],
      "AVSLAG:EJ_REGISTRERAD_RING 0/0 – % 0 kr"),
    MemberCase(
      "C-72 trained after the membership ended",
      .m01.member("A", through: "2027-06-30").trained("2027-07-01–"),
      "AVSLAG:EJ_UTBILDAD 0/0 – % 0 kr"),
    MemberCase(
      "C-72 trained after the ring ended", .m01.member("A").trained("2027-07-01–"),
      rings: [.a.deregistered(on: "2027-06-30")],
      "AVSLAG:EJ_UTBILDAD 0/0 – % 0 kr"),
  ]

  @Test("C-72 All failing conditions are stated, the first one named") func allReasons() throws {
    let year = try YearFixture([.m06.member("A", from: "2027-11-01").present("A10")])
    #expect(year.outcomes[0].unmet.all == [.underAge, .tooFewOccasions, .belowThreshold])
  }

  @Test("C-56 alt best_ring: a full tie goes to the lower ring number") func bestRingTie() throws {
    let member = MemberFixture.m01.member("C", from: "2027-09-15").member("A", from: "2027-09-15")
    let year = try YearFixture(
      [member.present("A09–A12", "C08–C10", "CA4")],
      rings: [.c.moved("CA3", to: "2027-01-16T20:00")], rules: ["membership.multi": "best_ring"])
    #expect(year.windows() == ["TR-1280-0001 2027-09-15–2027-12-31"])
  }

  @Test("C-18 An occasion over midnight belongs to the day it starts, in Swedish time") func localDay() throws
  {
    let year = try YearFixture(
      [.m01.member("A", through: "2027-12-07").present("A01–A09")],
      rings: [.a.moved("A12", to: "2027-12-07T23:30+00:00")])
    #expect(year.outcomes[0].count.description == "9/11")
  }
}

extension MemberFixture {
  /// A coordination number given without a known month and day of birth.
  fileprivate static let unknownBirth = MemberFixture(key: "M13", number: "19850060-2399")

  fileprivate func born(_ day: String) -> MemberFixture {
    var member = self
    member.bornOn = day
    return member
  }
}
