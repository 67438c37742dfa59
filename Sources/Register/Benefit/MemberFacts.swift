public import Identity

/// What the yearly decision needs to know of one person beside memberships and attendance.
public struct MemberFacts: Hashable, Sendable {
  /// The register's own number, one for all identity numbers of the person (decision C-71).
  public let person: PersonID

  /// The identity number in force.
  public let number: IdentityNumber

  /// The birth date that age is judged by, or nothing while it is unknown (decision C-68).
  public let birthDate: LocalDate?

  /// The day of death.
  public let deceasedOn: LocalDate?

  /// How surely a holder of a coordination number is identified when the decision is made.
  public let identityLevel: IdentityLevel?

  /// The days with valid ring training, each stretch from its day of completion.
  public let training: DaySet

  /// The person's memberships in `YearFacts`.
  var memberships: Range<Int> = 0..<0

  /// Describes a person.
  public init(
    person: PersonID, number: IdentityNumber, birthDate: LocalDate?, deceasedOn: LocalDate?,
    identityLevel: IdentityLevel?, training: DaySet
  ) {
    self.person = person
    self.number = number
    self.birthDate = birthDate
    self.deceasedOn = deceasedOn
    self.identityLevel = identityLevel
    self.training = training
  }
}

/// One of a person's memberships, with where the person's attendance in that ring stands.
struct MembershipFacts: Hashable, Sendable {
  /// The position of the ring in `YearFacts`.
  let ring: Int
  /// The days as registered, before and after the year too.
  let days: DayRange
  let isPrimary: Bool
  /// The label of the household; a member without one is a household alone.
  let household: String?
  /// The position of the mark at the ring's first occasion.
  let marks: Int
}
