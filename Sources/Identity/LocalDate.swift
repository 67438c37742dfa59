/// A day of the Gregorian calendar as written in Sweden, without a time or a zone.
///
/// Every boundary in the rules is a whole local day (decision C-47), so days are compared and counted as
/// integers.
public struct LocalDate: Hashable, Sendable {
  /// Days since 1970-01-01, negative before it.
  public let dayNumber: Int32

  /// Makes a day from its number, counted from 1970-01-01.
  public init(dayNumber: Int32) {
    self.dayNumber = dayNumber
  }

  /// Makes a day, or nothing when the calendar has no such day.
  ///
  /// Years run from 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= LocalDate.length(ofMonth: month, year: year)
    else { return nil }
    self.dayNumber = LocalDate.dayNumber(year: year, month: month, day: day)
  }

  /// Reads `2027-01-15`, and nothing else.
  public init?(_ text: some StringProtocol) {
    self.init(iso: String(text).utf8.span)
  }

  /// Reads the ten bytes of `2027-01-15`, and nothing else.
  public init?(iso bytes: Span<UInt8>) {
    let hyphen = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == hyphen, bytes[7] == hyphen,
      let year = bytes.number(in: 0..<4), let month = bytes.number(in: 5..<7),
      let day = bytes.number(in: 8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The year, the month from 1 and the day from 1.
  public var components: (year: Int, month: Int, day: Int) {
    LocalDate.components(ofDayNumber: dayNumber)
  }

  /// The year, from 1.
  public var year: Int { components.year }

  /// The month, from 1.
  public var month: Int { components.month }

  /// The day of the month, from 1.
  public var day: Int { components.day }

  /// The quarter of the calendar year, 1 to 4.
  public var quarter: Int { (components.month - 1) / 3 + 1 }

  /// The day of the week by ISO 8601, Monday 1 to Sunday 7.
  public var weekday: Int {
    let sinceMonday = (Int(dayNumber) + 3) % 7
    return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
  }

  /// The day that many days later, or earlier for a negative number.
  public func adding(days: Int) -> LocalDate {
    LocalDate(dayNumber: dayNumber + Int32(days))
  }

  /// The same day of the month that many months later, else the last day of that month (lag 1930:173, 1 §).
  public func adding(months: Int) -> LocalDate {
    let (year, month, day) = components
    let index = year * 12 + (month - 1) + months
    let targetYear = index / 12
    let targetMonth = index % 12 + 1
    let last = LocalDate.length(ofMonth: targetMonth, year: targetYear)
    return LocalDate(
      dayNumber: LocalDate.dayNumber(year: targetYear, month: targetMonth, day: min(day, last)))
  }

  /// The number of days from another day to this one, negative when this one is earlier.
  public func days(since other: LocalDate) -> Int {
    Int(dayNumber) - Int(other.dayNumber)
  }

  /// The age in full years that a person born on this day has on another, negative before the birth.
  ///
  /// Who is born on 29 February gets older on 28 February in other years: a term ends on the last day of a
  /// month that lacks the day (lag 1930:173, 1 §).
  public func age(on day: LocalDate) -> Int {
    let years = day.year - year
    return adding(months: years * 12) <= day ? years : years - 1
  }

  /// The first of January of a year.
  public static func firstDay(of year: Int) -> LocalDate {
    LocalDate(dayNumber: dayNumber(year: year, month: 1, day: 1))
  }

  /// The thirty-first of December of a year.
  public static func lastDay(of year: Int) -> LocalDate {
    LocalDate(dayNumber: dayNumber(year: year, month: 12, day: 31))
  }

  /// The number of days of a month, 1 to 12, in a year.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  // Years are counted from March, so that the leap day is the last of its year, in eras of 400 years.
  private static let daysPerEra = 146_097
  private static let epochShift = 719_468

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * daysPerEra + dayOfEra - epochShift)
  }

  private static func components(ofDayNumber number: Int32) -> (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + epochShift
    let era = (shifted >= 0 ? shifted : shifted - daysPerEra + 1) / daysPerEra
    let dayOfEra = shifted - era * daysPerEra
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension LocalDate: Comparable {
  /// Tells whether one day lies before another.
  public static func < (left: LocalDate, right: LocalDate) -> Bool {
    left.dayNumber < right.dayNumber
  }
}

extension LocalDate: CustomStringConvertible {
  /// The day as `2027-01-15`.
  public var description: String {
    let (year, month, day) = components
    func twoDigits(_ number: Int) -> String { number < 10 ? "0" + String(number) : String(number) }
    let zeros = year < 10 ? "000" : year < 100 ? "00" : year < 1000 ? "0" : ""
    return zeros + String(year) + "-" + twoDigits(month) + "-" + twoDigits(day)
  }
}
