import Identity
public import Register
import Store

extension Registry {
  /// How a ring keeps what is expected of it in a year; nothing of it changes what a member gets (decision C-80).
  ///
  /// - Throws: `UNKNOWN_RING`; `PARAMETER_NOT_IN_FORCE` for a year before the register act.
  public func checkRing(_ number: RingNumber, year: Int) throws -> RingCheck {
    try look(.ringCheck) { connection in
      let ring = try ownRing(number, in: connection)
      let day = min(today, LocalDate.lastDay(of: year))
      let rule = try RingFollowUpRule(on: day, asOf: today, in: parameters)
      let benefit = BenefitRule(try BenefitParameters(year: year, in: parameters), asOf: now)
      var facts = YearFacts(year: year)
      try YearFactsReader(year: year, asOf: today, under: parameters, from: connection)
        .load(ring.id, into: &facts)
      let contact = try connection.contact(of: ring.id, on: day)
      let followUp = rule.followUp(facts, benefit.outcomes(in: facts))
      let assumed = try contact.flatMap { try connection.contactMembership(of: $0.person, in: ring.id) }
      return RingCheck(
        ring: ring, state: ring.state(on: day), year: year, followUp: followUp,
        showsHouseholds: try followUp.map { try showsHouseholds(of: $0) } ?? true, rule: rule,
        hasContact: contact != nil,
        isListMissing: try connection.members(of: ring.id).allSatisfy { $0.membership == assumed })
    }
  }
}

extension Registry {
  /// Neither the active households nor the others may be a small count, for whoever sees sums alone.
  private func showsHouseholds(of followUp: RingFollowUp) throws -> Bool {
    let (active, all) = (followUp.activeHouseholds, followUp.households)
    return try visible(active) != nil && (active == all || visible(all - active) != nil)
  }
}

/// What `ring check` tells of a ring's year.
public struct RingCheck: Sendable {
  /// The ring.
  public let ring: Ring
  /// Where the ring stood, today or at the end of the year.
  public let state: RingState
  /// The year.
  public let year: Int
  /// Households, activity and visits of the police, or nothing when the ring was not registered in the year.
  public let followUp: RingFollowUp?
  /// Whether the actor may see how many households are active.
  public let showsHouseholds: Bool
  /// The values that it was followed up by.
  public let rule: RingFollowUpRule
  /// Whether the ring had a contact person, today or at the end of the year.
  public let hasContact: Bool
  /// Whether nobody has named the members yet.
  public let isListMissing: Bool
}
