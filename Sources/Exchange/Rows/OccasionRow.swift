import Identity
public import Register

/// A meeting or an activity, as a row of `occasions`.
public struct OccasionRow: ImportRow {
  /// The columns of the kind.
  public static let layout = Layout.occasions

  /// The ring.
  public var ring: RingNumber

  /// What the ring says of the occasion; who is called is everyone unless given (decision C-60).
  public var plan: OccasionPlan

  /// Describes a row.
  public init(ring: RingNumber, plan: OccasionPlan) {
    self.ring = ring
    self.plan = plan
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
      ring: ring,
      plan: OccasionPlan(
        key: key, kind: kind, type: type, startsAt: startsAt, endsAt: endsAt, calledOn: calledOn,
        called: called ?? .all, status: status, policePresent: policePresent))
  }

  /// The row as a record.
  public var cells: [String?] {
    [
      plan.key, ring.description, plan.kind.rawValue, plan.type?.rawValue, plan.startsAt.description,
      plan.endsAt?.description, plan.calledOn.description, plan.called.rawValue, plan.status?.rawValue,
      plan.policePresent?.cell,
    ]
  }
}
