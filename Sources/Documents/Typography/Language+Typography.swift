public import Identity

// How numbers and days are set: Swedish by the rules of Myndigheternas skrivregler, English as in British use.
extension Language {
  /// A whole number with its thousands apart: `2 000` with a no-break space, or `2,000`.
  public func amount(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var end = digits.endIndex
    while let start = digits.index(end, offsetBy: -3, limitedBy: digits.startIndex), start > digits.startIndex
    {
      digits.insert(contentsOf: self == .swedish ? "\u{A0}" : ",", at: start)
      end = start
    }
    return number < 0 ? "\u{2212}" + digits : digits
  }

  /// A share truncated to two decimals, `75,00 %` with a no-break space or `75.00%`, and a dash for nothing of nothing.
  ///
  /// Truncated, so that what lies below a threshold is never printed as the threshold (decision C-51).
  ///
  /// - Parameters:
  ///   - part: not negative, at most nine hundred million million.
  ///   - whole: not negative.
  public func percent(_ part: Int, of whole: Int) -> String {
    guard whole != 0 else { return "\u{2013}" }
    let hundredths = part * 10_000 / whole
    let decimals = String(hundredths % 100)
    let fraction = decimals.utf8.count < 2 ? "0" + decimals : decimals
    return switch self {
    case .swedish: "\(amount(hundredths / 100)),\(fraction)\u{A0}%"
    case .english: "\(amount(hundredths / 100)).\(fraction)%"
    }
  }

  /// A day in running text: `den 24 januari 2028` or `24 January 2028`.
  public func date(_ day: LocalDate) -> String {
    let (year, month, number) = day.components
    return switch self {
    case .swedish: "den \(number) \(Language.swedishMonths[month - 1]) \(year)"
    case .english: "\(number) \(Language.englishMonths[month - 1]) \(year)"
    }
  }

  private static let swedishMonths = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
    "november", "december",
  ]

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}
