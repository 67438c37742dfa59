public import Identity

/// Unbroken days, the first and the last inside (decision C-47).
public struct DayRange: Hashable, Sendable {
  /// The first day.
  public let first: LocalDate

  /// The last day; 9999-12-31 while no end is known.
  public let last: LocalDate

  /// Makes a range, or nothing when the last day lies before the first.
  ///
  /// Without a last day the range has no known end.
  public init?(_ first: LocalDate, through last: LocalDate?) {
    let last = last ?? DayRange.endless
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// The days of a calendar year.
  public init(year: Int) {
    self.first = LocalDate.firstDay(of: year)
    self.last = LocalDate.lastDay(of: year)
  }

  /// Whether no end is known.
  public var isOpen: Bool { last == DayRange.endless }

  /// Tells whether a day lies in the range.
  public func contains(_ day: LocalDate) -> Bool {
    first <= day && day <= last
  }

  /// The days in both ranges, or nothing when they share none.
  public func intersection(_ other: DayRange) -> DayRange? {
    DayRange(max(first, other.first), through: min(last, other.last))
  }

  /// One range of both, or nothing when a day between them is missing.
  public func joined(with other: DayRange) -> DayRange? {
    guard first.dayNumber <= other.last.dayNumber + 1, other.first.dayNumber <= last.dayNumber + 1 else {
      return nil
    }
    return DayRange(min(first, other.first), through: max(last, other.last))
  }

  private static let endless = LocalDate.lastDay(of: 9999)
}
