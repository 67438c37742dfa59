public import Identity

/// The dated values of every parameter and the dated plans of the programmes, as loaded from the law data.
public struct Parameters: Hashable, Sendable {
  /// A value with the day it applies from and the source that fixes it.
  public struct Dated: Hashable, Sendable {
    /// The first day the value applies.
    public let from: LocalDate

    /// The value.
    public let value: ParameterValue

    /// The provision, the line of the analysis or the decision that fixes it.
    public let source: String

    /// Dates a value.
    public init(from: LocalDate, value: ParameterValue, source: String) {
      self.from = from
      self.value = value
      self.source = source
    }
  }

  private let values: [String: [Dated]]

  /// The plans of the programmes that enrol their participants, the earliest of each programme first.
  public let plans: [TrainingPlan]

  /// Takes the values of each key, in the order of their days, and the plans.
  ///
  /// The law data has been checked when it was read: every key is known and no two values or plans share a day.
  public init(_ values: [String: [Dated]], plans: [TrainingPlan] = []) {
    self.values = values
    self.plans = plans.sorted { $0.from < $1.from }
  }

  /// The plan of a programme that binds a participant who starts on a day (decision C-29).
  ///
  /// - Throws: `PLAN_NOT_IN_FORCE` on a day before the first plan.
  public func plan(of programme: Programme, startedOn day: LocalDate) throws(Refusal) -> TrainingPlan {
    guard let plan = plans.last(where: { $0.programme == programme && $0.from <= day }) else {
      throw Refusal(
        .planNotInForce, ["programme": .text(programme.rawValue), "day": .day(day)], column: "programme")
    }
    return plan
  }

  /// The dated values of a key, the earliest first.
  public func history(of key: String) -> [Dated] {
    values[key] ?? []
  }

  /// The value in force on a day with its first day and source.
  ///
  /// - Throws: `PARAMETER_NOT_IN_FORCE` on a day before the first value, when no rule gives anything (decision C-50).
  public func dated(_ key: String, on day: LocalDate) throws(Refusal) -> Dated {
    guard let dated = values[key]?.last(where: { $0.from <= day }) else {
      throw Refusal(.parameterNotInForce, ["parameter": .text(key), "day": .day(day)])
    }
    return dated
  }

  /// The value in force on a day.
  ///
  /// - Throws: `PARAMETER_NOT_IN_FORCE` on a day before the first value.
  public func value<Value>(of parameter: Parameter<Value>, on day: LocalDate) throws(Refusal) -> Value {
    let key = parameter.definition.key
    guard let value = parameter.read(try dated(key, on: day).value) else {
      preconditionFailure("the law data was loaded without its check: \(key)")
    }
    return value
  }

  /// The first day on which the register act gives anything.
  public var commencement: LocalDate? {
    values[Parameter.benefitAmount.definition.key]?.first?.from
  }
}
