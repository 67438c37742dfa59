import Exchange
import Identity
import Register

/// Commands as new processes on a large and a small register, against the start of a process that does nothing.
struct CommandBenchmark {
  private let scene: Scene
  private static let repetitions = 7

  init(_ scene: Scene) {
    self.scene = scene
  }

  func measure() throws -> [Results] {
    let large = try scene.largeRegister.get()
    let small = try scene.makeRegister("small", RegisterPlan(rings: 20, occasionsPerRing: 12))
    return [
      try measure(large, budget: "at most 100 ms each"), try measure(small, budget: "at most 60 ms each"),
    ]
  }

  private func measure(_ register: GeneratedRegister, budget: String) throws -> Results {
    let plan = register.plan
    let bare = try BareConnection(register.path)
    try bare.insert(first: plan.attendanceCount, of: AttendanceSeries(plan: plan))
    try bare.gatherInOneFile()
    var results = Results(
      "Commands on \(plan.rings) rings, \(plan.memberCount) members, \(plan.attendanceCount) attendances",
      baseline: "trygg --version, the start of a process",
      budget: budget + ", median of \(CommandBenchmark.repetitions) new processes, files in the page cache",
      [
        .init("median ms", "medianMilliseconds", decimals: 1),
        .init("slowest ms", "slowestMilliseconds", decimals: 1),
        .init("× baseline", "ratio", decimals: 1), .init("peak MB", "peakMegabytes", decimals: 1),
      ])
    scene.note("running commands on \(plan.memberCount) members …")
    var baseline: Duration?
    for command in try commands(on: register) {
      var times: [Duration] = []
      // The first run brings the files into the page cache and is watched for its memory.
      let first = try ChildProcess(scene.trygg, command.arguments(0), watchingMemory: true)
      guard first.exitCode == 0 else {
        results.append("\(command.name) (exit \(first.exitCode))", nil, nil, nil, nil)
        continue
      }
      for repetition in 1...CommandBenchmark.repetitions {
        times.append(try ChildProcess.succeeding(scene.trygg, command.arguments(repetition)).duration)
      }
      let start = baseline ?? times.median
      baseline = start
      results.append(
        command.name, times.median.inMilliseconds, times.max()?.inMilliseconds, times.median / start,
        Double(first.peakMemory) / 1_048_576)
    }
    return results
  }

  private struct MeasuredCommand {
    let name: String
    /// The words of the n-th run.
    let arguments: (Int) -> [String]
  }

  private func commands(on register: GeneratedRegister) throws -> [MeasuredCommand] {
    let plan = register.plan
    let options = ["--register", register.path, "--now", RegisterPlan.now]
    let ring = plan.ringNumber(plan.rings / 2)
    let member = try RegisterPlan.number(ofPerson: plan.memberCount / 2).twelveDigits
    func same(_ words: String...) -> MeasuredCommand {
      let name = words.map { $0 == member ? "PNR" : $0 }.joined(separator: " ")
      return MeasuredCommand(name: name) { _ in words + options }
    }
    return [
      MeasuredCommand(name: "--version") { _ in ["--version"] },
      same("ring", "list"),
      same("ring", "list", "--municipality", ring.municipality.digits),
      same("ring", "list", "--county", "12"),
      same("ring", "list", "--state", "registrerad"),
      same("ring", "list", "--state", "ansökt"),
      same("ring", "list", "--name", "ring 7"),
      same("ring", "list", "--text", "centrum"),
      same("ring", "list", "--text", "finns inte"),
      same("ring", "list", "--offset", "\(max(0, plan.rings - 50))"),
      same("ring", "show", "--ring", "\(ring)"),
      same("member", "list", "--ring", "\(ring)"),
      same("person", "show", "--person", member),
      same("occasion", "list", "--ring", "\(ring)"),
      same("attendance", "list", "--occasion", plan.occasionKey(plan.occasionCount / 2)),
      try ringAdd(to: register, options),
    ]
  }

  /// An application with a participant list of 52 persons who are new, another list in each run.
  private func ringAdd(to register: GeneratedRegister, _ options: [String]) throws -> MeasuredCommand {
    let plan = register.plan
    let listed = 52
    func list(_ repetition: Int) -> String { scene.path("members-\(plan.rings)-\(repetition).csv") }
    for repetition in 0...CommandBenchmark.repetitions {
      let writer = try CSVWriter(to: OutputFile(replacing: list(repetition)), layout: ApplicantRow.layout)
      for place in 0..<listed {
        let person = plan.firstStranger + repetition * listed + place
        let name = RegisterPlan.name(ofPerson: person)
        try writer.write(
          ApplicantRow(
            number: try RegisterPlan.number(ofPerson: person), givenName: name.given,
            familyName: name.family, household: "H\(place / 2 + 1)", joinedOn: RegisterPlan.appliedOn))
      }
      try writer.commit()
    }
    let contact = try RegisterPlan.number(ofPerson: 0).twelveDigits
    return MeasuredCommand(name: "ring add --members FILE (\(listed) new persons)") { repetition in
      [
        "ring", "add", "--name", "Ny ring \(repetition)", "--municipality", "1280", "--street", "Torget 1",
        "--postcode", "211 42", "--city", "Malmö", "--venue", "Skolan", "--contact", contact,
        "--interested-households", "60", "--active-households", "12", "--members", list(repetition),
        "--applied-on", "2027-11-01",
      ] + options
    }
  }
}
