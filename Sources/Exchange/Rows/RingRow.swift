public import Identity
public import Register

/// An application for a ring, or a registration that already happened, as a row of `rings`.
public struct RingRow: ImportRow {
  /// The columns of the kind.
  public static let layout = Layout.rings

  /// The number of a ring that the register knows already.
  public var ring: RingNumber?

  /// The name.
  public var name: String

  /// The municipality.
  public var municipality: MunicipalityCode

  /// The postal address.
  public var address: PostalAddress?

  /// The venue for training and meetings.
  public var venue: String?

  /// The contact person.
  public var contact: IdentityNumber?

  /// How many households have said that they are interested.
  public var interestedHouseholds: Int?

  /// How many of them have undertaken to take active part.
  public var activeHouseholds: Int?

  /// The day the application came in.
  public var appliedOn: LocalDate

  /// The day of a registration that already happened.
  public var registeredOn: LocalDate?

  /// Describes a row.
  public init(
    ring: RingNumber? = nil, name: String, municipality: MunicipalityCode, address: PostalAddress? = nil,
    venue: String? = nil, contact: IdentityNumber? = nil, interestedHouseholds: Int? = nil,
    activeHouseholds: Int? = nil, appliedOn: LocalDate, registeredOn: LocalDate? = nil
  ) {
    self.ring = ring
    self.name = name
    self.municipality = municipality
    self.address = address
    self.venue = venue
    self.contact = contact
    self.interestedHouseholds = interestedHouseholds
    self.activeHouseholds = activeHouseholds
    self.appliedOn = appliedOn
    self.registeredOn = registeredOn
  }

  /// Takes the values from a record.
  public init?(reading row: inout RowReader) {
    let ring = row.ringNumber(.ring)
    let name = row.text(.name, .required)
    let municipality = row.municipality(.municipality)
    let address = row.address()
    let venue = row.text(.venue)
    let contact = row.identityNumber(.contact)
    let interestedHouseholds = row.count(.interestedHouseholds)
    let activeHouseholds = row.count(.activeHouseholds)
    let appliedOn = row.date(.appliedOn, .required)
    let registeredOn = row.date(.registeredOn)
    guard let name, let municipality, let appliedOn else { return nil }
    self.init(
      ring: ring, name: name, municipality: municipality, address: address, venue: venue, contact: contact,
      interestedHouseholds: interestedHouseholds, activeHouseholds: activeHouseholds, appliedOn: appliedOn,
      registeredOn: registeredOn)
  }

  /// The row as a record.
  public var cells: [String?] {
    [ring?.description, name, municipality.description] + address.cells + [
      venue, contact?.twelveDigits, interestedHouseholds?.description, activeHouseholds?.description,
      appliedOn.description, registeredOn?.description,
    ]
  }
}
