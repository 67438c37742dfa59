import Identity
import Register
import Store

/// The approvals that decide whether the sessions of a programme count, each read once.
struct ApprovalBook {
  private let programme: String
  private let connection: Connection
  private var providers: [ProviderID: DaySet] = [:]
  private var trainers: [PersonID: DaySet] = [:]
  private var supervisors: [PersonID: Supervisor] = [:]

  init(of programme: Programme, _ connection: Connection) {
    self.programme = programme.rawValue
    self.connection = connection
  }

  /// Why a session gives no credit as things stand (decision C-91).
  ///
  /// Approvals are tested on the local day when the session starts (decision C-66).
  ///
  /// - Parameter kind: Who must supervise the module, if anybody.
  mutating func notes(on session: TrainingSession, supervisedBy kind: SupervisorKind?) throws -> [SessionNote]
  {
    let day = session.startsAt.day
    var notes: [SessionNote] = []
    func note(_ code: RefusalCode, _ person: PersonID? = nil, lastDay: LocalDate? = nil) {
      notes.append(
        SessionNote(
          code, session: session.reference, day: day,
          minutes: Moment.minutes(from: session.startsAt, to: session.endsAt), person: person,
          lastDay: lastDay))
    }
    if try !days(of: session.provider).contains(day) { note(.providerNotApproved) }
    if let trainer = session.trainer, try !days(ofTrainer: trainer).contains(day) {
      note(.trainerNotApproved, trainer)
    }
    if let kind, let supervisor = session.supervisor,
      let lack = try standing(of: supervisor).lack(on: day, as: kind)
    {
      note(lack.code, supervisor, lastDay: lack.lastDay)
    }
    return notes
  }

  private mutating func days(of provider: ProviderID) throws -> DaySet {
    if let known = providers[provider] { return known }
    let days = try connection.approvals(of: provider).days(of: programme)
    providers[provider] = days
    return days
  }

  private mutating func days(ofTrainer person: PersonID) throws -> DaySet {
    if let known = trainers[person] { return known }
    let days = try connection.approvals(ofTrainer: person).days(of: programme)
    trainers[person] = days
    return days
  }

  private mutating func standing(of person: PersonID) throws -> Supervisor {
    if let known = supervisors[person] { return known }
    let revoked = try connection.heldCertificates(of: person, in: .mediator).flatMap(\.revoked)
    let supervisor = Supervisor(
      try connection.approvals(ofSupervisor: person), suspended: DaySet(revoked))
    supervisors[person] = supervisor
    return supervisor
  }
}
