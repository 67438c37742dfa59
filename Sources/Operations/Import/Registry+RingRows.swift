import Exchange
import Identity
import Register
import Store

extension Registry {
  /// Files or registers the ring of a row, or fills in what a known one lacks; the participant list may follow.
  ///
  /// - Throws: Every failing condition; `RING_EXISTS` when the ring is known and the row says something else.
  func enterRing(_ row: RingRow, reason: String?, in transaction: Transaction) throws -> EntryResult {
    guard let known = try ring(of: row, from: transaction.connection) else {
      try file(row, reason: reason, in: transaction)
      return .stored
    }
    return try fill(known, from: row, reason: reason, in: transaction)
  }

  private func file(_ row: RingRow, reason: String?, in transaction: Transaction) throws {
    let connection = transaction.connection
    let application = RingApplication(row)
    guard row.appliedOn <= today else {
      throw Refusal(.dayInFuture, ["day": .day(row.appliedOn)], column: "applied_on")
    }
    let contact = try examine(
      application, contact: row.contact, registeredOn: row.registeredOn, reason: reason, connection)
    let number = try row.ring ?? connection.nextRingNumber(in: row.municipality)
    let ring = try connection.insertRing(number, application, entry: transaction.entry)
    try connection.insertEvent(
      .applied, of: ring, on: row.appliedOn, reason: nil, actor: actor.name, entry: transaction.entry)
    if let contact {
      try connection.insertContact(
        contact, of: ring, from: row.registeredOn ?? row.appliedOn, entry: transaction.entry)
    }
    if let registeredOn = row.registeredOn {
      try transaction.register(ring, on: registeredOn, reason: reason, by: actor)
    }
  }

  /// Tests the conditions of a row, as of the day of a registration that already happened or else now.
  ///
  /// - Throws: Every failing condition at once.
  /// - Returns: The contact person.
  private func examine(
    _ application: RingApplication, contact number: IdentityNumber?, registeredOn: LocalDate?,
    reason: String?, _ connection: Connection
  ) throws -> PersonID? {
    if let registeredOn {
      try checkRegistrationDay(registeredOn, appliedOn: application.appliedOn, reason: reason)
    }
    let day = registeredOn ?? today
    let contact = try number.flatMap { number throws in try connection.person(numbered: number) }
    let candidate = try contact.map { person throws in
      try connection.candidate(person, under: parameters, on: day)
    }
    var failures = try RegistrationExamination(
      application: application, contact: candidate, listedMembers: nil
    ).failures(on: day, under: parameters)
    if number != nil, contact == nil {
      failures.removeAll { $0.code == .contactMissing }
      failures.insert(Refusal(.unknownPerson, column: "contact"), at: 0)
    }
    if let refusals = Refusals(failures) { throw refusals }
    return contact?.id
  }

  /// Fills in what a known ring lacks; an empty cell says nothing (decision C-89).
  private func fill(
    _ ring: Ring, from row: RingRow, reason: String?, in transaction: Transaction
  ) throws -> EntryResult {
    let connection = transaction.connection
    let contact = try connection.contacts(of: ring.id).last?.person
    guard try row.contradicts(ring, contact: contact, connection) == false else {
      throw Refusal(.ringExists, ["ring": .text(ring.number.description)], column: "ring")
    }
    let application = ring.application.filled(from: row)
    let isNewContact = row.contact != nil && contact == nil
    let registers = row.registeredOn != nil && ring.registeredOn == nil
    guard application != ring.application || isNewContact || registers else { return .unchanged }
    guard [.applied, .incomplete].contains(ring.state) else { throw ring.refusal(movingTo: .registered) }
    let number = try row.contact ?? contact.flatMap { id throws in try connection.person(id)?.number }
    let person = try examine(
      application, contact: number, registeredOn: row.registeredOn, reason: reason, connection)
    if application != ring.application {
      try connection.updateRing(ring, application, entry: transaction.entry)
    }
    if isNewContact, let person {
      try connection.insertContact(
        person, of: ring.id, from: row.registeredOn ?? row.appliedOn, entry: transaction.entry)
    }
    if let registeredOn = row.registeredOn {
      try transaction.register(ring.id, on: registeredOn, reason: reason, by: actor)
    }
    return .stored
  }

  private func ring(of row: RingRow, from connection: Connection) throws -> Ring? {
    guard let number = row.ring else {
      return try connection.ring(in: row.municipality, named: row.name, appliedOn: row.appliedOn)
    }
    guard number.municipality == row.municipality else {
      throw Refusal(.ringMunicipality, ["ring": .text(number.description)], column: "ring")
    }
    if let known = try connection.ring(number) { return known }
    let namesake = try connection.ring(in: row.municipality, named: row.name, appliedOn: row.appliedOn)
    guard namesake == nil else {
      throw Refusal(.ringExists, ["ring": .text(number.description)], column: "ring")
    }
    return nil
  }
}

extension RingApplication {
  init(_ row: RingRow) {
    self.init(
      name: row.name, municipality: row.municipality, address: row.address, venue: row.venue,
      interestedHouseholds: row.interestedHouseholds, activeHouseholds: row.activeHouseholds,
      appliedOn: row.appliedOn)
  }
}

extension RingApplication {
  /// The application with what it lacks taken from a row.
  fileprivate func filled(from row: RingRow) -> RingApplication {
    var filled = self
    filled.address = address ?? row.address
    filled.venue = venue ?? row.venue
    filled.interestedHouseholds = interestedHouseholds ?? row.interestedHouseholds
    filled.activeHouseholds = activeHouseholds ?? row.activeHouseholds
    return filled
  }
}

extension RingRow {
  /// Tells whether the row says something else than what is stored.
  fileprivate func contradicts(_ ring: Ring, contact: PersonID?, _ connection: Connection) throws -> Bool {
    let stored = ring.application
    func differ<Value: Equatable>(_ given: Value?, _ stored: Value?) -> Bool {
      guard let given, let stored else { return false }
      return given != stored
    }
    let given = try self.contact.map { number throws in try connection.personID(numbered: number) }
    return name != stored.name || municipality != stored.municipality || appliedOn != stored.appliedOn
      || differ(address, stored.address) || differ(venue, stored.venue)
      || differ(interestedHouseholds, stored.interestedHouseholds)
      || differ(activeHouseholds, stored.activeHouseholds) || differ(registeredOn, ring.registeredOn)
      || (given != nil && contact != nil && given != .some(contact))
  }
}

extension Connection {
  /// What the conditions of registration need to know of a person as contact person.
  func candidate(
    _ person: Person, under parameters: Parameters, on day: LocalDate
  ) throws -> RegistrationExamination.Contact {
    RegistrationExamination.Contact(
      birthDate: person.birthDate, isProtected: person.details.isProtected,
      isTrained: try ringTraining(of: person.id, under: parameters, on: day).validity.contains(day))
  }
}
