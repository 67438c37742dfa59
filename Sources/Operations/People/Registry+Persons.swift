public import Identity
public import Register
import Store

extension Registry {
  /// Enters a person, or fills in and updates what is known of one (decision C-89).
  ///
  /// - Throws: `DEATH_ALREADY_RECORDED` when a day of death is changed without a reason.
  /// - Returns: Whether anything was new.
  @discardableResult
  public func addPerson(
    _ number: IdentityNumber, _ details: PersonDetails, reason: String? = nil
  ) throws -> Bool {
    try write(.personAdd, ActRecord(reason: reason)) { transaction in
      try enterPerson(number, PersonUpdate(details), reason: reason, in: transaction).isNew
    }
  }

  /// The person of a number with the numbers, memberships and roles.
  public func showPerson(_ number: IdentityNumber) throws -> PersonOverview {
    try read(.personShow) { connection, record in
      let person = try connection.knownPerson(number)
      record.person = person.id
      var overview = try connection.overview(of: person, on: today)
      overview.certificates = try connection.certificates(of: person.id)
      return overview
    }
  }

  /// Lets a personal identity number take the place of a coordination number; no history is lost (decision C-71).
  ///
  /// - Throws: `LINK_KIND` unless it goes from a coordination number to a personal identity number.
  /// - Returns: Whether anything was new.
  @discardableResult
  public func linkPerson(_ old: IdentityNumber, to new: IdentityNumber) throws -> Bool {
    try write(.personLink) { transaction in
      guard old.kind == .coordinationNumber, new.kind == .personalIdentityNumber else {
        throw Refusal(.linkKind, column: "to")
      }
      let connection = transaction.connection
      let person = try connection.knownPerson(old, column: "person")
      transaction.record.person = person.id
      guard person.number != new else { return false }
      // The old number may have been replaced already, by a personal identity number that stays.
      guard person.number.kind == .coordinationNumber else { throw Refusal(.linkKind, column: "to") }
      if let survivor = try connection.personID(numbered: new) {
        guard survivor != person.id else { return false }
        try connection.merge(person.id, into: survivor, entry: transaction.entry)
        try mergeDecisions(of: new, in: transaction)
      } else {
        try connection.changeNumber(of: person.id, from: person.number, to: new, entry: transaction.entry)
      }
      return true
    }
  }

  /// Marks a person's data as protected and erases every address, or lifts the mark (decision C-96).
  @discardableResult
  public func protectPerson(_ number: IdentityNumber, _ isProtected: Bool) throws -> Bool {
    try write(.personProtect) { transaction in
      let person = try transaction.connection.knownPerson(number)
      transaction.record.person = person.id
      guard person.details.isProtected != isProtected else { return false }
      var details = person.details
      details.isProtected = isProtected
      details.address = nil
      try transaction.connection.updatePerson(person.id, details, entry: transaction.entry)
      return true
    }
  }

  /// Records a death; a ring that loses its contact person by it comes under supervision (decisions C-70 and C-83).
  ///
  /// - Throws: `DAY_IN_FUTURE`, and `DEATH_ALREADY_RECORDED` when another day stands and no reason is given.
  /// - Returns: The rings that lost their contact person.
  @discardableResult
  public func recordDeath(
    of number: IdentityNumber, on day: LocalDate, reason: String? = nil
  ) throws -> [RingNumber] {
    try write(.personDeceased, ActRecord(reason: reason)) { transaction in
      guard day <= today else { throw Refusal(.dayInFuture, ["day": .day(day)], column: "on") }
      _ = try transaction.connection.knownPerson(number)
      var update = PersonUpdate()
      update.deceasedOn = day
      return try enterPerson(number, update, reason: reason, in: transaction).supervised
    }
  }

  /// Enters a person or updates one; a ring that loses its contact person by a death comes under supervision.
  func enterPerson(
    _ number: IdentityNumber, _ update: PersonUpdate, reason: String?, in transaction: Transaction
  ) throws -> (isNew: Bool, supervised: [RingNumber]) {
    if let day = update.bornOn, day > today {
      throw Refusal(.dayInFuture, ["day": .day(day)], column: "born_on")
    }
    guard let day = update.deceasedOn else {
      return (try transaction.enter(number, update, reason: reason), [])
    }
    guard day <= today else { throw Refusal(.dayInFuture, ["day": .day(day)], column: "deceased_on") }
    let known = try transaction.connection.person(numbered: number)
    if let born = update.bornOn ?? known?.birthDate ?? number.birthDate, day < born {
      throw Refusal(.deathBeforeBirth, ["day": .day(born)], column: "deceased_on")
    }
    let isNew = try transaction.enter(number, update, reason: reason)
    guard let known, known.details.deceasedOn == nil else { return (isNew, []) }
    let vacancy = try parameters.inForce(.contactVacancyDays, on: today).value
    let supervised = try transaction.superviseRings(
      withoutContact: known.id, since: day, decidedOn: today,
      answerBy: WorkingDays.onOrAfter(today.adding(days: vacancy)), by: actor)
    return (isNew, supervised)
  }
}

extension Connection {
  /// The person of a number.
  ///
  /// - Throws: `UNKNOWN_PERSON`.
  func knownPerson(_ number: IdentityNumber, column: String = "person") throws -> Person {
    guard let person = try person(numbered: number) else { throw Refusal(.unknownPerson, column: column) }
    return person
  }

  func overview(of person: Person, on day: LocalDate) throws -> PersonOverview {
    var memberships: [PersonOverview.Membership] = []
    for membership in try self.memberships(of: person.id) {
      guard let ring = try ring(membership.ring) else { continue }
      let isContact = try contacts(of: ring.id).contains { $0.person == person.id && $0.holds(on: day) }
      memberships.append(
        .init(ring: ring.number, name: ring.application.name, membership, isContact: isContact))
    }
    return PersonOverview(
      person: person, memberships: memberships, formerNames: try history(of: person.id).map(\.name))
  }
}

/// What `person show` tells of a person.
public struct PersonOverview: Sendable {
  /// A membership with its ring.
  public struct Membership: Sendable {
    /// The ring's number.
    public let ring: RingNumber
    /// The ring's name.
    public let name: String
    /// The membership.
    public let membership: Register.Membership
    /// Whether the person is the ring's contact person now.
    public let isContact: Bool

    init(ring: RingNumber, name: String, _ membership: Register.Membership, isContact: Bool) {
      self.ring = ring
      self.name = name
      self.membership = membership
      self.isContact = isContact
    }
  }

  /// The person.
  public let person: Person
  /// The memberships, the earliest first.
  public let memberships: [Membership]
  /// Names the person had before.
  public let formerNames: [String]
  /// The certificates in the order of issue.
  public var certificates: [CertificateRecord] = []

  /// Whether the person may work as a community mediator on a day: by a certificate of that programme alone
  /// (decision C-30).
  public func isMediator(on day: LocalDate) -> Bool {
    certificates.contains { $0.programme == .mediator && $0.standing(on: day) == .valid }
  }
}
