import Identity
import Register
import Store

/// The members of one ring as the rules on attendance see them.
struct RingRoll {
  let ring: RingID
  let number: RingNumber?
  private let members: [IdentityNumber: RollMember]
  private let contacts: [ContactPerson]

  /// Reads the roll of a ring.
  init(of ring: RingID, from connection: Connection) throws {
    self.ring = ring
    self.number = try connection.ring(ring)?.number
    self.contacts = try connection.contacts(of: ring)
    self.members = Dictionary(grouping: try connection.roll(of: ring), by: \.number)
      .compactMapValues(RollMember.init)
  }

  /// The member of an identity number in force, or nothing when the ring never had one.
  func member(_ number: IdentityNumber) -> RollMember? {
    members[number]
  }

  /// The member of the register's number.
  func member(_ person: PersonID) -> RollMember? {
    members.values.first { $0.person == person }
  }

  /// The member who carried an alias on a day.
  func member(alias: String, on day: LocalDate) -> RollMember? {
    entry(ofAlias: alias, on: day)?.value
  }

  /// The number in force of the member who carried an alias on a day.
  func number(ofAlias alias: String, on day: LocalDate) -> IdentityNumber? {
    entry(ofAlias: alias, on: day)?.key
  }

  private func entry(ofAlias alias: String, on day: LocalDate) -> (key: IdentityNumber, value: RollMember)? {
    members.first { _, member in
      member.memberships.contains { $0.alias == alias && $0.contains(day) }
    }
  }

  /// Tells whether a person was the ring's contact person on a day.
  func isContact(_ person: PersonID, on day: LocalDate) -> Bool {
    contacts.contains { $0.person == person && $0.holds(on: day) }
  }
}

extension RollMember {
  /// Gathers the entries of one person.
  init?(_ entries: [RollEntry]) {
    guard let first = entries.first else { return nil }
    self.init(
      person: first.membership.person, birthDate: first.bornOn ?? first.number.birthDate,
      deceasedOn: first.deceasedOn, memberships: entries.map(\.membership))
  }
}
