public import Identity
public import Register
import Store

/// How far the decisions of a year have come, as the register can tell by counting rows.
public struct YearProgress: Sendable {
  /// The day the year was locked.
  public let lockedOn: LocalDate?
  /// Grants.
  public let granted: Int
  /// Refusals, whether decided or communicated.
  public let refused: Int
  /// Members of the year without a decision.
  public let undecided: Int
  /// The sum of the grants in kronor.
  public let amount: Int
}

extension Registry {
  /// How many rings stand in each state, county by county.
  public func countRings() throws -> [RingCount] {
    try look(.ringList) { connection in try connection.ringCounts(on: today) }
  }

  /// How far a year has come.
  ///
  /// `summariseYear` judges everyone who waits and says why; this is looked at all day long, and so judges nobody.
  public func yearProgress(_ year: Int) throws -> YearProgress {
    try look(.yearSummary) { connection in
      let totals = try connection.decisionTotals(of: year)
      func count(_ verdict: BenefitOutcome.Verdict) -> Int {
        totals.reduce(0) { $0 + ($1.verdict == verdict ? $1.count : 0) }
      }
      return YearProgress(
        lockedOn: try connection.lockDay(of: year), granted: count(.granted), refused: count(.refused),
        undecided: try connection.isRetired(year) ? 0 : connection.undecidedCount(in: year),
        amount: totals.reduce(0) { $0 + $1.amount })
    }
  }
}
