import Foundation
import Operations
import Register

/// The decisions of a year at three sizes against the bare join and count per member over the same file.
///
/// The run is a whole process, with its reasons stored, its log written and its documents numbered. Both count the same
/// years, which is checked. What a run of a year without members takes is the start, which the cost of a member leaves out.
struct YearRunBenchmark {
  private let scene: Scene
  private static let year = 2027
  private static let now = "2028-01-17T09:00"
  private static let sizes = [10_000, 100_000, 1_000_000]

  init(_ scene: Scene) {
    self.scene = scene
  }

  func measure() throws -> [Results] {
    var results = Results(
      "The decisions of \(YearRunBenchmark.year): 12 occasions a ring, 9.6 entries a member",
      baseline: "SQLite alone: join memberships, occasions and attendance, count per member",
      budget:
        "ratio at most 1.2 at 1 000 000 members, 400 MB; µs a member flat within 20 %, without the start",
      [
        .init("entries", "attendances"), .init("bare s", "bareSeconds", decimals: 2),
        .init("year decide s", "seconds", decimals: 2), .init("ratio", "ratio", decimals: 2),
        .init("of it start s", "startSeconds", decimals: 3),
        .init("µs a member", "microsecondsPerMember", decimals: 2),
        .init("peak MB", "peakMegabytes", decimals: 1),
      ])
    let start = try measureStart()
    for size in scene.size.map({ [$0] }) ?? YearRunBenchmark.sizes {
      let plan = RegisterPlan(
        rings: size / RegisterPlan.membersPerRing, occasionsPerRing: 12, isTrained: true)
      let register = try scene.makeRegister("year-\(size)", plan)
      defer { register.remove() }
      let entries = try prepare(register)
      var (bare, whole): ([Duration], [Duration]) = ([], [])
      var peak = 0
      scene.note("deciding \(size) members, \(scene.rounds) × …")
      for _ in 0..<scene.rounds {
        let copy = try register.copy(to: scene.path("decided.db"))
        defer { copy.remove() }
        let connection = try BareConnection(copy.path)
        var counted = BareConnection.Participation()
        bare.append(try Duration.of { counted = try connection.participation() })
        let child = try decide(copy)
        whole.append(child.duration)
        peak = max(peak, child.peakMemory)
        let decided = try connection.decidedParticipation()
        guard counted == decided else { throw Mismatch(counted: counted, decided: decided) }
      }
      results.append(
        "\(size) members", Double(entries), bare.median.inSeconds, whole.median.inSeconds,
        whole.median / bare.median, start.inSeconds, (whole.median - start).inSeconds / Double(size) * 1e6,
        Double(peak) / 1_048_576)
    }
    return [results]
  }

  private func decide(_ register: GeneratedRegister) throws -> ChildProcess {
    try ChildProcess.succeeding(
      scene.trygg,
      [
        "year", "decide", "\(YearRunBenchmark.year)", "--register", register.path, "--now",
        YearRunBenchmark.now,
      ], watchingMemory: true)
  }

  /// How long a run takes that finds nobody to decide.
  private func measureStart() throws -> Duration {
    let register = try scene.makeRegister("year-0", RegisterPlan(rings: 0, occasionsPerRing: 12))
    defer { register.remove() }
    _ = try prepare(register)
    return try (0..<5 * scene.rounds).map { _ in try decide(register).duration }.median
  }

  /// The decisions say something else than the rows.
  struct Mismatch: Error {
    let counted: BareConnection.Participation
    let decided: BareConnection.Participation
  }

  /// Fills in a year's attendance and locks it, and tells how many entries there are.
  private func prepare(_ register: GeneratedRegister) throws -> Int {
    let bare = try BareConnection(register.path)
    let series = AttendanceSeries(plan: register.plan)
    let entries = try bare.insert(
      first: register.plan.attendanceCount, of: series, withAbsence: false)
    let registry = try Registry(
      openingFile: register.path, parameters: scene.parameters, actor: "bench",
      now: try Moment(parsing: YearRunBenchmark.now))
    _ = try registry.lockYear(YearRunBenchmark.year)
    try bare.gatherInOneFile()
    return entries
  }
}
