public import Register

// Facts of the rules as running text has them. A table or a log of errors writes days and shares more tersely.
extension MessageCatalogue {
  /// What one condition of a decision says, as a sentence of a letter.
  public func sentence(for reason: DecisionReason) -> String {
    text("rule.\(reason.rule.rawValue).\(reason.state.rawValue)", reason.facts.mapValues(written))
  }

  /// The provision behind a condition.
  public func citation(of rule: DecisionReason.Rule) -> String {
    text("provision.\(rule.provision)")
  }

  /// A fact in running text: a day in words, a share that is a whole percentage as one.
  public func written(_ fact: Fact) -> String {
    switch fact {
    case .text(let text): text
    case .count(let number): language.amount(number)
    case .day(let day): language.date(day)
    case .kronor(let amount): language.amount(amount)
    case .fraction(let fraction): written(fraction)
    case .code(let code): self[code].map { $0.text.filled(with: [:]) } ?? code
    }
  }

  private func written(_ fraction: Fraction) -> String {
    let (percent, rest) = (100 * fraction.numerator).quotientAndRemainder(dividingBy: fraction.denominator)
    guard rest == 0 else { return fraction.description }
    return language == .swedish ? "\(percent)\u{A0}procent" : "\(percent)\u{A0}per cent"
  }
}
