import Identity

/// A value that the law or an assumption fixes and that may change from a day, read as a Swift type.
///
/// The known parameters stand in `Parameter+Table.swift`, one line each.
public struct Parameter<Value: Sendable>: Sendable {
  /// How the law data writes the parameter.
  public let definition: ParameterDefinition

  let read: @Sendable (ParameterValue) -> Value?

  init(_ definition: ParameterDefinition, read: @escaping @Sendable (ParameterValue) -> Value?) {
    self.definition = definition
    self.read = read
  }
}

/// How the law data writes a parameter.
public struct ParameterDefinition: Hashable, Sendable {
  /// The key, such as `benefit.amount_kr`.
  public let key: String

  /// The form of its values.
  public let type: ParameterType

  /// Whether a value may be absent, which always means that the rule sets no limit.
  public let mayBeNone: Bool

  /// What its numbers count, where they count something.
  public let unit: ParameterUnit?

  /// The least whole number that makes sense.
  public let minimum: Int

  init(
    key: String, type: ParameterType, mayBeNone: Bool = false, unit: ParameterUnit? = nil, minimum: Int = 0
  ) {
    self.key = key
    self.type = type
    self.mayBeNone = mayBeNone
    self.unit = unit
    self.minimum = minimum
  }
}

extension Parameter where Value == Int {
  static func integer(_ key: String, _ unit: ParameterUnit? = nil, minimum: Int = 0) -> Parameter {
    Parameter(ParameterDefinition(key: key, type: .integer, unit: unit, minimum: minimum)) {
      if case .integer(let number) = $0 { number } else { nil }
    }
  }
}

extension Parameter where Value == Int? {
  static func optionalInteger(_ key: String, _ unit: ParameterUnit) -> Parameter {
    Parameter(ParameterDefinition(key: key, type: .integer, mayBeNone: true, unit: unit)) {
      switch $0 {
      case .integer(let number): .some(number)
      case .none: .some(nil)
      default: nil
      }
    }
  }
}

extension Parameter where Value == LocalDate {
  static func date(_ key: String) -> Parameter {
    Parameter(ParameterDefinition(key: key, type: .date)) {
      if case .date(let day) = $0 { day } else { nil }
    }
  }
}

extension Parameter where Value == Fraction {
  static func fraction(_ key: String) -> Parameter {
    Parameter(ParameterDefinition(key: key, type: .fraction)) {
      if case .fraction(let fraction) = $0 { fraction } else { nil }
    }
  }
}

extension Parameter where Value == Bool {
  static func boolean(_ key: String) -> Parameter {
    Parameter(ParameterDefinition(key: key, type: .boolean)) {
      if case .boolean(let flag) = $0 { flag } else { nil }
    }
  }
}

extension Parameter where Value == MonthDay {
  static func monthDay(_ key: String) -> Parameter {
    Parameter(ParameterDefinition(key: key, type: .monthDay)) {
      if case .monthDay(let day) = $0 { day } else { nil }
    }
  }
}

extension Parameter where Value == [String] {
  static func list(_ key: String) -> Parameter {
    Parameter(ParameterDefinition(key: key, type: .list)) {
      if case .list(let items) = $0 { items } else { nil }
    }
  }
}

extension Parameter where Value == [String]? {
  static func optionalList(_ key: String) -> Parameter {
    Parameter(ParameterDefinition(key: key, type: .list, mayBeNone: true)) {
      switch $0 {
      case .list(let items): .some(items)
      case .none: .some(nil)
      default: nil
      }
    }
  }
}

extension Parameter where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  static func choice(_ key: String) -> Parameter {
    let choices = Value.allCases.map(\.rawValue)
    return Parameter(ParameterDefinition(key: key, type: .choice(choices))) {
      if case .choice(let text) = $0 { Value(rawValue: text) } else { nil }
    }
  }
}
