public import Identity

/// What a member may say is wrong in the own attendance.
///
/// There is no free text: words about an occasion could be words about a neighbour (decision C-26).
public enum AttendanceError: String, CaseIterable, Sendable {
  /// The member was there.
  case present
  /// The member had announced the absence.
  case excused
  /// The member was not there.
  case absent
  /// The member was not called.
  case notCalled = "not-called"
  /// The occasion was not held.
  case notHeld = "not-held"
}

/// A report on an occasion of a locked year, which nobody has acted on since.
public struct OpenReport: Sendable {
  /// The member.
  public let number: IdentityNumber
  /// The ring.
  public let ring: RingNumber
  /// The occasion's identifier.
  public let occasion: String
  /// The day of the occasion.
  public let day: LocalDate
  /// The day on which the report came.
  public let receivedOn: LocalDate
  /// What is wrong, until it is redacted.
  public let error: AttendanceError?

  /// Puts one together.
  public init(
    number: IdentityNumber, ring: RingNumber, occasion: String, day: LocalDate, receivedOn: LocalDate,
    error: AttendanceError?
  ) {
    (self.number, self.ring, self.occasion) = (number, ring, occasion)
    (self.day, self.receivedOn, self.error) = (day, receivedOn, error)
  }
}

/// A member's word that the own attendance is recorded wrongly.
public struct AttendanceReport: Sendable {
  /// The member.
  public let person: PersonID
  /// The day.
  public let receivedOn: LocalDate
  /// What is wrong, until it is redacted.
  public let error: AttendanceError?

  /// Puts one together.
  public init(person: PersonID, receivedOn: LocalDate, error: AttendanceError?) {
    self.person = person
    self.receivedOn = receivedOn
    self.error = error
  }
}
