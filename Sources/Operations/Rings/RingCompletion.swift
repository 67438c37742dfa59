public import Identity
public import Register
import Store

/// What completes an application; what is not given stays as it is.
public struct RingCompletion: Sendable {
  /// The ring's address.
  public var address: PostalAddress?
  /// The venue.
  public var venue: String?
  /// The interested households.
  public var interestedHouseholds: Int?
  /// The active households.
  public var activeHouseholds: Int?
  /// The contact person.
  public var contact: IdentityNumber?
  /// Persons to add to the participant list.
  public var participants = ParticipantList()

  /// Completes nothing.
  public init() {}
}

extension Registry {
  /// Completes what an application lacked; what is not given stays.
  ///
  /// - Throws: `RING_STATE` when it is decided already, `UNKNOWN_PERSON`, `RejectedRows`.
  /// - Returns: The conditions that still fail.
  @discardableResult
  public func completeRing(_ number: RingNumber, with completion: RingCompletion) throws -> [Refusal] {
    try write(.ringComplete, ActRecord(subject: number.description)) { transaction in
      let connection = transaction.connection
      let ring = try connection.knownRing(number)
      guard ring.state.isUndecided else { throw ring.refusal(movingTo: nil) }
      try connection.updateRing(ring, completion.applied(to: ring.application), entry: transaction.entry)
      try transaction.enterPersons(of: completion.participants)
      try transaction.enterMembers(of: completion.participants, in: ring.id)
      if let contact = completion.contact {
        let person = try connection.knownPerson(contact, column: "contact")
        try connection.insertContact(
          person.id, of: ring.id, from: ring.application.appliedOn, entry: transaction.entry)
      }
      return try failures(of: connection.knownRing(number), from: connection)
    }
  }

  /// The conditions that an application fails as it stands today.
  func failures(of ring: Ring, from connection: Connection) throws -> [Refusal] {
    try connection.examine(
      ring.application, of: ring.id, contactIsNamed: !connection.contacts(of: ring.id).isEmpty,
      listMayFollow: false, on: today, under: parameters
    ).failures(on: today, under: parameters)
  }
}

extension RingCompletion {
  fileprivate func applied(to application: RingApplication) -> RingApplication {
    var completed = application
    completed.address = address ?? application.address
    completed.venue = venue ?? application.venue
    completed.interestedHouseholds = interestedHouseholds ?? application.interestedHouseholds
    completed.activeHouseholds = activeHouseholds ?? application.activeHouseholds
    return completed
  }
}

extension RingState {
  /// Whether an application waits for its decision.
  var isUndecided: Bool { self == .applied || self == .incomplete }
}
