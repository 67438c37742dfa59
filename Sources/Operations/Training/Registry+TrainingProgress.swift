public import Identity
public import Register
import Store

/// How far one participant has come, with the names that explain it.
public struct ParticipantProgress: Sendable {
  /// The participant.
  public let person: Person
  /// The enrolment; ring training has none.
  public let enrolment: Enrolment?
  /// Whose participant the person is.
  public let provider: Provider?
  /// Module by module.
  public let progress: TrainingProgress
  /// The names of the trainers and supervisors that notes speak of.
  public let leaders: [PersonID: String]
}

extension Registry {
  /// How far a person has come in a programme, by the latest enrolment.
  ///
  /// - Throws: `NOT_ENROLLED` for a programme that enrols its participants; `UNKNOWN_PERSON`, `NOT_PERMITTED`.
  public func trainingProgress(
    of number: IdentityNumber, programme: Programme
  ) throws -> ParticipantProgress {
    try read(.trainingShow) { connection, record in
      let person = try connection.participant(number, seenBy: actor)
      record.person = person.id
      return try progress(of: person, in: programme, connection)
    }
  }

  func progress(
    of person: Person, in programme: Programme, _ connection: Connection
  ) throws -> ParticipantProgress {
    let (progress, seat) = try connection.trainingProgress(
      of: person.id, in: programme, under: parameters, on: today)
    return ParticipantProgress(
      person: person, enrolment: seat?.course.enrolment,
      provider: try seat?.provider.flatMap { id throws in try connection.providers().first { $0.id == id } },
      progress: progress, leaders: try connection.leaders(of: progress, seenBy: actor))
  }

  /// How far everyone in a programme has come, or a provider's participants, in the order of their numbers.
  ///
  /// A provider gets its own. A person with protected identity is shown to the registrar alone.
  ///
  /// - Throws: `UNKNOWN_PROVIDER`; `NOT_PERMITTED` for another provider's participants.
  public func listProgress(
    in programme: Programme, of number: OrganisationNumber? = nil
  ) throws -> [ParticipantProgress] {
    try read(.trainingShow, ActRecord(subject: number?.hyphenated)) { connection, record in
      guard actor.role != .member else { throw Refusal(.notPermitted) }
      var wanted = try number.map { number throws in try connection.knownProvider(number).id }
      if actor.role == .provider {
        guard wanted == nil || wanted == actor.provider else {
          throw Refusal(.notPermitted, column: "provider")
        }
        wanted = actor.provider
      }
      let providers = Dictionary(uniqueKeysWithValues: try connection.providers().map { ($0.id, $0) })
      var rows: [ParticipantProgress] = []
      try connection.forEachProgress(in: programme, under: parameters, on: today) {
        id, enrolment, provider, progress in
        guard wanted == nil || wanted == provider, let person = try connection.person(id),
          actor.isRegistrar || !person.details.isProtected
        else { return }
        rows.append(
          ParticipantProgress(
            person: person, enrolment: enrolment, provider: provider.flatMap { providers[$0] },
            progress: progress, leaders: try connection.leaders(of: progress, seenBy: actor)))
      }
      record.detail = ["programme": programme.rawValue, "participants": String(rows.count)]
      return rows.sorted { $0.person.number.value < $1.person.number.value }
    }
  }
}

extension Connection {
  /// The names that notes speak of; one with protected identity is named to the registrar alone.
  fileprivate func leaders(of progress: TrainingProgress, seenBy actor: Actor) throws -> [PersonID: String] {
    var names: [PersonID: String] = [:]
    for id in Set(progress.modules.flatMap(\.notes).compactMap(\.person)) {
      guard let details = try person(id)?.details, actor.isRegistrar || !details.isProtected else { continue }
      names[id] = details.fullName
    }
    return names
  }
}
