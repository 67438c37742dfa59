public import Identity
public import Register

extension Connection {
  /// A ring by its public number.
  public func ring(_ number: RingNumber) throws -> Ring? {
    try ring(where: "municipality = ?1 AND serial = ?2", number.municipality, number.serial)
  }

  /// A ring by the register's number.
  public func ring(_ id: RingID) throws -> Ring? {
    try ring(where: "id = ?1", id)
  }

  /// A ring by what an application without a number is known by (decision C-89).
  public func ring(
    in municipality: MunicipalityCode, named name: String, appliedOn: LocalDate
  ) throws -> Ring? {
    try ring(where: "municipality = ?1 AND name = ?2 AND applied_on = ?3", municipality, name, appliedOn)
  }

  private func ring<each Value: SQLValue>(
    where condition: String, _ values: repeat each Value
  ) throws -> Ring? {
    let found = try first(
      """
      SELECT id, municipality, serial, name, street, postcode, city, venue, interested_households,
        active_households, applied_on FROM ring WHERE \(condition)
      """, repeat each values
    ) { row -> (RingID, RingNumber, RingApplication) in
      let municipality: MunicipalityCode = try row.value(1)
      let application = RingApplication(
        name: try row.text(3), municipality: municipality, address: try row.address(from: 4),
        venue: try row.value(7), interestedHouseholds: try row.value(8), activeHouseholds: try row.value(9),
        appliedOn: try row.value(10))
      return (try row.value(0), RingNumber(municipality: municipality, serial: try row.int(2)), application)
    }
    guard let (id, number, application) = found else { return nil }
    return Ring(id: id, number: number, application: application, events: try events(of: id))
  }

  private func events(of ring: RingID) throws -> [RingEvent] {
    try all(
      """
      SELECT e.state, e.day, e.last_day, e.reason, e.actor, e.entry, a.at
      FROM ring_event e LEFT JOIN audit_entry a ON a.number = e.entry WHERE e.ring = ?1 ORDER BY e.id
      """, ring
    ) { row in
      let entered: Int64? = try row.value(6)
      return RingEvent(
        state: try row.value(0), day: try row.date(1), lastDay: try row.value(2), reason: try row.value(3),
        actor: try row.text(4), enteredOn: entered.map { Moment(seconds: $0).day }, entry: try row.int64(5))
    }
  }

  /// The number that follows the highest of a municipality; numbers are never given again (decision C-52).
  public func nextRingNumber(in municipality: MunicipalityCode) throws -> RingNumber {
    let last: Int?? = try value("SELECT MAX(serial) FROM ring WHERE municipality = ?1", municipality)
    return RingNumber(municipality: municipality, serial: ((last ?? nil) ?? 0) + 1)
  }

  /// Files an application under a number that is free.
  public func insertRing(
    _ number: RingNumber, _ application: RingApplication, entry: EntryNumber
  ) throws -> RingID {
    let id: RingID? = try value(
      """
      INSERT INTO ring (municipality, serial, name, street, postcode, city, venue, interested_households,
        active_households, applied_on, folded_name, search_text, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) RETURNING id
      """,
      number.municipality, number.serial, application.name, application.address?.street,
      application.address?.postcode.digits, application.address?.city, application.venue,
      application.interestedHouseholds, application.activeHouseholds, application.appliedOn,
      application.name.lowercased(), application.searchText(number), entry)
    guard let id else { throw StoreError(.misuse, "insert returned no id") }
    return id
  }

  /// Completes what an application lacked; the row before it stays as history.
  public func updateRing(
    _ ring: Ring, _ application: RingApplication, entry: EntryNumber
  ) throws {
    try run(
      """
      UPDATE ring SET street = ?2, postcode = ?3, city = ?4, venue = ?5, interested_households = ?6,
        active_households = ?7, search_text = ?8, entry = ?9 WHERE id = ?1
      """,
      ring.id, application.address?.street, application.address?.postcode.digits, application.address?.city,
      application.venue, application.interestedHouseholds, application.activeHouseholds,
      application.searchText(ring.number), entry)
  }

  /// Records that a ring has moved to a state, with the last day to answer where it is asked for something.
  public func insertEvent(
    _ state: RingState, of ring: RingID, on day: LocalDate, lastDay: LocalDate? = nil, reason: String?,
    actor: String, entry: EntryNumber
  ) throws {
    try run(
      """
      INSERT INTO ring_event (ring, state, day, last_day, reason, actor, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """, ring, state, day, lastDay, reason, actor, entry)
  }

  /// Every holding of the role of contact person, the earliest first.
  public func contacts(of ring: RingID) throws -> [ContactPerson] {
    try all(
      """
      SELECT COALESCE(p.merged_into, p.id), c.from_on, c.to_on FROM ring_contact c JOIN person p ON p.id = c.person
      WHERE c.ring = ?1 ORDER BY c.from_on
      """, ring
    ) { row in
      ContactPerson(person: try row.value(0), from: try row.date(1), to: try row.value(2))
    }
  }

  /// The rings for which a person is or was contact person.
  public func ringsOfContact(_ person: PersonID) throws -> [RingID] {
    try all(
      """
      SELECT DISTINCT c.ring FROM ring_contact c JOIN person p ON p.id = c.person
      WHERE p.id = ?1 OR p.merged_into = ?1
      """, person
    ) { row in try row.value(0) }
  }

  /// Gives the role of contact person to a member, from a day on; whoever holds it leaves it the day before.
  public func insertContact(
    _ person: PersonID, of ring: RingID, from day: LocalDate, entry: EntryNumber
  ) throws {
    try endContact(of: ring, on: day.adding(days: -1), entry: entry)
    try run(
      "INSERT INTO ring_contact (ring, person, from_on, entry) VALUES (?1, ?2, ?3, ?4)", ring, person, day,
      entry)
  }

  /// Ends the role of whoever holds it.
  public func endContact(of ring: RingID, on day: LocalDate, entry: EntryNumber) throws {
    try run(
      "UPDATE ring_contact SET to_on = ?2, entry = ?3 WHERE ring = ?1 AND to_on IS NULL", ring, day, entry)
  }

  /// The start grant of a ring in kronor with the day it was decided.
  public func startGrant(of ring: RingID) throws -> (amount: Int, decidedOn: LocalDate)? {
    try first("SELECT amount_kr, decided_on FROM start_grant WHERE ring = ?1", ring) { row in
      (try row.int(0), try row.date(1))
    }
  }

  /// Records the start grant of a ring.
  public func insertStartGrant(
    of ring: RingID, amount: Int, decidedOn: LocalDate, entry: EntryNumber
  ) throws {
    try run(
      "INSERT INTO start_grant (ring, amount_kr, decided_on, entry) VALUES (?1, ?2, ?3, ?4)", ring, amount,
      decidedOn, entry)
  }

  /// Rings of a municipality that ended, with how many of another ring's members were theirs (decision C-88).
  public func predecessors(of ring: Ring) throws -> [StartGrantRule.Predecessor] {
    try all(
      """
      SELECT r.municipality, r.serial, e.day, g.ring IS NOT NULL,
        (SELECT COUNT(DISTINCT new.person) FROM membership new JOIN membership old ON old.person = new.person
          WHERE new.ring = ?1 AND old.ring = r.id)
      FROM ring r JOIN ring_event e ON e.ring = r.id AND e.state = 'avregistrerad'
        LEFT JOIN start_grant g ON g.ring = r.id
      WHERE r.municipality = ?2 AND r.id <> ?1
      """, ring.id, ring.number.municipality
    ) { row in
      StartGrantRule.Predecessor(
        number: RingNumber(municipality: try row.value(0), serial: try row.int(1)),
        deregisteredOn: try row.date(2), wasGranted: try row.bool(3), sharedMembers: try row.int(4))
    }
  }
}

extension RingApplication {
  /// What a search in free text looks through: lower case, in the order that a list shows.
  func searchText(_ number: RingNumber) -> String {
    [
      number.description, name, municipality.name, municipality.county.name, address?.street,
      address?.postcode.digits, address?.city, venue,
    ].compactMap { $0?.lowercased() }.joined(separator: " ")
  }
}
