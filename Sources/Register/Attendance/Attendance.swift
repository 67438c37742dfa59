/// What is recorded of a called member at an occasion; no entry means absent (decision C-61).
public enum AttendanceStatus: String, CaseIterable, Sendable {
  case present
  case excused
  case absent
}

/// One entry of attendance; a later entry of the same person and occasion corrects it (decision C-65).
public struct AttendanceEntry: Hashable, Sendable {
  /// The occasion.
  public let occasion: OccasionID

  /// The member.
  public let person: PersonID

  /// What is recorded.
  public let status: AttendanceStatus

  /// The other member who attests it (decision C-64).
  public let attestedBy: PersonID?

  /// Records an entry.
  public init(occasion: OccasionID, person: PersonID, status: AttendanceStatus, attestedBy: PersonID?) {
    self.occasion = occasion
    self.person = person
    self.status = status
    self.attestedBy = attestedBy
  }
}
