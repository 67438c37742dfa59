public import Identity
public import Register

/// An approved supervisor of practice, as a row of `supervisors`.
public struct SupervisorRow: ImportRow {
  /// The columns of the kind.
  public static let layout = Layout.supervisors

  /// The supervisor.
  public var number: IdentityNumber

  /// In what capacity.
  public var kind: SupervisorKind

  /// The first day of the approval.
  public var validFrom: LocalDate

  /// The last day of the approval.
  public var validTo: LocalDate?

  /// The decision that the approval rests on; without one it rests on a certificate.
  public var basis: String?

  /// Describes a row.
  public init(
    number: IdentityNumber, kind: SupervisorKind, validFrom: LocalDate, validTo: LocalDate? = nil,
    basis: String? = nil
  ) {
    self.number = number
    self.kind = kind
    self.validFrom = validFrom
    self.validTo = validTo
    self.basis = basis
  }

  /// Takes the values from a record.
  public init?(reading row: inout RowReader) {
    let number = row.identityNumber(.personnummer, .required)
    let kind = row.choice(.kind, .required, of: SupervisorKind.self)
    let validFrom = row.date(.validFrom, .required)
    let validTo = row.date(.validTo)
    let basis = row.text(.basis, limit: 200)
    guard let number, let kind, let validFrom else { return nil }
    self.init(
      number: number, kind: kind, validFrom: validFrom, validTo: validTo, basis: basis)
  }

  /// The row as a record.
  public var cells: [String?] {
    [number.twelveDigits, kind.rawValue, validFrom.description, validTo?.description, basis]
  }
}
