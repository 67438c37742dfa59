/// One way in which a person's year may end.
public struct YearEnd: Hashable, Sendable {
  /// The outcome.
  public let verdict: BenefitOutcome.Verdict

  /// The first reason.
  public let reason: OutcomeReason?

  /// Names an end.
  public init(_ verdict: BenefitOutcome.Verdict, _ reason: OutcomeReason? = nil) {
    self.verdict = verdict
    self.reason = reason
  }

  /// The end of an outcome.
  public init(_ outcome: BenefitOutcome) {
    self.init(outcome.verdict, outcome.reason)
  }

  /// Every end, in the order in which lists show them.
  public static let all: [YearEnd] = BenefitOutcome.Verdict.allCases.flatMap { verdict in
    [YearEnd(verdict)] + OutcomeReason.allCases.map { YearEnd(verdict, $0) }
  }
}

/// How the same persons' years end by two sets of values, as counts that reveal nobody.
public struct OutcomeComparison: Hashable, Sendable {
  /// An end with how many have it by each set; nothing where a count is hidden.
  public struct Row: Hashable, Sendable {
    /// The end.
    public let end: YearEnd
    /// By the values in force.
    public let before: Int?
    /// By the other values.
    public let after: Int?

    /// Shows an end.
    public init(end: YearEnd, before: Int?, after: Int?) {
      self.end = end
      self.before = before
      self.after = after
    }
  }

  /// How many end otherwise; nothing where the count is hidden.
  public struct Move: Hashable, Sendable {
    /// The end by the values in force.
    public let from: YearEnd
    /// The end by the other values.
    public let to: YearEnd
    /// How many.
    public let count: Int?
  }

  /// The ends that anybody has by either set.
  public let rows: [Row]

  /// The changes that concern anybody.
  public let moves: [Move]

  /// The sum of the changes that are shown, which is at least as many as there are.
  public var changedAtLeast: Int { moves.reduce(0) { $0 + ($1.count ?? 0) } }

  /// How many end otherwise, or nothing when a change is hidden.
  public var changed: Int? { moves.contains { $0.count == nil } ? nil : changedAtLeast }

  /// Counts persons by how their years end before and after, with small counts hidden.
  ///
  /// An end is hidden on both sides where either count is small, since the changes shown would give one from the other.
  /// Where a change is hidden, what its two ends come to is hidden too.
  public init(_ counts: [YearEnd: [YearEnd: Int]], from limit: Int) {
    let ends = YearEnd.all
    func before(_ end: YearEnd) -> Int { counts[end]?.values.reduce(0, +) ?? 0 }
    func after(_ end: YearEnd) -> Int { counts.values.reduce(0) { $0 + ($1[end] ?? 0) } }
    let moves = ends.flatMap { from in
      ends.compactMap { to -> Move? in
        guard from != to, let count = counts[from]?[to], count > 0 else { return nil }
        return Move(from: from, to: to, count: SmallCounts.shown(total: count, from: limit))
      }
    }
    let unclear = Set(moves.filter { $0.count == nil }.flatMap { [$0.from, $0.to] })
    let present = ends.filter { before($0) + after($0) > 0 }
    let shown = zip(
      SmallCounts.shown(present.map(before), from: limit), SmallCounts.shown(present.map(after), from: limit))
    self.moves = moves
    self.rows = zip(present, shown).map { end, counts in
      let isHidden = counts.0 == nil || counts.1 == nil
      return Row(
        end: end, before: isHidden ? nil : counts.0,
        after: isHidden || unclear.contains(end) ? nil : counts.1)
    }
  }

  /// The counts of an end, zero where nobody has it.
  public func row(_ end: YearEnd) -> Row {
    rows.first { $0.end == end } ?? Row(end: end, before: 0, after: 0)
  }
}
