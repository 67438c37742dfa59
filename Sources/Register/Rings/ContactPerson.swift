public import Identity

/// The member who answers for a ring and reports its attendance, exactly one at a time (decision C-83).
public struct ContactPerson: Hashable, Sendable {
  /// The age a contact person and an attester must have reached (5 § 3 of the proposed register act).
  public static let minimumAge = 18

  /// The member.
  public let person: PersonID

  /// The first day of the role.
  public let from: LocalDate

  /// The last day, or nothing while it goes on.
  public let to: LocalDate?

  /// Describes a holding of the role.
  public init(person: PersonID, from: LocalDate, to: LocalDate?) {
    self.person = person
    self.from = from
    self.to = to
  }

  /// Tells whether the person held the role on a day.
  public func holds(on day: LocalDate) -> Bool {
    from <= day && (to.map { day <= $0 } ?? true)
  }
}
