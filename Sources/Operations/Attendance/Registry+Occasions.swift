import Exchange
public import Identity
public import Register
import Store

/// What came of entering something that may have been there.
public enum EntryResult: Hashable, Sendable {
  case stored
  case unchanged
  /// Something else stood there and was corrected.
  case corrected
}

extension Registry {
  /// Calls an occasion, or changes one before its start (decisions C-59, C-60 and C-89).
  ///
  /// - Parameter roster: The members to be on the roster of an activity that does not call all.
  /// - Returns: What came of it, and notes when the occasion was called so late that it does not count or was recorded
  ///   late (decisions C-59 and C-63).
  @discardableResult
  public func addOccasion(
    _ plan: OccasionPlan, of ring: RingNumber, roster: [IdentityNumber] = [], reason: String? = nil
  ) throws -> (result: EntryResult, notes: [Refusal]) {
    try write(.occasionAdd, ActRecord(subject: plan.key, reason: reason)) { transaction in
      let found = try ownRing(ring, in: transaction.connection)
      var (result, notes) = try enterOccasion(plan.key, of: found.id, reason: reason, in: transaction) {
        stored in
        stored.map(plan.filling) ?? plan
      }
      var desk = AttendanceDesk(self, transaction.connection)
      for number in roster {
        let named = try desk.nameOnRoster(
          .number(number), of: plan.key, reason: reason, entry: transaction.entry)
        if result == .unchanged { result = named }
      }
      return (result, notes)
    }
  }

  /// Enters an occasion; `plan` says what it is to be over what is stored of it, if anything.
  func enterOccasion(
    _ key: String, of ring: RingID, reason: String?, in transaction: Transaction,
    plan: (OccasionPlan?) -> OccasionPlan
  ) throws -> (result: EntryResult, notes: [Refusal]) {
    let connection = transaction.connection
    guard let stored = try connection.occasion(key) else {
      let plan = plan(nil)
      // What is stored already under a name that is now refused stays reachable by it.
      try plan.checkKey()
      try plan.check()
      try checkLock(of: plan.day, reason: reason)
      try connection.insertOccasion(plan, of: ring, entry: transaction.entry)
      return (.stored, try [noticeNote(plan), lateNote(plan)].compactMap { $0 })
    }
    guard stored.ring == ring else { throw Refusal(.occasionIDTaken, column: "occasion") }
    var filled = plan(stored.plan)
    try filled.check()
    // A moved date is a new call on the day of the change, a moved hour is not (decision C-59).
    if filled.day != stored.plan.day {
      filled.calledOn = max(filled.calledOn, today)
      try filled.check()
    } else if filled.calledOn < stored.plan.calledOn, try connection.wasMoved(stored) {
      // The file that moved it, sent again, does not take the new call back.
      filled.calledOn = stored.plan.calledOn
    }
    guard filled != stored.plan else { return (.unchanged, []) }
    let cancels = filled.isCancelled && !stored.plan.isCancelled
    let onlyFills = stored.plan.filling(filled) == filled && (!cancels || actor.isRegistrar)
    guard onlyFills || now < stored.plan.startsAt else { throw Refusal(.occasionStarted, column: "occasion") }
    try checkLock(of: stored.plan.day, reason: reason)
    try checkLock(of: filled.day, reason: reason)
    try connection.updateOccasion(stored.id, filled, entry: transaction.entry)
    return (.corrected, try [noticeNote(filled)].compactMap { $0 })
  }

  /// Cancels an occasion; after its start only the registrar does (decision C-63).
  ///
  /// - Returns: Whether it was not cancelled before.
  @discardableResult
  public func cancelOccasion(_ key: String, reason: String? = nil) throws -> Bool {
    try write(.occasionCancel, ActRecord(subject: key, reason: reason)) { transaction in
      let connection = transaction.connection
      let occasion = try ownOccasion(key, in: connection)
      try checkLock(of: occasion.plan.day, reason: reason)
      guard !occasion.plan.isCancelled else { return false }
      guard now < occasion.plan.startsAt || actor.isRegistrar else {
        throw Refusal(.occasionStarted, column: "occasion")
      }
      var plan = occasion.plan
      plan.status = .cancelled
      try connection.updateOccasion(occasion.id, plan, entry: transaction.entry)
      return true
    }
  }

  /// The occasions of a ring in a year; a contact police officer sees those with police present.
  public func listOccasions(of ring: RingNumber, year: Int?) throws -> [Occasion] {
    try look(.occasionList) { connection in
      let found = try ownRing(ring, in: connection)
      let first = year.map(LocalDate.firstDay) ?? LocalDate.firstDay(of: 1)
      let last = year.map(LocalDate.lastDay) ?? LocalDate.lastDay(of: 9999)
      return try connection.occasions(of: found.id, from: first, to: last)
        .filter { actor.role != .contactPolice || $0.plan.policePresent == true }
    }
  }

  /// Whether what happened on a day may still be changed by the actor.
  func checkLock(of day: LocalDate, reason: String?) throws(Refusal) {
    try yearLock(of: day)?.checkChange(on: today, byRegistrar: actor.isRegistrar, reason: reason)
  }

  /// Why the actor may no longer change what happened on a day, nothing while it may be changed.
  public func refusalToChange(_ day: LocalDate) -> Refusal? {
    do {
      try checkLock(of: day, reason: nil)
      return nil
    } catch {
      return error
    }
  }

  /// How many days before an occasion its call must go out for it to count, in a year that has the rule.
  public func noticeDays(in year: Int) throws(Refusal) -> Int? {
    let first = LocalDate.firstDay(of: year)
    guard try yearLock(of: first) != nil else { return nil }
    return try parameters.value(of: .minimumNotice, on: first)
  }

  /// That an occasion was called with too few days of notice to count for anybody (decisions C-16 and C-59).
  func noticeNote(_ plan: OccasionPlan) throws(Refusal) -> Refusal? {
    guard !plan.isCancelled, let limit = try noticeDays(in: plan.day.year), plan.noticeDays < limit else {
      return nil
    }
    return Refusal(
      .shortNotice, ["days": .count(plan.noticeDays), "limit": .count(limit)], column: "called_on")
  }

  /// The lock of a day's year; what is older than the register act is stored, never counts and has none.
  func yearLock(of day: LocalDate) throws(Refusal) -> YearLock? {
    guard let commencement = parameters.commencement, commencement.year <= day.year else { return nil }
    return try YearLock(year: day.year, under: parameters)
  }

  /// The ring of a number: for a contact person the own alone, for a contact police officer one where the officer works
  /// (decision C-103). Any other is told of in the same words as one that there is not.
  func ownRing(_ number: RingNumber, in connection: Connection) throws -> Ring {
    let ring = try connection.knownRing(number)
    let isOwn =
      switch actor.role {
      case .ringContact: actor.ring == ring.id
      case .contactPolice:
        (actor.municipality ?? number.municipality) == number.municipality
          && (actor.ring ?? ring.id) == ring.id
      default: true
      }
    guard isOwn else { throw Refusal.unknownRing(number) }
    return ring
  }

  /// The occasion of an identifier, if it exists for the actor; in the same words as one that there is not.
  func ownOccasion(_ key: String, in connection: Connection) throws -> Occasion {
    let occasion = try connection.knownOccasion(key)
    guard try isOwn(occasion, in: connection) else { throw Refusal.unknownOccasion(key) }
    return occasion
  }

  /// Whether an occasion exists for the actor: for a contact person one of the own ring, for a member one of a ring that
  /// the person was in on its day.
  func isOwn(_ occasion: Occasion, in connection: Connection) throws -> Bool {
    switch actor.role {
    case .ringContact: actor.ring == occasion.ring
    case .member:
      try connection.memberships(of: connection.actingPerson(actor).id)
        .contains { $0.ring == occasion.ring && $0.contains(occasion.plan.day) }
    default: true
    }
  }

  private func lateNote(_ plan: OccasionPlan) throws(Refusal) -> Refusal? {
    guard try yearLock(of: plan.day) != nil else { return nil }
    let limit = try parameters.value(of: .lateRecordingDays, on: LocalDate.firstDay(of: plan.day.year))
    let days = today.days(since: plan.day)
    return days > limit ? Refusal(.lateRecorded, ["days": .count(days), "limit": .count(limit)]) : nil
  }
}

extension Connection {
  /// The occasion of an identifier.
  ///
  /// - Throws: `UNKNOWN_OCCASION`.
  func knownOccasion(_ key: String) throws -> Occasion {
    guard let occasion = try occasion(key) else { throw Refusal.unknownOccasion(key) }
    return occasion
  }
}

extension Refusal {
  static func unknownOccasion(_ key: String) -> Refusal {
    Refusal(.unknownOccasion, ["occasion": .text(key)], column: "occasion")
  }

  static func unknownRing(_ number: RingNumber, column: String = "ring") -> Refusal {
    Refusal(.unknownRing, ["ring": .text(number.description)], column: column)
  }
}

extension OccasionPlan {
  /// The plan with what it does not say taken from what is stored; an empty cell never overwrites.
  func filling(_ stored: OccasionPlan) -> OccasionPlan {
    var filled = self
    filled.type = type ?? stored.type
    filled.endsAt = endsAt ?? stored.endsAt
    filled.status = status ?? stored.status
    filled.policePresent = policePresent ?? stored.policePresent
    return filled
  }
}
