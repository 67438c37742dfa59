public import Identity

/// The days on which a time set by law or in a letter cannot run out (lag (1930:173) 2 §, decision C-48).
public enum WorkingDays {
  /// The day itself, or the next working day when it is a Saturday, a holiday or one of the three eves.
  public static func onOrAfter(_ day: LocalDate) -> LocalDate {
    var day = day
    while !isWorkingDay(day) { day = day.adding(days: 1) }
    return day
  }

  /// Tells whether a time may run out on a day.
  public static func isWorkingDay(_ day: LocalDate) -> Bool {
    guard day.weekday < 6 else { return false }
    let (year, month, number) = day.components
    switch (month, number) {
    // New Year, Epiphany, First of May, the National Day, Christmas Eve and Day, Boxing Day, New Year's Eve
    case (1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31): return false
    // Midsummer Eve is the Friday between 19 and 25 June; All Saints' Day and Midsummer Day are Saturdays.
    case (6, 19...25): return day.weekday != 5
    default: break
    }
    // Good Friday, Easter Monday and Ascension Day; Easter Day and Whit Sunday are Sundays.
    return ![-2, 1, 39].contains(day.days(since: easterDay(of: year)))
  }

  /// Easter Day of the Gregorian calendar, by the method of Meeus, Jones and Butcher.
  static func easterDay(of year: Int) -> LocalDate {
    let golden = year % 19
    let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
    let correction = (century + 8) / 25
    let epact = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * weekday) / 451
    let sinceMarch = epact + weekday - 7 * late + 114
    return LocalDate.firstDay(of: year).adding(months: sinceMarch / 31 - 1).adding(days: sinceMarch % 31)
  }
}
