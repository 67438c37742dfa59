public import Identity

/// What the register act gives one person for one year, without heap storage.
public struct BenefitOutcome: Hashable, Sendable {
  /// The three outcomes.
  public enum Verdict: String, CaseIterable, Sendable {
    case granted = "BEVILJAS"
    case refused = "AVSLAG"
    case waiting = "AVVAKTAR"
  }

  /// The outcome.
  public internal(set) var verdict: Verdict

  /// The first of the conditions not met, or nothing for a grant.
  public internal(set) var reason: OutcomeReason?

  /// All conditions not met, those that wait for a fact included.
  public internal(set) var unmet: OutcomeReasons

  /// The printed fraction, with unattested presence as absence.
  public let count: AttendanceCount

  /// The legs of the fraction.
  public let tally: AttendanceTally

  /// How many of the counted occasions are attended if attestations still missing come.
  public let unattested: Int

  /// The first and the last qualifying day, with holes between them if the membership or the training has any.
  public let window: DayRange?

  /// The position in `YearFacts` of the ring that issues the decision, the one of the last qualifying day.
  ///
  /// Without a qualifying day it is the last ring of which the person was a member.
  public let ring: Int

  /// The first day of the membership that held the first qualifying day, by which a household is ordered.
  public let joinedOn: LocalDate?

  /// The position of the membership that held the last qualifying day, whose household counts.
  let lastMembership: Int?

  /// What can still be reached, only before the lock.
  public let prospect: AttendanceProspect?

  /// Where the person stands in the household, only where a cap is in force and the person would otherwise be granted.
  public internal(set) var household: HouseholdPlace?

  /// Whole kronor, 0 unless granted.
  public internal(set) var amount: Int
}

extension BenefitOutcome: CustomStringConvertible {
  /// The outcome as `AVSLAG:UNDER_TROSKEL`.
  public var description: String {
    verdict.rawValue + (reason.map { ":" + $0.rawValue } ?? "")
  }
}

/// What a person can still reach in a year not yet locked (decision C-73).
public struct AttendanceProspect: Hashable, Sendable {
  /// The occasions already called that have not begun.
  public let upcoming: Int

  /// The fewest of them that must be attended for the share, 0 when it is kept even if all of them are missed, and nothing
  /// when it is out of reach. It is a number also where only the least number of occasions is out of reach.
  public let needed: Int?

  /// Whether enough occasions will count.
  public let hasEnough: Bool

  private let counted: Int

  /// Whether attending all of them would give both the share and the least number of occasions.
  public var isReachable: Bool { hasEnough && needed != nil }

  init(_ soFar: AttendanceCount, upcoming: Int, threshold: Fraction, floor: Int) {
    let counted = soFar.counted + upcoming
    self.counted = counted
    self.upcoming = upcoming
    hasEnough = counted >= floor
    needed = (0...upcoming).first { threshold.isReached(by: soFar.attended + $0, of: counted) }
  }

  /// Tells whether this is the nearer one, and so the one to show: what takes fewer occasions to reach, or where neither can
  /// be reached the one of which more will count.
  func isBetter(than other: AttendanceProspect) -> Bool {
    guard isReachable == other.isReachable else { return isReachable }
    guard isReachable, let needed, let others = other.needed else { return counted > other.counted }
    return needed < others
  }
}
