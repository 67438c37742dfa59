public import Identity

/// The days on which a term can end (lag (1930:173) 2 §, lag (1989:253), decision C-48).
///
/// A term set by law that ends on a Saturday, a Sunday, a public holiday, midsommarafton, julafton or nyårsafton ends
/// on the next working day instead. The lock of a year and an authority's own last day never move.
public enum WorkingDays {
  /// Tells whether a term can end on a day.
  public static func contains(_ day: LocalDate) -> Bool {
    guard day.weekday < saturday else { return false }
    let (year, month, number) = day.components
    switch (month, number) {
    case (1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31): return false
    // Midsommarafton is the Friday before the Saturday of 20 to 26 June; alla helgons dag is always a Saturday.
    case (6, 19...25) where day.weekday == friday: return false
    default: return !movable.contains(day.days(since: easterSunday(of: year)))
    }
  }

  /// The day itself, or the first working day after it.
  public static func first(from day: LocalDate) -> LocalDate {
    var day = day
    while !contains(day) { day = day.adding(days: 1) }
    return day
  }

  private static let friday = 5
  private static let saturday = 6

  /// Långfredagen, annandag påsk and Kristi himmelsfärdsdag, in days from Easter Sunday.
  private static let movable: Set = [-2, 1, 39]

  /// The Sunday after the first full moon of spring, by the rule of the Gregorian calendar.
  static func easterSunday(of year: Int) -> LocalDate {
    let golden = year % 19
    let century = year / 100
    let skippedLeapDays = century - century / 4
    let moonCorrection = (8 * century + 13) / 25
    var epact = (19 * golden + skippedLeapDays - moonCorrection + 15) % 30
    // The moon is never taken to be full after 18 April, nor twice on that day in one cycle of 19 years.
    if epact == 29 || (epact == 28 && golden > 10) { epact -= 1 }
    let fullMoon = LocalDate.firstDay(of: year).adding(months: 2).adding(days: 20 + epact)
    return fullMoon.adding(days: 7 - fullMoon.weekday % 7)
  }
}
