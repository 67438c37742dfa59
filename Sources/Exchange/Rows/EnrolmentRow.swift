public import Identity
public import Register

/// A participant in a programme, as a row of `enrolments`.
public struct EnrolmentRow: ImportRow {
  /// The columns of the kind.
  public static let layout = Layout.enrolments

  /// The participant.
  public var number: IdentityNumber

  /// The code of the programme.
  public var programme: String

  /// The first day.
  public var startedOn: LocalDate

  /// The profession that opens the course in restorative justice.
  public var profession: Profession?

  /// The day the profession was verified.
  public var professionVerifiedOn: LocalDate?

  /// The employer.
  public var employer: String?

  /// The share of full time.
  public var fullTimeShare: Fraction?

  /// The day the references were checked.
  public var referencesCheckedOn: LocalDate?

  /// The day the background was checked; never the outcome (decision C-101).
  public var backgroundCheckedOn: LocalDate?

  /// Describes a row.
  public init(
    number: IdentityNumber, programme: String, startedOn: LocalDate, profession: Profession? = nil,
    professionVerifiedOn: LocalDate? = nil, employer: String? = nil, fullTimeShare: Fraction? = nil,
    referencesCheckedOn: LocalDate? = nil, backgroundCheckedOn: LocalDate? = nil
  ) {
    self.number = number
    self.programme = programme
    self.startedOn = startedOn
    self.profession = profession
    self.professionVerifiedOn = professionVerifiedOn
    self.employer = employer
    self.fullTimeShare = fullTimeShare
    self.referencesCheckedOn = referencesCheckedOn
    self.backgroundCheckedOn = backgroundCheckedOn
  }

  /// Takes the values from a record.
  public init?(reading row: inout RowReader) {
    let number = row.identityNumber(.personnummer, .required)
    let programme = row.text(.programme, .required, limit: 20)
    let startedOn = row.date(.startedOn, .required)
    let profession = row.choice(.profession, of: Profession.self)
    let professionVerifiedOn = row.date(.professionVerifiedOn)
    let employer = row.text(.employer)
    let fullTimeShare = row.share(.fte)
    let referencesCheckedOn = row.date(.referencesCheckedOn)
    let backgroundCheckedOn = row.date(.backgroundCheckedOn)
    guard let number, let programme, let startedOn else { return nil }
    self.init(
      number: number, programme: programme, startedOn: startedOn, profession: profession,
      professionVerifiedOn: professionVerifiedOn, employer: employer, fullTimeShare: fullTimeShare,
      referencesCheckedOn: referencesCheckedOn, backgroundCheckedOn: backgroundCheckedOn)
  }

  /// The row as a record.
  public var cells: [String?] {
    [
      number.twelveDigits, programme, startedOn.description, profession?.rawValue,
      professionVerifiedOn?.description, employer, fullTimeShare?.cell, referencesCheckedOn?.description,
      backgroundCheckedOn?.description,
    ]
  }
}
