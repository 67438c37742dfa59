import Foundation
import Identity
import Operations
import Register
import Store

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
      try decide(register)
      try BareConnection(register.path).gatherInOneFile()
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

  /// Grants every member the tax reduction, ring by ring in an order that is not that of the persons.
  private func decide(_ register: GeneratedRegister) throws {
    let plan = register.plan
    let registry = try Registry(
      openingFile: register.path, parameters: scene.parameters, actor: "bench",
      now: try Moment(parsing: "2028-01-17T09:00"))
    let text =
      "registered=2027-01-11.. born=1985-07-09 trained=2027-01-09..2029-01-09 joined=2027-01-11 "
      + "window=TR-1280-0001:2027-01-20..2027-12-31 meetings=9/12 activities=0/0"
    guard
      let facts = FrozenFacts(
        text, verdict: .granted, unmet: OutcomeReasons(), count: AttendanceCount(attended: 9, counted: 12),
        amount: 2000)
    else { return }
    try registry.store.write { connection in
      let entry = try connection.nextEntryNumber()
      let batch = DecisionBatch(
        year: ControlFileBenchmark.year,
        ruleSet: try connection.insertRuleSet(
          RuleSet(year: ControlFileBenchmark.year, in: scene.parameters), entry: entry),
        datedOn: registry.now.day, answerBy: registry.now.day.adding(days: 14), entry: entry)
      var serial = try connection.takeSerials(plan.memberCount, in: registry.now.day.year)
      for turn in 0..<plan.rings {
        let ring = turn * 7_919 % plan.rings
        var drafts = DecisionDrafts()
        for place in 0..<RegisterPlan.membersPerRing {
          let person = PersonID(Int64(ring * RegisterPlan.membersPerRing + place + 1))
          drafts.append(
            DecisionDraft(person: person, ring: RingID(Int64(ring + 1)), outcome: facts.outcome),
            restingOn: facts)
        }
        try connection.insertDecisions(drafts, numberedFrom: serial, in: batch)
        serial += drafts.all.count
      }
      try connection.audit(
        AuditEntry(
          at: registry.now, actor: "bench", role: "registrar", act: "year.decide", outcome: .done),
        random: .system)
    }
  }
}
