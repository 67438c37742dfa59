public import Identity
public import Register
import Store

/// The decisions of a year in counts and sums.
public struct YearSummary: Sendable {
  /// How many decisions ended in one way.
  public struct Row: Hashable, Sendable {
    /// The outcome.
    public let verdict: BenefitOutcome.Verdict
    /// The first reason.
    public let reason: OutcomeReason?
    /// How far they have come.
    public let status: DecisionStatus
    /// How many.
    public let count: Int
    /// Their sum in kronor.
    public let amount: Int
  }

  /// The income year.
  public let year: Int
  /// The day of the summary.
  public let madeOn: LocalDate
  /// Who keeps the register.
  public let issuer: String
  /// The day it was locked.
  public let lockedOn: LocalDate?
  /// The decisions and those who wait, by outcome, reason and status.
  public let rows: [Row]
  /// What anybody may see of it.
  public let figures: YearFigures
  /// The smallest count that is shown to anybody.
  public let smallestShown: Int

  /// The count of an outcome.
  public func count(_ verdict: BenefitOutcome.Verdict) -> Int {
    rows.reduce(0) { $0 + ($1.verdict == verdict ? $1.count : 0) }
  }

  /// The sum in kronor of all grants.
  public var amount: Int { rows.reduce(0) { $0 + $1.amount } }
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
          rows: YearSummary.rows(totals, waiting),
          figures: YearFigures(
            totals.map { .init($0.municipality, YearEnd($0.verdict, $0.reason), $0.count) }
              + waiting.map { .init(nil, YearEnd(.waiting, $0.key), $0.value) }, from: smallest),
          smallestShown: smallest)
      }
    }
  }

  /// Judges those without a decision, and tells how many wait by reason; whoever would get one counts as not decided.
  private func decideWaiting(_ year: Int) throws -> [OutcomeReason: Int] {
    let (rings, decided) = try look(.yearSummary) { connection in
      (try connection.ringsToDecide(in: year), try connection.decidedPersons(in: year))
    }
    let rule = BenefitRule(try BenefitParameters(year: year, in: parameters), asOf: now)
    let judge = YearJudge(store: store, parameters: parameters, rule: rule, decided: decided)
    let size = 200
    var waiting: [OutcomeReason: Int] = [:]
    let parts = (rings.count + size - 1) / size
    try OrderedWork<JudgedRings>(parts: parts, workers: 2, ahead: 4).run { part in
      try judge.judge(rings[part * size..<min((part + 1) * size, rings.count)])
    } take: { judged in
      waiting.merge(judged.waiting, uniquingKeysWith: +)
      if !judged.drafts.isEmpty { waiting[.undecided, default: 0] += judged.drafts.count }
    }
    return waiting
  }
}

extension YearSummary {
  fileprivate static func rows(_ totals: [DecisionTotal], _ waiting: [OutcomeReason: Int]) -> [Row] {
    struct Key: Hashable {
      let verdict: BenefitOutcome.Verdict
      let reason: OutcomeReason?
      let status: DecisionStatus
    }
    let sums = Dictionary(grouping: totals) { Key(verdict: $0.verdict, reason: $0.reason, status: $0.status) }
    let decided = sums.map { key, totals in
      Row(
        verdict: key.verdict, reason: key.reason, status: key.status,
        count: totals.reduce(0) { $0 + $1.count }, amount: totals.reduce(0) { $0 + $1.amount })
    }
    let rest = waiting.map {
      Row(verdict: .waiting, reason: $0.key, status: .preliminary, count: $0.value, amount: 0)
    }
    return (decided + rest).sorted { $0.order < $1.order }
  }
}

extension YearSummary.Row {
  fileprivate var order: (Int, Int, String) {
    (
      BenefitOutcome.Verdict.allCases.firstIndex(of: verdict) ?? 0,
      reason.flatMap { OutcomeReason.allCases.firstIndex(of: $0) } ?? -1, status.rawValue
    )
  }
}
