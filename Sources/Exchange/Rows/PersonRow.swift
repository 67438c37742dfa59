public import Identity
public import Register

/// A person of the identity layer, as a row of `persons`.
public struct PersonRow: ImportRow {
  /// The columns of the kind.
  public static let layout = Layout.persons

  /// The identity number.
  public var number: IdentityNumber

  /// The given names.
  public var givenName: String

  /// The family name.
  public var familyName: String

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

  /// Describes a row.
  public init(
    number: IdentityNumber, givenName: String, familyName: String, address: PostalAddress.Parts? = nil,
    isProtected: Bool? = nil, bornOn: LocalDate? = nil, deceasedOn: LocalDate? = nil,
    identityLevel: IdentityLevel? = nil
  ) {
    self.number = number
    self.givenName = givenName
    self.familyName = familyName
    self.address = address
    self.isProtected = isProtected
    self.bornOn = bornOn
    self.deceasedOn = deceasedOn
    self.identityLevel = identityLevel
  }

  /// Takes the values from a record.
  public init?(reading row: inout RowReader) {
    let number = row.identityNumber(.personnummer, .required)
    let givenName = row.text(.givenName, .required)
    let familyName = row.text(.familyName, .required)
    let address = row.addressParts()
    let isProtected = row.flag(.protected)
    let bornOn = row.date(.bornOn)
    let deceasedOn = row.date(.deceasedOn)
    let identityLevel = row.choice(.identityLevel, of: IdentityLevel.self)
    guard let number, let givenName, let familyName else { return nil }
    self.init(
      number: number, givenName: givenName, familyName: familyName, address: address,
      isProtected: isProtected, bornOn: bornOn, deceasedOn: deceasedOn, identityLevel: identityLevel)
  }

  /// The row as a record.
  public var cells: [String?] {
    [number.twelveDigits, givenName, familyName] + address.cells + [
      isProtected?.cell, bornOn?.description, deceasedOn?.description, identityLevel?.rawValue,
    ]
  }
}
