public import Identity

/// The yearly follow-up of one ring: how many households, how many active, and the visits of the police.
///
/// It is supervision only and never changes what a member gets (decisions C-10, C-11 and C-80).
public struct RingFollowUp: Hashable, Sendable {
  /// Whether the ring keeps near the size it is meant for.
  public enum Size: String, CaseIterable, Sendable {
    case below
    case within
    case above
  }

  /// Whether the contact police officer came in a quarter (decision C-87).
  public enum PoliceQuarter: String, CaseIterable, Sendable {
    case met = "uppfyllt"
    case missed = "ej uppfyllt"
    case notJudged = "ej bedömt"
    case ongoing = "pågår"
  }

  /// The day on which the households are counted.
  public let day: LocalDate

  /// The households with a member that day, protected persons included.
  public let households: Int

  /// Those with at least one member who takes active part (decision C-86).
  public let activeHouseholds: Int

  /// Whether too small a share of the households is active, the flag `under_kritisk_massa`.
  public let isUnderCriticalMass: Bool

  /// The households against the advisory band.
  public let size: Size

  /// The four quarters of the year.
  public let policeQuarters: [PoliceQuarter]
}

/// What a ring is followed up by, in the values of the day of the follow-up (decision C-49).
public struct RingFollowUpRule: Hashable, Sendable {
  /// The share of households that must be active.
  public let activeShare: InForce<Fraction>

  /// The lower end of the advisory band.
  public let sizeMinimum: InForce<Int>

  /// The upper end of the advisory band.
  public let sizeMaximum: InForce<Int>

  /// The fewest visits of the contact police officer in a quarter.
  public let policeVisits: InForce<Int>

  private let today: LocalDate

  /// Takes the values in force on a day of the year that is followed up, and the day from which it is looked at.
  ///
  /// - Throws: `PARAMETER_NOT_IN_FORCE` on a day before the register act.
  public init(on day: LocalDate, asOf today: LocalDate, in parameters: Parameters) throws(Refusal) {
    self.activeShare = try parameters.inForce(.activeShare, on: day)
    self.sizeMinimum = try parameters.inForce(.sizeMinimum, on: day)
    self.sizeMaximum = try parameters.inForce(.sizeMaximum, on: day)
    self.policeVisits = try parameters.inForce(.policeVisitsPerQuarter, on: day)
    self.today = today
  }

  /// Follows up the first ring of the facts, or nothing when it was not registered in the year.
  ///
  /// Outcomes are those of the members, by position. The households are counted on 31 December, on the last day of
  /// the registration or, in a year under way, today.
  public func followUp(_ facts: YearFacts, _ outcomes: [BenefitOutcome]) -> RingFollowUp? {
    guard let ring = facts.rings.first, let registered = ring.registration?.intersection(facts.days),
      registered.first <= today
    else { return nil }
    let day = min(registered.last, today)
    var households: [HouseholdKey: Bool] = [:]
    for (position, member) in facts.members.enumerated() where member.deceasedOn.map({ day <= $0 }) ?? true {
      let isActive = outcomes[position].isActive
      for membership in facts.memberships[member.memberships]
      where membership.ring == 0 && membership.days.contains(day) {
        let key = membership.household.map { HouseholdKey.label($0) } ?? .lone(member.person)
        households[key, default: false] = households[key, default: false] || isActive
      }
    }
    let active = households.values.count { $0 }
    return RingFollowUp(
      day: day, households: households.count, activeHouseholds: active,
      isUnderCriticalMass: !activeShare.value.isReached(by: active, of: households.count),
      size: size(households.count), policeQuarters: policeQuarters(of: ring, facts))
  }

  private func size(_ households: Int) -> RingFollowUp.Size {
    if households < sizeMinimum.value { return .below }
    return households > sizeMaximum.value ? .above : .within
  }

  private func policeQuarters(of ring: RingYear, _ facts: YearFacts) -> [RingFollowUp.PoliceQuarter] {
    (1...4).compactMap { quarter in
      guard let first = LocalDate(year: facts.year, month: 3 * quarter - 2, day: 1),
        let days = DayRange(first, through: first.adding(months: 3).adding(days: -1)),
        let registration = ring.registration
      else { return nil }
      let visits = ring.occasions.count {
        $0.policePresent && !$0.isCancelled && days.contains($0.day) && registration.contains($0.day)
          && $0.day <= today
      }
      if visits >= policeVisits.value { return .met }
      if today <= days.last { return .ongoing }
      return registration.intersection(days) == days ? .missed : .notJudged
    }
  }
}

private enum HouseholdKey: Hashable {
  case label(String)
  case lone(PersonID)
}

extension BenefitOutcome {
  /// Whether the person takes active part, or before the lock still can; age and identity do not matter.
  fileprivate var isActive: Bool {
    guard prospect.map(\.isReachable) ?? true else { return false }
    return ![OutcomeReason.untrained, .tooFewOccasions, .belowThreshold].contains { unmet.contains($0) }
  }
}
