public import Identity
public import Register
import Store

/// How many persons a year's decisions concern, and what they are granted in kronor.
public struct YearTotals: Hashable, Sendable {
  /// Grants.
  public let granted: Int
  /// Refusals, whether decided or communicated.
  public let refused: Int
  /// Those who wait.
  public let waiting: Int
  /// The sum of the grants.
  public let amount: Int
}

/// The decisions of a year in counts and sums that reveal nobody.
public struct YearSummary: Sendable {
  /// The income year.
  public let year: Int
  /// The day of the summary.
  public let madeOn: LocalDate
  /// Who keeps the register.
  public let issuer: String
  /// The day it was locked.
  public let lockedOn: LocalDate?
  /// The counts that anybody may see.
  public let figures: YearFigures
  /// The counts as they are, for the registrar alone, who handles every case.
  public let exact: YearTotals
  /// The smallest count that is shown.
  public let smallestShown: Int
}

extension Registry {
  /// Sums up a year; who waits is judged as things stand now.
  public func summariseYear(_ year: Int) throws -> YearSummary {
    try tellingFaults(of: store.files.database) {
      let waiting = try decideWaiting(year)
      return try look(.yearSummary) { connection in
        let totals = try connection.decisionTotals(of: year)
        let smallest = try parameters.value(of: .exportMinimum, on: today)
        return YearSummary(
          year: year, madeOn: today, issuer: try connection.keeperName(),
          lockedOn: try connection.lockDay(of: year),
          figures: YearFigures(
            totals.map {
              .init(
                $0.municipality, YearEnd($0.verdict, $0.reason), $0.count, amount: $0.amount,
                isOpen: $0.status == .communicated)
            }
              + waiting.map { .init(nil, YearEnd(.waiting, $0.key), $0.value) }, from: smallest),
          exact: YearTotals(
            granted: totals.reduce(0) { $0 + ($1.verdict == .granted ? $1.count : 0) },
            refused: totals.reduce(0) { $0 + ($1.verdict == .refused ? $1.count : 0) },
            waiting: waiting.values.reduce(0, +), amount: totals.reduce(0) { $0 + $1.amount }),
          smallestShown: smallest)
      }
    }
  }

  /// Judges those without a decision, and tells how many wait by reason; whoever would get one counts as not decided.
  private func decideWaiting(_ year: Int) throws -> [OutcomeReason: Int] {
    guard try !store.read({ try $0.isRetired(year) }) else { return [:] }
    let (rings, decided) = try look(.yearSummary) { connection in
      (try connection.ringsToDecide(in: year), try connection.decidedPersons(in: year))
    }
    let rule = BenefitRule(try BenefitParameters(year: year, in: parameters), asOf: now)
    let judge = YearJudge(store: store, parameters: parameters, rule: rule) { !decided.contains($0) }
    let size = 200
    var waiting: [OutcomeReason: Int] = [:]
    let parts = (rings.count + size - 1) / size
    try OrderedWork<JudgedRings>(parts: parts, workers: 2, ahead: 4).run { part in
      try judge.judge(rings[part * size..<min((part + 1) * size, rings.count)])
    } take: { judged in
      waiting.merge(judged.waiting, uniquingKeysWith: +)
      if !judged.drafts.all.isEmpty { waiting[.undecided, default: 0] += judged.drafts.all.count }
    }
    return waiting
  }
}
