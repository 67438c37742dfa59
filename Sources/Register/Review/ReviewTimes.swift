public import Identity

/// Until when a decision on an income year may be asked for, changed and appealed (decisions C-48 and C-79).
///
/// A time within which somebody must come in with something moves to the next working day. The authority's own last day
/// to decide never moves.
public struct ReviewTimes: Hashable, Sendable {
  /// The income year.
  public let year: Int

  /// Asks for the times of an income year.
  public init(year: Int) {
    self.year = year
  }

  /// The last day on which a request to change the decision comes in time (66 kap. 7 § skatteförfarandelagen).
  public var lastRequest: LocalDate {
    WorkingDays.onOrAfter(LocalDate.lastDay(of: year + 6))
  }

  /// The day from which an officer decides what still waits, before the final tax notices of December (decision C-77).
  public var waitingTakenUp: LocalDate { LocalDate.firstDay(of: year + 1).adding(months: 10) }

  /// The last day to decide to the member's detriment (21 §).
  public var lastDetriment: LocalDate { LocalDate.lastDay(of: year + 2) }

  /// The last day to decide to the member's detriment on a ground of 27 §.
  ///
  /// - Parameter inventoryFiled: The day on which the estate inventory of a dead member was filed, which may make the
  ///   time shorter and never longer (29 §).
  public func lastLateDetriment(inventoryFiled: LocalDate? = nil) -> LocalDate {
    let last = LocalDate.lastDay(of: year + 6)
    guard let filed = inventoryFiled else { return last }
    return min(last, LocalDate.lastDay(of: filed.year + 2))
  }

  /// The last day for an answer to a letter, by `communication.days_min` (decision C-76).
  public static func lastAnswer(toLetterOf day: LocalDate, days: Int) -> LocalDate {
    WorkingDays.onOrAfter(day.adding(days: days))
  }

  /// The last day for an appeal, or nothing where it runs from a receipt that is not proven (67 kap. 12 and 13 §§).
  ///
  /// A decision made after 30 June of the sixth year may be received so late that two months from then are longer.
  public func lastAppeal(decidedOn: LocalDate, receivedOn: LocalDate?) -> LocalDate? {
    guard mayEndByReceipt(decidedOn: decidedOn) else { return lastRequest }
    guard let receivedOn else { return nil }
    guard receivedOn >= LocalDate.firstDay(of: year + 6).adding(months: 10) else { return lastRequest }
    return WorkingDays.onOrAfter(receivedOn.adding(months: 2))
  }

  /// Whether a decision is made so late, after 30 June of the sixth year, that the time may run from its receipt (13 §).
  public func mayEndByReceipt(decidedOn day: LocalDate) -> Bool {
    day >= LocalDate.firstDay(of: year + 6).adding(months: 6)
  }
}
