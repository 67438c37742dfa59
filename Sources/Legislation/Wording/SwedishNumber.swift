import Documents
import Identity
import Register

/// Numbers in words as statutes write them (decision C-94).
enum SwedishNumber {
  /// A number in words up to twenty, else in figures; one is `en`.
  static func word(_ number: Int) -> String {
    words.indices.contains(number) ? words[number] : Language.swedish.amount(number)
  }

  /// A number in figures, thousands apart.
  static func figure(_ number: Int) -> String { Language.swedish.amount(number) }

  /// The number that a word stands for.
  static func number(of word: String) -> Int? {
    words.firstIndex(of: word) ?? tens[word]
  }

  /// A number as an ingress counts: in words up to twelve.
  static func count(_ number: Int) -> String {
    number <= 12 ? word(number) : Language.swedish.amount(number)
  }

  /// A share in whole percent, else as a fraction: `75 procent`, `två tredjedelar`.
  static func percent(_ share: Fraction) -> String {
    wholePercent(share) ?? fraction(share)
  }

  private static func wholePercent(_ share: Fraction) -> String? {
    guard share.numerator * 100 % share.denominator == 0 else { return nil }
    let number = share.numerator * 100 / share.denominator
    return (number == 1 ? "en" : figure(number)) + " procent"
  }

  /// A share in words: `en tiondel`, `tre fjärdedelar`, `hälften`.
  static func fraction(_ share: Fraction) -> String {
    if share.denominator == 2 * share.numerator { return "hälften" }
    let name = parts.indices.contains(share.denominator) ? parts[share.denominator] : ""
    if !name.isEmpty { return word(share.numerator) + " " + name + (share.numerator == 1 ? "" : "ar") }
    if let percent = wholePercent(share) { return percent }
    let rare = rareParts[share.denominator].map { $0 + (share.numerator == 1 ? "" : "ar") }
    return word(share.numerator) + " " + (rare ?? "av \(figure(share.denominator)) delar")
  }

  /// A length of time: 240 minutes as `fyra timmar`, 7 days as `sju dagar`, 14 days as `två veckor`.
  static func duration(_ number: Int, _ unit: ParameterUnit) -> String? {
    switch unit {
    case .minutes where number % 60 == 0: counted(number / 60, "timme", "timmar")
    case .minutes: counted(number, "minut", "minuter")
    case .hours: counted(number, "timme", "timmar")
    case .days where number >= 14 && number % 7 == 0: counted(number / 7, "vecka", "veckor")
    case .days: counted(number, "dag", "dagar")
    case .weeks: counted(number, "vecka", "veckor")
    case .months: counted(number, "månad", "månader")
    case .years: word(number) + " år"
    default: nil
    }
  }

  /// A day of every year: `16 januari`.
  static func day(_ date: LocalDate) -> String {
    "\(date.day) \(months[date.month - 1])"
  }

  private static func counted(_ number: Int, _ one: String, _ many: String) -> String {
    word(number) + " " + (number == 1 ? one : many)
  }

  private static let words = [
    "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton",
    "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo",
  ]
  private static let tens = [
    "trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70, "åttio": 80, "nittio": 90,
    "hundra": 100,
  ]
  private static let parts = [
    "", "", "", "tredjedel", "fjärdedel", "femtedel", "sjättedel", "sjundedel", "åttondel", "niondel",
    "tiondel",
  ]
  private static let rareParts = [
    11: "elftedel", 12: "tolftedel", 15: "femtondel", 16: "sextondel", 20: "tjugondel", 30: "trettiondel",
    40: "fyrtiondel", 60: "sextiondel", 100: "hundradel", 1000: "tusendel",
  ]
  private static let months = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
    "november", "december",
  ]
}
