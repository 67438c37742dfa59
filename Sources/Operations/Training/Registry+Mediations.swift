public import Identity
public import Register
import Store

extension Registry {
  /// Enters how many mediations a mediator held in a month; the latest counts of a month stand.
  ///
  /// Nothing of a mediation itself can be entered. A mediator counts the own, and needs the certificate for it.
  ///
  /// - Throws: `NOT_PERMITTED` for a member who is no mediator or counts for another.
  /// - Returns: Whether anything was new.
  @discardableResult
  public func countMediations(_ count: MediationCount, of number: IdentityNumber) throws -> Bool {
    try write(.mediationCount) { transaction in
      let connection = transaction.connection
      let person = try connection.participant(number, seenBy: actor)
      transaction.record.person = person.id
      if actor.role == .member {
        let held = try connection.heldCertificates(of: person.id, in: .mediator)
        guard held.contains(where: { $0.valid.contains(today) }) else { throw Refusal(.notPermitted) }
      }
      guard try !connection.mediationCounts(of: person.id).contains(count) else { return false }
      try connection.insertMediationCount(count, of: person.id, entry: transaction.entry)
      return true
    }
  }

  /// A mediator's experience and counts beside the goals.
  public func followUpMediations(of number: IdentityNumber) throws -> MediationFollowUp {
    try read(.mediationShow) { connection, record in
      let person = try connection.participant(number, seenBy: actor)
      record.person = person.id
      return try MediationFollowUp(
        connection.mediationCounts(of: person.id),
        certificates: connection.heldCertificates(of: person.id, in: .mediator), by: parameters, on: today)
    }
  }
}
