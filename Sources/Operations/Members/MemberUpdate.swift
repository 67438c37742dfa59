public import Identity
import Register
import Store

/// What a row or a command says of a membership; what it does not say stays as it is.
public struct MemberUpdate: Sendable {
  /// The household's label within the ring.
  public var household: String?
  /// The first day.
  public var joinedOn: LocalDate
  /// The last day.
  public var leftOn: LocalDate?
  /// Whether it is the person's primary ring.
  public var isPrimary: Bool?
  /// The name by which other members know the person.
  public var alias: String?

  /// Describes a membership.
  public init(
    household: String?, joinedOn: LocalDate, leftOn: LocalDate? = nil, isPrimary: Bool? = nil,
    alias: String? = nil
  ) {
    self.household = household
    self.joinedOn = joinedOn
    self.leftOn = leftOn
    self.isPrimary = isPrimary
    self.alias = alias
  }

  /// The membership that it describes, primary unless another primary one shares a day (decision C-54).
  func membership(of person: PersonID, in ring: RingID, beside others: [Membership]) -> Membership {
    var membership = Membership(
      ring: ring, person: person, household: household, joinedOn: joinedOn, leftOn: leftOn, isPrimary: false,
      alias: alias)
    membership.isPrimary = isPrimary ?? Membership.isPrimaryByDefault(membership, beside: others)
    return membership
  }

  /// A stored membership with what it lacked filled in (decision C-89).
  ///
  /// - Throws: `MEMBERSHIP_EXISTS` when it says anything else than what is stored.
  func filling(_ stored: Membership) throws(Refusal) -> Membership {
    var filled = stored
    filled.household = try fill(stored.household, with: household, column: "household")
    filled.leftOn = try fill(stored.leftOn, with: leftOn, column: "left_on")
    filled.alias = try fill(stored.alias, with: alias, column: "alias")
    if let isPrimary, isPrimary != stored.isPrimary {
      throw Refusal(.membershipExists, ["joined": .day(joinedOn)], column: "primary")
    }
    return filled
  }

  private func fill<Value: Equatable>(
    _ stored: Value?, with given: Value?, column: String
  ) throws(Refusal) -> Value? {
    guard let stored, let given, stored != given else { return stored ?? given }
    throw Refusal(.membershipExists, ["joined": .day(joinedOn)], column: column)
  }
}

extension Transaction {
  /// Enters a membership or fills one in, and tells whether anything was new.
  @discardableResult
  func enter(
    _ update: MemberUpdate, of number: IdentityNumber, in ring: RingID,
    checkingLock checkLock: (LocalDate) throws -> Void
  ) throws -> Bool {
    let person = try connection.knownPerson(number, column: "personnummer")
    record.person = person.id
    if let leftOn = update.leftOn, leftOn < update.joinedOn {
      throw Refusal(.leftBeforeJoined, ["joined": .day(update.joinedOn)], column: "left_on")
    }
    let others = try connection.memberships(of: person.id)
    let assumed = try connection.contactMembership(of: person.id, in: ring)
    if let stored = others.first(where: { $0.ring == ring && $0.joinedOn == update.joinedOn }),
      stored != assumed
    {
      let filled = try update.filling(stored)
      guard filled != stored else { return false }
      try checkLock(filled.leftOn ?? filled.joinedOn)
      try checkAlias(of: filled)
      if stored.leftOn == nil { try checkSuccessor(of: filled) }
      try filled.check(beside: others.filter { $0 != stored })
      try connection.complete(filled, entry: entry)
      return true
    }
    let beside = others.filter { $0 != assumed }
    let membership = update.membership(of: person.id, in: ring, beside: beside)
    guard membership != assumed else { return false }
    if let deceasedOn = person.details.deceasedOn, deceasedOn < update.joinedOn {
      throw Refusal(.personDeceased, column: "joined_on")
    }
    try checkLock(update.joinedOn)
    try checkAlias(of: membership)
    if let assumed, assumed.overlaps(membership) {
      try checkSuccessor(of: membership)
      try membership.check(beside: beside)
      try connection.replaceContactMembership(with: membership, entry: entry)
    } else {
      try membership.check(beside: others)
      try connection.insertMembership(membership, entry: entry)
    }
    return true
  }

  private func checkSuccessor(of membership: Membership) throws {
    guard let leftOn = membership.leftOn else { return }
    try checkSuccessor(of: membership.person, in: membership.ring, after: leftOn, column: "left_on")
  }

  /// An alias names one member of a ring at a time, so that a list can be read by it.
  func checkAlias(of membership: Membership) throws {
    guard let alias = membership.alias else { return }
    try membership.checkAliasForm()
    let holders = try connection.memberships(in: membership.ring, withAlias: alias)
    guard holders.allSatisfy({ $0.person == membership.person || !$0.overlaps(membership) }) else {
      throw Refusal(.aliasTaken, column: "alias")
    }
  }

  /// A contact person leaves only when another has been given the role from the next day (decision C-83).
  func checkSuccessor(of person: PersonID, in ring: RingID, after day: LocalDate, column: String) throws {
    let next = day.adding(days: 1)
    guard let contact = try connection.contact(of: ring, on: next), contact.person == person else { return }
    throw Refusal(.successorMissing, ["day": .day(next)], column: column)
  }
}
