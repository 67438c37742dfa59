import Identity
public import Register
import Store

/// A provider's participant in one programme, as a list shows it.
public struct Participant: Sendable {
  /// The register's own number of the person.
  public let person: PersonID
  /// The person's name.
  public let name: String
  /// The number that hides the birth number.
  public let maskedNumber: String
  /// How far the programme has come.
  public let progress: TrainingProgress
  /// The certificate that the provider issued last.
  public let certificate: CertificateView?
}

/// A participant in one programme, as the provider or the participant sees it.
public struct ParticipantPage: Sendable {
  /// How far the programme has come.
  public let participant: ParticipantProgress
  /// The sessions that stand, of the provider who looks or of all, the latest first.
  public let sessions: [TrainingSession]
  /// The certificates of the same, the latest first.
  public let certificates: [CertificateView]
}

extension Registry {
  /// The participants of the provider who acts, in the order of their names, and how many there are in all.
  ///
  /// Persons with protected identity are left out (decision C-96).
  ///
  /// - Parameter isCertified: those alone who have, or have not, a certificate from the provider.
  public func listParticipants(
    in programme: Programme? = nil, isCertified: Bool? = nil, limit: Int, offset: Int
  ) throws -> (participants: [Participant], total: Int) {
    try read(.trainingShow) { connection, record in
      guard let provider = actor.provider else { throw Refusal(.notPermitted) }
      let (seats, total) = try connection.participants(
        of: provider, in: programme, isCertified: isCertified, limit: limit, offset: offset)
      record.detail["participants"] = String(seats.count)
      let participants = try seats.compactMap { seat throws -> Participant? in
        guard let person = try connection.person(seat.person) else { return nil }
        return Participant(
          person: person.id, name: person.details.fullName, maskedNumber: person.number.masked(on: today),
          progress: try connection.trainingProgress(
            of: person.id, in: seat.programme, under: parameters, on: today
          ).progress,
          certificate: try certificates(of: person.id, in: seat.programme, connection).first)
      }
      return (participants, total)
    }
  }

  /// One participant of the provider who acts.
  ///
  /// - Throws: `UNKNOWN_PERSON` for anyone else's; `NOT_ENROLLED`.
  public func participantPage(of id: PersonID, in programme: Programme) throws -> ParticipantPage {
    try read(.trainingShow, ActRecord(subject: programme.rawValue)) { connection, record in
      let person = try connection.participant(id, seenBy: actor)
      record.person = person.id
      return ParticipantPage(
        participant: try progress(of: person, in: programme, connection),
        sessions: try connection.sessions(of: person.id, programme: programme.rawValue)
          .filter { $0.provider == actor.provider }.reversed(),
        certificates: try certificates(of: person.id, in: programme, connection))
    }
  }

  /// How far the member who acts has come in every programme that the person takes part in.
  ///
  /// - Throws: `NOT_PERMITTED` for a user who is no person.
  public func ownTraining() throws -> [ParticipantPage] {
    try read(.trainingShow, ActRecord(person: actor.person)) { connection, _ in
      let person = try connection.actingPerson(actor)
      let isMember = try !connection.memberships(of: person.id).isEmpty
      return try Programme.allCases.compactMap { programme throws -> ParticipantPage? in
        let sessions = try connection.sessions(of: person.id, programme: programme.rawValue)
        // Every member of a ring is to take its training, whether or not it has begun.
        let takesPart =
          try programme.needsEnrolment
          ? !connection.enrolments(of: person.id, in: programme).isEmpty : isMember || !sessions.isEmpty
        guard takesPart else { return nil }
        return ParticipantPage(
          participant: try progress(of: person, in: programme, connection), sessions: sessions.reversed(),
          certificates: try connection.certificates(of: person.id, in: programme).reversed()
            .map { try connection.view($0, on: today) })
      }
    }
  }

  /// The certificates that the provider who acts has issued to a person, the latest first.
  private func certificates(
    of person: PersonID, in programme: Programme, _ connection: Connection
  ) throws -> [CertificateView] {
    try connection.certificates(of: person, in: programme).filter { $0.provider == actor.provider }.reversed()
      .map { try connection.view($0, on: today) }
  }
}
