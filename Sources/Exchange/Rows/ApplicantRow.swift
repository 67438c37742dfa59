public import Identity
public import Register

/// A person on the list of an application, as a row of the file that `ring add` takes.
public struct ApplicantRow: ImportRow {
  /// The columns of the kind.
  public static let layout = Layout.applicants

  /// The identity number.
  public var number: IdentityNumber

  /// The given names, needed for who is new.
  public var givenName: String?

  /// The family name, needed for who is new.
  public var familyName: String?

  /// Those parts of the postal address that are given.
  public var address: PostalAddress.Parts?

  /// Whether the person's data are protected.
  public var isProtected: Bool?

  /// The registered birth date, where it differs from the number (decision C-68).
  public var bornOn: LocalDate?

  /// The day of death.
  public var deceasedOn: LocalDate?

  /// How surely a holder of a coordination number is identified.
  public var identityLevel: IdentityLevel?

  /// The label of the household within the ring; without one the member is a household alone.
  public var household: String?

  /// The first day.
  public var joinedOn: LocalDate

  /// The last day.
  public var leftOn: LocalDate?

  /// Whether the ring is the person's primary one; decided by C-54 when not given.
  public var isPrimary: Bool?

  /// The name by which other members know the person.
  public var alias: String?

  /// Describes a row.
  public init(
    number: IdentityNumber, givenName: String? = nil, familyName: String? = nil,
    address: PostalAddress.Parts? = nil, isProtected: Bool? = nil, bornOn: LocalDate? = nil,
    deceasedOn: LocalDate? = nil, identityLevel: IdentityLevel? = nil, household: String? = nil,
    joinedOn: LocalDate, leftOn: LocalDate? = nil, isPrimary: Bool? = nil, alias: String? = nil
  ) {
    self.number = number
    self.givenName = givenName
    self.familyName = familyName
    self.address = address
    self.isProtected = isProtected
    self.bornOn = bornOn
    self.deceasedOn = deceasedOn
    self.identityLevel = identityLevel
    self.household = household
    self.joinedOn = joinedOn
    self.leftOn = leftOn
    self.isPrimary = isPrimary
    self.alias = alias
  }

  /// Takes the values from a record.
  public init?(reading row: inout RowReader) {
    let number = row.identityNumber(.personnummer, .required)
    let givenName = row.text(.givenName)
    let familyName = row.text(.familyName)
    let address = row.addressParts()
    let isProtected = row.flag(.protected)
    let bornOn = row.date(.bornOn)
    let deceasedOn = row.date(.deceasedOn)
    let identityLevel = row.choice(.identityLevel, of: IdentityLevel.self)
    let household = row.text(.household, limit: 50)
    let joinedOn = row.date(.joinedOn, .required)
    let leftOn = row.date(.leftOn)
    let isPrimary = row.flag(.primary)
    let alias = row.text(.alias, limit: 50)
    guard let number, let joinedOn else { return nil }
    self.init(
      number: number, givenName: givenName, familyName: familyName, address: address,
      isProtected: isProtected, bornOn: bornOn, deceasedOn: deceasedOn, identityLevel: identityLevel,
      household: household, joinedOn: joinedOn, leftOn: leftOn, isPrimary: isPrimary, alias: alias)
  }

  /// The row as a record.
  public var cells: [String?] {
    [number.twelveDigits, givenName, familyName] + address.cells + [
      isProtected?.cell, bornOn?.description, deceasedOn?.description, identityLevel?.rawValue,
      household, joinedOn.description, leftOn?.description, isPrimary?.cell, alias,
    ]
  }
}
