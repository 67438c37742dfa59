public import Identity

/// An approved provider of training, as a row of `providers`.
public struct ProviderRow: ImportRow {
  /// The columns of the kind.
  public static let layout = Layout.providers

  /// The organisation number.
  public var number: OrganisationNumber

  /// The name.
  public var name: String

  /// The code of the programme.
  public var programme: String

  /// The first day of the approval.
  public var validFrom: LocalDate

  /// The last day of the approval.
  public var validTo: LocalDate?

  /// Describes a row.
  public init(
    number: OrganisationNumber, name: String, programme: String, validFrom: LocalDate,
    validTo: LocalDate? = nil
  ) {
    self.number = number
    self.name = name
    self.programme = programme
    self.validFrom = validFrom
    self.validTo = validTo
  }

  /// Takes the values from a record.
  public init?(reading row: inout RowReader) {
    let number = row.organisationNumber(.organisationNumber)
    let name = row.text(.name, .required)
    let programme = row.text(.programme, .required, limit: 20)
    let validFrom = row.date(.validFrom, .required)
    let validTo = row.date(.validTo)
    guard let number, let name, let programme, let validFrom else { return nil }
    self.init(
      number: number, name: name, programme: programme, validFrom: validFrom, validTo: validTo)
  }

  /// The row as a record.
  public var cells: [String?] {
    [number.tenDigits, name, programme, validFrom.description, validTo?.description]
  }
}
