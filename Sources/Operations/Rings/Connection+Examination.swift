import Identity
import Register
import Store

extension Connection {
  /// The ring of a number.
  ///
  /// - Throws: `UNKNOWN_RING`.
  func knownRing(_ number: RingNumber, column: String = "ring") throws -> Ring {
    guard let ring = try ring(number) else { throw Refusal.unknownRing(number, column: column) }
    return ring
  }

  /// The contact person of a ring on a day.
  func contact(of ring: RingID, on day: LocalDate) throws -> ContactPerson? {
    try contacts(of: ring).last { $0.holds(on: day) }
  }

  /// Gathers what the conditions of registration are tested on, as of a day (decision C-84).
  func examine(
    _ application: RingApplication, of ring: RingID, contactIsNamed: Bool, listMayFollow: Bool,
    on day: LocalDate, under parameters: Parameters
  ) throws -> RegistrationExamination {
    var contact: RegistrationExamination.Contact?
    if contactIsNamed, let holder = try self.contact(of: ring, on: day),
      let person = try person(holder.person)
    {
      contact = try candidate(person, under: parameters, on: day)
    }
    let listed = try members(of: ring).count
    return RegistrationExamination(
      application: application, contact: contact, listedMembers: listMayFollow ? nil : listed)
  }

  /// What a person's ring training amounts to on a day.
  func ringTraining(
    of person: PersonID, under parameters: Parameters, on day: LocalDate
  ) throws -> RingTraining {
    var sessions: [RingTrainingSession] = []
    // The blocks of a training mostly have the same provider and the same trainer.
    var providers: [ProviderID: DaySet] = [:]
    var trainers: [PersonID: DaySet] = [:]
    for session in try self.sessions(of: person, programme: RingTraining.programme) {
      guard let module = RingTrainingModule(rawValue: session.module) else { continue }
      if providers[session.provider] == nil {
        providers[session.provider] = try approvals(of: session.provider).days(of: session.programme)
      }
      if let trainer = session.trainer, trainers[trainer] == nil {
        trainers[trainer] = try approvals(ofTrainer: trainer).days(of: session.programme)
      }
      sessions.append(
        RingTrainingSession(
          reference: session.reference, module: module, startsAt: session.startsAt, endsAt: session.endsAt,
          providerApproved: providers[session.provider] ?? DaySet(),
          trainerApproved: session.trainer.flatMap { trainers[$0] } ?? DaySet()))
    }
    return try RingTraining(sessions, by: parameters, on: day)
  }
}

extension [Approval] {
  /// The days on which a programme is approved.
  func days(of programme: String) -> DaySet {
    DaySet(
      filter { $0.programme == programme }
        .compactMap { DayRange($0.validFrom, through: $0.validTo) })
  }
}

extension RingTraining {
  /// The code of the programme.
  static let programme = Programme.ringTraining.rawValue
}
