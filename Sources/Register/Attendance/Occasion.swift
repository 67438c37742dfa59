public import Identity

/// Whether an occasion is a meeting or a common activity.
public enum OccasionKind: String, CaseIterable, Sendable {
  case meeting
  case activity
}

/// The agenda type of an occasion; no free text on it can be stored (decision C-26).
public enum OccasionType: String, CaseIterable, Sendable {
  case nightWalk = "nattvandring"
  case eveningWalk = "kvällspromenad"
  case openMeeting = "öppen träff"
  case other = "annat"
}

/// Who is called to an occasion (decision C-60).
public enum CallScope: String, CaseIterable, Sendable {
  /// Everyone who is a member on the day of the occasion.
  case all
  /// The named persons who are members on that day.
  case roster
}

/// What is recorded of whether an occasion took place; nothing recorded and the start passed means held.
public enum OccasionStatus: String, CaseIterable, Sendable {
  case held
  case cancelled
}

/// A meeting or a common activity of a ring.
public struct Occasion: Hashable, Sendable {
  /// The register's own number.
  public let id: OccasionID

  /// The ring.
  public let ring: RingID

  /// What the ring has said of it.
  public var plan: OccasionPlan

  /// Puts an occasion together.
  public init(id: OccasionID, ring: RingID, plan: OccasionPlan) {
    self.id = id
    self.ring = ring
    self.plan = plan
  }
}

/// What a ring says of an occasion when it calls it, changes it or has held it.
public struct OccasionPlan: Hashable, Sendable {
  /// The sender's own identifier, one name space for the register (decision C-89).
  public var key: String

  /// Meeting or activity.
  public var kind: OccasionKind

  /// The agenda type.
  public var type: OccasionType?

  /// The start.
  public let startsAt: Moment

  /// The day to which the occasion belongs, the local day of its start (decision C-18).
  public let day: LocalDate

  /// The end.
  public var endsAt: Moment?

  /// The day the call went out.
  public var calledOn: LocalDate

  /// Who is called.
  public var called: CallScope

  /// Whether it was held or cancelled, as far as recorded.
  public var status: OccasionStatus?

  /// Whether the contact police officer was present.
  public var policePresent: Bool?

  /// Describes an occasion.
  public init(
    key: String, kind: OccasionKind, type: OccasionType?, startsAt: Moment, endsAt: Moment?,
    calledOn: LocalDate,
    called: CallScope, status: OccasionStatus?, policePresent: Bool?
  ) {
    self.key = key
    self.kind = kind
    self.type = type
    self.startsAt = startsAt
    self.day = startsAt.day
    self.endsAt = endsAt
    self.calledOn = calledOn
    self.called = called
    self.status = status
    self.policePresent = policePresent
  }

  /// The days between the call and the occasion (decision C-59).
  public var noticeDays: Int { day.days(since: calledOn) }

  /// Whether it was cancelled.
  public var isCancelled: Bool { status == .cancelled }
}
