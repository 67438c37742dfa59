import Register
import Testing

struct OutcomeComparisonTests {
  private let granted = YearEnd(.granted)
  private let below = YearEnd(.refused, .belowThreshold)
  private let few = YearEnd(.refused, .tooFewOccasions)

  @Test("What is large is shown on both sides with what changes")
  func large() {
    let comparison = OutcomeComparison(
      [granted: [granted: 90, below: 10], below: [below: 30, granted: 20], few: [few: 7]], from: 5)
    #expect(comparison.row(granted) == .init(end: granted, before: 100, after: 110))
    #expect(comparison.row(below) == .init(end: below, before: 50, after: 40))
    #expect(comparison.row(few) == .init(end: few, before: 7, after: 7))
    #expect(comparison.changed == 30)
  }

  @Test("A small change hides what its ends come to, and the number of all changes")
  func smallChange() {
    let comparison = OutcomeComparison(
      [granted: [granted: 90], below: [below: 30, granted: 3], few: [few: 7]], from: 5)
    #expect(comparison.moves.map(\.count) == [nil])
    #expect(comparison.row(granted) == .init(end: granted, before: 90, after: nil))
    #expect(comparison.row(below) == .init(end: below, before: 33, after: nil))
    #expect(comparison.row(few) == .init(end: few, before: 7, after: 7))
    #expect(comparison.changed == nil && comparison.changedAtLeast == 0)
  }

  @Test("A small end is hidden on both sides, with another that keeps it from the total")
  func smallEnd() {
    let comparison = OutcomeComparison(
      [granted: [granted: 90], below: [below: 10], few: [few: 2, granted: 20]], from: 5)
    #expect(comparison.row(few) == .init(end: few, before: nil, after: nil))
    #expect(comparison.row(below) == .init(end: below, before: nil, after: nil))
    #expect(comparison.row(granted) == .init(end: granted, before: 90, after: 110))
  }
}
