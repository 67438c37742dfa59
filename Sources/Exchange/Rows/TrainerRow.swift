public import Identity

/// An approved trainer, as a row of `trainers`.
public struct TrainerRow: ImportRow {
  /// The columns of the kind.
  public static let layout = Layout.trainers

  /// The trainer.
  public var number: IdentityNumber

  /// The code of the programme.
  public var programme: String

  /// The first day of the approval.
  public var validFrom: LocalDate

  /// The last day of the approval.
  public var validTo: LocalDate?

  /// Describes a row.
  public init(
    number: IdentityNumber, programme: String, validFrom: LocalDate, validTo: LocalDate? = nil
  ) {
    self.number = number
    self.programme = programme
    self.validFrom = validFrom
    self.validTo = validTo
  }

  /// Takes the values from a record.
  public init?(reading row: inout RowReader) {
    let number = row.identityNumber(.personnummer, .required)
    let programme = row.text(.programme, .required, limit: 20)
    let validFrom = row.date(.validFrom, .required)
    let validTo = row.date(.validTo)
    guard let number, let programme, let validFrom else { return nil }
    self.init(
      number: number, programme: programme, validFrom: validFrom, validTo: validTo)
  }

  /// The row as a record.
  public var cells: [String?] {
    [number.twelveDigits, programme, validFrom.description, validTo?.description]
  }
}
