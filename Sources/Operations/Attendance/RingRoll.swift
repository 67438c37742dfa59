import Identity
import Register
import Store

/// The members of one ring as the rules on attendance see them, found by number, by alias or by the register's number.
struct RingRoll {
  let ring: RingID
  private var members: [PersonID: RollMember] = [:]
  private var persons: [IdentityNumber: PersonID] = [:]
  private var aliases: [String: [Membership]] = [:]
  private let contacts: [ContactPerson]

  /// Reads the roll of a ring.
  init(of ring: RingID, from connection: Connection) throws {
    self.ring = ring
    self.contacts = try connection.contacts(of: ring)
    var memberships: [PersonID: [Membership]] = [:]
    var found: [PersonID: Person] = [:]
    for record in try connection.members(of: ring) {
      memberships[record.person.id, default: []].append(record.membership)
      found[record.person.id] = record.person
      persons[record.person.number] = record.person.id
      if let alias = record.membership.alias { aliases[alias, default: []].append(record.membership) }
    }
    for (id, person) in found {
      members[id] = RollMember(
        person: id, birthDate: person.birthDate, deceasedOn: person.details.deceasedOn,
        memberships: memberships[id] ?? [])
    }
  }

  /// The member of an identity number, or nothing when the ring never had one.
  func member(_ number: IdentityNumber) -> RollMember? {
    persons[number].flatMap { members[$0] }
  }

  /// The member of the register's number.
  func member(_ person: PersonID) -> RollMember? {
    members[person]
  }

  /// The member who carried an alias on a day.
  func member(alias: String, on day: LocalDate) -> RollMember? {
    aliases[alias]?.first { $0.contains(day) }.flatMap { members[$0.person] }
  }

  /// Tells whether a person was the ring's contact person on a day.
  func isContact(_ person: PersonID, on day: LocalDate) -> Bool {
    contacts.contains { $0.person == person && $0.holds(on: day) }
  }
}
