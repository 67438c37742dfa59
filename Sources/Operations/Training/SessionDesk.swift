import Identity
import Register
import Store

/// Where sessions are checked and entered, for one command or for the rows of a batch.
///
/// It remembers providers, persons, seats and approvals, since a file names the same again and again. What it remembers
/// is true within one transaction.
struct SessionDesk {
  private struct SeatKey: Hashable {
    let person: PersonID
    let programme: Programme
  }

  private struct MonthOfSupervisor: Hashable {
    let supervisor: PersonID
    let month: Int
  }

  private let registry: Registry
  private let connection: Connection
  private var providers: [OrganisationNumber: Provider] = [:]
  private var persons: [IdentityNumber: PersonID] = [:]
  private var records: [PersonID: [PersonID]] = [:]
  private var seats: [SeatKey: [Seat]] = [:]
  private var books: [Programme: ApprovalBook] = [:]
  private var inTraining: [PersonID: DaySet] = [:]
  private var supervised: [MonthOfSupervisor: Set<PersonID>] = [:]

  init(_ registry: Registry, _ connection: Connection) {
    self.registry = registry
    self.connection = connection
  }

  /// Records a session, once for a provider's reference.
  ///
  /// - Returns: The participant, whether the session was new, and what is to be known of it though it is stored.
  mutating func record(
    _ report: SessionReport, entry: EntryNumber
  ) throws -> (person: PersonID, isNew: Bool, notes: [Refusal]) {
    let programme = try report.check()
    let provider = try provider(report.provider)
    let person = try person(report.person, column: "personnummer")
    let trainer = try report.trainer.map { number throws in try self.person(number, column: "trainer") }
    let supervisor = try report.supervisor.map { number throws in
      try self.person(number, column: "supervisor")
    }
    let stored = try connection.session(report.reference, of: provider.id)
    let session = TrainingSession(
      id: stored?.id ?? 0, provider: provider.id, reference: report.reference, programme: report.programme,
      module: report.module, person: person, startsAt: report.startsAt, endsAt: report.endsAt,
      trainer: trainer, supervisor: supervisor)
    if let stored {
      guard stored == session else { throw Refusal(.referenceConflict, column: "reference") }
      return (person, false, [])
    }
    let kind = try check(session, in: programme)
    for record in try records(of: person) {
      let other = try connection.sessionReference(
        underRecord: record, overlapping: session.startsAt, session.endsAt)
      guard let other else { continue }
      throw Refusal(.sessionOverlap, ["reference": .text(other)], column: "starts_at")
    }
    try connection.insertSession(session, entry: entry)
    takeSeat(session, in: programme)
    // A session may be the one that ends a supervisor's own training.
    if programme == .mediator { inTraining[person] = nil }
    var book = books[programme] ?? ApprovalBook(of: programme, connection)
    var notes = try book.notes(on: session, supervisedBy: kind).map(\.refusal)
    books[programme] = book
    if kind != nil, let supervisor, let note = try load(of: supervisor, with: session) { notes.append(note) }
    return (person, true, notes)
  }

  /// Tests a session against its plan and enrolment, and tells who must supervise it.
  private mutating func check(_ session: TrainingSession, in programme: Programme) throws -> SupervisorKind? {
    guard programme.needsEnrolment else {
      guard RingTrainingModule(rawValue: session.module) != nil else {
        let known = RingTrainingModule.allCases.map(\.rawValue).joined(separator: " ")
        throw Refusal(
          .unknownModule, ["module": .text(session.module), "known": .text(known)], column: "module")
      }
      if session.trainer == nil { throw Refusal(.trainerMissing, column: "trainer") }
      return nil
    }
    let plan = try plan(of: session, in: programme)
    guard let place = plan.place(of: session.module) else { throw plan.unknownModule(session.module) }
    if plan.needsTrainer, session.trainer == nil { throw Refusal(.trainerMissing, column: "trainer") }
    guard let kind = plan.modules[place].supervisedBy else { return nil }
    guard let supervisor = session.supervisor else {
      throw Refusal(.supervisorMissing, ["module": .text(session.module)], column: "supervisor")
    }
    guard supervisor != session.person else { throw Refusal(.supervisorSelf, column: "supervisor") }
    let day = session.startsAt.day
    if try isInTraining(supervisor, on: day) {
      throw Refusal(.supervisorInTraining, ["day": .day(day)], column: "supervisor")
    }
    return kind
  }

  /// The plan that binds the enrolment which a session belongs to.
  ///
  /// - Throws: `NOT_ENROLLED`, `BEFORE_ENROLMENT`, `AFTER_WITHDRAWAL`, `OTHER_PROVIDER` (decision C-91).
  private mutating func plan(of session: TrainingSession, in programme: Programme) throws -> TrainingPlan {
    let key = SeatKey(person: session.person, programme: programme)
    let own = try seats(of: key)
    let day = session.startsAt.day
    guard !own.isEmpty else {
      throw Refusal(.notEnrolled, ["programme": .text(programme.rawValue)], column: "programme")
    }
    guard let place = own.indices.last(where: { own[$0].course.enrolment.startedOn <= day }) else {
      let first = own[0].course.enrolment.startedOn
      throw Refusal(.beforeEnrolment, ["day": .day(day), "first": .day(first)], column: "starts_at")
    }
    let seat = own[place]
    if let last = seat.course.enrolment.withdrawnOn, last < day {
      throw Refusal(.afterWithdrawal, ["day": .day(day), "last": .day(last)], column: "starts_at")
    }
    guard seat.provider == nil || seat.provider == session.provider else {
      throw Refusal(.otherProvider, column: "provider")
    }
    return seat.course.plan
  }

  private mutating func seats(of key: SeatKey) throws -> [Seat] {
    if let known = seats[key] { return known }
    let found = try connection.seats(of: key.person, in: key.programme, under: registry.parameters)
    seats[key] = found
    return found
  }

  /// Remembers whose participant a person is once the first session stands.
  private mutating func takeSeat(_ session: TrainingSession, in programme: Programme) {
    let key = SeatKey(person: session.person, programme: programme)
    let day = session.startsAt.day
    guard let index = seats[key]?.lastIndex(where: { $0.course.enrolment.startedOn <= day }),
      seats[key]?[index].provider == nil
    else { return }
    seats[key]?[index].provider = session.provider
  }

  private mutating func isInTraining(_ supervisor: PersonID, on day: LocalDate) throws -> Bool {
    if let known = inTraining[supervisor] { return known.contains(day) }
    let days = try connection.daysInMediatorTraining(
      of: supervisor, under: registry.parameters, on: registry.today)
    inTraining[supervisor] = days
    return days.contains(day)
  }

  /// A note when a supervisor has more mediators in a calendar month than advised (decision C-28).
  private mutating func load(of supervisor: PersonID, with session: TrainingSession) throws -> Refusal? {
    let day = session.startsAt.day
    let (year, month, _) = day.components
    let key = MonthOfSupervisor(supervisor: supervisor, month: year * 12 + month)
    guard var known = supervised[key] else {
      let first = day.adding(days: 1 - day.day)
      let participants = try connection.participants(
        supervisedBy: supervisor, from: Moment(startOf: first),
        before: Moment(startOf: first.adding(months: 1)))
      supervised[key] = participants
      return try note(on: participants.count, in: day)
    }
    guard known.insert(session.person).inserted else { return nil }
    supervised[key] = known
    return try note(on: known.count, in: day)
  }

  private func note(on mediators: Int, in day: LocalDate) throws -> Refusal? {
    let advised = try registry.parameters.value(of: .supervisorMediators, on: day)
    guard mediators > advised else { return nil }
    return Refusal(
      .supervisorLoad, ["mediators": .count(mediators), "advised": .count(advised)], column: "supervisor")
  }

  /// The records under which a person's sessions stand, nearly always one.
  private mutating func records(of person: PersonID) throws -> [PersonID] {
    if let known = records[person] { return known }
    let found = try connection.records(of: person)
    records[person] = found
    return found
  }

  private mutating func provider(_ number: OrganisationNumber) throws -> Provider {
    let provider = try providers[number] ?? connection.knownProvider(number)
    guard registry.actor.role != .provider || registry.actor.provider == provider.id else {
      throw Refusal(.notPermitted, column: "provider")
    }
    providers[number] = provider
    return provider
  }

  private mutating func person(_ number: IdentityNumber, column: String) throws -> PersonID {
    if let known = persons[number] { return known }
    guard let id = try connection.personID(numbered: number) else {
      throw Refusal(.unknownPerson, column: column)
    }
    persons[number] = id
    return id
  }
}
