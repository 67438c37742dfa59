public import Identity

/// How far a participant has come in a programme, module by module.
public struct TrainingProgress: Hashable, Sendable {
  /// The minutes of one module.
  public struct Module: Hashable, Sendable {
    /// The code, as sessions name it.
    public let code: String
    /// The Swedish name; in ring training the block.
    public let title: String
    /// The minutes it takes, or nothing where they are free.
    public let required: Int?
    /// All recorded minutes.
    public let recorded: Int
    /// The minutes that count, at most those required (decision C-27).
    public let credited: Int
    /// The minutes that are missing; 1 for a block with free minutes and none that counts.
    public let missing: Int
    /// The minutes among the credited that a decision on prior learning gives.
    public let priorLearning: Int
    /// Why recorded minutes do not count.
    public let notes: [SessionNote]

    /// Sums a module up.
    public init(
      code: String, title: String, required: Int?, recorded: Int, credited: Int, missing: Int,
      priorLearning: Int = 0, notes: [SessionNote]
    ) {
      self.code = code
      self.title = title
      self.required = required
      self.recorded = recorded
      self.credited = credited
      self.missing = missing
      self.priorLearning = priorLearning
      self.notes = notes
    }
  }

  /// The programme.
  public let programme: Programme
  /// Every module in the plan's order.
  public let modules: [Module]
  /// The minutes that the programme takes.
  public let requiredMinutes: Int
  /// The day of completion, or nothing while something is missing.
  public internal(set) var completedOn: LocalDate?
  /// What the plan advises and the participant did otherwise; it decides nothing.
  public let advice: [Refusal]

  init(
    programme: Programme, modules: [Module], requiredMinutes: Int, completedOn: LocalDate? = nil,
    advice: [Refusal] = []
  ) {
    self.programme = programme
    self.modules = modules
    self.requiredMinutes = requiredMinutes
    self.completedOn = completedOn
    self.advice = advice
  }

  /// The progress with other names for the sessions that its notes speak of.
  public func namingSessions(_ name: (String) throws -> String) rethrows -> TrainingProgress {
    guard modules.contains(where: { !$0.notes.isEmpty }) else { return self }
    return TrainingProgress(
      programme: programme,
      modules: try modules.map { module in
        Module(
          code: module.code, title: module.title, required: module.required, recorded: module.recorded,
          credited: module.credited, missing: module.missing, priorLearning: module.priorLearning,
          notes: try module.notes.map { note in
            SessionNote(
              note.code, session: try name(note.session), day: note.day, minutes: note.minutes,
              person: note.person, lastDay: note.lastDay)
          })
      }, requiredMinutes: requiredMinutes, completedOn: completedOn, advice: advice)
  }

  /// The minutes that count.
  public var creditedMinutes: Int { modules.reduce(0) { $0 + $1.credited } }

  /// All recorded minutes.
  public var recordedMinutes: Int { modules.reduce(0) { $0 + $1.recorded } }

  /// The minutes that are missing.
  public var missingMinutes: Int { max(0, requiredMinutes - creditedMinutes) }

  /// Whether nothing is missing.
  public var isComplete: Bool { missingMinutes == 0 && modules.allSatisfy { $0.missing == 0 } }

  /// The blocks of ring training that no credited session covers.
  public var missingBlocks: [String] {
    modules.filter { $0.required == nil && $0.missing > 0 }.map(\.title)
  }
}
