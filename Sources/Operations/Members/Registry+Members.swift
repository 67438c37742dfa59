public import Identity
public import Register
import Store

extension Registry {
  /// Enters a member of a ring.
  ///
  /// - Throws: `MEMBERSHIP_OVERLAP` for a person who is a member already, under whichever number: only a file may be
  ///   sent again.
  public func addMember(
    _ number: IdentityNumber, to ring: RingNumber, _ update: MemberUpdate, reason: String? = nil
  ) throws {
    try write(.memberAdd, ActRecord(subject: ring.description, reason: reason)) { transaction in
      let found = try transaction.connection.knownRing(ring)
      let isNew = try transaction.enter(update, of: number, in: found.id) { day in
        try checkLock(of: day, reason: reason)
      }
      guard isNew else {
        throw Refusal(.membershipOverlap, ["joined": .day(update.joinedOn)], column: "person")
      }
    }
  }

  /// Ends a membership on its last day; a contact person hands the role to a successor from the next day.
  ///
  /// - Throws: `UNKNOWN_MEMBERSHIP`; `SUCCESSOR_MISSING`; what makes a successor ineligible.
  public func endMember(
    _ number: IdentityNumber, of ring: RingNumber, on day: LocalDate, successor: IdentityNumber? = nil,
    reason: String? = nil
  ) throws {
    try write(.memberEnd, ActRecord(subject: ring.description, reason: reason)) { transaction in
      let connection = transaction.connection
      let found = try connection.knownRing(ring)
      let person = try connection.knownPerson(number)
      transaction.record.person = person.id
      try checkLock(of: day, reason: reason)
      let current = try connection.memberships(of: person.id)
        .last { $0.ring == found.id && $0.joinedOn <= day && $0.leftOn == nil }
      guard var membership = current else {
        throw Refusal(.unknownMembership, ["day": .day(day)], column: "person")
      }
      if let successor {
        try transaction.appointContact(
          successor, of: found.id, from: day.adding(days: 1), under: parameters, column: "successor")
      }
      try transaction.checkSuccessor(of: person.id, in: found.id, after: day, column: "successor")
      membership.leftOn = day
      try connection.complete(membership, entry: transaction.entry)
    }
  }

  /// Gives the role of contact person to another member; a ring under supervision for want of one is registered again.
  public func appointContact(
    _ number: IdentityNumber, of ring: RingNumber, from day: LocalDate, reason: String?
  ) throws {
    try write(.ringContact, ActRecord(subject: ring.description, reason: reason)) { transaction in
      let connection = transaction.connection
      let found = try connection.knownRing(ring)
      try transaction.appointContact(number, of: found.id, from: day, under: parameters, column: "person")
      if found.state == .supervised, found.events.last?.reason == "KONTAKTPERSON_SAKNAS" {
        try connection.insertEvent(
          .registered, of: found.id, on: today, reason: reason, actor: actor.name, entry: transaction.entry)
      }
    }
  }

  /// The members of a ring as the actor may see them (decisions C-14, C-96 and C-97).
  ///
  /// The registrar sees the identity layer, the contact person names without numbers and addresses, another member
  /// the aliases alone. A person with protected identity is shown to the registrar only, to the contact person as an
  /// alias.
  public func listMembers(of ring: RingNumber, on day: LocalDate?) throws -> [ListedMember] {
    try read(.memberList, ActRecord(subject: ring.description)) { connection, record in
      let found = try connection.knownRing(ring)
      let records = try connection.members(of: found.id)
        .filter { member in day.map(member.isMember) ?? true }
      guard let view = memberView(of: found.id, records) else { throw Refusal.unknownRing(ring) }
      let contact = try connection.contact(of: found.id, on: day ?? today)?.person
      let listed = records.compactMap { ListedMember($0, isContact: $0.person.id == contact, seenAs: view) }
      record.detail["members"] = String(listed.count)
      return listed
    }
  }

  /// How the actor sees the members of a ring, nothing for a ring of others, which does not exist for the actor.
  private func memberView(of ring: RingID, _ records: [MemberRecord]) -> ListedMember.View? {
    switch actor.role {
    case .registrar: .identity
    case .ringContact where actor.ring == ring: .names
    case .member where records.contains { $0.person.id == actor.person && $0.isMember(on: today) }: .aliases
    default: nil
    }
  }
}

extension Transaction {
  /// Gives a member the role of contact person from a day (decision C-83).
  ///
  /// - Throws: `CONTACT_INELIGIBLE`, `CONTACT_UNDERAGE`, `CONTACT_UNTRAINED`, all that apply; `NOT_CALLED` never:
  ///   `UNKNOWN_MEMBERSHIP` when the person is no member that day.
  func appointContact(
    _ number: IdentityNumber, of ring: RingID, from day: LocalDate, under parameters: Parameters,
    column: String
  ) throws {
    let person = try connection.knownPerson(number, column: column)
    record.person = person.id
    guard try connection.memberships(of: person.id).contains(where: { $0.ring == ring && $0.contains(day) })
    else {
      throw Refusal(.unknownMembership, ["day": .day(day)], column: column)
    }
    let contact = try connection.candidate(person, under: parameters, on: day)
    if let refusals = Refusals(contact.failures(on: day, column: column)) { throw refusals }
    try connection.insertContact(person.id, of: ring, from: day, entry: entry)
  }
}

/// A member as a list shows the person to somebody.
public struct ListedMember: Sendable {
  /// How much of a member somebody sees.
  enum View {
    case identity, names, aliases
  }

  /// The register's own number of the person, nothing for those who see aliases alone.
  public let person: PersonID?
  /// The identity number, for the registrar alone.
  public let number: IdentityNumber?
  /// The name.
  public let name: String?
  /// The birth date.
  public let birthDate: LocalDate?
  /// The household's label.
  public let household: String?
  /// The name by which other members know the person.
  public let alias: String?
  /// The first and the last day.
  public let joinedOn: LocalDate, leftOn: LocalDate?
  /// Whether it is the person's primary ring.
  public let isPrimary: Bool
  /// Whether the person is the contact person.
  public let isContact: Bool
  /// A name that says nothing of the person: the register's own number, for a list that shows no other.
  public var neutralNumber: Int? { name == nil && alias == nil ? person.map { Int($0.value) } : nil }
  /// Whether the person's data are protected, for the registrar alone.
  public let isProtected: Bool

  init?(_ record: MemberRecord, isContact: Bool, seenAs view: View) {
    let isHidden = record.person.details.isProtected && view != .identity
    if view == .aliases, isHidden || record.membership.alias == nil { return nil }
    let showsName = view != .aliases && !isHidden
    person = view == .aliases ? nil : record.person.id
    number = view == .identity ? record.person.number : nil
    name = showsName ? record.person.details.fullName : nil
    birthDate = showsName ? record.person.birthDate : nil
    household = showsName ? record.membership.household : nil
    alias = record.membership.alias
    joinedOn = record.membership.joinedOn
    leftOn = record.membership.leftOn
    isPrimary = record.membership.isPrimary
    self.isContact = isContact
    isProtected = view == .identity && record.person.details.isProtected
  }
}
