public import Identity
public import Register

/// What a run of the yearly decisions did, or with a dry run would do.
public struct YearRunReport: Sendable {
  /// The income year.
  public let year: Int
  /// Whether nothing was stored.
  public let isDryRun: Bool
  /// The last day for answers to letters that are written on the day of the run.
  public let answerBy: LocalDate
  /// New grants.
  public internal(set) var granted = 0
  /// Their sum in kronor.
  public internal(set) var amount = 0
  /// New refusals that the person may answer first, by their first reason.
  public internal(set) var communicated: [OutcomeReason: Int] = [:]
  /// Refusals decided at once, which is for age alone.
  public internal(set) var underAge = 0
  /// Earlier refusals that nobody answered in time and that the run decided.
  public internal(set) var closed = 0
  /// Whether their time for an answer ran from the day of the run, since no letters are written here.
  public internal(set) var countsFromRun = false
  /// Earlier refusals that nobody answered and whose facts have changed since, which an officer decides.
  public internal(set) var overtaken = 0
  /// Refusals, new and earlier, of which the person has not been written to from here.
  public internal(set) var unwritten = 0
  /// Members who wait, by the first reason.
  public internal(set) var waiting: [OutcomeReason: Int] = [:]

  /// Whether an officer now decides those who wait (decision C-77).
  public var isForOfficer: Bool { !waiting.isEmpty && day >= ReviewTimes(year: year).waitingTakenUp }

  private let day: LocalDate

  init(year: Int, isDryRun: Bool, on day: LocalDate, answerBy: LocalDate) {
    self.year = year
    self.day = day
    self.isDryRun = isDryRun
    self.answerBy = answerBy
  }

  /// Whether the run had anything to decide.
  public var hasNews: Bool { granted + underAge + closed > 0 || !communicated.isEmpty }
}
