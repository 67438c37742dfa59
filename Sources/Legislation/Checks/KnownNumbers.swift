import Register

/// The numbers that the parameters and the plans give, with what each counts.
struct KnownNumbers: Sendable {
  private var values: [(key: String, number: Int, counts: String)] = []

  /// No numbers, for the source's own wording.
  init() {}

  /// The numbers in force for a setting.
  init(_ setting: DraftSetting) throws(Refusal) {
    for definition in ParameterDefinition.known {
      switch try setting.value(of: definition.key) {
      case .integer(let number): add(definition.key, number, definition.unit)
      case .fraction(let share) where share.numerator * 100 % share.denominator == 0:
        values.append((definition.key, share.numerator * 100 / share.denominator, "procent"))
      case .list(let items):
        for number in items.compactMap({ Int($0) }) { add(definition.key, number, definition.unit) }
      default: break
      }
    }
    for programme in [Programme.mediator, .restorativeJustice] {
      let plan = try setting.plan(of: programme)
      add("plan.\(programme.rawValue)", plan.minutes, .minutes)
      if plan.practiceMinutes > 0 { add("plan.\(programme.rawValue)", plan.practiceMinutes, .minutes) }
    }
  }

  private mutating func add(_ key: String, _ number: Int, _ unit: ParameterUnit?) {
    switch unit {
    case .minutes where number % 60 == 0: values.append((key, number / 60, "timmar"))
    case .minutes: values.append((key, number, "minuter"))
    case .days where number % 7 == 0:
      values.append((key, number, "dagar"))
      values.append((key, number / 7, "veckor"))
    case let unit?: KnownNumbers.words[unit].map { values.append((key, number, $0)) }
    case nil: break
    }
  }

  /// The parameters that count what a written number counts, with their values; empty when one of them has the number.
  func others(than written: String) -> String {
    guard let literal = WrittenNumber(written) else { return "" }
    let alike = values.filter { $0.counts == literal.counts }
    guard !alike.contains(where: { $0.number == literal.number }) else { return "" }
    var named: [String] = []
    for value in alike {
      let text = "\(value.key) \(SwedishNumber.figure(value.number))"
      if !named.contains(text) { named.append(text) }
    }
    return named.joined(separator: ", ")
  }

  private static let words: [ParameterUnit: String] = [
    .kronor: "kronor", .hours: "timmar", .days: "dagar", .weeks: "veckor", .months: "månader", .years: "år",
    .persons: "personer", .households: "hushåll", .percent: "procent",
  ]
}

/// A number that a text writes out, in figures or words, before what it counts.
struct WrittenNumber: Hashable {
  let number: Int
  /// What is counted, in the plural.
  let counts: String

  /// Reads `2 500 kronor` or `fyra timmar`.
  init?(_ text: String) {
    let words = text.split { $0.isWhitespace }.map(String.init)
    guard let unit = words.last, let counts = WrittenNumber.counted[unit] else { return nil }
    let digits = words.dropLast().joined()
    guard let number = Int(digits) ?? SwedishNumber.number(of: digits) else { return nil }
    self.number = number
    self.counts = counts
  }

  /// The words that are counted in statutes, each with its plural.
  static let counted = [
    "kronor": "kronor", "procent": "procent", "timme": "timmar", "timmar": "timmar", "minuter": "minuter",
    "dag": "dagar", "dagar": "dagar", "vecka": "veckor", "veckor": "veckor", "månad": "månader",
    "månader": "månader", "år": "år", "hushåll": "hushåll", "personer": "personer",
  ]
}

extension String {
  /// The numbers that the text writes out, each with the word that it counts.
  var literalNumbers: [String] {
    let words = split { $0 == " " || $0 == "\u{A0}" }.map { $0.trimmingPunctuation }
    return words.indices.dropFirst().compactMap { index in
      let unit = words[index]
      guard WrittenNumber.counted[String(unit)] != nil else { return nil }
      var number = String(words[index - 1])
      // Thousands stand apart.
      var start = index - 1
      while start > 0, words[start].count == 3, words[start].isDigits, words[start - 1].isDigits,
        words[start - 1].count <= 3
      {
        start -= 1
        number = words[start] + " " + number
      }
      let written = "\(number) \(unit)"
      return WrittenNumber(written) == nil ? nil : written
    }
  }
}

extension Substring {
  fileprivate var isDigits: Bool { !isEmpty && allSatisfy { $0.isASCII && $0.isNumber } }

  fileprivate var trimmingPunctuation: Substring {
    var rest = self.drop { $0.isPunctuation }
    while rest.last?.isPunctuation == true { rest.removeLast() }
    return rest
  }
}
