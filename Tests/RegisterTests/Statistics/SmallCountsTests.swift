import Register
import Testing

struct SmallCountsTests {
  @Test(
    arguments: [
      ([7500, 17_500], [7500, 17_500]),
      ([20, 0, 5], [20, 0, 5]),
      // One small count could be taken from the total, so the next larger is hidden too.
      ([20, 3, 9], [20, nil, nil]),
      // Two whose sum is small tell too much together.
      ([20, 1, 2], [nil, nil, nil]),
      // Two whose sum is large enough do not.
      ([20, 3, 4], [20, nil, nil]),
      ([4], [nil]),
      ([0, 0], [0, 0]),
    ] as [([Int], [Int?])])
  func shown(counts: [Int], expected: [Int?]) {
    #expect(SmallCounts.shown(counts, from: 5) == expected)
  }

  /// What somebody knows who sees the shown counts and their total.
  @Test("Nobody can take a small number from the total", arguments: 0..<200)
  func subtraction(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let limit = Int.random(in: 2...8, using: &generator)
    let counts = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      Int.random(in: 0...(2 * limit), using: &generator)
    }
    let total = counts.reduce(0, +)
    let shown = SmallCounts.shown(counts, from: limit)
    #expect(shown.compactMap(\.self).allSatisfy { $0 == 0 || $0 >= limit })
    guard SmallCounts.shown(total: total, from: limit) != nil else { return }
    let hidden = total - shown.compactMap(\.self).reduce(0, +)
    let parts = shown.count { $0 == nil }
    #expect(parts == 0 || (parts > 1 && hidden >= limit))
  }
}
