public import Identity

/// One unbroken time of a person's membership of a ring; a return is a membership of its own (decision C-53).
public struct Membership: Hashable, Sendable {
  /// The ring.
  public let ring: RingID

  /// The member.
  public let person: PersonID

  /// The label of the household within the ring; a member without one is a household alone (decision C-58).
  public var household: String?

  /// The first day.
  public var joinedOn: LocalDate

  /// The last day, or nothing while the membership goes on.
  public var leftOn: LocalDate?

  /// Whether this is the person's primary ring in that time (decision C-54).
  public var isPrimary: Bool

  /// The name by which other members know the person.
  public var alias: String?

  /// Describes a membership.
  public init(
    ring: RingID, person: PersonID, household: String?, joinedOn: LocalDate, leftOn: LocalDate?,
    isPrimary: Bool, alias: String?
  ) {
    self.ring = ring
    self.person = person
    self.household = household
    self.joinedOn = joinedOn
    self.leftOn = leftOn
    self.isPrimary = isPrimary
    self.alias = alias
  }

  /// Tells whether the person is a member on a day.
  public func contains(_ day: LocalDate) -> Bool {
    joinedOn <= day && (leftOn.map { day <= $0 } ?? true)
  }

  /// Tells whether two memberships share a day.
  public func overlaps(_ other: Membership) -> Bool {
    (other.leftOn.map { joinedOn <= $0 } ?? true) && (leftOn.map { other.joinedOn <= $0 } ?? true)
  }
}
