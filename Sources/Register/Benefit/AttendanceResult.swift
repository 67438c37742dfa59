/// What the floor and the threshold say of a tally.
struct AttendanceResult {
  /// The fraction that is printed.
  let count: AttendanceCount

  /// Which of the two conditions fail.
  let unmet: OutcomeReasons

  /// Whether enough occasions count.
  var meetsFloor: Bool { !unmet.contains(.tooFewOccasions) }
}

extension BenefitRule {
  /// The fewest counted occasions; a share of nothing is never reached.
  public var floor: Int { max(1, parameters.minimumOccasions.value) }

  func result(of tally: AttendanceTally) -> AttendanceResult {
    switch parameters.basis.value {
    case .pooled: pooledResult(of: tally.total)
    case .either: eitherResult(of: tally)
    }
  }

  private func pooledResult(of count: AttendanceCount) -> AttendanceResult {
    var unmet = OutcomeReasons()
    if count.counted < floor { unmet.insert(.tooFewOccasions) }
    if count.counted > 0 && !count.reaches(parameters.threshold.value) { unmet.insert(.belowThreshold) }
    return AttendanceResult(count: count, unmet: unmet)
  }

  /// A leg that reaches both, else a leg with enough occasions, else both legs together (decision C-57).
  private func eitherResult(of tally: AttendanceTally) -> AttendanceResult {
    let legs = [tally.meetings, tally.activities].filter { $0.counted >= floor }
    func highest(_ counts: [AttendanceCount]) -> AttendanceCount? {
      counts.max { $1.isHigher(than: $0) }
    }
    if let best = highest(legs.filter { $0.reaches(parameters.threshold.value) }) {
      return AttendanceResult(count: best, unmet: OutcomeReasons())
    }
    if let best = highest(legs) {
      return AttendanceResult(count: best, unmet: OutcomeReasons(.belowThreshold))
    }
    return AttendanceResult(count: tally.total, unmet: OutcomeReasons(.tooFewOccasions))
  }

  /// What can still be reached: by the pooled count, or by the nearer leg.
  ///
  /// Where no leg will have enough occasions both are shown added, as in the outcome, and no number of those is enough
  /// (decision C-57).
  func prospect(of participation: Participation) -> AttendanceProspect {
    func prospect(
      _ soFar: AttendanceCount, _ upcoming: AttendanceCount, floor: Int
    ) -> AttendanceProspect {
      AttendanceProspect(
        soFar, upcoming: upcoming.counted, threshold: parameters.threshold.value, floor: floor)
    }
    let (soFar, upcoming) = (participation.possible, participation.upcoming)
    guard parameters.basis.value == .either else {
      return prospect(soFar.total, upcoming.total, floor: floor)
    }
    let meetings = prospect(soFar.meetings, upcoming.meetings, floor: floor)
    let activities = prospect(soFar.activities, upcoming.activities, floor: floor)
    let nearer = activities.isBetter(than: meetings) ? activities : meetings
    return nearer.hasEnough ? nearer : prospect(soFar.total, upcoming.total, floor: .max)
  }
}
