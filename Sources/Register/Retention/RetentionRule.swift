public import Identity

/// How long what a yearly decision rests on is kept (decision C-100).
///
/// A decision can be made anew, to the member's disadvantage too, until the sixth year after the income year has ended
/// (66 kap. 27 § skatteförfarandelagen). Nothing is kept longer than its purpose needs (16 § beskattningsdatalagen).
public enum RetentionRule {
  /// The years from the income year to the one in which its data go.
  public static let years = 7

  /// The years from a holder's death to when certificates go; till then they can be asked about.
  public static let certificateYears = 10

  /// Who died before this day has had the certificates kept long enough, on a day.
  public static func lastDeath(asOf day: LocalDate) -> LocalDate {
    day.adding(months: -12 * certificateYears)
  }

  /// The first day on which the data of an income year may go.
  public static func firstDay(of year: Int) -> LocalDate {
    .firstDay(of: year + years).adding(days: 31)
  }

  /// The last day by which they must have gone.
  public static func lastDay(of year: Int) -> LocalDate {
    .firstDay(of: year + years + 1).adding(days: -1)
  }

  /// The last income year whose data are due on a day.
  public static func lastYearDue(on day: LocalDate) -> Int {
    let year = day.year - years
    return day < firstDay(of: year) ? year - 1 : year
  }
}
