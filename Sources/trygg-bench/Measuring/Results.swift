import CommandLine
import Foundation

/// One table of figures with the budget that it is held against.
struct Results {
  /// What a column of figures holds.
  struct Column {
    let title: String
    let key: String
    let decimals: Int

    init(_ title: String, _ key: String, decimals: Int = 0) {
      self.title = title
      self.key = key
      self.decimals = decimals
    }
  }

  let title: String
  let baseline: String
  let budget: String
  let columns: [Column]
  private(set) var rows: [(name: String, figures: [Double?])] = []

  init(_ title: String, baseline: String, budget: String, _ columns: [Column]) {
    self.title = title
    self.baseline = baseline
    self.budget = budget
    self.columns = columns
  }

  mutating func append(_ name: String, _ figures: Double?...) {
    rows.append((name, figures))
  }

  func print(to output: Output) throws {
    try output.print("\(title) (\(Results.machine))")
    try output.print("  baseline: \(baseline)")
    try output.print("  budget:   \(budget)")
    var table = Table([.text("")] + columns.map { .number($0.title) })
    for (name, figures) in rows {
      table.append([name] + zip(figures, columns).map { figure, column in column.written(figure) ?? "–" })
    }
    try output.print(table)
    try output.print()
  }

  static var machine: String { "\(ProcessInfo.processInfo.activeProcessorCount) cores" }
}

extension Results.Column {
  func written(_ figure: Double?) -> String? {
    figure.map { String(format: "%.\(decimals)f", $0) }
  }
}

extension JSON {
  /// The results of a run as one document.
  init(_ results: [Results]) {
    self = [
      "cores": .integer(ProcessInfo.processInfo.activeProcessorCount),
      "results": .array(
        results.map { result in
          [
            "title": .string(result.title), "baseline": .string(result.baseline),
            "budget": .string(result.budget),
            "rows": .array(
              result.rows.map { name, figures in
                .object(
                  [JSON.Member("name", .string(name))]
                    + zip(figures, result.columns).map { figure, column in
                      JSON.Member(column.key, column.written(figure).map(JSON.decimal) ?? .null)
                    })
              }),
          ]
        }),
    ]
  }
}
