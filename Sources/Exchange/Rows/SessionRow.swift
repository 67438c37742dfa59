public import Identity
public import Register

/// A session of training that a participant took part in, as a row of `sessions`.
public struct SessionRow: ImportRow {
  /// The columns of the kind.
  public static let layout = Layout.sessions

  /// The sender's identifier, which makes sending again safe.
  public var reference: String

  /// The provider.
  public var provider: OrganisationNumber

  /// The code of the programme.
  public var programme: String

  /// The code of the module.
  public var module: String

  /// The participant.
  public var number: IdentityNumber

  /// The start.
  public var startsAt: Moment

  /// The end.
  public var endsAt: Moment

  /// The trainer.
  public var trainer: IdentityNumber?

  /// The supervisor.
  public var supervisor: IdentityNumber?

  /// Describes a row.
  public init(
    reference: String, provider: OrganisationNumber, programme: String, module: String,
    number: IdentityNumber, startsAt: Moment, endsAt: Moment, trainer: IdentityNumber? = nil,
    supervisor: IdentityNumber? = nil
  ) {
    self.reference = reference
    self.provider = provider
    self.programme = programme
    self.module = module
    self.number = number
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.trainer = trainer
    self.supervisor = supervisor
  }

  /// Takes the values from a record.
  public init?(reading row: inout RowReader) {
    let reference = row.text(.reference, .required)
    let provider = row.organisationNumber(.provider)
    let programme = row.text(.programme, .required, limit: 20)
    let module = row.text(.module, .required, limit: 20)
    let number = row.identityNumber(.personnummer, .required)
    let startsAt = row.moment(.startsAt, .required)
    let endsAt = row.moment(.endsAt, .required)
    let trainer = row.identityNumber(.trainer)
    let supervisor = row.identityNumber(.supervisor)
    guard let reference, let provider, let programme, let module, let number, let startsAt, let endsAt else {
      return nil
    }
    self.init(
      reference: reference, provider: provider, programme: programme, module: module, number: number,
      startsAt: startsAt, endsAt: endsAt, trainer: trainer, supervisor: supervisor)
  }

  /// When a record's session starts, and its reference, by which the rows of a file are put in order.
  ///
  /// Nothing when either cannot be read; what else is wrong with the row shows when it is read whole.
  public static func order(
    of record: borrowing CSVRecord, on today: LocalDate
  ) -> (startsAt: Moment, reference: String)? {
    var row = RowReader(record, today: today)
    guard row.hasShapeOfHeader(), let startsAt = row.moment(.startsAt, .required),
      let reference = row.text(.reference, .required)
    else { return nil }
    return (startsAt, reference)
  }

  /// The row as a record.
  public var cells: [String?] {
    [
      reference, provider.tenDigits, programme, module, number.twelveDigits, startsAt.description,
      endsAt.description, trainer?.twelveDigits, supervisor?.twelveDigits,
    ]
  }
}
