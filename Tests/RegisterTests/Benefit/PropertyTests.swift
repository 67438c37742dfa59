import Identity
import Register
import Testing

/// What holds for any facts, tried on rings and members made from a seed.
struct PropertyTests {
  private static let variants: [Rules] = [
    [:], ["attendance.basis": "either"], ["attendance.excused": "remove"],
    ["membership.multi": "best_ring"], ["training.order": "any_time_in_year"],
    ["membership.multi": "best_ring", "attendance.basis": "either", "attendance.excused": "remove"],
  ]

  @Test("Adding an attendance never turns a grant into a refusal", arguments: 1...40)
  func monotone(seed: Int) throws {
    for rules in PropertyTests.variants {
      var random = SeededGenerator(seed: UInt64(seed))
      let member = MemberFixture.random(using: &random)
      let before = try decide(member, rules)
      for key in MemberFixture.allOccasions {
        let after = try decide(member.attested(key), rules)
        if before.verdict == .granted { #expect(after.verdict == .granted, "\(key)") }
      }
    }
  }

  @Test(
    "No more is attended than counts, and the percentage never rounds up to the threshold", arguments: 1...60)
  func bounds(seed: Int) throws {
    for rules in PropertyTests.variants {
      var random = SeededGenerator(seed: UInt64(seed))
      let outcome = try decide(.random(using: &random), rules)
      #expect(outcome.count.attended <= outcome.count.counted)
      #expect((outcome.verdict == .granted) == outcome.unmet.isEmpty)
      #expect((outcome.amount == 2000) == (outcome.verdict == .granted))
      #expect(outcome.reason == outcome.unmet.first)
      let reached = 4 * outcome.count.attended >= 3 * outcome.count.counted
      let printed = Int(outcome.count.percent.filter(\.isNumber)) ?? 0
      if outcome.count.counted > 0 { #expect(reached == (printed >= 7500)) }
    }
  }

  @Test("The order of rows never matters", arguments: 1...40) func order(seed: Int) throws {
    for rules in PropertyTests.variants {
      var random = SeededGenerator(seed: UInt64(seed))
      let member = MemberFixture.random(using: &random)
      let expected = try YearFixture([member], rules: rules)
      var mixed = member
      mixed.memberships.shuffle(using: &random)
      mixed.marks.shuffle(using: &random)
      mixed.training.shuffle(using: &random)
      let rings = [RingFixture.a, .b, .c, .d].map { ring in
        var ring = ring
        ring.occasions.shuffle(using: &random)
        return ring
      }
      let decided = try YearFixture([mixed], rings: rings, rules: rules)
      #expect(decided.lines == expected.lines)
      #expect(decided.windows() == expected.windows())
    }
  }

  @Test("Merging the facts of two numbers gives one decision on all of them", arguments: 1...20)
  func merged(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let whole = MemberFixture.random(using: &random)
    var merged = whole
    merged.marks = []
    // Each fact stood under the one number or the other, or under both.
    for mark in whole.marks {
      merged.marks.append(mark)
      if Bool.random(using: &random) { merged.marks.append(mark) }
    }
    merged.memberships += whole.memberships.filter { _ in Bool.random(using: &random) }
    #expect(try YearFixture([merged]).lines == YearFixture([whole]).lines)
    #expect(try YearFixture([merged]).windows() == YearFixture([whole]).windows())
  }

  @Test("Every occasion that counts is explained, and only those", arguments: 1...40)
  func explained(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let year = try YearFixture([.random(using: &random)])
    let treatments = year.rule.occasions(of: 0, in: year.facts).map(\.treatment)
    let count = year.outcomes[0].count
    #expect(treatments.count { $0 == .attended } == count.attended)
    #expect(treatments.count { $0 == .attended || $0 == .missed } == count.counted)
  }

  /// Decision C-73: tried against every way to attend what is still to come, each judged after the lock.
  @Test(
    "What is needed is the least attendance that the rule grants after the lock, and what is reachable is what it can grant",
    arguments: 1...40)
  func prospect(seed: Int) throws {
    for rules: Rules in [
      [:], ["attendance.min_counted_occasions": "12"], ["attendance.basis": "either"],
      ["attendance.basis": "either", "attendance.min_counted_occasions": "5"],
    ] {
      var random = SeededGenerator(seed: UInt64(seed))
      let today = LocalDate.firstDay(of: 2027).adding(days: Int.random(in: 30...364, using: &random))
      let joined = LocalDate.firstDay(of: 2027).adding(days: Int.random(in: 14...300, using: &random))
      var member = MemberFixture.m01.member("C", from: "\(joined)").trained("2027-01-20–")
      var (meetings, activities): ([String], [String]) = ([], [])
      for occasion in RingFixture.c.occasions {
        let day = try String(occasion.startsAt.prefix(10)).day
        if day < today {
          if Int.random(in: 0..<10, using: &random) < 7 { member = member.present(occasion.key) }
        } else if day < joined {
          continue
        } else if occasion.key.hasPrefix("CA") {
          activities.append(occasion.key)
        } else {
          meetings.append(occasion.key)
        }
      }
      let before = try YearFixture([member], rules: rules, asOf: "\(today)T00:00")
      let prospect = try #require(before.outcomes[0].prospect)
      var (enough, share): ([Int], [Int]) = ([], [])
      for some in 0...meetings.count {
        for others in 0...activities.count {
          let attended = meetings.prefix(some) + activities.prefix(others)
          let unmet = try decide(attended.reduce(member) { $0.present($1) }, rules).unmet
          guard !unmet.contains(.belowThreshold) else { continue }
          share.append(some + others)
          if !unmet.contains(.tooFewOccasions) { enough.append(some + others) }
        }
      }
      #expect(prospect.isReachable == !enough.isEmpty, "\(today) \(joined) \(rules)")
      if let least = enough.min() { #expect(prospect.needed == least, "\(today) \(joined) \(rules)") }
      // Pooled, the share is told apart from the least number of occasions.
      if before.rule.parameters.basis.value == .pooled {
        #expect(prospect.needed == share.min(), "\(today) \(joined) \(rules)")
      }
    }
  }

  private func decide(_ member: MemberFixture, _ rules: Rules) throws -> BenefitOutcome {
    try YearFixture([member], rules: rules).outcomes[0]
  }
}

extension MemberFixture {
  fileprivate static let allOccasions = [RingFixture.a, .b, .c, .d].flatMap { $0.occasions.map(\.key) }

  /// A person with one or two rings, whose attendance lies around the threshold.
  fileprivate static func random(using random: inout SeededGenerator) -> MemberFixture {
    let change = LocalDate.firstDay(of: 2027).adding(days: Int.random(in: 20...340, using: &random))
    var member = MemberFixture.m01
    let rings = ["A", "B", "C", "D"].shuffled(using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: member = member.member(rings[0])
    case 1:
      member = member.member(rings[0], through: "\(change)")
        .member(rings[1], from: "\(change.adding(days: 1))")
    default: member = member.member(rings[0]).member(rings[1], primary: false)
    }
    if Bool.random(using: &random) {
      let trained = change.adding(days: -Int.random(in: 0...100, using: &random))
      member = member.trained("\(trained)–\(trained.adding(days: 90))", "\(trained.adding(days: 120))–")
    }
    for key in allOccasions {
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<7: member = member.present(key)
      case 7: member = member.excused(key)
      default: break
      }
    }
    return member
  }
}
