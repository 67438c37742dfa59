import Identity
public import Register

// Facts of the rules, as running text has them and as a table does.
extension MessageCatalogue {
  /// What one condition of a decision says, as a sentence of a letter.
  public func sentence(for reason: DecisionReason) -> String {
    var facts = written(reason.facts)
    // The percentage is kept as the contract writes it, with a comma.
    if language == .english { facts["percent"] = facts["percent"]?.replacing(",", with: ".") }
    let code = "rule.\(reason.rule.rawValue).\(reason.state.rawValue)"
    var codes = reason.identityGaps.map { $0 == .level ? code : code + ".birth-date" }
    if codes.isEmpty { codes = [code] }
    return codes.map { text($0, facts) }.joined(separator: " ")
  }

  /// The provision behind a condition.
  public func citation(of rule: DecisionReason.Rule) -> String {
    text("provision.\(rule.provision)")
  }

  /// The facts of a sentence in running text, by the names that its wording uses.
  public func written(_ facts: [String: Fact]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: facts.map { name, fact in
        (name, MessageCatalogue.designations.contains(name) ? plain(fact) : written(fact))
      })
  }

  /// Facts that name something and count nothing, so that their digits stand together: the year 2027, never 2 027.
  private static let designations: Set = ["year", "letter", "entry", "person", "token", "field"]

  /// A fact in running text: a day in words, a share that is a whole percentage as one.
  private func written(_ fact: Fact) -> String {
    switch fact {
    case .text(let text): text
    case .count(let number): language.amount(number)
    case .day(let day): language.date(day)
    case .kronor(let amount): language.amount(amount)
    case .fraction(let fraction): written(fraction)
    case .code(let code): self[code].map { $0.text.filled(with: [:]) } ?? code
    }
  }

  /// A fact as a program or a column of figures has it: days and shares in digits.
  public func plain(_ fact: Fact) -> String {
    switch fact {
    case .count(let number): String(number)
    case .day(let day): day.description
    case .fraction(let fraction): fraction.description
    case .text, .kronor, .code: written(fact)
    }
  }

  /// A share in running text, as a percentage when it is a whole one.
  public func written(_ fraction: Fraction) -> String {
    let (percent, rest) = (100 * fraction.numerator).quotientAndRemainder(dividingBy: fraction.denominator)
    guard rest == 0 else { return fraction.description }
    return language == .swedish ? "\(percent)\u{A0}procent" : "\(percent)\u{A0}per cent"
  }
}
