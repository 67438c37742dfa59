import Exchange
import Identity
import Register
import Store

extension Registry {
  /// Files or registers the ring of a row; the participant list may follow (contract, `registered_on`).
  ///
  /// - Throws: Every failing condition; `RING_EXISTS` when the ring is known and the row says something else.
  func enterRing(_ row: RingRow, reason: String?, in transaction: Transaction) throws -> EntryResult {
    let connection = transaction.connection
    if let known = try ring(of: row, from: connection) {
      guard
        try row.says(nothingNewOf: known, contact: connection.contacts(of: known.id).last?.person, connection)
      else { throw Refusal(.ringExists, ["ring": .text(known.number.description)], column: "ring") }
      return .unchanged
    }
    let application = RingApplication(row)
    guard row.appliedOn <= today else {
      throw Refusal(.dayInFuture, ["day": .day(row.appliedOn)], column: "applied_on")
    }
    if let registeredOn = row.registeredOn {
      try checkRegistrationDay(registeredOn, appliedOn: row.appliedOn, reason: reason)
    }
    let day = row.registeredOn ?? today
    var failures: [Refusal] = []
    var contact: Person?
    if let number = row.contact {
      contact = try connection.person(numbered: number)
      if contact == nil { failures.append(Refusal(.unknownPerson, column: "contact")) }
    }
    failures += try RegistrationExamination(
      application: application,
      contact: try contact.map { person throws in try connection.candidate(person, under: parameters, on: day)
      },
      listedMembers: nil
    ).failures(on: day, under: parameters)
    if row.contact != nil, contact == nil { failures.removeAll { $0.code == .contactMissing } }
    if let refusals = Refusals(failures) { throw refusals }

    let number = try row.ring ?? connection.nextRingNumber(in: row.municipality)
    let ring = try connection.insertRing(number, application, entry: transaction.entry)
    try connection.insertEvent(
      .applied, of: ring, on: row.appliedOn, reason: nil, actor: actor.name, entry: transaction.entry)
    if let contact {
      try connection.insertContact(
        contact.id, of: ring, from: row.registeredOn ?? row.appliedOn, entry: transaction.entry)
    }
    if let registeredOn = row.registeredOn {
      try transaction.register(ring, on: registeredOn, reason: reason, by: actor)
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
    return try connection.ring(number)
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

extension RingRow {
  /// Tells whether the row repeats what is stored, an empty cell saying nothing (decision C-89).
  func says(nothingNewOf ring: Ring, contact: PersonID?, _ connection: Connection) throws -> Bool {
    let stored = ring.application
    func agrees<Value: Equatable>(_ given: Value?, _ stored: Value?) -> Bool {
      given == nil || given == stored
    }
    return try name == stored.name && municipality == stored.municipality && appliedOn == stored.appliedOn
      && agrees(address, stored.address) && agrees(venue, stored.venue)
      && agrees(interestedHouseholds, stored.interestedHouseholds)
      && agrees(activeHouseholds, stored.activeHouseholds) && agrees(registeredOn, ring.registeredOn)
      && (self.contact == nil || self.contact.map(connection.personID(numbered:)) == contact)
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
