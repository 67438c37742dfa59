import Foundation
import Identity
import Register
import Testing

@testable import Legislation

@Suite("The budgets recomputed")
struct MemorandumTests {
  let memo: Memorandum

  init() throws {
    let folder = LawFolder(Shipped.law.path)
    let parameters = try folder.parameters()
    let day = try #require(LocalDate("2027-01-01"))
    memo = Memorandum(
      try folder.costModels().map { try CostReport($0, parameters: parameters, on: day) },
      drafts: try LawFixture().bill("all"), on: day)
  }

  static let totals: [(Area, Int, Int)] = [
    (.rings, 48_500_000, 46_000_000), (.mediators, 56_600_000, 46_600_000),
    (.budgets, 135_000_000, 135_000_000), (.justice, 21_000_000, 19_000_000),
    (.centres, 113_000_000, 113_000_000),
  ]

  @Test("The sums of each area", arguments: totals)
  func area(area: Area, firstYear: Int, running: Int) throws {
    let report = try #require(memo.reports.first { $0.area == area })
    #expect(report.firstYear.rounded == firstYear)
    #expect(report.running.rounded == running)
  }

  @Test("The sums of all areas")
  func all() {
    #expect(memo.firstYear.rounded == 374_100_000)
    #expect(memo.running.rounded == 359_600_000)
  }

  @Test("What does not add up in the source, and nothing else, deviates")
  func deviations() {
    let deviating = memo.reports.flatMap { report in
      report.lines.filter(\.deviates).map { "\($0.line ?? 0) \($0.written($0.recomputed))" }
    }
    #expect(
      deviating == [
        "210 970\u{A0}000\u{A0}kr", "248 396\u{A0}000\u{A0}kr", "301 56\u{A0}600\u{A0}000\u{A0}kr",
        "566 19\u{A0}000\u{A0}000\u{A0}kr",
        "568 85\u{A0}000\u{A0}kr", "728 0,32\u{A0}%", "619 33,33\u{A0}%",
      ])
    let distances = memo.reports.flatMap { $0.lines.compactMap(\.deviation) }
    #expect(
      distances == [
        "+870\u{A0}000\u{A0}kr", "+96\u{A0}000\u{A0}kr", "+600\u{A0}000\u{A0}kr",
        "+2\u{A0}000\u{A0}000\u{A0}kr", "−5\u{A0}000\u{A0}kr", "+0,02\u{A0}procentenheter",
        "+3,33\u{A0}procentenheter",
      ])
  }
}
