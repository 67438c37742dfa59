public import Identity
public import Register

/// A number of control statements and what they add up to.
public struct ControlSum: Hashable, Sendable {
  /// How many.
  public internal(set) var count = 0

  /// Their sum, in kronor.
  public internal(set) var kronor = 0

  mutating func add(_ amountKr: Int) {
    count += 1
    kronor += amountKr
  }

  static func + (left: ControlSum, right: ControlSum) -> ControlSum {
    ControlSum(count: left.count + right.count, kronor: left.kronor + right.kronor)
  }
}

/// What a control file holds, and what came of the decisions that it rests on.
public struct ControlFileReport: Sendable {
  /// The income year.
  public let year: Int

  /// The last day for sending, moved to a working day (24 kap. 1 § SFL, decision C-48).
  public let lastDay: LocalDate

  /// The statements in the file.
  public internal(set) var statements = ControlSum()

  /// Grants that are not in the file, since their statements would break a rule.
  public internal(set) var held = ControlSum()

  /// The grants in force, by the register's own sum: those in the file and those held back.
  public internal(set) var granted = ControlSum()

  /// Statements that have not been sent before.
  public internal(set) var new = 0

  /// Statements sent before that now rest on a later version of their decision.
  public internal(set) var changed = 0

  /// Statements sent before and now sent again as they were.
  public var unchanged: Int { statements.count - new - changed }

  /// Statements sent before that this run took back.
  public internal(set) var removed = 0

  /// The removals in the file of removals, those of earlier runs included.
  public internal(set) var removals = 0

  /// Statements sent for the first time after the last day.
  public internal(set) var late = 0

  /// What the registrar should know, at most `noteLimit`: the late sending, grants held back, values cut.
  public internal(set) var notes: [Refusal] = []

  /// How many notes a report keeps, so that its memory does not grow with the year.
  public static let noteLimit = 1000

  init(year: Int) {
    self.year = year
    self.lastDay = WorkingDays.onOrAfter(LocalDate.firstDay(of: year + 1).adding(days: 30))
  }

  mutating func note(_ code: RefusalCode, _ facts: [String: Fact]) {
    if notes.count < ControlFileReport.noteLimit { notes.append(Refusal(code, facts)) }
  }
}
