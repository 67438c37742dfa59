public import Identity

/// Who may change what happened in a year, and until when (decisions C-48, C-78).
public struct YearLock: Sendable {
  /// The calendar year.
  public let year: Int

  /// The last day on which others than the registrar change anything.
  public let lastOpenDay: LocalDate

  /// Reads the lock of a year from the value in force on its first of January (decision C-49).
  ///
  /// - Throws: `PARAMETER_NOT_IN_FORCE` for a year before the register act.
  public init(year: Int, under parameters: Parameters) throws(Refusal) {
    self.year = year
    self.lastOpenDay = try parameters.value(of: .lockDate, on: LocalDate.firstDay(of: year)).day(in: year + 1)
  }

  /// Tells whether only the registrar changes anything any more.
  public func isClosed(on day: LocalDate) -> Bool {
    lastOpenDay < day
  }

  /// Whether a change may be made.
  ///
  /// - Throws: `YEAR_LOCKED` for others than a registrar, `REASON_MISSING` for a registrar without a reason.
  public func checkChange(on day: LocalDate, byRegistrar: Bool, reason: String?) throws(Refusal) {
    guard isClosed(on: day) else { return }
    guard byRegistrar else {
      throw Refusal(.yearLocked, ["year": .count(year), "day": .day(lastOpenDay)])
    }
    guard reason != nil else {
      throw Refusal(.reasonMissing, ["year": .count(year), "day": .day(lastOpenDay)], column: "reason")
    }
  }
}
