public import Identity

/// A member's word that the own attendance is recorded wrongly.
public struct AttendanceReport: Sendable {
  /// The member.
  public let person: PersonID
  /// The day.
  public let receivedOn: LocalDate
  /// What the member wrote, until it is redacted.
  public let text: String?

  /// Puts one together.
  public init(person: PersonID, receivedOn: LocalDate, text: String?) {
    self.person = person
    self.receivedOn = receivedOn
    self.text = text
  }
}
