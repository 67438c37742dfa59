import Foundation

/// The yearly control file at three sizes: how fast, and whether memory stays flat.
struct ControlFileBenchmark {
  private let scene: Scene
  private static let year = 2027
  private static let sizes = [10_000, 100_000, 1_000_000]

  init(_ scene: Scene) {
    self.scene = scene
  }

  func measure() throws -> [Results] {
    var results = Results(
      "The control file of \(ControlFileBenchmark.year)", baseline: "trygg --version, the start of a process",
      budget: "at least 400 000 statements/s with every key stored, memory flat",
      [
        .init("first: statements/s", "firstPerSecond"), .init("again: statements/s", "againPerSecond"),
        .init("s", "seconds", decimals: 2), .init("peak MB", "peakMegabytes", decimals: 1),
        .init("file MB", "fileMegabytes", decimals: 1),
      ])
    let start = try ChildProcess.succeeding(scene.trygg, ["--version"]).duration
    for size in ControlFileBenchmark.sizes {
      let register = try scene.makeRegister(
        "control-\(size)", RegisterPlan(rings: size / RegisterPlan.membersPerRing, occasionsPerRing: 0))
      defer { register.remove() }
      try register.grantEveryone(ControlFileBenchmark.year, under: scene.parameters)
      let file = scene.path("control-\(size).xml")
      defer { unlink(file) }
      func write(watchingMemory: Bool) throws -> ChildProcess {
        try ChildProcess.succeeding(
          scene.trygg,
          [
            "year", "control-file", "\(ControlFileBenchmark.year)", "--out", file,
            "--register", register.path, "--now", "2028-01-24T10:00",
          ], watchingMemory: watchingMemory)
      }
      let first = try write(watchingMemory: false)
      let again = try write(watchingMemory: true)
      func perSecond(_ run: ChildProcess) -> Double { Double(size) / (run.duration - start).inSeconds }
      let bytes = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
      results.append(
        "\(size)", perSecond(first), perSecond(again), first.duration.inSeconds,
        Double(again.peakMemory) / 1_048_576, Double(bytes) / 1_048_576)
    }
    return [results]
  }
}
