import Exchange
import Foundation
import Identity
import Operations
import Register

/// Training up to the size of the reform several times over: 10 000 participants with 400 sessions each.
struct TrainingBenchmark {
  private let scene: Scene

  init(_ scene: Scene) {
    self.scene = scene
  }

  func measure() throws -> [Results] {
    var imports = Results(
      "Import of sessions of training, a file of 40 000 for each provider, validated and audited",
      baseline: "bare prepared inserts of the same rows, same table, keys and batches",
      budget: "ratio at least 0.33",
      [
        .init("bare rows/s", "bareRowsPerSecond"), .init("import rows/s", "rowsPerSecond"),
        .init("ratio", "ratio", decimals: 2),
      ])
    var progress = Results(
      "Progress of all participants, module by module, and of one",
      baseline: "the bare SQL sum of minutes by participant and module over the same file",
      budget: "all at most 2 times the aggregate; one participant, logged, at most 10 ms",
      [
        .init("aggregate s", "bareSeconds", decimals: 2), .init("progress s", "seconds", decimals: 2),
        .init("ratio", "ratio", decimals: 2), .init("one ms", "oneMilliseconds", decimals: 1),
      ])
    for providers in [10, 100] {
      let series = TrainingSeries(providers: providers)
      let path = scene.path("training-\(providers).db")
      try measureImport(of: series, into: path, &imports)
      try measureProgress(of: series, in: path, &progress)
    }
    return [imports, progress]
  }

  private func measureImport(of series: TrainingSeries, into own: String, _ results: inout Results) throws {
    scene.note("importing \(series.count) sessions …")
    let bare = own + "-bare"
    for path in [bare, own] { try series.makeRegister(at: path, under: scene.parameters) }
    let files = try (0..<series.providers).map { provider in
      let file = scene.path("sessions-\(provider).csv")
      try series.write(provider, to: file)
      return file
    }
    func rate(_ time: Duration) -> Double { Double(series.count) / time.inSeconds }
    let bareRate = rate(try Duration.of { try BareConnection(bare).insert(series) })
    let ownRate = rate(try Duration.of { try importFiles(files, of: series, into: own) })
    results.append("\(series.count) rows", bareRate, ownRate, ownRate / bareRate)
  }

  private func importFiles(_ files: [String], of series: TrainingSeries, into path: String) throws {
    let registry = try registry(of: path)
    for file in files {
      let report = try registry.importRows(
        .sessions, from: CSVFile(path: file, layout: SessionRow.layout), ImportOptions())
      guard report.stored == series.sessionsPerProvider, report.notes.isEmpty else { throw Mismatch() }
    }
  }

  /// Everyone's progress against the bare aggregate over the same file, and one participant's in milliseconds.
  private func measureProgress(
    of series: TrainingSeries, in path: String, _ results: inout Results
  ) throws {
    var (bare, all, one): ([Duration], [Duration], [Duration]) = ([], [], [])
    let registry = try registry(of: path)
    for _ in 0..<scene.rounds {
      var minutes = 0
      bare.append(try Duration.of { minutes = try BareConnection(path).trainingMinutes() })
      var credited = 0
      all.append(
        try Duration.of {
          credited = try registry.listProgress(in: .mediator).reduce(0) { $0 + $1.progress.creditedMinutes }
        })
      guard credited == minutes, credited == series.count * TrainingSeries.sessionMinutes else {
        throw Mismatch()
      }
    }
    for person in stride(from: 0, to: series.personCount, by: series.personCount / 100) {
      let number = try RegisterPlan.number(ofPerson: person)
      one.append(
        try Duration.of { _ = try registry.trainingProgress(of: number, programme: .mediator) })
    }
    results.append(
      "\(series.personCount) participants", bare.median.inSeconds, all.median.inSeconds,
      all.median.inSeconds / bare.median.inSeconds, one.median.inMilliseconds)
  }

  private func registry(of path: String) throws -> Registry {
    try Registry(
      openingFile: path, parameters: scene.parameters, actor: "bench",
      now: Moment(parsing: TrainingSeries.now))
  }

  /// The ways of counting differ, so that their times cannot be compared.
  struct Mismatch: Error {}
}
