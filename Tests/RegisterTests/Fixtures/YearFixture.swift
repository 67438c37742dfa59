import Identity
import Register
import Testing

/// A decided year of some members and the rings they name.
struct YearFixture {
  let facts: YearFacts
  let rule: BenefitRule
  let outcomes: [BenefitOutcome]

  /// Decides on the day after the lock unless told otherwise.
  init(
    _ members: [MemberFixture], rings changed: [RingFixture] = [], rules: Rules = [:],
    asOf moment: String? = nil, year: Int = 2027
  ) throws {
    let standard: [RingFixture] = [.a, .b, .c, .d]
    let rings = standard.map { ring in changed.first { $0.letter == ring.letter } ?? ring }
    let home = members.first?.memberships.first?.ring ?? "A"
    let ordered = rings.filter { $0.letter == home } + rings.filter { $0.letter != home }
    var facts = YearFacts(year: year)
    var places: [String: (ring: Int, occasion: Int, roster: Set<String>?)] = [:]
    for (position, ring) in ordered.enumerated() {
      let serial = try #require(rings.firstIndex { $0.letter == ring.letter }) + 1
      facts.add(try ring.facts(serial: serial))
      for (index, planned) in ring.occasions.enumerated() {
        places[planned.key] = (position, index, planned.roster)
      }
    }
    for member in members {
      let index = facts.add(try member.facts())
      for joined in member.memberships {
        facts.addMembership(
          ring: try #require(ordered.firstIndex { $0.letter == joined.ring }), days: try joined.days.days,
          isPrimary: joined.isPrimary, household: joined.household)
      }
      for place in places.values where place.roster?.contains(member.key) == true {
        facts.record(.onRoster, of: index, at: place.occasion, in: place.ring)
      }
      for (key, mark) in member.marks {
        let place = try #require(places[key], "\(key) is no occasion")
        facts.record(mark, of: index, at: place.occasion, in: place.ring)
      }
    }
    self.facts = facts
    self.rule = BenefitRule(
      try rules.benefit(year: year), asOf: try (moment ?? "\(year + 1)-01-16T06:00").moment)
    self.outcomes = rule.outcomes(in: facts)
  }

  /// The outcomes as `BEVILJAS 9/12 75,00 % 2000 kr`.
  var lines: [String] {
    outcomes.map { "\($0) \($0.count) \($0.count.percent) % \($0.amount) kr" }
  }

  /// The windows of a member as `TR-1280-0001 2027-01-20–2027-12-31`.
  func windows(of member: Int = 0) -> [String] {
    rule.windows(of: member, in: facts).map { "\($0.ring) \($0.days.text)" }
  }

  func reasons(of member: Int = 0) -> [DecisionReason] {
    rule.reasons(for: outcomes[member], of: member, in: facts)
  }
}

/// A case of one member, named as the scenarios name it.
struct MemberCase: Sendable, CustomTestStringConvertible {
  let name: String
  let decide: @Sendable () throws -> YearFixture
  let expected: String

  init(
    _ name: String, _ member: @autoclosure @escaping @Sendable () -> MemberFixture,
    rings: @autoclosure @escaping @Sendable () -> [RingFixture] = [],
    rules: @autoclosure @escaping @Sendable () -> Rules = [:], year: Int = 2027, _ expected: String
  ) {
    self.name = name
    self.decide = { try YearFixture([member()], rings: rings(), rules: rules(), year: year) }
    self.expected = expected
  }

  var testDescription: String { name }
}
