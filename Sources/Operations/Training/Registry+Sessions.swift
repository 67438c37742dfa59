public import Identity
public import Register
import Store

/// A session as its provider reports it.
public struct SessionReport: Sendable {
  /// The provider.
  public var provider: OrganisationNumber
  /// The provider's own identifier, which makes re-sending safe.
  public var reference: String
  /// The programme's code.
  public var programme: String
  /// The module's code.
  public var module: String
  /// The participant.
  public var person: IdentityNumber
  /// The start.
  public var startsAt: Moment
  /// The end.
  public var endsAt: Moment
  /// The trainer.
  public var trainer: IdentityNumber?
  /// The supervisor of practice.
  public var supervisor: IdentityNumber?

  /// Describes a session.
  public init(
    provider: OrganisationNumber, reference: String, programme: String, module: String,
    person: IdentityNumber,
    startsAt: Moment, endsAt: Moment, trainer: IdentityNumber?, supervisor: IdentityNumber? = nil
  ) {
    self.provider = provider
    self.reference = reference
    self.programme = programme
    self.module = module
    self.person = person
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.trainer = trainer
    self.supervisor = supervisor
  }
}

extension Registry {
  /// Records a session, once for a provider's reference.
  ///
  /// A session without a valid approval is stored and not credited (decision C-91).
  ///
  /// - Returns: Whose it is, whether it was new, and why it is not credited.
  @discardableResult
  public func recordSession(
    _ report: SessionReport
  ) throws -> (person: PersonID, isNew: Bool, notes: [Refusal]) {
    try write(.trainingRecord, ActRecord(subject: report.provider.hyphenated)) { transaction in
      var desk = SessionDesk(self, transaction.connection)
      let (person, isNew, notes) = try desk.record(report, entry: transaction.entry)
      transaction.record.person = person
      return (person, isNew, notes)
    }
  }

  /// Takes a session back; a new entry may then use the reference again.
  ///
  /// - Throws: `REASON_MISSING`, `UNKNOWN_SESSION`.
  public func reverseSession(
    _ reference: String, of number: OrganisationNumber, reason: String?
  ) throws {
    try write(.trainingReverse, ActRecord(subject: number.hyphenated, reason: reason)) { transaction in
      let connection = transaction.connection
      guard reason != nil else { throw Refusal(.reasonMissing, column: "reason") }
      let provider = try connection.knownProvider(number)
      guard actor.role != .provider || actor.provider == provider.id else {
        throw Refusal(.notPermitted, column: "provider")
      }
      guard let session = try connection.session(reference, of: provider.id) else {
        throw Refusal(.unknownSession, ["reference": .text(reference)], column: "reference")
      }
      transaction.record.person = session.person
      try connection.reverseSession(session.id, entry: transaction.entry)
    }
  }

  /// The sessions that a provider has recorded and that stand, in the order of their recording.
  ///
  /// - Parameters:
  ///   - after: The register's own number of the session before the first.
  ///   - limit: The most sessions.
  /// - Throws: `UNKNOWN_PROVIDER`, for a provider also about another.
  public func listSessions(
    ofProvider number: OrganisationNumber, after: Int, limit: Int
  ) throws -> [ListedSession] {
    try read(.trainingShow, ActRecord(subject: number.hyphenated)) { connection, record in
      let provider = try connection.knownProvider(number)
      guard actor.isRegistrar || (actor.role == .provider && actor.provider == provider.id) else {
        throw Refusal(.unknownProvider, column: "provider")
      }
      let sessions = try connection.sessions(ofProvider: provider.id, after: Int64(after), limit: limit)
      record.detail["sessions"] = String(sessions.count)
      return try sessions.map { session throws in
        ListedSession(
          session: session, provider: provider,
          notes: try connection.notes(on: session, under: parameters).map(\.refusal))
      }
    }
  }

  /// A person's sessions that stand, the earliest first; a provider sees its own.
  ///
  /// - Parameter withReversed: those too that were taken back, after the others.
  public func listSessions(
    of number: IdentityNumber, withReversed: Bool = false
  ) throws -> [ListedSession] {
    try read(.trainingShow) { connection, record in
      let person = try connection.participant(number, seenBy: actor)
      record.person = person.id
      let providers = Dictionary(uniqueKeysWithValues: try connection.providers().map { ($0.id, $0) })
      let reversed = withReversed ? try connection.reversedSessions(of: person.id) : []
      return try (connection.sessions(of: person.id) + reversed).compactMap { session throws in
        guard let provider = providers[session.provider],
          actor.role != .provider || actor.provider == provider.id
        else { return nil }
        return ListedSession(
          session: session, provider: provider,
          notes: try connection.notes(on: session, under: parameters).map(\.refusal),
          history: try connection.history(ofSession: session.id))
      }
    }
  }
}

/// A session as a list shows it.
public struct ListedSession: Sendable {
  /// The session.
  public let session: TrainingSession
  /// Who recorded it.
  public let provider: Provider
  /// Why it is not credited; empty when it is.
  public let notes: [Refusal]
  /// Who recorded it and who took it back, where a person's sessions are listed.
  public var history: SessionHistory?
}

extension Connection {
  /// The person of a number, if the actor may see that person's training.
  ///
  /// - Throws: `NOT_PERMITTED` for a member about anyone else, known or not; `UNKNOWN_PERSON` for another provider's
  ///   participant.
  func participant(_ number: IdentityNumber, seenBy actor: Actor) throws -> Person {
    if actor.role == .member, try !isSame(personID(numbered: number), actor.person) {
      throw Refusal(.notPermitted)
    }
    let person = try knownPerson(number)
    guard try actor.role != .provider || isParticipant(person.id, of: actor.provider) else {
      throw Refusal(.unknownPerson, column: "person")
    }
    return person
  }

  /// The person of a provider's page; one with protected identity has none (decision C-96).
  func participant(_ id: PersonID, seenBy actor: Actor) throws -> Person {
    guard let provider = actor.provider, let person = try person(id), !person.details.isProtected,
      try isParticipant(id, of: provider)
    else { throw Refusal(.unknownPerson, column: "person") }
    return person
  }

  /// Whether a provider enrolled a person or has recorded a session for the person.
  private func isParticipant(_ person: PersonID, of provider: ProviderID?) throws -> Bool {
    try sessions(of: person).contains { $0.provider == provider }
      || Programme.allCases.contains { programme throws in
        try enrolments(of: person, in: programme).contains { $0.provider == provider }
      }
  }
}

extension SessionReport {
  /// Whether the report makes sense by itself.
  func check() throws(Refusal) -> Programme {
    guard let programme = Programme(rawValue: programme) else {
      throw Refusal(.unknownProgramme, ["programme": .text(programme)], column: "programme")
    }
    guard startsAt < endsAt else { throw Refusal(.endsBeforeStart, column: "ends_at") }
    guard SessionReport.lengths.contains(endsAt.seconds - startsAt.seconds) else {
      throw Refusal(.sessionLength, column: "ends_at")
    }
    return programme
  }

  /// From one whole minute to a day, in seconds (decision C-91).
  private static let lengths: ClosedRange<Int64> = 60...86_400
}

extension Connection {
  /// Why a session gives no credit as things stand.
  fileprivate func notes(on session: TrainingSession, under parameters: Parameters) throws -> [SessionNote] {
    guard let programme = Programme(rawValue: session.programme) else { return [] }
    var book = ApprovalBook(of: programme, self)
    let day = session.startsAt.day
    let seat =
      programme.needsEnrolment
      ? try seats(of: session.person, in: programme, under: parameters)
        .last { $0.course.enrolment.startedOn <= day } : nil
    return try book.notes(
      on: session, supervisedBy: seat?.course.plan.supervisor(of: session.module))
  }
}
