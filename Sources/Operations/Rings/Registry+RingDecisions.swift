public import Identity
public import Register
import Store

extension Registry {
  /// Registers a ring whose application has come in, as of a day that may have passed (decision C-84).
  ///
  /// - Throws: Every failing condition at once; `RING_STATE`; `DAY_IN_FUTURE`, `REGISTERED_BEFORE_APPLICATION`,
  ///   `BEFORE_COMMENCEMENT`; `REASON_MISSING` in a locked year.
  public func registerRing(_ number: RingNumber, on day: LocalDate? = nil, reason: String? = nil) throws {
    let day = day ?? today
    try write(.ringRegister, ActRecord(subject: number.description, reason: reason)) { transaction in
      let connection = transaction.connection
      let ring = try connection.knownRing(number)
      try ring.check(movingTo: .registered)
      try checkRegistrationDay(day, appliedOn: ring.application.appliedOn, reason: reason)
      let isNamed = try !connection.contacts(of: ring.id).isEmpty
      let examination = try connection.examine(
        ring.application, of: ring.id, contactIsNamed: isNamed, listMayFollow: false, on: day,
        under: parameters)
      if let refusals = Refusals(try examination.failures(on: day, under: parameters)) { throw refusals }
      try transaction.register(ring.id, on: day, reason: reason, by: actor)
    }
  }

  func checkRegistrationDay(_ day: LocalDate, appliedOn: LocalDate, reason: String?) throws {
    guard day <= today else { throw Refusal(.dayInFuture, ["day": .day(day)], column: "registered_on") }
    guard day >= appliedOn else {
      throw Refusal(
        .registeredBeforeApplication, ["day": .day(day), "applied": .day(appliedOn)], column: "registered_on")
    }
    if let commencement = parameters.commencement, day < commencement {
      throw Refusal(
        .beforeCommencement, ["day": .day(day), "commencement": .day(commencement)], column: "registered_on")
    }
    try YearLock(year: day.year, under: parameters)
      .checkChange(on: today, byRegistrar: actor.isRegistrar, reason: reason)
  }

  /// Decides on a ring: refuses, dismisses or writes off its application, supervises it or deregisters it.
  ///
  /// The reason is what a decision rests on, so it must be given (32 § förvaltningslagen).
  ///
  /// - Throws: `RING_STATE`; `REASON_MISSING`; `DAY_IN_FUTURE`; `DEREGISTERED_BEFORE_DECISION` (decision
  ///   C-85); `COMPLETION_TIME_RUNNING` for a dismissal before the last day to complete the application.
  public func moveRing(
    _ number: RingNumber, to state: RingState, on day: LocalDate? = nil, reason: String?
  ) throws -> RingDecision {
    let day = day ?? today
    return try write(Act(movingTo: state), ActRecord(subject: number.description, reason: reason)) {
      transaction in
      let connection = transaction.connection
      let ring = try connection.knownRing(number)
      try ring.check(movingTo: state)
      guard let reason else { throw Refusal(.reasonMissing, column: "reason") }
      if state == .dismissed, let last = ring.events.last?.lastDay, today <= last {
        throw Refusal(.completionTimeRunning, ["day": .day(last)])
      }
      if state == .deregistered {
        guard day >= today else {
          throw Refusal(.deregisteredBeforeDecision, ["day": .day(day), "today": .day(today)], column: "on")
        }
      } else if day > today {
        throw Refusal(.dayInFuture, ["day": .day(day)], column: "on")
      }
      let failures = state == .refused ? try failures(of: ring, from: connection) : []
      try connection.insertEvent(
        state, of: ring.id, on: day, reason: reason, actor: actor.name, entry: transaction.entry)
      return RingDecision(
        ring: ring, state: state, day: day, decidedOn: today, decidedBy: actor.name, reason: reason,
        failures: failures,
        postalAddress: try connection.setting("postal_address") ?? RegisterKeeper().postalAddress)
    }
  }

  /// Lifts the supervision of a ring, which is then registered as before.
  ///
  /// - Throws: `RING_STATE` unless it is under supervision; `REASON_MISSING`; `CONTACT_MISSING` (decision C-83).
  public func liftSupervision(of number: RingNumber, reason: String?) throws {
    try write(.ringSupervise, ActRecord(subject: number.description, reason: reason)) { transaction in
      let connection = transaction.connection
      let ring = try connection.knownRing(number)
      guard ring.state == .supervised else { throw ring.refusal(movingTo: .registered) }
      guard let reason else { throw Refusal(.reasonMissing, column: "reason") }
      guard try connection.contact(of: ring.id, on: today) != nil else { throw Refusal(.contactMissing) }
      try connection.insertEvent(
        .registered, of: ring.id, on: today, reason: reason, actor: actor.name, entry: transaction.entry)
    }
  }

  /// Gives the start grant, once per ring (decisions C-24 and C-88).
  ///
  /// - Returns: The amount in kronor.
  public func grantRing(_ number: RingNumber) throws -> Int {
    try write(.ringGrant, ActRecord(subject: number.description)) { transaction in
      let connection = transaction.connection
      let ring = try connection.knownRing(number)
      let rule = StartGrantRule(
        state: ring.state, registeredOn: ring.registeredOn,
        isGranted: try connection.startGrant(of: ring.id) != nil,
        members: Set(try connection.members(of: ring.id).map(\.person.id)).count,
        predecessors: try connection.predecessors(of: ring))
      let amount = try rule.amount(on: today, under: parameters)
      try connection.insertStartGrant(
        of: ring.id, amount: amount, decidedOn: today, entry: transaction.entry)
      return amount
    }
  }
}

/// A decision on a ring, as its letter tells it.
public struct RingDecision: Sendable {
  /// The ring as it stood before.
  public let ring: Ring
  /// Where the decision puts it.
  public let state: RingState
  /// The day it has effect; for a deregistration the last day that counts.
  public let day: LocalDate
  /// The day of the decision.
  public let decidedOn: LocalDate
  /// Who decided.
  public let decidedBy: String
  /// The circumstances that it rests on.
  public let reason: String
  /// The conditions of registration that a refused application fails.
  public let failures: [Refusal]
  /// Where an appeal is sent.
  public let postalAddress: String
}

extension Ring {
  /// Whether the ring may move to a state from where it stands.
  ///
  /// - Throws: `RING_STATE`.
  func check(movingTo state: RingState) throws(Refusal) {
    guard self.state.successors.contains(state) else { throw refusal(movingTo: state) }
  }

  func refusal(movingTo state: RingState?) -> Refusal {
    Refusal(
      .ringState,
      [
        "ring": .text(number.description), "state": .code(self.state.rawValue),
        "target": .code(state?.rawValue ?? RingState.incomplete.rawValue),
      ], column: "ring")
  }
}

extension Act {
  /// The act that moves a ring to a state.
  init(movingTo state: RingState) {
    self =
      switch state {
      case .applied, .incomplete: .ringComplete
      case .registered: .ringRegister
      case .supervised: .ringSupervise
      case .deregistered: .ringDeregister
      case .refused: .ringRefuse
      case .dismissed: .ringDismiss
      case .withdrawn: .ringWithdraw
      }
  }
}

extension Transaction {
  /// Records the registration and makes the contact person a member from that day (contract, `contact`).
  func register(_ ring: RingID, on day: LocalDate, reason: String?, by actor: Actor) throws {
    try connection.insertEvent(
      .registered, of: ring, on: day, reason: reason, actor: actor.name, entry: entry)
    guard let contact = try connection.contact(of: ring, on: day) else { return }
    let others = try connection.memberships(of: contact.person)
    guard !others.contains(where: { $0.ring == ring && $0.contains(day) }) else { return }
    var membership = Membership(
      ring: ring, person: contact.person, household: nil, joinedOn: day, leftOn: nil, isPrimary: false,
      alias: nil)
    membership.isPrimary = Membership.isPrimaryByDefault(membership, beside: others)
    try membership.check(beside: others)
    try connection.insertMembership(membership, ofContact: true, entry: entry)
  }

  /// Puts rings that a person was contact person of under supervision (decision C-83).
  func superviseRings(
    withoutContact person: PersonID, since day: LocalDate, decidedOn today: LocalDate,
    answerBy lastDay: LocalDate,
    by actor: Actor
  ) throws -> [RingNumber] {
    var supervised: [RingNumber] = []
    for id in try connection.ringsOfContact(person) {
      // Whoever has a successor already leaves no vacancy, and a successor may die before the first day.
      guard let holder = try connection.contacts(of: id).last, holder.person == person, holder.to == nil,
        let ring = try connection.ring(id)
      else { continue }
      try connection.endContact(of: id, on: day, entry: entry)
      guard ring.state == .registered else { continue }
      try connection.insertEvent(
        .supervised, of: id, on: today, lastDay: lastDay, reason: "KONTAKTPERSON_SAKNAS", actor: actor.name,
        entry: entry)
      supervised.append(ring.number)
    }
    return supervised
  }
}
