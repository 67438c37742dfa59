public import Identity

/// A ring of neighbours, from its application on.
public struct Ring: Hashable, Sendable {
  /// The register's own number.
  public let id: RingID

  /// The public number.
  public let number: RingNumber

  /// What the application says.
  public let application: RingApplication

  /// What has happened to the ring, the earliest first; at least the application.
  public let events: [RingEvent]

  /// Puts a ring together.
  public init(id: RingID, number: RingNumber, application: RingApplication, events: [RingEvent]) {
    self.id = id
    self.number = number
    self.application = application
    self.events = events
  }

  /// Where the ring stands by what has been decided.
  public var state: RingState { events.last?.state ?? .applied }

  /// Where the ring stands on a day: a deregistration decided for a later day has not ended it yet (decision C-85).
  public func state(on day: LocalDate) -> RingState {
    guard let last = events.last, last.state == .deregistered, day <= last.day else { return state }
    return events.dropLast().last?.state ?? .applied
  }

  /// The first day of the registration.
  public var registeredOn: LocalDate? {
    events.first { $0.state == .registered }?.day
  }

  /// The deregistration, whose day is the last one of the registration.
  public var deregistration: RingEvent? {
    events.first { $0.state == .deregistered }
  }

  /// The last day of the registration.
  public var deregisteredOn: LocalDate? {
    deregistration?.day
  }
}

/// A dated event that moved a ring to a state, by decision or by the applicant's own act.
public struct RingEvent: Hashable, Sendable {
  /// The state that the event led to.
  public let state: RingState

  /// The day it has effect; for a deregistration the last day that counts (decision C-85).
  public let day: LocalDate

  /// The last day to answer, where the event asks the ring for something.
  public let lastDay: LocalDate?

  /// The grounds, as the decision-maker gave them.
  public let reason: String?

  /// Who decided.
  public let actor: String

  /// The day it was entered, which for a decision made in the register is the day of the decision; nothing within the act
  /// that enters it.
  public let enteredOn: LocalDate?

  /// The audit entry that made it.
  public let entry: EntryNumber

  /// Records an event.
  public init(
    state: RingState, day: LocalDate, lastDay: LocalDate?, reason: String?, actor: String,
    enteredOn: LocalDate?, entry: EntryNumber
  ) {
    self.state = state
    self.day = day
    self.lastDay = lastDay
    self.reason = reason
    self.actor = actor
    self.enteredOn = enteredOn
    self.entry = entry
  }
}

/// What an application for registration says of the ring (5 and 6 §§ of the proposed register act).
public struct RingApplication: Hashable, Sendable {
  /// The ring's name.
  public var name: String

  /// The municipality.
  public var municipality: MunicipalityCode

  /// The ring's postal address.
  public var address: PostalAddress?

  /// The venue for training and meetings.
  public var venue: String?

  /// How many households in the area have said that they are interested.
  public var interestedHouseholds: Int?

  /// How many of them have undertaken to take active part.
  public var activeHouseholds: Int?

  /// The day the application came in.
  public var appliedOn: LocalDate

  /// Describes an application; what is missing is found by its conditions.
  public init(
    name: String, municipality: MunicipalityCode, address: PostalAddress?, venue: String?,
    interestedHouseholds: Int?, activeHouseholds: Int?, appliedOn: LocalDate
  ) {
    self.name = name
    self.municipality = municipality
    self.address = address
    self.venue = venue
    self.interestedHouseholds = interestedHouseholds
    self.activeHouseholds = activeHouseholds
    self.appliedOn = appliedOn
  }
}
