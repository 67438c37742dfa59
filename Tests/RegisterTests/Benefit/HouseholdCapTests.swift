import Identity
import Register
import Testing

/// The household cap, an alternative rule-set (decision C-58).
struct HouseholdCapTests {
  private let capOne: Rules = ["benefit.max_claimants_per_household": "1"]

  private func granted(_ member: MemberFixture, from day: String = "2027-01-15", _ household: String? = "H1")
    -> MemberFixture
  {
    member.member("A", from: day, household: household).attested("A01–A09")
  }

  @Test("Joined the same day: the earlier birth date") func birthDate() throws {
    let year = try YearFixture([granted(.m01), granted(.m02), granted(.m03)], rules: capOne)
    #expect(year.outcomes.map(\.description) == ["AVSLAG:HUSHALLSTAK", "BEVILJAS", "AVSLAG:HUSHALLSTAK"])
  }

  @Test("Born the same day: the lower number") func number() throws {
    let twin = MemberFixture(key: "M14", number: "19850709-2396")
    let year = try YearFixture([granted(twin), granted(.m01)], rules: capOne)
    #expect(year.outcomes.map(\.description) == ["AVSLAG:HUSHALLSTAK", "BEVILJAS"])
  }

  @Test("Two places for three") func capTwo() throws {
    let year = try YearFixture(
      [granted(.m01), granted(.m02), granted(.m03)], rules: ["benefit.max_claimants_per_household": "2"])
    #expect(year.outcomes.map(\.description) == ["AVSLAG:HUSHALLSTAK", "BEVILJAS", "BEVILJAS"])
  }

  @Test("One who is refused takes no place") func refusedTakesNone() throws {
    let refused = MemberFixture.m02.member("A", household: "H1").present("A01–A08")
    let year = try YearFixture([refused, granted(.m01)], rules: capOne)
    #expect(year.outcomes.map(\.description) == ["AVSLAG:UNDER_TROSKEL", "BEVILJAS"])
  }

  @Test("One who waits keeps the place, the next waits for it, the one after is refused in any case")
  func waiting() throws {
    let waiting = granted(.m08, from: "2027-01-15")
    let year = try YearFixture(
      [waiting, granted(.m01, from: "2027-01-16"), granted(.m02, from: "2027-01-17")], rules: capOne)
    #expect(
      year.outcomes.map(\.description) == [
        "AVVAKTAR:ID_EJ_STYRKT", "AVVAKTAR:HUSHALLSTAK", "AVSLAG:HUSHALLSTAK",
      ])
    #expect(year.outcomes.map(\.amount) == [0, 0, 0])
  }

  @Test("The same label in two rings is two households, and no label is a household alone") func labels()
    throws
  {
    let other = MemberFixture.m03.member("B", household: "H1").present("B01–B03")
    let year = try YearFixture(
      [granted(.m01), other, granted(.m02, nil), granted(.m04, nil)], rules: capOne)
    #expect(year.outcomes.map(\.description) == ["BEVILJAS", "BEVILJAS", "BEVILJAS", "BEVILJAS"])
  }

  @Test("The household of the last qualifying day counts") func lastHousehold() throws {
    let moved = MemberFixture.m01
      .member("A", through: "2027-06-30", household: "H1")
      .member("A", from: "2027-07-01", household: "H2").present("A01–A09")
    let year = try YearFixture([moved, granted(.m02, "H1"), granted(.m03, "H2")], rules: capOne)
    #expect(year.outcomes.map(\.description) == ["AVSLAG:HUSHALLSTAK", "BEVILJAS", "BEVILJAS"])
  }

  @Test("The order of rows never matters", arguments: 1...30) func deterministic(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let days = ["2027-01-15", "2027-01-16"]
    let all: [MemberFixture] = [.m01, .m02, .m03, .m04, .m07, .m08, .m09, .m10, .m11]
    let household = all.map { granted($0, from: days[Int.random(in: 0...1, using: &random)]) }
    let rules: Rules = ["benefit.max_claimants_per_household": "\(Int.random(in: 1...4, using: &random))"]
    func outcomes(_ members: [MemberFixture]) throws -> [PersonID: String] {
      let year = try YearFixture(members, rules: rules)
      return Dictionary(
        uniqueKeysWithValues: zip(year.facts.members.map(\.person), year.outcomes.map(\.description)))
    }
    #expect(try outcomes(household.shuffled(using: &random)) == outcomes(household))
  }

  @Test("The place in the household is among the reasons") func reason() throws {
    let year = try YearFixture([granted(.m02), granted(.m01)], rules: capOne)
    let reason = try #require(year.reasons(of: 1).first { $0.rule == .household })
    #expect(reason.state == .fails)
    #expect(reason.facts["limit"] == .count(1))
    #expect(reason.facts["ahead"] == .count(1))
    #expect(!year.reasons(of: 1).contains { $0.state == .fails && $0.rule != .household })
  }
}
