public import Identity
public import Register
import Store

/// What `year lock` found worth a registrar's look before the year is decided.
public struct YearLockReport: Sendable {
  /// An occasion that a registrar may want to cancel, record or ask about.
  public struct Occasion: Hashable, Sendable {
    /// The ring.
    public let ring: RingNumber
    /// The occasion's identifier.
    public let key: String
    /// Its day.
    public let day: LocalDate
  }

  /// The year.
  public let year: Int
  /// The day it was locked.
  public let lockedOn: LocalDate
  /// Whether it was locked now.
  public let isNew: Bool
  /// Held occasions without any attendance; they count until somebody cancels or records them (decision C-61).
  public let withoutAttendance: [Occasion]
  /// Occasions entered long after their start, `LATE_RECORDED` (decision C-63).
  public let enteredLate: [Occasion]
}

extension Connection {
  /// Refuses an act on a year that can no longer be judged, since what it rests on is gone (decisions C-79 and C-100).
  func checkKept(_ year: Int, for person: PersonID? = nil) throws {
    guard try isRetired(year, for: person) else { return }
    throw Refusal(.yearRetired, ["year": .count(year)], column: "year")
  }
}

extension Registry {
  /// Locks a year, so that it can be decided.
  ///
  /// - Throws: `LOCK_TOO_EARLY` before the day after `attendance.lock_date` (decision C-78).
  public func lockYear(_ year: Int) throws -> YearLockReport {
    try tellingFaults(of: store.files.database) {
      try write(.yearLock, ActRecord(subject: String(year))) { transaction in
        let connection = transaction.connection
        try connection.checkKept(year)
        let lock = try YearLock(year: year, under: parameters)
        guard lock.isClosed(on: today) else {
          throw Refusal(
            .lockTooEarly, ["year": .count(year), "day": .day(lock.lastOpenDay.adding(days: 1))])
        }
        let lockedOn = try connection.lockDay(of: year)
        if lockedOn == nil { try connection.insertLock(of: year, on: today, entry: transaction.entry) }
        let late = try parameters.value(of: .lateRecordingDays, on: LocalDate.firstDay(of: year))
        return YearLockReport(
          year: year, lockedOn: lockedOn ?? today, isNew: lockedOn == nil,
          withoutAttendance: try connection.occasionsWithoutAttendance(
            from: LocalDate.firstDay(of: year), to: LocalDate.lastDay(of: year), startedBy: now
          ).map { YearLockReport.Occasion(ring: $0.ring, key: $0.key, day: $0.day) },
          enteredLate: try connection.occasionsEnteredLate(in: year, afterDays: late)
            .map { YearLockReport.Occasion(ring: $0.ring, key: $0.key, day: $0.day) })
      }
    }
  }
}
