import Identity
public import Register
import Store

/// A provider's participant with how far each training has come.
public struct Participant: Sendable {
  /// The person's name.
  public let name: String
  /// The number that hides the birth number.
  public let maskedNumber: String
  /// How far each programme has come that the provider has reported sessions of.
  public let progress: [TrainingProgress]
}

extension Registry {
  /// The participants of the provider who acts, in the order of their names; persons with protected identity are left out.
  public func listParticipants(limit: Int, offset: Int) throws -> (participants: [Participant], total: Int) {
    try read(.trainingShow) { connection, record in
      guard let provider = actor.provider else { throw Refusal(.notPermitted) }
      let (ids, total) = try connection.participants(of: provider, limit: limit, offset: offset)
      record.detail["participants"] = String(ids.count)
      let participants = try ids.compactMap { id throws -> Participant? in
        guard let person = try connection.person(id) else { return nil }
        return Participant(
          name: person.details.fullName, maskedNumber: person.number.masked(on: today),
          progress: try connection.progress(of: id, at: provider, under: parameters, on: today))
      }
      return (participants, total)
    }
  }
}

extension Connection {
  fileprivate func progress(
    of person: PersonID, at provider: ProviderID, under parameters: Parameters, on day: LocalDate
  ) throws -> [TrainingProgress] {
    let reported = Set(try sessions(of: person).filter { $0.provider == provider }.map(\.programme))
    return try Programme.allCases.filter { reported.contains($0.rawValue) }.map { programme in
      try trainingProgress(of: person, in: programme, under: parameters, on: day).progress
    }
  }
}
