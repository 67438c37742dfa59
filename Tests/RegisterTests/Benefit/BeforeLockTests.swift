import Identity
import Register
import Testing

/// What is said before the lock (decision C-73).
struct BeforeLockTests {
  @Test(
    "C-48 The lock is the end of 15 January, a Saturday or not",
    arguments: [
      ("2028-01-15T23:59:59", "AVVAKTAR:EJ_AVGJORT"), ("2028-01-16T00:00", "BEVILJAS"),
    ]) func lock(moment: String, expected: String) throws
  {
    let year = try YearFixture([.m01.member("A").present("A01–A09")], asOf: moment)
    #expect(year.outcomes[0].description == expected)
  }

  @Test(
    "Attended, counted and still to come",
    arguments: [
      // Two attended of six, six to come: 2 + 6 of 12 is too few.
      ("A01–A02", "2027-07-10T00:00", "2/6", 6, false, nil),
      // Three attended: all six that remain are needed.
      ("A01–A03", "2027-07-10T00:00", "3/6", 6, true, 6),
      ("A01–A06", "2027-07-10T00:00", "6/6", 6, true, 3),
      ("A01–A09", "2027-12-31T21:59", "9/11", 1, true, 0),
      ("A01–A08", "2027-12-31T21:59", "8/11", 1, true, 1),
      ("A01–A07", "2027-12-31T21:59", "7/11", 1, false, nil),
      ("A01–A08", "2027-12-31T22:00", "8/12", 0, false, nil),
    ] as [(String, String, String, Int, Bool, Int?)])
  func prospect(
    attended: String, moment: String, count: String, upcoming: Int, isReachable: Bool, needed: Int?
  ) throws {
    let year = try YearFixture([.m01.member("A").present(attended)], asOf: moment)
    let prospect = try #require(year.outcomes[0].prospect)
    #expect(year.outcomes[0].count.description == count)
    #expect(prospect.upcoming == upcoming)
    #expect(prospect.isReachable == isReachable)
    #expect(prospect.needed == needed)
  }

  @Test("Enough attendance is not enough below the floor, and what the share takes is still said")
  func floor() throws {
    let year = try YearFixture(
      [.m01.member("A", from: "2027-10-15").present("A10", "A11")], asOf: "2027-12-08T00:00")
    let prospect = try #require(year.outcomes[0].prospect)
    #expect(!prospect.isReachable)
    #expect(prospect.needed == 1)
    #expect(!prospect.hasEnough)
  }

  @Test("A leg of which nothing is called is no leg that is reached") func emptyLeg() throws {
    // Trained so late that one meeting, which was missed, and one activity alone count: both added are shown.
    let year = try YearFixture(
      [.m01.member("C").trained("2027-12-01–")], rules: ["attendance.basis": "either"],
      asOf: "2027-12-15T00:00")
    let prospect = try #require(year.outcomes[0].prospect)
    #expect(!prospect.isReachable)
    #expect(!prospect.hasEnough)
    #expect(prospect.upcoming == 1)
    #expect(prospect.needed == nil)
  }

  @Test("Neither leg will have enough, though both together would") func legsAdded() throws {
    // Two meetings and one activity are left.
    let member = MemberFixture.m01.member("C").trained("2027-10-20–")
    func prospect(_ basis: String) throws -> AttendanceProspect? {
      try YearFixture(
        [member], rules: ["attendance.basis": basis, "attendance.min_counted_occasions": "3"],
        asOf: "2027-10-21T00:00"
      ).outcomes[0].prospect
    }
    for (basis, isReachable) in [("pooled", true), ("either", false)] {
      let prospect = try prospect(basis)
      #expect(prospect?.upcoming == 3)
      #expect(prospect?.needed == 3)
      #expect(prospect?.isReachable == isReachable)
    }
  }

  @Test("The training can still come, so the occasions ahead are within reach") func untrained() throws {
    let year = try YearFixture([.m01.member("A").untrained()], asOf: "2027-07-10T00:00")
    #expect(year.outcomes[0].count.description == "0/0")
    #expect(year.outcomes[0].prospect?.isReachable == true)
    #expect(year.outcomes[0].prospect?.needed == 5)
    #expect(year.reasons().first { $0.rule == .training }?.state == .waits)
  }

  @Test("Either leg will do") func either() throws {
    let year = try YearFixture(
      [.m01.member("C").present("CA1", "CA2")], rules: ["attendance.basis": "either"],
      asOf: "2027-09-01T00:00")
    #expect(year.outcomes[0].prospect?.isReachable == true)
    #expect(year.outcomes[0].prospect?.needed == 1)
  }

  @Test("Cancelled, called late or without a call, nothing is ahead") func notAhead() throws {
    let rings: [RingFixture] = [.a.cancelled("A10").called("A11", on: "2027-12-01").roster("A12", "M02")]
    let year = try YearFixture(
      [.m01.member("A").present("A01–A06")], rings: rings, asOf: "2027-11-01T00:00")
    #expect(year.outcomes[0].prospect?.upcoming == 0)
  }

  @Test("Age alone is final") func age() throws {
    let year = try YearFixture([.m06.member("A").untrained()], asOf: "2027-07-10T00:00")
    #expect(year.outcomes[0].description == "AVVAKTAR:EJ_AVGJORT")
    #expect(year.outcomes[0].unmet.all == [.underAge, .undecided])
    #expect(year.reasons().filter { $0.state == .fails }.map(\.rule) == [.age])
  }

  @Test("The best of several rings is within reach") func bestRing() throws {
    let year = try YearFixture(
      [.m01.member("A").member("D", primary: false)], rules: ["membership.multi": "best_ring"],
      asOf: "2027-08-10T00:00")
    #expect(year.outcomes[0].prospect?.isReachable == true)
    #expect(year.outcomes[0].prospect?.needed == 4)
  }
}
