import Identity
public import Register
import Store

extension Registry {
  /// How a ring keeps what is expected of it in a year; nothing of it changes what a member gets (decision C-80).
  ///
  /// - Throws: `UNKNOWN_RING`; `PARAMETER_NOT_IN_FORCE` for a year before the register act.
  public func checkRing(_ number: RingNumber, year: Int) throws -> RingCheck {
    try look(.ringCheck) { connection in
      let ring = try connection.knownRing(number)
      try checkOwn(ring.id)
      let day = min(today, LocalDate.lastDay(of: year))
      let rule = try RingFollowUpRule(on: day, in: parameters)
      let benefit = BenefitRule(try BenefitParameters(year: year, in: parameters), asOf: now)
      var facts = YearFacts(year: year)
      try YearFactsReader(year: year, asOf: today, under: parameters, from: connection)
        .load(ring.id, into: &facts)
      let contact = try connection.contact(of: ring.id, on: day)
      let assumed = try contact.flatMap { try connection.contactMembership(of: $0.person, in: ring.id) }
      return RingCheck(
        ring: ring, year: year, followUp: rule.followUp(facts, benefit.outcomes(in: facts)), rule: rule,
        hasContact: contact != nil,
        isListMissing: try connection.members(of: ring.id).allSatisfy { $0.membership == assumed })
    }
  }
}

/// What `ring check` tells of a ring's year.
public struct RingCheck: Sendable {
  /// The ring.
  public let ring: Ring
  /// The year.
  public let year: Int
  /// Households, activity and visits of the police, or nothing when the ring was not registered in the year.
  public let followUp: RingFollowUp?
  /// The values that it was followed up by.
  public let rule: RingFollowUpRule
  /// Whether the ring had a contact person, today or at the end of the year.
  public let hasContact: Bool
  /// Whether nobody has named the members yet.
  public let isListMissing: Bool
}
