import Register

extension ParameterType {
  /// The type as the attribute `type` writes it.
  var written: String {
    switch self {
    case .integer: "integer"
    case .fraction: "fraction"
    case .boolean: "boolean"
    case .date: "date"
    case .monthDay: "month-day"
    case .list: "list"
    case .choice: "choice"
    }
  }

  /// The values of a choice.
  var choices: [String]? {
    if case .choice(let choices) = self { choices } else { nil }
  }
}
