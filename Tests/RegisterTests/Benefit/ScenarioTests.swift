import Identity
import Register
import Testing

/// The cases of the yearly decision, income year 2027.
struct ScenarioTests {
  @Test(arguments: cases) func outcome(_ example: MemberCase) throws {
    #expect(try example.decide().lines == [example.expected])
  }

  static let cases: [MemberCase] = [
    MemberCase(
      "AVD-01 exactly 75 %", .m01.member("A").present("A01–A09"),
      "BEVILJAS 9/12 75,00 % 2000 kr"),
    MemberCase(
      "AVD-02 three of four", .m02.member("B").present("B01–B03"),
      "BEVILJAS 3/4 75,00 % 2000 kr"),
    MemberCase(
      "AVD-03 below", .m01.member("A").present("A01–A08"),
      "AVSLAG:UNDER_TROSKEL 8/12 66,66 % 0 kr"),
    MemberCase(
      "AVD-06 joined mid-year",
      .m03.member("A", from: "2027-07-01").trained("2027-07-03–").present("A06–A11"),
      "BEVILJAS 6/7 85,71 % 2000 kr"),
    MemberCase(
      "AVD-06 joined mid-year, one less",
      .m03.member("A", from: "2027-07-01").trained("2027-07-03–").present("A06–A10"),
      "AVSLAG:UNDER_TROSKEL 5/7 71,42 % 0 kr"),
    MemberCase(
      "AVD-07 joined late", .m04.member("A", from: "2027-10-15").trained("2027-10-20–").present("A10–A12"),
      "AVSLAG:FOR_FA_TILLFALLEN 3/3 100,00 % 0 kr"),
    MemberCase(
      "AVD-07 joined late, alt min=1",
      .m04.member("A", from: "2027-10-15").trained("2027-10-20–").present("A10–A12"),
      rules: ["attendance.min_counted_occasions": "1"],
      "BEVILJAS 3/3 100,00 % 2000 kr"),
    MemberCase(
      "AVD-08 trained after participating", .m09.member("A").trained("2027-06-15–").present("A01–A10"),
      "AVSLAG:UNDER_TROSKEL 5/7 71,42 % 0 kr"),
    MemberCase(
      "AVD-08 trained after participating, alt order=any_time_in_year",
      .m09.member("A").trained("2027-06-15–").present("A01–A10"),
      rules: ["training.order": "any_time_in_year"],
      "BEVILJAS 10/12 83,33 % 2000 kr"),
    MemberCase(
      "AVD-10 never trained", .m01.member("A").untrained().present("A01–A12"),
      "AVSLAG:EJ_UTBILDAD 0/0 – % 0 kr"),
    MemberCase(
      "AVD-11 moved ring",
      .m10.member("A", through: "2027-06-30").member("D", from: "2027-07-01").present("A01–A03", "D01–D05"),
      "BEVILJAS 8/10 80,00 % 2000 kr"),
    MemberCase(
      "AVD-13 two rings, both full",
      .m11.member("A").member("D", primary: false).present("A01–A12", "D01–D05"),
      "BEVILJAS 12/12 100,00 % 2000 kr"),
    MemberCase(
      "AVD-14 cancelled meeting, 8 of 11", .m01.member("A").present("A01–A06", "A08", "A09"),
      rings: [.a.cancelled("A07")],
      "AVSLAG:UNDER_TROSKEL 8/11 72,72 % 0 kr"),
    MemberCase(
      "AVD-14 cancelled meeting, 9 of 11", .m01.member("A").present("A01–A06", "A08–A10"),
      rings: [.a.cancelled("A07")],
      "BEVILJAS 9/11 81,81 % 2000 kr"),
    MemberCase(
      "AVD-16 excused", .m01.member("A").present("A01–A05", "A08–A10").excused("A06", "A07"),
      "AVSLAG:UNDER_TROSKEL 8/12 66,66 % 0 kr"),
    MemberCase(
      "AVD-16 excused, alt excused=remove",
      .m01.member("A").present("A01–A05", "A08–A10").excused("A06", "A07"),
      rules: ["attendance.excused": "remove"],
      "BEVILJAS 8/10 80,00 % 2000 kr"),
    MemberCase(
      "AVD-19 pooled", .m01.member("C").present("C01–C04", "CA1–CA4"),
      "AVSLAG:UNDER_TROSKEL 8/14 57,14 % 0 kr"),
    MemberCase(
      "AVD-19 alt basis=either", .m01.member("C").present("C01–C04", "CA1–CA4"),
      rules: ["attendance.basis": "either"],
      "BEVILJAS 4/4 100,00 % 2000 kr"),
    MemberCase(
      "AVD-20 deceased", .m07.member("A").died("2027-09-20").present("A01–A06"),
      "BEVILJAS 6/8 75,00 % 2000 kr"),
    MemberCase(
      "AVD-21 ring deregistered", .m01.member("A").present("A01–A03"),
      rings: [.a.deregistered(on: "2027-05-31")],
      "BEVILJAS 3/4 75,00 % 2000 kr"),
    MemberCase(
      "AVD-23 18 on the last day", .m05.member("A").present("A01–A12"),
      "BEVILJAS 12/12 100,00 % 2000 kr"),
    MemberCase(
      "AVD-23 18 on the day after", .m06.member("A").present("A01–A12"),
      "AVSLAG:UNDER_ALDER 12/12 100,00 % 0 kr"),
    MemberCase(
      "AVD-25 the walk that begins on New Year's Eve counts in 2027", .m01.member("A").present("A12"),
      "AVSLAG:UNDER_TROSKEL 1/12 8,33 % 0 kr"),
    MemberCase(
      "AVD-25 and not in 2028", .m01.member("A").present("A01–A12"),
      year: 2028,
      "AVSLAG:FOR_FA_TILLFALLEN 0/0 – % 0 kr"),
    MemberCase(
      "ID-06 coordination number, proven", .m08.member("A").level(.proven).present("A01–A09"),
      "BEVILJAS 9/12 75,00 % 2000 kr"),
    MemberCase(
      "ID-06 coordination number, probable", .m08.member("A").level(.probable).present("A01–A09"),
      "AVVAKTAR:ID_EJ_STYRKT 9/12 75,00 % 0 kr"),
  ]

  @Test("AVD-01 The window runs from the training through the year") func window() throws {
    let year = try YearFixture([.m01.member("A").present("A01–A09")])
    #expect(year.windows() == ["TR-1280-0001 2027-01-20–2027-12-31"])
  }

  @Test("AVD-06 The window begins with the later of membership and training") func lateWindow() throws {
    let year = try YearFixture([
      .m03.member("A", from: "2027-07-01").trained("2027-07-03–").present("A06–A11")
    ])
    #expect(year.windows() == ["TR-1280-0001 2027-07-03–2027-12-31"])
  }

  @Test("AVD-11 A moved ring gives two windows and one decision in the last ring") func moved() throws {
    let year = try YearFixture([
      .m10.member("A", through: "2027-06-30").member("D", from: "2027-07-01").present("A01–A03", "D01–D05")
    ])
    #expect(
      year.windows() == ["TR-1280-0001 2027-01-20–2027-06-30", "TR-1280-0004 2027-07-01–2027-12-31"])
    #expect(year.facts.rings[year.outcomes[0].ring].number.description == "TR-1280-0004")
  }

  @Test("AVD-20 The window ends on the day of death") func death() throws {
    let year = try YearFixture([.m07.member("A").died("2027-09-20").present("A01–A06")])
    #expect(year.windows() == ["TR-1280-0001 2027-01-20–2027-09-20"])
  }

  @Test(
    "AVD-04 74,99 % is refused and 75,00 % granted, whatever the numbers",
    arguments: [
      (7_499, "AVSLAG:UNDER_TROSKEL 7499/10000 74,99 % 0 kr"),
      (7_500, "BEVILJAS 7500/10000 75,00 % 2000 kr"),
    ]) func tenThousand(attended: Int, expected: String) throws
  {
    var ring = RingFixture.a
    ring.occasions = (1...10_000).map {
      RingFixture.Planned(key: "A\($0)", kind: .meeting, startsAt: "2027-12-01T18:00")
    }
    #expect(try YearFixture([.m01.member("A").present("A1–A\(attended)")], rings: [ring]).lines == [expected])
  }

  @Test("AVD-27 Two adults of one household both get it") func household() throws {
    let year = try YearFixture([
      .m01.member("A", household: "H1").present("A01–A09"),
      .m02.member("A", from: "2027-01-16", household: "H1").present("A01–A09"),
    ])
    #expect(year.lines == ["BEVILJAS 9/12 75,00 % 2000 kr", "BEVILJAS 9/12 75,00 % 2000 kr"])
  }

  @Test("AVD-27 alt cap=1: the earlier member gets it") func householdCap() throws {
    let year = try YearFixture(
      [
        .m02.member("A", from: "2027-01-16", household: "H1").present("A01–A09"),
        .m01.member("A", household: "H1").present("A01–A09"),
      ], rules: ["benefit.max_claimants_per_household": "1"])
    #expect(
      year.lines == ["AVSLAG:HUSHALLSTAK 9/12 75,00 % 0 kr", "BEVILJAS 9/12 75,00 % 2000 kr"])
  }

  @Test("AVD-29 Fifteen of fifty in each of 500 rings give 15 000 000 kronor") func volume() throws {
    let members = (1...50).map { number in
      MemberFixture(key: "M\(100 + number)", number: "19850709-2388")
        .member("A", household: "H\(number)").present(number <= 15 ? "A01–A09" : "A01–A08")
    }
    let outcomes = try YearFixture(members).outcomes
    #expect(500 * outcomes.count { $0.verdict == .granted } == 7_500)
    #expect(500 * outcomes.count { $0.verdict == .refused } == 17_500)
    #expect(500 * outcomes.reduce(0) { $0 + $1.amount } == 15_000_000)
  }
}
