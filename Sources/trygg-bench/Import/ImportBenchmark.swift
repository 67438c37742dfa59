import Exchange
import Operations
import Register

/// The import of attendance against bare prepared inserts of the same rows into a copy of the same register.
///
/// The import is a whole process, from its start over reading the file through to the last commit.
struct ImportBenchmark {
  private let scene: Scene
  private let counts = [10_000, 100_000, 1_000_000]

  init(_ scene: Scene) {
    self.scene = scene
  }

  func measure() throws -> [Results] {
    let register = try scene.largeRegister.get()
    var results = Results(
      "Import of attendance: rows of CSV, validated and audited, into \(register.plan.memberCount) members",
      baseline: "bare prepared inserts of the same rows, same table, keys and batches",
      budget: "ratio at least 0.33 at 1 000 000 rows; memory at most 150 MB and flat",
      [
        .init("bare rows/s", "bareRowsPerSecond"), .init("trygg import rows/s", "rowsPerSecond"),
        .init("ratio", "ratio", decimals: 2), .init("in-process rows/s", "inProcessRowsPerSecond"),
        .init("peak MB", "peakMegabytes", decimals: 1),
      ])
    for count in counts {
      scene.note("importing \(count) rows, \(scene.rounds) × …")
      let file = scene.path("attendance-\(count).csv")
      try AttendanceSeries(plan: register.plan).write(first: count, to: file)
      var (bare, whole, within): ([Duration], [Duration], [Duration]) = ([], [], [])
      var peak = 0
      for _ in 0..<scene.rounds {
        let (bareTime, sum) = try timed(register) { copy in
          try BareConnection(copy.path).insert(first: count, of: AttendanceSeries(plan: copy.plan))
        }
        let (withinTime, withinSum) = try timed(register) { try importWithin(file, into: $0) }
        let (wholeTime, wholeSum) = try timed(register) { copy in
          let child = try ChildProcess.succeeding(
            scene.trygg, ["import", "attendance", file, "--register", copy.path, "--now", RegisterPlan.now],
            watchingMemory: true)
          peak = max(peak, child.peakMemory)
        }
        guard sum == wholeSum, sum == withinSum else { throw Mismatch(sums: [sum, wholeSum, withinSum]) }
        bare.append(bareTime)
        whole.append(wholeTime)
        within.append(withinTime)
      }
      func rate(_ times: [Duration]) -> Double { Double(count) / times.median.inSeconds }
      results.append(
        "\(count) rows", rate(bare), rate(whole), rate(whole) / rate(bare), rate(within),
        Double(peak) / 1_048_576)
    }
    return [results]
  }

  /// The ways of writing left different rows, so that their times cannot be compared.
  struct Mismatch: Error {
    let sums: [String]
  }

  /// Times a body on a fresh copy of a register, and tells what it left there.
  private func timed(
    _ register: GeneratedRegister, _ body: (GeneratedRegister) throws -> Void
  ) throws -> (Duration, String) {
    let copy = try register.copy(to: scene.path("copy.db"))
    defer { copy.remove() }
    let duration = try Duration.of { try body(copy) }
    return (duration, try BareConnection(copy.path).attendanceSum())
  }

  private func importWithin(_ file: String, into register: GeneratedRegister) throws {
    let registry = try Registry(
      openingFile: register.path, parameters: scene.parameters, actor: "bench",
      now: try Moment(parsing: RegisterPlan.now))
    let source = try CSVFile(path: file, layout: AttendanceRow.layout)
    _ = try registry.importRows(.attendance, from: source, ImportOptions())
  }
}
