public import Identity

/// Minutes of another training that a decision lets count in a module (decision C-29).
public struct PriorLearning: Hashable, Sendable {
  /// The module's code.
  public let module: String
  /// The minutes; a later decision on the module replaces an earlier one.
  public let minutes: Int
  /// The decision.
  public let basis: String
  /// The day of the decision.
  public let decidedOn: LocalDate

  /// Describes a decision.
  public init(module: String, minutes: Int, basis: String, decidedOn: LocalDate) {
    self.module = module
    self.minutes = minutes
    self.basis = basis
    self.decidedOn = decidedOn
  }

  /// Tests a decision beside those that stand.
  ///
  /// - Throws: `UNKNOWN_MODULE`, `PRIOR_LEARNING_PRACTICE`, `PRIOR_LEARNING_LIMIT`.
  public func check(by plan: TrainingPlan, beside standing: [PriorLearning], limitHours: Int) throws(Refusal)
  {
    guard let module = plan.module(module) else { throw plan.unknownModule(self.module) }
    guard !module.isPractice else {
      throw Refusal(.priorLearningPractice, ["module": .text(module.code)], column: "module")
    }
    let others = standing.filter { $0.module != module.code }.reduce(0) { $0 + $1.minutes }
    guard others + minutes <= limitHours * 60 else {
      throw Refusal(.priorLearningLimit, ["hours": .count(limitHours)], column: "hours")
    }
  }
}

extension TrainingPlan {
  /// The refusal of a code that the plan does not have.
  public func unknownModule(_ code: String) -> Refusal {
    Refusal(
      .unknownModule,
      ["module": .text(code), "known": .text(modules.map(\.code).joined(separator: " "))], column: "module")
  }
}
