public import Identity
public import Register

/// A membership, as a row of `members`.
public struct MemberRow: ImportRow {
  /// The columns of the kind.
  public static let layout = Layout.members

  /// The ring.
  public var ring: RingNumber

  /// The member.
  public var number: IdentityNumber

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
    ring: RingNumber, number: IdentityNumber, household: String? = nil, joinedOn: LocalDate,
    leftOn: LocalDate? = nil, isPrimary: Bool? = nil, alias: String? = nil
  ) {
    self.ring = ring
    self.number = number
    self.household = household
    self.joinedOn = joinedOn
    self.leftOn = leftOn
    self.isPrimary = isPrimary
    self.alias = alias
  }

  /// Takes the values from a record.
  public init?(reading row: inout RowReader) {
    let ring = row.ringNumber(.ring, .required)
    let number = row.identityNumber(.personnummer, .required)
    let household = row.text(.household, limit: 50)
    let joinedOn = row.date(.joinedOn, .required)
    let leftOn = row.date(.leftOn)
    let isPrimary = row.flag(.primary)
    let alias = row.text(.alias, limit: 50)
    guard let ring, let number, let joinedOn else { return nil }
    self.init(
      ring: ring, number: number, household: household, joinedOn: joinedOn, leftOn: leftOn,
      isPrimary: isPrimary, alias: alias)
  }

  /// The row as a record.
  public var cells: [String?] {
    [
      ring.description, number.twelveDigits, household, joinedOn.description, leftOn?.description,
      isPrimary?.cell, alias,
    ]
  }
}
