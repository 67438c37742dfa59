import Identity
import Register
import Testing

struct YearFiguresTests {
  private static let places = Array(MunicipalityCode.all.prefix(6))

  @Test("What is large is shown, and what is small takes enough with it")
  func hidden() {
    let figures = YearFigures(
      [
        .init(YearFiguresTests.places[0], YearEnd(.granted), 40, amount: 80_000),
        .init(YearFiguresTests.places[1], YearEnd(.granted), 2, amount: 4000),
        .init(YearFiguresTests.places[2], YearEnd(.granted), 9, amount: 18_000),
        .init(YearFiguresTests.places[0], YearEnd(.refused, .belowThreshold), 30, isOpen: true),
        .init(YearFiguresTests.places[0], YearEnd(.refused, .underAge), 1),
        .init(YearFiguresTests.places[1], YearEnd(.refused, .untrained), 8),
      ], from: 5)
    #expect(figures.outcomes.map(\.persons) == [51, 39, 0])
    #expect(figures.outcomes[1].reasons.map(\.reason) == [.underAge, .untrained, .belowThreshold])
    #expect(figures.outcomes[1].reasons.map(\.persons) == [nil, nil, 30])
    #expect(figures.places.map(\.granted) == [40, nil, nil])
    #expect(figures.places.map(\.amount) == [80_000, nil, nil])
    #expect(figures.amount == 102_000)
    #expect((figures.open, figures.refusedForGood) == (30, 9))
    #expect(figures.places.map(\.refused) == [31, 8, 0])
  }

  @Test("Nobody can subtract to a small number, whatever the year", arguments: 0..<300)
  func subtraction(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let limit = Int.random(in: 2...7, using: &random)
    let ends = [
      YearEnd(.granted), YearEnd(.refused, .belowThreshold), YearEnd(.refused, .underAge),
      YearEnd(.refused, .untrained), YearEnd(.waiting, .identityUnproven), YearEnd(.waiting, .unattested),
    ]
    let counts = YearFiguresTests.places.flatMap { place in
      ends.filter { _ in Bool.random(using: &random) }.map {
        YearFigures.Count(
          $0.verdict == .waiting ? nil : place, $0, Int.random(in: 0...(2 * limit), using: &random))
      }
    }
    let figures = YearFigures(counts, from: limit)
    func sum(_ isCounted: (YearFigures.Count) -> Bool) -> Int {
      counts.filter(isCounted).reduce(0) { $0 + $1.persons }
    }
    // Every list that stands beside its total: what is shown, and what the total is when it is shown.
    var lists = [(figures.outcomes.map(\.persons), sum { _ in true } as Int?)]
    for outcome in figures.outcomes where outcome.verdict != .granted {
      lists.append((outcome.reasons.map(\.persons), outcome.persons))
      if outcome.persons == nil { #expect(outcome.reasons.allSatisfy { $0.persons == nil }) }
    }
    lists.append((figures.places.map(\.granted), figures.persons(.granted)))
    lists.append((figures.places.map(\.refused), figures.persons(.refused)))
    for (shown, total) in lists {
      #expect(shown.compactMap(\.self).allSatisfy { $0 == 0 || $0 >= limit })
      guard let total, total >= limit else { continue }
      let hidden = shown.count { $0 == nil }
      let rest = total - shown.compactMap(\.self).reduce(0, +)
      #expect(hidden == 0 ? rest == 0 : hidden > 1 && rest >= limit, "\(shown) of \(total)")
    }
    // What is shown is true.
    for place in figures.places {
      let granted = sum { $0.municipality == place.municipality && $0.end.verdict == .granted }
      #expect(place.granted == nil || place.granted == granted)
    }
  }
}
