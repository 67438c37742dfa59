import Identity
import Register

extension Cell {
  /// One line of text, as the sender's keyboard composed it.
  ///
  /// Length is counted in scalars, since one character can carry any number of combining marks. Format
  /// characters are refused with the control characters: they can turn the order of what is read. The two that only
  /// join letters, or keep them apart, are part of how Persian is spelt and emoji are put together.
  func line(limit: Int) throws(Refusal) -> String {
    let text = text
    if bytes.allSatisfy({ (0x20...0x7E).contains($0) }) {
      guard bytes.count <= limit else { throw Refusal(.textTooLong, ["limit": .count(limit)]) }
      return text
    }
    guard text.unicodeScalars.count <= limit else { throw Refusal(.textTooLong, ["limit": .count(limit)]) }
    guard text.unicodeScalars.allSatisfy(\.standsInLine) else { throw Refusal(.controlCharacter) }
    return text
  }

  /// A number of things, at most nine digits.
  func count() throws(Refusal) -> Int {
    guard bytes.count <= 9, bytes.allSatisfy(ASCII.isDigit), let count = Int(text) else {
      throw Refusal(.numberFormat)
    }
    return count
  }

  /// A number such as `0,5` or `0.5`.
  func decimal() throws(Refusal) -> Fraction {
    guard let number = Fraction(decimal: text) else { throw Refusal(.decimalFormat) }
    return number
  }

  /// Yes or no, in Swedish or English or as a digit, in capitals or not.
  func flag() throws(Refusal) -> Bool {
    switch text.lowercased() {
    case "ja", "yes", "1": return true
    case "nej", "no", "0": return false
    default: throw Refusal(.choice, ["choices": .text("ja, nej, yes, no, 1, 0")])
    }
  }

  /// One of the fixed words of a column.
  func choice<Choice: CaseIterable & RawRepresentable<String>>() throws(Refusal) -> Choice {
    guard let choice = Choice(rawValue: text) else {
      let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refusal(.choice, ["choices": .text(words)])
    }
    return choice
  }

  /// A day written `2027-01-15`, and nothing else: a spreadsheet's `2027-01-15 00:00:00` is refused.
  func date() throws(Refusal) -> LocalDate {
    guard bytes.count == 10, let date = LocalDate(iso: bytes.span) else { throw Refusal(.dateFormat) }
    return date
  }

  /// An instant written `2027-02-02T18:00`, with seconds and an offset if given.
  func moment() throws(Refusal) -> Moment {
    guard bytes.count > 10 else { throw Refusal(.timeFormat) }
    return try Moment(parsing: bytes.span)
  }

  /// The number of a ring, `TR-1280-0001`.
  func ringNumber() throws(Refusal) -> RingNumber {
    guard let number = RingNumber(text) else { throw Refusal(.ringNumberFormat) }
    return number
  }
}
