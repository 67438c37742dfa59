public import Identity

/// A person of the identity layer, which only the registrar and the ring's contact person see.
public struct Person: Hashable, Sendable {
  /// The register's own number, which survives a changed identity number.
  public let id: PersonID

  /// The identity number in force.
  public let number: IdentityNumber

  /// What is known of the person beside the number.
  public var details: PersonDetails

  /// Puts a person together.
  public init(id: PersonID, number: IdentityNumber, details: PersonDetails) {
    self.id = id
    self.number = number
    self.details = details
  }

  /// The birth date that age is judged by, the registered one before the one in the number (18 § FOL).
  public var birthDate: LocalDate? {
    details.bornOn ?? number.birthDate
  }
}

/// What the register holds of a person beside the identity number.
public struct PersonDetails: Hashable, Sendable {
  /// The given names.
  public var givenName: String

  /// The family name.
  public var familyName: String

  /// The postal address, never held for a person with protected identity.
  public var address: PostalAddress?

  /// Whether the person's data are protected (skyddade personuppgifter).
  public var isProtected: Bool

  /// The registered birth date, where it differs from the number or the number holds none.
  public var bornOn: LocalDate?

  /// The day of death.
  public var deceasedOn: LocalDate?

  /// How surely a holder of a coordination number is identified.
  public var identityLevel: IdentityLevel?

  /// Describes a person.
  public init(
    givenName: String, familyName: String, address: PostalAddress? = nil, isProtected: Bool = false,
    bornOn: LocalDate? = nil, deceasedOn: LocalDate? = nil, identityLevel: IdentityLevel? = nil
  ) {
    self.givenName = givenName
    self.familyName = familyName
    self.address = address
    self.isProtected = isProtected
    self.bornOn = bornOn
    self.deceasedOn = deceasedOn
    self.identityLevel = identityLevel
  }

  /// The given and the family name.
  public var fullName: String { givenName + " " + familyName }
}
