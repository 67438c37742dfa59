import Foundation
import Identity
import Operations
import Register
import Store

/// A register made for measuring, written past the rules since only its size matters.
struct GeneratedRegister {
  let path: String
  let plan: RegisterPlan

  /// Makes it and leaves all of it in one file.
  init(at path: String, _ plan: RegisterPlan, under parameters: Parameters) throws {
    self.path = path
    self.plan = plan
    let registry = try Registry(
      creatingFile: path, keptBy: RegisterKeeper(), parameters: parameters, actor: "bench",
      now: try Moment(parsing: RegisterPlan.now))
    try registry.store.write { connection in
      let filling = RegisterFilling(connection, plan, entry: try connection.nextEntryNumber())
      try filling.run()
      try connection.audit(
        AuditEntry(
          at: registry.now, actor: "bench", role: "registrar", act: "import", outcome: .done),
        random: .system)
    }
    try BareConnection(path).gatherInOneFile()
  }

  /// A copy under another name.
  func copy(to path: String) throws -> GeneratedRegister {
    for suffix in ["", "-head", ".key", ".pub"] {
      try FileManager.default.copyItem(atPath: self.path + suffix, toPath: path + suffix)
    }
    return GeneratedRegister(copied: path, plan)
  }

  private init(copied path: String, _ plan: RegisterPlan) {
    self.path = path
    self.plan = plan
  }

  /// Removes what `copy` made.
  func remove() {
    for suffix in ["", "-wal", "-shm", "-head", "-lock", "-queue", ".key", ".pub"] {
      unlink(path + suffix)
    }
  }
}

/// The rows of a generated register, in the order in which they refer to each other.
private struct RegisterFilling {
  let connection: Connection
  let plan: RegisterPlan
  let entry: EntryNumber

  init(_ connection: Connection, _ plan: RegisterPlan, entry: EntryNumber) {
    self.connection = connection
    self.plan = plan
    self.entry = entry
  }

  func run() throws {
    for person in 0...plan.trainer { try insertPerson(person) }
    for ring in 0..<plan.rings { try insertRing(ring) }
    for occasion in 0..<plan.occasionCount { try insertOccasion(occasion) }
    try insertTraining(of: plan.isTrained ? plan.memberCount : 1, by: PersonID(Int64(plan.trainer + 1)))
  }

  private func insertPerson(_ person: Int) throws {
    let name = RegisterPlan.name(ofPerson: person)
    _ = try connection.insertPerson(
      numbered: try RegisterPlan.number(ofPerson: person),
      PersonDetails(
        givenName: name.given, familyName: name.family,
        address: try PostalAddress(street: "Storgatan \(person % 90 + 1)", postcode: "211 42", city: "Malmö")),
      entry: entry)
  }

  private func insertRing(_ ring: Int) throws {
    let number = plan.ringNumber(ring)
    let first = ring * RegisterPlan.membersPerRing + 1
    let id = try connection.insertRing(
      number,
      RingApplication(
        name: "Ring \(ring) i \(number.municipality.name)", municipality: number.municipality,
        address: try PostalAddress(street: "Torget \(ring % 40 + 1)", postcode: "211 42", city: "Malmö"),
        venue: ring % 3 == 0 ? "Centrumhuset" : "Skolans matsal", interestedHouseholds: 60,
        activeHouseholds: 12, appliedOn: RegisterPlan.appliedOn),
      entry: entry)
    for state in [RingState.applied, .registered] {
      try connection.insertEvent(
        state, of: id, on: RegisterPlan.appliedOn, reason: nil, actor: "bench", entry: entry)
    }
    try connection.insertContact(
      PersonID(Int64(first)), of: id, from: RegisterPlan.appliedOn, entry: entry)
    for place in 0..<RegisterPlan.membersPerRing {
      try connection.insertMembership(
        Membership(
          ring: id, person: PersonID(Int64(first + place)), household: "H\(place / 2 + 1)",
          joinedOn: RegisterPlan.appliedOn, leftOn: nil, isPrimary: true, alias: "medlem \(place + 1)"),
        entry: entry)
    }
  }

  private func insertOccasion(_ occasion: Int) throws {
    let day = RegisterPlan.appliedOn.adding(days: 20 + 14 * (occasion % plan.occasionsPerRing))
    try connection.insertOccasion(
      OccasionPlan(
        key: plan.occasionKey(occasion), kind: .meeting, type: .openMeeting,
        startsAt: Moment(startOf: day).adding(seconds: 18 * 3_600), endsAt: nil,
        calledOn: day.adding(days: -14), called: .all, status: .held, policePresent: true),
      of: RingID(Int64(plan.ring(ofOccasion: occasion) + 1)), entry: entry)
  }

  /// The ring training of the first persons, without which nobody is contact person of a new ring or is granted anything.
  private func insertTraining(of count: Int, by trainer: PersonID) throws {
    let approval = Approval(
      programme: Programme.ringTraining.rawValue, validFrom: LocalDate.firstDay(of: 2027), validTo: nil)
    let provider = try connection.insertProvider(
      try OrganisationNumber(parsing: "556036-0793"), name: "Studieförbundet", entry: entry)
    try connection.insertApproval(approval, of: provider, entry: entry)
    try connection.insertApproval(approval, ofTrainer: trainer, entry: entry)
    let starts = RingTrainingModule.allCases.indices.map { block in
      Moment(startOf: RegisterPlan.appliedOn.adding(days: block)).adding(seconds: 18 * 3_600)
    }
    for person in 1...count {
      for (block, module) in RingTrainingModule.allCases.enumerated() {
        try connection.insertSession(
          TrainingSession(
            id: 0, provider: provider, reference: "T\(person)-\(block)", programme: approval.programme,
            module: module.rawValue, person: PersonID(Int64(person)), startsAt: starts[block],
            endsAt: starts[block].adding(seconds: 3_600), trainer: trainer, supervisor: nil),
          entry: entry)
      }
    }
  }
}
