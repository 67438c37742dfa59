public import Identity

/// What the yearly decision needs to know of one ring.
public struct RingYear: Hashable, Sendable {
  /// The register's own number.
  public let id: RingID

  /// The public number.
  public let number: RingNumber

  /// The days of the registration, supervision included, or nothing for a ring never registered.
  public let registration: DayRange?

  /// Who reports the attendance, and when.
  public let contacts: [ContactTerm]

  /// The ring's occasions of the year, cancelled ones included, in any order.
  public let occasions: [OccasionFacts]

  /// Describes a ring's year.
  public init(
    id: RingID, number: RingNumber, registration: DayRange?, contacts: [ContactTerm],
    occasions: [OccasionFacts]
  ) {
    self.id = id
    self.number = number
    self.registration = registration
    self.contacts = contacts
    self.occasions = occasions
  }

  /// Tells whether a person is the contact person on a day, whose own presence another must attest.
  func isContact(_ person: PersonID, on day: LocalDate) -> Bool {
    contacts.contains { $0.person == person && $0.days.contains(day) }
  }
}

/// The days on which one person is the contact person of a ring.
public struct ContactTerm: Hashable, Sendable {
  /// The contact person.
  public let person: PersonID

  /// The days.
  public let days: DayRange

  /// Describes a term.
  public init(person: PersonID, days: DayRange) {
    self.person = person
    self.days = days
  }
}

/// What the yearly decision needs to know of one occasion.
public struct OccasionFacts: Hashable, Sendable {
  /// The register's own number.
  public let id: OccasionID

  /// Meeting or activity.
  public let kind: OccasionKind

  /// The start.
  public let startsAt: Moment

  /// The local day of the start, to which the occasion belongs (decision C-18).
  public let day: LocalDate

  /// The days between the call and the occasion (decision C-59).
  public let noticeDays: Int

  /// Who is called.
  public let called: CallScope

  /// Whether it was cancelled.
  public let isCancelled: Bool

  /// Whether the contact police officer was present.
  public let policePresent: Bool

  /// Describes an occasion from its stored columns.
  public init(
    id: OccasionID, kind: OccasionKind, startsAt: Moment, day: LocalDate, noticeDays: Int, called: CallScope,
    isCancelled: Bool, policePresent: Bool
  ) {
    self.id = id
    self.kind = kind
    self.startsAt = startsAt
    self.day = day
    self.noticeDays = noticeDays
    self.called = called
    self.isCancelled = isCancelled
    self.policePresent = policePresent
  }

  /// Takes the facts out of an occasion.
  public init(_ occasion: Occasion) {
    let plan = occasion.plan
    self.init(
      id: occasion.id, kind: plan.kind, startsAt: plan.startsAt, day: plan.day, noticeDays: plan.noticeDays,
      called: plan.called, isCancelled: plan.isCancelled, policePresent: plan.policePresent ?? false)
  }
}
