public import Identity

/// An approval of a supervisor in one capacity (decision C-28).
public struct SupervisorApproval: Hashable, Sendable {
  /// In what capacity.
  public let kind: SupervisorKind
  /// The first day.
  public let validFrom: LocalDate
  /// The last day, or nothing while it is open.
  public let validTo: LocalDate?
  /// The decision that it rests on; without one it rests on a certificate.
  public let basis: String?

  /// Dates an approval.
  public init(kind: SupervisorKind, validFrom: LocalDate, validTo: LocalDate?, basis: String?) {
    self.kind = kind
    self.validFrom = validFrom
    self.validTo = validTo
    self.basis = basis
  }

  /// Tells whether the approval is valid on a day.
  public func contains(_ day: LocalDate) -> Bool {
    validFrom <= day && (validTo.map { day <= $0 } ?? true)
  }
}

/// What decides whether sessions under a supervisor count.
public struct Supervisor: Sendable {
  /// Why a session under a supervisor does not count.
  public struct Lack: Hashable, Sendable {
    /// The code of the note.
    public let code: RefusalCode
    /// The last day of the approval that has expired.
    public let lastDay: LocalDate?
  }

  private let approvals: [SupervisorApproval]
  private let suspended: DaySet

  /// Gathers a person's approvals and the days on which the person's certificate is revoked (decision C-92).
  public init(_ approvals: [SupervisorApproval], suspended: DaySet) {
    self.approvals = approvals
    self.suspended = suspended
  }

  /// What is missing for a session on a day, or nothing when it counts.
  ///
  /// An approval renewed backwards credits the session by itself (decision C-91).
  public func lack(on day: LocalDate, as kind: SupervisorKind) -> Lack? {
    if approvals.contains(where: { $0.kind == kind && $0.contains(day) }) {
      return suspended.contains(day) ? Lack(code: .supervisorSuspended, lastDay: nil) : nil
    }
    if approvals.contains(where: { $0.contains(day) }) { return Lack(code: .supervisorKind, lastDay: nil) }
    let ended = approvals.filter { $0.kind == kind }.compactMap(\.validTo).filter { $0 < day }.max()
    return ended.map { Lack(code: .supervisorExpired, lastDay: $0) }
      ?? Lack(code: .supervisorNotApproved, lastDay: nil)
  }
}
