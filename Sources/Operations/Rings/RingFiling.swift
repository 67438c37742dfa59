public import Identity
public import Register
import Store

/// An application as it comes in; what it does not give is a failing condition.
public struct RingFiling: Sendable {
  /// The ring's name.
  public var name: String?
  /// The municipality.
  public var municipality: MunicipalityCode?
  /// The ring's postal address.
  public var address: PostalAddress?
  /// The venue for training and meetings.
  public var venue: String?
  /// How many households have said that they are interested.
  public var interestedHouseholds: Int?
  /// How many of them have undertaken to take active part.
  public var activeHouseholds: Int?
  /// The day the application came in, today when it is not given.
  public var appliedOn: LocalDate?
  /// The contact person to be.
  public var contact: IdentityNumber?
  /// The participant list.
  public var participants = ParticipantList()

  /// Gives nothing.
  public init() {}

  /// What is missing that every application must say of the ring to be filed at all.
  fileprivate var unnamed: [Refusal] {
    [name == nil ? "name" : nil, municipality == nil ? "municipality" : nil]
      .compactMap { $0 }.map { Refusal(.valueMissing, column: $0) }
  }

  fileprivate func application(on day: LocalDate) throws(Refusal) -> RingApplication {
    guard let name else { throw Refusal(.valueMissing, column: "name") }
    guard let municipality else { throw Refusal(.valueMissing, column: "municipality") }
    return RingApplication(
      name: name, municipality: municipality, address: address, venue: venue,
      interestedHouseholds: interestedHouseholds, activeHouseholds: activeHouseholds, appliedOn: day)
  }
}

/// How far a filing is to be taken at once (decision C-81).
public enum FilingDecision: Sendable {
  /// File a complete application.
  case file
  /// File a complete application and register the ring.
  case register
  /// File an application on paper that fails conditions, to be completed by a day.
  case incomplete(until: LocalDate)
}

extension Registry {
  /// Files an application for registration.
  ///
  /// - Throws: Every failing condition at once, each with its source, before anything is filed, unless it is filed as
  ///   incomplete; `RejectedRows` for the participant list; `RING_EXISTS`, `DAY_IN_FUTURE`, `BEFORE_COMMENCEMENT`.
  /// - Returns: The ring's number and the conditions that an incomplete application fails.
  public func addRing(
    _ filing: RingFiling, _ decision: FilingDecision
  ) throws -> (number: RingNumber, missing: [Refusal]) {
    try write(.ringAdd) { transaction in
      let connection = transaction.connection
      let appliedOn = filing.appliedOn ?? today
      try checkFilingDay(appliedOn)
      try transaction.enterPersons(of: filing.participants)
      let missing = try filing.unnamed + failures(of: filing, from: connection)
      if !decision.takesIncomplete, let refusals = Refusals(missing) { throw refusals }

      let application = try filing.application(on: appliedOn)
      guard
        try connection.ring(in: application.municipality, named: application.name, appliedOn: appliedOn)
          == nil
      else { throw Refusal(.ringExists, column: "name") }
      let number = try connection.nextRingNumber(in: application.municipality)
      transaction.record.subject = number.description
      let ring = try connection.insertRing(number, application, entry: transaction.entry)
      try transaction.enterMembers(of: filing.participants, in: ring)
      if let contact = try filing.contact.flatMap({ number throws in try connection.personID(numbered: number)
      }) {
        try connection.insertContact(contact, of: ring, from: appliedOn, entry: transaction.entry)
      }
      try connection.insertEvent(
        .applied, of: ring, on: appliedOn, reason: nil, actor: actor.name, entry: transaction.entry)
      try follow(decision, on: ring, missing: missing, in: transaction)
      return (number, missing)
    }
  }

  private func checkFilingDay(_ day: LocalDate) throws(Refusal) {
    guard day <= today else { throw Refusal(.dayInFuture, ["day": .day(day)], column: "applied_on") }
    if let commencement = parameters.commencement, today < commencement {
      throw Refusal(.beforeCommencement, ["day": .day(today), "commencement": .day(commencement)])
    }
  }

  private func failures(of filing: RingFiling, from connection: Connection) throws -> [Refusal] {
    let contact = try filing.contact.flatMap { number throws in try connection.person(numbered: number) }
    let failures = try RegistrationExamination(
      address: filing.address, venue: filing.venue, interestedHouseholds: filing.interestedHouseholds,
      activeHouseholds: filing.activeHouseholds,
      contact: try contact.map { person throws in
        try connection.candidate(person, under: parameters, on: today)
      }, listedMembers: filing.participants.entries.count
    ).failures(on: today, under: parameters)
    guard filing.contact != nil, contact == nil else { return failures }
    // Of someone whom the register does not know nothing more can be said.
    return failures.filter { ![.contactMissing, .contactUntrained].contains($0.code) }
      + [Refusal(.unknownPerson, column: "contact")]
  }

  private func follow(
    _ decision: FilingDecision, on ring: RingID, missing: [Refusal], in transaction: Transaction
  ) throws {
    switch decision {
    case .file: break
    case .register: try transaction.register(ring, on: today, reason: nil, by: actor)
    case .incomplete(let lastDay):
      try transaction.connection.insertEvent(
        .incomplete, of: ring, on: today, lastDay: lastDay,
        reason: missing.map(\.code.rawValue).joined(separator: " "), actor: actor.name,
        entry: transaction.entry)
    }
  }
}

extension FilingDecision {
  fileprivate var takesIncomplete: Bool {
    if case .incomplete = self { true } else { false }
  }
}
