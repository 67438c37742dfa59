public import Identity

/// How far one ring training has come.
public struct RingTrainingProgress: Hashable, Sendable {
  /// The minutes of one module.
  public struct Module: Hashable, Sendable {
    /// The module.
    public let module: RingTrainingModule

    /// All recorded minutes.
    public let recorded: Int

    /// The minutes that count.
    public let credited: Int

    /// Why recorded minutes do not count.
    public let notes: [SessionNote]
  }

  /// Every module in the plan's order.
  public let modules: [Module]

  /// The minutes that a training takes.
  public let requiredMinutes: Int

  /// The blocks that no credited session covers, in the order of `training.blocks`.
  public let missingBlocks: [String]

  /// The day of completion, or nothing while something is missing.
  public private(set) var completedOn: LocalDate?

  /// The minutes that count.
  public var creditedMinutes: Int { modules.reduce(0) { $0 + $1.credited } }

  /// The minutes that are missing.
  public var missingMinutes: Int { max(0, requiredMinutes - creditedMinutes) }

  /// Whether minutes and blocks suffice.
  public var isComplete: Bool { missingMinutes == 0 && missingBlocks.isEmpty }

  /// Sums up the sessions of one training, the last to end at the end.
  init(of sessions: [RingTrainingSession], by rule: RingTrainingRule) {
    let earliest = sessions.last.flatMap { last in
      rule.spanDays.map { last.endsAt.day.adding(days: 1 - $0) }
    }
    func faults(of session: RingTrainingSession) -> [SessionNote.Code] {
      guard let earliest, session.startsAt.day < earliest else { return session.notes }
      return session.notes + [.outsideSpan]
    }
    self.modules = RingTrainingModule.allCases.map { module in
      let own = sessions.filter { $0.module == module }
      return Module(
        module: module,
        recorded: own.reduce(0) { $0 + $1.minutes },
        credited: own.reduce(0) { $0 + (faults(of: $1).isEmpty ? $1.minutes : 0) },
        notes: own.flatMap { session in
          faults(of: session).map { SessionNote(code: $0, session: session.reference) }
        })
    }
    self.requiredMinutes = rule.minutes
    let covered = modules.filter { $0.credited > 0 }.map(\.module.block)
    self.missingBlocks = rule.blocks.filter { !covered.contains($0) }
  }

  func completed(on day: LocalDate) -> RingTrainingProgress {
    var progress = self
    progress.completedOn = day
    return progress
  }
}
