import Identity
import Register
import Testing

/// The rule against a second one written day by day, over thousands of small registers and every alternative of table C5.
struct ModelTests {
  @Test("The rule and the plain model give every person the same", arguments: 0..<30)
  func agree(part: Int) throws {
    for seed in (part * 100)..<(part * 100 + 100) {
      let village = try Village(seed: UInt64(seed))
      let model = PlainModel(village)
      let expected = model.endings()
      let rule = try village.rule()
      let parameters = try village.rules().parameters()
      var random = SeededGenerator(seed: UInt64(seed))
      var decided: [Int: Int] = [:]
      for home in village.rings.indices {
        let (facts, villagers) = try village.facts(deciding: home, by: parameters, using: &random)
        let outcomes = rule.outcomes(in: facts)
        for (place, villager) in villagers.enumerated() where outcomes[place].ring == 0 {
          decided[villager.id, default: 0] += 1
          let outcome = outcomes[place]
          let ending = PlainModel.Ending(
            outcome, rule.windows(of: place, in: facts).map { "\($0.ring) \($0.days.text)" })
          #expect(ending == expected[villager.id], "seed \(seed), person \(villager.id), \(village.values)")
          #expect(outcome.reason == expected[villager.id]?.reason, "seed \(seed), person \(villager.id)")
          if let prospect = outcome.prospect { check(prospect, model, villager, seed) }
        }
      }
      // Every person is decided once, whoever's rings are how many.
      #expect(
        decided == Dictionary(uniqueKeysWithValues: village.villagers.map { ($0.id, 1) }), "seed \(seed)")
    }
  }

  /// What is needed has one meaning in one ring with both kinds pooled; elsewhere where it can be reached.
  private func check(
    _ prospect: AttendanceProspect, _ model: PlainModel, _ villager: Village.Villager, _ seed: Int
  ) {
    let expected = model.prospect(of: villager)
    #expect(prospect.isReachable == expected.isReachable, "seed \(seed), person \(villager.id)")
    guard expected.isReachable || expected.needed != nil else { return }
    #expect(prospect.needed == expected.needed, "seed \(seed), person \(villager.id)")
  }

  @Test("The registers hold every outcome and every reason that facts can give") func variety() throws {
    var (verdicts, reasons): (Set<BenefitOutcome.Verdict>, Set<OutcomeReason>) = ([], [])
    for seed in 0..<400 {
      for ending in PlainModel(try Village(seed: UInt64(seed))).endings().values {
        verdicts.insert(ending.verdict)
        reasons.formUnion(ending.unmet)
      }
    }
    #expect(verdicts == Set(BenefitOutcome.Verdict.allCases))
    #expect(reasons == Set(OutcomeReason.allCases).subtracting([.duplicate]))
  }
}

extension PlainModel.Ending {
  fileprivate init(_ outcome: BenefitOutcome, _ windows: [String]) {
    self.init(
      verdict: outcome.verdict, unmet: Set(outcome.unmet.all), count: outcome.count, windows: windows,
      amount: outcome.amount)
  }
}
