/// What a token may be used for, within what the role of its user may do.
public enum TokenScope: String, CaseIterable, Sendable {
  /// Read occasions.
  case occasionsRead = "occasions:read"
  /// Call, change and cancel occasions.
  case occasionsWrite = "occasions:write"
  /// Read attendance.
  case attendanceRead = "attendance:read"
  /// Record attendance.
  case attendanceWrite = "attendance:write"
  /// Read sessions of training.
  case sessionsRead = "sessions:read"
  /// Record sessions of training.
  case sessionsWrite = "sessions:write"
  /// Read how far trainings have come.
  case progressRead = "progress:read"
  /// Read decisions.
  case decisionsRead = "decisions:read"
  /// Read statements and letters.
  case statementsRead = "statements:read"
  /// Read certificates.
  case certificatesRead = "certificates:read"

  /// What a user must be permitted for the scope to open anything.
  var act: Act {
    switch self {
    case .occasionsRead: .occasionList
    case .occasionsWrite: .occasionAdd
    case .attendanceRead: .attendanceList
    case .attendanceWrite: .attendanceRecord
    case .sessionsRead, .progressRead: .trainingShow
    case .sessionsWrite: .trainingRecord
    case .decisionsRead: .decisionShow
    case .statementsRead: .documentShow
    case .certificatesRead: .certificateList
    }
  }
}
