import Foundation

/// All statements of a year by one command: issued, sealed, set as PDF, with print files, index and manifest.
struct StatementsBenchmark {
  private let scene: Scene
  private static let sizes = [750, 7_500, 20_000]

  init(_ scene: Scene) {
    self.scene = scene
  }

  func measure() throws -> [Results] {
    var results = Results(
      "The statements of \(StatementSample.year) as PDF with print files and manifest, one command",
      baseline: "none", budget: "memory flat",
      [
        .init("statements/s", "perSecond", decimals: 1), .init("s", "seconds", decimals: 1),
        .init("peak MB", "peakMegabytes", decimals: 1),
        .init("peak MB, largest child", "peakChildMegabytes", decimals: 1),
        .init("again s", "againSeconds", decimals: 1),
      ])
    for size in scene.size.map({ [$0] }) ?? StatementsBenchmark.sizes {
      let register = try scene.makeRegister(
        "statements-\(size)", RegisterPlan(rings: size / RegisterPlan.membersPerRing, occasionsPerRing: 0))
      try register.grantEveryone(StatementSample.year, under: scene.parameters)
      let folder = scene.path("statements-\(size)")
      defer {
        register.remove()
        try? FileManager.default.removeItem(atPath: folder)
      }
      scene.note("writing \(size) statements …")
      let words = StatementSample.command(into: folder, as: "pdf", from: register)
      let run = try ChildProcess.succeeding(scene.trygg, words, watchingMemory: true)
      let again = try ChildProcess.succeeding(scene.trygg, words)
      let manifest = try String(contentsOfFile: folder + "/manifest.sha256", encoding: .utf8)
      guard manifest.matches(of: #/  [-0-9]+\.pdf\n/#).count == size else { throw Incomplete() }
      results.append(
        "\(size)", Double(size) / run.duration.inSeconds, run.duration.inSeconds,
        Double(run.peakMemory) / 1_048_576, Double(run.peakMemoryOfChild) / 1_048_576,
        again.duration.inSeconds)
    }
    return [results]
  }

  /// The manifest does not name every statement.
  struct Incomplete: Error {}
}
