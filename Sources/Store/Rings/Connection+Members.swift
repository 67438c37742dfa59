public import Identity
public import Register

/// A member as the list of a ring shows the person to those who may see the identity layer.
public struct MemberRecord: Sendable {
  /// The person.
  public let person: Person
  /// The membership.
  public let membership: Membership
}

/// A membership with what the rules on attendance ask of the person.
public struct RollEntry: Sendable {
  /// The membership, under the person who now holds the merged facts.
  public let membership: Membership
  /// The identity number in force.
  public let number: IdentityNumber
  /// The registered birth date, where it differs from the number.
  public let bornOn: LocalDate?
  /// The day of death.
  public let deceasedOn: LocalDate?
}

extension MemberRecord {
  /// Tells whether the person is a member on a day; a membership ends by itself with the day of death.
  public func isMember(on day: LocalDate) -> Bool {
    membership.contains(day) && (person.details.deceasedOn.map { day <= $0 } ?? true)
  }
}

extension Connection {
  private static let membershipColumns = "ring, person, household, joined_on, left_on, is_primary, alias"

  private static func readMembership(_ row: borrowing Row, from first: Int32 = 0) throws -> Membership {
    Membership(
      ring: try row.value(first), person: try row.value(first + 1), household: try row.value(first + 2),
      joinedOn: try row.date(first + 3), leftOn: try row.value(first + 4), isPrimary: try row.bool(first + 5),
      alias: try row.value(first + 6))
  }

  /// A person's memberships in every ring, the earliest first.
  public func memberships(of person: PersonID) throws -> [Membership] {
    var found: [Membership] = []
    for record in try records(of: person) {
      found += try all(
        "SELECT \(Connection.membershipColumns) FROM membership WHERE person = ?1", record
      ) { row in try Connection.readMembership(row) }
    }
    return found.sorted { ($0.joinedOn, $0.ring) < ($1.joinedOn, $1.ring) }
  }

  /// The memberships of a ring that carry an alias.
  public func memberships(in ring: RingID, withAlias alias: String) throws -> [Membership] {
    try all(
      "SELECT \(Connection.membershipColumns) FROM membership WHERE ring = ?1 AND alias = ?2", ring, alias
    ) { row in try Connection.readMembership(row) }
  }

  /// The membership that the register made for a contact person, until a list of members names the person.
  public func contactMembership(of person: PersonID, in ring: RingID) throws -> Membership? {
    try first(
      """
      SELECT \(Connection.membershipColumns) FROM membership
      WHERE ring = ?1 AND person = ?2 AND of_contact = 1
      """, ring, person
    ) { row in try Connection.readMembership(row) }
  }

  /// Enters a membership.
  public func insertMembership(
    _ membership: Membership, ofContact: Bool = false, entry: EntryNumber
  ) throws {
    try run(
      """
      INSERT INTO membership (ring, person, household, joined_on, left_on, is_primary, alias, of_contact, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """,
      membership.ring, membership.person, membership.household, membership.joinedOn, membership.leftOn,
      membership.isPrimary, membership.alias, ofContact, entry)
  }

  /// Fills in what a membership lacked: its last day, its household or its alias.
  public func complete(_ membership: Membership, entry: EntryNumber) throws {
    try run(
      """
      UPDATE membership SET household = ?4, left_on = ?5, alias = ?6, of_contact = 0, entry = ?7
      WHERE ring = ?1 AND person = ?2 AND joined_on = ?3
      """,
      membership.ring, membership.person, membership.joinedOn, membership.household, membership.leftOn,
      membership.alias, entry)
  }

  /// Lets a list of members say what the register had assumed of a contact person.
  public func replaceContactMembership(with membership: Membership, entry: EntryNumber) throws {
    try run(
      """
      UPDATE membership SET household = ?3, joined_on = ?4, left_on = ?5, is_primary = ?6, alias = ?7,
        of_contact = 0, entry = ?8 WHERE ring = ?1 AND person = ?2 AND of_contact = 1
      """,
      membership.ring, membership.person, membership.household, membership.joinedOn, membership.leftOn,
      membership.isPrimary, membership.alias, entry)
  }

  /// The members of a ring with their persons, everyone who has been one, in the order of joining.
  public func members(of ring: RingID) throws -> [MemberRecord] {
    try all(
      """
      SELECT \(Person.columns(of: "p")),
        m.ring, p.id, m.household, m.joined_on, m.left_on, m.is_primary, m.alias
      FROM membership m JOIN person old ON old.id = m.person JOIN person p
        ON p.id = COALESCE(old.merged_into, old.id)
      WHERE m.ring = ?1 ORDER BY m.joined_on, p.number
      """, ring
    ) { row in
      MemberRecord(person: try Person.read(row), membership: try Connection.readMembership(row, from: 11))
    }
  }

  /// The memberships of a ring, everyone's who has been a member, without names and addresses.
  public func roll(of ring: RingID) throws -> [RollEntry] {
    try all(
      """
      SELECT m.ring, p.id, m.household, m.joined_on, m.left_on, m.is_primary, m.alias,
        p.number, p.born_on, p.deceased_on
      FROM membership m JOIN person old ON old.id = m.person JOIN person p
        ON p.id = COALESCE(old.merged_into, old.id)
      WHERE m.ring = ?1 ORDER BY m.person, m.joined_on
      """, ring
    ) { row in
      RollEntry(
        membership: try Connection.readMembership(row), number: try row.value(7), bornOn: try row.value(8),
        deceasedOn: try row.value(9))
    }
  }

  /// Visits every membership of all rings or of one, with the ring's and the person's numbers, ring by ring.
  public func forEachMembership(
    of ring: RingID? = nil, _ body: (RingNumber, IdentityNumber, Membership) throws -> Void
  ) throws {
    try forEach(
      """
      SELECT r.municipality, r.serial, p.number, m.ring, p.id, m.household, m.joined_on, m.left_on,
        m.is_primary, m.alias
      FROM ring r CROSS JOIN membership m ON m.ring = r.id JOIN person old ON old.id = m.person
        JOIN person p ON p.id = COALESCE(old.merged_into, old.id)
      WHERE ?1 IS NULL OR r.id = ?1 ORDER BY r.municipality, r.serial, m.joined_on, p.number
      """, ring
    ) { row in
      try body(
        RingNumber(municipality: try row.value(0), serial: try row.int(1)), try row.value(2),
        try Connection.readMembership(row, from: 3))
    }
  }

  /// How many memberships `forEachMembership` visits.
  public func membershipCount(of ring: RingID? = nil) throws -> Int {
    try value("SELECT COUNT(*) FROM membership WHERE ?1 IS NULL OR ring = ?1", ring) ?? 0
  }
}
