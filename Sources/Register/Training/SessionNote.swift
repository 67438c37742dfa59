public import Identity

/// Why a recorded session, or a part of it, gives no credit (decision C-91).
public struct SessionNote: Hashable, Sendable {
  /// What is wrong, worded in the message catalogue.
  public let code: RefusalCode

  /// The provider's reference of the session.
  public let session: String

  /// The local day when the session began.
  public let day: LocalDate

  /// Whose approval is missing, for a trainer or a supervisor.
  public let person: PersonID?

  /// The last day of the approval that has expired.
  public let lastDay: LocalDate?

  /// The minutes that are not credited.
  public let minutes: Int

  /// Notes something of a session.
  public init(
    _ code: RefusalCode, session: String, day: LocalDate, minutes: Int, person: PersonID? = nil,
    lastDay: LocalDate? = nil
  ) {
    self.code = code
    self.session = session
    self.day = day
    self.minutes = minutes
    self.person = person
    self.lastDay = lastDay
  }

  /// The note as the answer to the row or the command that recorded the session.
  public var refusal: Refusal {
    var facts: [String: Fact] = ["day": .day(day), "minutes": .count(minutes)]
    if let lastDay { facts["last"] = .day(lastDay) }
    return Refusal(code, facts, column: column)
  }

  private var column: String? {
    switch code {
    case .providerNotApproved: "provider"
    case .trainerNotApproved: "trainer"
    case .supervisorNotApproved, .supervisorExpired, .supervisorKind, .supervisorSuspended: "supervisor"
    default: nil
    }
  }
}
