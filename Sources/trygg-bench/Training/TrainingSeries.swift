import Exchange
import Identity
import Operations
import Register
import Store

/// A whole mediator programme of 400 sessions for each of many participants, the same in every run.
///
/// Each provider has a hundred participants and records them day by day, as a class meets. The persons are the
/// participants, provider by provider, then the supervisors, who have five mediators each.
struct TrainingSeries {
  static let sessionsPerPerson = 400
  static let personsPerProvider = 100
  static let sessionMinutes = 30
  static let now = "2028-01-31T12:00"
  private static let modules = [
    ("KON", 40), ("MED", 80), ("BUR", 40), ("DEE", 40), ("KUL", 40), ("JUR", 40), ("PRA", 120),
  ].flatMap { code, count in Array(repeating: code, count: count) }
  private static let startedOn = LocalDate.firstDay(of: 2027).adding(days: 10)

  let providers: Int

  var personCount: Int { providers * TrainingSeries.personsPerProvider }
  var supervisorCount: Int { personCount / 5 }
  var count: Int { personCount * TrainingSeries.sessionsPerPerson }
  var sessionsPerProvider: Int { TrainingSeries.personsPerProvider * TrainingSeries.sessionsPerPerson }

  /// A session by the register's own numbers.
  subscript(index: Int) -> TrainingSession {
    let provider = index / sessionsPerProvider
    let place = index % sessionsPerProvider
    let session = place / TrainingSeries.personsPerProvider
    let person = provider * TrainingSeries.personsPerProvider + place % TrainingSeries.personsPerProvider
    let module = TrainingSeries.modules[session]
    let start = Moment(startOf: TrainingSeries.startedOn.adding(days: session / 4))
      .adding(seconds: Int64(9 + session % 4 * 2) * 3_600)
    return TrainingSession(
      id: 0, provider: ProviderID(Int64(provider + 1)), reference: "S\(1_000_000 + place)",
      programme: Programme.mediator.rawValue, module: module, person: PersonID(Int64(person + 1)),
      startsAt: start, endsAt: start.adding(seconds: Int64(TrainingSeries.sessionMinutes) * 60), trainer: nil,
      supervisor: module == "PRA" ? PersonID(Int64(personCount + person / 5 + 1)) : nil)
  }

  static func provider(_ provider: Int) throws -> OrganisationNumber {
    let digits = Int64(556_100_000 + provider)
    return try OrganisationNumber(parsing: "\(digits)\(Luhn.checkDigit(after: digits))")
  }

  /// Writes the sessions of one provider as a file to import.
  func write(_ provider: Int, to path: String) throws {
    let number = try TrainingSeries.provider(provider)
    let writer = try CSVWriter(to: OutputFile(replacing: path), layout: SessionRow.layout)
    for index in provider * sessionsPerProvider..<(provider + 1) * sessionsPerProvider {
      let session = self[index]
      try writer.write(
        SessionRow(
          reference: session.reference, provider: number, programme: session.programme,
          module: session.module,
          number: try RegisterPlan.number(ofPerson: Int(session.person.value) - 1),
          startsAt: session.startsAt, endsAt: session.endsAt,
          supervisor: try session.supervisor.map { try RegisterPlan.number(ofPerson: Int($0.value) - 1) }))
    }
    try writer.commit()
  }

  /// Makes a register with everything but the sessions.
  func makeRegister(at path: String, under parameters: Parameters) throws {
    let registry = try Registry(
      creatingFile: path, keptBy: RegisterKeeper(), parameters: parameters, actor: "bench",
      now: try Moment(parsing: TrainingSeries.now))
    try registry.store.write { connection in
      let entry = try connection.nextEntryNumber()
      let first = LocalDate.firstDay(of: 2027)
      for person in 0..<personCount + supervisorCount {
        let name = RegisterPlan.name(ofPerson: person)
        _ = try connection.insertPerson(
          numbered: try RegisterPlan.number(ofPerson: person),
          PersonDetails(givenName: name.given, familyName: name.family), entry: entry)
      }
      for provider in 0..<providers {
        let id = try connection.insertProvider(
          try TrainingSeries.provider(provider), name: "Studieförbund \(provider)", entry: entry)
        try connection.insertApproval(
          Approval(programme: Programme.mediator.rawValue, validFrom: first, validTo: nil), of: id,
          entry: entry)
      }
      for supervisor in 0..<supervisorCount {
        try connection.insertApproval(
          SupervisorApproval(kind: .practice, validFrom: first, validTo: nil, basis: "Beslut"),
          ofSupervisor: PersonID(Int64(personCount + supervisor + 1)), entry: entry)
      }
      for person in 1...personCount {
        try connection.insertEnrolment(
          of: PersonID(Int64(person)), in: .mediator, startedOn: TrainingSeries.startedOn, provider: nil,
          EnrolmentFacts(), entry: entry)
      }
      try connection.audit(
        AuditEntry(at: registry.now, actor: "bench", role: "registrar", act: "import", outcome: .done),
        random: .system)
    }
    try BareConnection(path).gatherInOneFile()
  }
}
