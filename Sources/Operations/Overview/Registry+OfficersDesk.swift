import Identity
public import Register
import Store

/// What waits for an officer, because the rules leave it to nobody else.
public struct OfficersDesk: Sendable {
  /// Cases that the person has answered before a decision (decision C-75).
  public let answered: [AnsweredCase]
  /// Errors reported in the attendance of locked years, which only the registrar corrects (decision C-78).
  public let reports: [OpenReport]
}

extension Registry {
  /// What waits for an officer now, the longest waiting first.
  public func officersDesk() throws -> OfficersDesk {
    try read(.decisionList) { connection, record in
      let lastYear = today.year - 1
      let isLocked = try yearLock(of: .firstDay(of: lastYear))?.isClosed(on: today) ?? true
      let desk = OfficersDesk(
        answered: try connection.answeredCases(),
        reports: try connection.openReports(through: isLocked ? lastYear : lastYear - 1))
      record.detail = ["answered": String(desk.answered.count), "reports": String(desk.reports.count)]
      return desk
    }
  }
}
