public import Identity
public import Register

/// A meeting or an activity, as a row of `occasions`.
public struct OccasionRow: ImportRow {
  /// The columns of the kind.
  public static let layout = Layout.occasions

  /// The sender's identifier, one name space for the register (decision C-89).
  public var key: String

  /// The ring.
  public var ring: RingNumber

  /// Meeting or activity.
  public var kind: OccasionKind

  /// The agenda type.
  public var type: OccasionType?

  /// The start.
  public var startsAt: Moment

  /// The end.
  public var endsAt: Moment?

  /// The day the call went out.
  public var calledOn: LocalDate

  /// Who is called.
  public var called: CallScope?

  /// Whether it was held or cancelled.
  public var status: OccasionStatus?

  /// Whether the contact police officer was present.
  public var policePresent: Bool?

  /// Describes a row.
  public init(
    key: String, ring: RingNumber, kind: OccasionKind, type: OccasionType? = nil, startsAt: Moment,
    endsAt: Moment? = nil, calledOn: LocalDate, called: CallScope? = nil, status: OccasionStatus? = nil,
    policePresent: Bool? = nil
  ) {
    self.key = key
    self.ring = ring
    self.kind = kind
    self.type = type
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.calledOn = calledOn
    self.called = called
    self.status = status
    self.policePresent = policePresent
  }

  /// Takes the values from a record.
  public init?(reading row: inout RowReader) {
    let key = row.text(.occasion, .required)
    let ring = row.ringNumber(.ring, .required)
    let kind = row.choice(.kind, .required, of: OccasionKind.self)
    let type = row.choice(.type, of: OccasionType.self)
    let startsAt = row.moment(.startsAt, .required)
    let endsAt = row.moment(.endsAt)
    let calledOn = row.date(.calledOn, .required)
    let called = row.choice(.called, of: CallScope.self)
    let status = row.choice(.status, of: OccasionStatus.self)
    let policePresent = row.flag(.policePresent)
    guard let key, let ring, let kind, let startsAt, let calledOn else { return nil }
    self.init(
      key: key, ring: ring, kind: kind, type: type, startsAt: startsAt, endsAt: endsAt, calledOn: calledOn,
      called: called, status: status, policePresent: policePresent)
  }

  /// The row as a record.
  public var cells: [String?] {
    [
      key, ring.description, kind.rawValue, type?.rawValue, startsAt.description, endsAt?.description,
      calledOn.description, called?.rawValue, status?.rawValue, policePresent?.cell,
    ]
  }

  /// What the ring now says of the occasion: an empty cell leaves what is stored, and at first everyone is
  /// called.
  public func plan(over stored: OccasionPlan?) -> OccasionPlan {
    OccasionPlan(
      key: key, kind: kind, type: type ?? stored?.type, startsAt: startsAt, endsAt: endsAt ?? stored?.endsAt,
      calledOn: calledOn, called: called ?? stored?.called ?? .all, status: status ?? stored?.status,
      policePresent: policePresent ?? stored?.policePresent)
  }
}
