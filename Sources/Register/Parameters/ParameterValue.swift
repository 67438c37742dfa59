public import Identity

/// What a parameter's values look like in the law data.
public enum ParameterType: Hashable, Sendable {
  case integer
  case fraction
  case boolean
  case date
  case monthDay
  case list
  case choice([String])
}

/// What the numbers of a parameter count, as the law data writes it.
public enum ParameterUnit: String, CaseIterable, Sendable {
  case kronor = "SEK"
  case minutes, hours, days, weeks, months, years
  case persons, households, occasions
  case percent
}

/// A day of every year, such as 15 January.
public struct MonthDay: Hashable, Sendable {
  /// The month, from 1.
  public let month: Int

  /// The day of the month, from 1.
  public let day: Int

  /// Reads `01-15`; 29 February is no day of every year.
  public init?(_ text: some StringProtocol) {
    guard let date = LocalDate("2027-" + text) else { return nil }
    self.month = date.month
    self.day = date.day
  }

  /// The day in a year.
  public func day(in year: Int) -> LocalDate {
    LocalDate(year: year, month: month, day: day) ?? LocalDate.firstDay(of: year)
  }
}

/// One value of a parameter.
public enum ParameterValue: Hashable, Sendable {
  case integer(Int)
  case fraction(Fraction)
  case boolean(Bool)
  case date(LocalDate)
  case monthDay(MonthDay)
  case list([String])
  case choice(String)
  case none

  /// Reads a value as its type writes it, or nothing when it is written wrongly.
  public init?(_ text: String, as type: ParameterType) {
    switch type {
    case .integer:
      guard let number = Int(text), number >= 0 else { return nil }
      self = .integer(number)
    case .fraction:
      guard let fraction = Fraction(text) else { return nil }
      self = .fraction(fraction)
    case .boolean:
      guard let flag = Bool(text) else { return nil }
      self = .boolean(flag)
    case .date:
      guard let date = LocalDate(text) else { return nil }
      self = .date(date)
    case .monthDay:
      guard let day = MonthDay(text) else { return nil }
      self = .monthDay(day)
    case .list:
      let items = text.split(separator: " ").map(String.init)
      guard !items.isEmpty else { return nil }
      self = .list(items)
    case .choice(let choices):
      guard choices.contains(text) else { return nil }
      self = .choice(text)
    }
  }
}
