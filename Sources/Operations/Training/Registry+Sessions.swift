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
  /// - Returns: Whether it was new, and why it is not credited.
  @discardableResult
  public func recordSession(_ report: SessionReport) throws -> (isNew: Bool, notes: [Refusal]) {
    try write(.trainingRecord, ActRecord(subject: report.provider.hyphenated)) { transaction in
      try enterSession(report, in: transaction)
    }
  }

  func enterSession(
    _ report: SessionReport, in transaction: Transaction
  ) throws -> (isNew: Bool, notes: [Refusal]) {
    let connection = transaction.connection
    let programme = try report.check()
    let provider = try connection.knownProvider(report.provider)
    guard actor.role != .provider || actor.provider == provider.id else {
      throw Refusal(.notPermitted, column: "provider")
    }
    let person = try connection.knownPerson(report.person, column: "personnummer")
    transaction.record.person = person.id
    let trainer = try report.trainer.map { number throws in
      try connection.knownPerson(number, column: "trainer").id
    }
    let supervisor = try report.supervisor.map { number throws in
      try connection.knownPerson(number, column: "supervisor").id
    }
    let stored = try connection.session(report.reference, of: provider.id)
    let session = TrainingSession(
      id: stored?.id ?? 0, provider: provider.id, reference: report.reference, programme: report.programme,
      module: report.module, person: person.id, startsAt: report.startsAt, endsAt: report.endsAt,
      trainer: trainer, supervisor: supervisor)
    if let stored {
      guard stored == session else { throw Refusal(.referenceConflict, column: "reference") }
      return (false, [])
    }
    guard !programme.needsEnrolment else {
      throw Refusal(.notEnrolled, ["programme": .text(report.programme)], column: "programme")
    }
    if let other = try connection.session(of: person.id, overlapping: session.startsAt, session.endsAt) {
      throw Refusal(.sessionOverlap, ["reference": .text(other.reference)], column: "starts_at")
    }
    try connection.insertSession(session, entry: transaction.entry)
    return (true, try connection.notes(on: session))
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
      guard let session = try connection.session(reference, of: provider.id) else {
        throw Refusal(.unknownSession, ["reference": .text(reference)], column: "reference")
      }
      transaction.record.person = session.person
      try connection.reverseSession(session.id, entry: transaction.entry)
    }
  }

  /// How far a person's training has come.
  ///
  /// - Throws: `NOT_ENROLLED` for a programme that enrols its participants.
  public func trainingProgress(
    of number: IdentityNumber, in programme: Programme
  ) throws -> RingTrainingProgress {
    try read(.trainingShow) { connection, record in
      let person = try connection.participant(number, seenBy: actor)
      record.person = person.id
      guard programme == .ringTraining else {
        throw Refusal(.notEnrolled, ["programme": .text(programme.rawValue)], column: "programme")
      }
      return try connection.ringTraining(of: person.id, under: parameters, on: today).progress
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
        ListedSession(session: session, provider: provider, notes: try connection.notes(on: session))
      }
    }
  }

  /// A person's sessions that stand, the earliest first; a provider sees its own.
  public func listSessions(of number: IdentityNumber) throws -> [ListedSession] {
    try read(.trainingShow) { connection, record in
      let person = try connection.participant(number, seenBy: actor)
      record.person = person.id
      let providers = Dictionary(uniqueKeysWithValues: try connection.providers().map { ($0.id, $0) })
      return try connection.sessions(of: person.id).compactMap { session throws in
        guard let provider = providers[session.provider],
          actor.role != .provider || actor.provider == provider.id
        else { return nil }
        return ListedSession(session: session, provider: provider, notes: try connection.notes(on: session))
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
}

extension Connection {
  /// The person of a number, if the actor may see that person's training.
  ///
  /// - Throws: `NOT_PERMITTED` for another member's; `UNKNOWN_PERSON` for another provider's participant.
  fileprivate func participant(_ number: IdentityNumber, seenBy actor: Actor) throws -> Person {
    let person = try knownPerson(number)
    switch actor.role {
    case .member where actor.person != person.id: throw Refusal(.notPermitted)
    case .provider where try !sessions(of: person.id).contains { $0.provider == actor.provider }:
      throw Refusal(.unknownPerson, column: "person")
    default: return person
    }
  }
}

extension SessionReport {
  /// Whether the report makes sense by itself.
  func check() throws(Refusal) -> Programme {
    guard let programme = Programme(rawValue: programme) else {
      throw Refusal(.unknownProgramme, ["programme": .text(programme)], column: "programme")
    }
    guard programme.modules.contains(module) else {
      throw Refusal(
        .unknownModule, ["module": .text(module), "known": .text(programme.modules.joined(separator: " "))],
        column: "module")
    }
    guard startsAt < endsAt else { throw Refusal(.endsBeforeStart, column: "ends_at") }
    guard Moment.minutes(from: startsAt, to: endsAt) <= SessionReport.longestMinutes else {
      throw Refusal(.sessionLength, column: "ends_at")
    }
    if programme == .ringTraining, trainer == nil { throw Refusal(.trainerMissing, column: "trainer") }
    return programme
  }

  /// No session lasts longer than a day (decision C-91).
  private static let longestMinutes = 24 * 60
}

extension Connection {
  /// Why a session gives no credit as things stand.
  func notes(on session: TrainingSession) throws -> [Refusal] {
    let day = session.startsAt.day
    var notes: [Refusal] = []
    if try !approvals(of: session.provider).days(of: session.programme).contains(day) {
      notes.append(Refusal(.providerNotApproved, ["day": .day(day)], column: "provider"))
    }
    if let trainer = session.trainer,
      try !approvals(ofTrainer: trainer).days(of: session.programme).contains(day)
    {
      notes.append(Refusal(.trainerNotApproved, ["day": .day(day)], column: "trainer"))
    }
    return notes
  }
}
