public import Identity
public import Register
import Store

/// An application as it comes in: what it says, who is to be contact person, and the participant list.
public struct RingFiling: Sendable {
  /// A person of the participant list.
  public struct Participant: Sendable {
    /// The identity number.
    public let number: IdentityNumber
    /// What the list says of the person; the names are needed only for a person who is new.
    public let details: PersonUpdate
    /// What the list says of the membership.
    public let member: MemberUpdate

    /// Describes a participant.
    public init(number: IdentityNumber, details: PersonUpdate, member: MemberUpdate) {
      self.number = number
      self.details = details
      self.member = member
    }
  }

  /// What the application says of the ring.
  public var application: RingApplication
  /// The contact person to be.
  public var contact: IdentityNumber?
  /// The participant list.
  public var participants: [Participant]

  /// Describes a filing.
  public init(application: RingApplication, contact: IdentityNumber?, participants: [Participant]) {
    self.application = application
    self.contact = contact
    self.participants = participants
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
  ///   incomplete.
  /// - Returns: The ring's number and the conditions that an incomplete application fails.
  public func addRing(
    _ filing: RingFiling, _ decision: FilingDecision
  ) throws -> (number: RingNumber, missing: [Refusal]) {
    try write(.ringAdd) { transaction in
      let connection = transaction.connection
      let application = filing.application
      guard application.appliedOn <= today else {
        throw Refusal(.dayInFuture, ["day": .day(application.appliedOn)], column: "applied_on")
      }
      guard
        try connection.ring(
          in: application.municipality, named: application.name, appliedOn: application.appliedOn) == nil
      else { throw Refusal(.ringExists, column: "name") }

      let number = try connection.nextRingNumber(in: application.municipality)
      transaction.record.subject = number.description
      let ring = try connection.insertRing(number, application, entry: transaction.entry)
      for participant in filing.participants {
        try transaction.enter(participant.number, participant.details, reason: nil)
        try transaction.enter(participant.member, of: participant.number, in: ring) { _ in }
      }
      var missing: [Refusal] = []
      if let contact = filing.contact {
        if let person = try connection.personID(numbered: contact) {
          try connection.insertContact(
            person, of: ring, from: application.appliedOn, entry: transaction.entry)
        } else {
          missing.append(Refusal(.unknownPerson, column: "contact"))
        }
      }
      let examination = try connection.examine(
        application, of: ring, contactIsNamed: filing.contact != nil,
        listMayFollow: false, on: today, under: parameters)
      missing += try examination.failures(on: today, under: parameters)
        .filter { failure in missing.isEmpty || failure.code != .contactMissing }

      try connection.insertEvent(
        .applied, of: ring, on: application.appliedOn, reason: nil, actor: actor.name,
        entry: transaction.entry)
      switch decision {
      case .file, .register:
        if let refusals = Refusals(missing) { throw refusals }
        guard case .register = decision else { break }
        try transaction.register(ring, on: today, reason: nil, by: actor)
      case .incomplete(let lastDay):
        try connection.insertEvent(
          .incomplete, of: ring, on: lastDay, reason: missing.map(\.code.rawValue).joined(separator: " "),
          actor: actor.name, entry: transaction.entry)
      }
      return (number, missing)
    }
  }
}
