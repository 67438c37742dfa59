public import Identity

/// A value as it is used in a decision, with what the explanation says of it.
public struct InForce<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The key of the parameter.
  public let key: String

  /// The value.
  public let value: Value

  /// The first day of the value.
  public let from: LocalDate

  /// The provision, the line of the analysis or the decision that fixes it.
  public let source: String
}

extension Parameters {
  /// The value in force on a day, with its first day and source.
  ///
  /// - Throws: `PARAMETER_NOT_IN_FORCE` on a day before the first value.
  public func inForce<Value>(_ parameter: Parameter<Value>, on day: LocalDate) throws(Refusal) -> InForce<
    Value
  > {
    let key = parameter.definition.key
    let dated = try dated(key, on: day)
    return InForce(
      key: key, value: try value(of: parameter, on: day), from: dated.from, source: dated.source)
  }
}
