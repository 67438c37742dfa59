import Exchange
import Identity
import Register
import Store

/// Where attendance is checked and entered, for one command or for the rows of an import.
///
/// It remembers the ring it last worked with and that ring's occasions, since rows come ring by ring, and so reads
/// each once.
struct AttendanceDesk {
  private let registry: Registry
  private let connection: Connection
  private var roll: RingRoll?
  private var sheets: [String: AttendanceSheet] = [:]
  private var lock: YearLock?

  init(_ registry: Registry, _ connection: Connection) {
    self.registry = registry
    self.connection = connection
  }

  /// The occasion of an identifier, which is the actor's own ring's.
  mutating func occasion(_ key: String) throws -> Occasion {
    try sheet(of: key).occasion
  }

  private mutating func sheet(of key: String) throws -> AttendanceSheet {
    if let sheet = sheets[key] { return sheet }
    let found = try registry.ownOccasion(key, in: connection)
    if roll?.ring != found.ring {
      roll = try RingRoll(of: found.ring, from: connection)
      sheets.removeAll(keepingCapacity: true)
    }
    let sheet = try AttendanceSheet(of: found, from: connection)
    sheets[key] = sheet
    return sheet
  }

  /// A member named by a row, as the roll of the occasion's ring knows the person.
  ///
  /// - Throws: `UNKNOWN_PERSON`, `UNKNOWN_ALIAS`; `NOT_CALLED` for a person who was never a member.
  private func member(
    _ reference: MemberReference, at occasion: Occasion, column: String
  ) throws -> RollMember {
    switch reference {
    case .alias(let alias, let ring):
      guard ring == roll?.number, let member = roll?.member(alias: alias, on: occasion.plan.day) else {
        throw Refusal(.unknownAlias, column: "alias")
      }
      return member
    case .number(let number):
      if let member = roll?.member(number) { return member }
      let person = try connection.personID(numbered: number)
      if let member = person.flatMap({ roll?.member($0) }) { return member }
      // Whom the register knows beside the ring is nothing that others than the registrar learn.
      guard person != nil || !registry.actor.isRegistrar else {
        throw Refusal(.unknownPerson, column: column)
      }
      throw Refusal(.notCalled, ["day": .day(occasion.plan.day)], column: column)
    }
  }

  /// The number in force of the member who carried an alias on the day of an occasion.
  mutating func number(ofAlias alias: String, in ring: RingNumber, at key: String) throws -> IdentityNumber? {
    let day = try sheet(of: key).occasion.plan.day
    return ring == roll?.number ? roll?.number(ofAlias: alias, on: day) : nil
  }

  /// Records a status, as the first entry or as a correction of the one that stands (decision C-65).
  mutating func record(
    _ status: AttendanceStatus, of reference: MemberReference, at key: String, attestedBy: IdentityNumber?,
    reason: String?, entry: EntryNumber
  ) throws -> EntryResult {
    let sheet = try sheet(of: key)
    let occasion = sheet.occasion
    let member = try member(reference, at: occasion, column: "personnummer")
    let attester = try attestedBy.map { number in
      try self.member(.number(number), at: occasion, column: "attested_by")
    }
    let standing = sheet[member.person]
    // What stands already is no act, whatever has come between; an attestation not given anew goes on.
    if let stored = standing?.entry, stored.status == status,
      attester == nil || attester?.person == stored.attestedBy
    {
      return .unchanged
    }
    try occasion.plan.checkAttendance(
      of: member, isOnRoster: sheet.isOnRoster(member.person), status: status, on: registry.today)
    if let attester {
      try occasion.plan.checkAttester(
        attester, isOnRoster: sheet.isOnRoster(attester.person), of: member,
        memberIsContact: roll?.isContact(member.person, on: occasion.plan.day) ?? false)
    }
    try checkLock(of: occasion.plan.day, reason: reason)
    try sheet.record(
      AttendanceEntry(
        occasion: occasion.id, person: member.person, status: status, attestedBy: attester?.person),
      after: standing, entry: entry)
    return standing.map { $0.entry.status != status } ?? false ? .corrected : .stored
  }

  private mutating func checkLock(of day: LocalDate, reason: String?) throws {
    if lock?.year != day.year { lock = try registry.yearLock(of: day) }
    try lock?.checkChange(
      on: registry.today, byRegistrar: registry.actor.isRegistrar, reason: reason)
  }

  /// Names a member on the roster of an activity; once it has started only the registrar does, with a reason.
  mutating func nameOnRoster(
    _ reference: MemberReference, of key: String, reason: String?, entry: EntryNumber
  ) throws -> EntryResult {
    let sheet = try sheet(of: key)
    let occasion = sheet.occasion
    guard occasion.plan.called == .roster else { throw Refusal(.meetingCallsAll, column: "occasion") }
    let member = try member(reference, at: occasion, column: "personnummer")
    guard !sheet.isOnRoster(member.person) else { return .unchanged }
    guard member.membership(on: occasion.plan.day) != nil else {
      throw Refusal(.notCalled, ["day": .day(occasion.plan.day)], column: "personnummer")
    }
    try checkLock(of: occasion.plan.day, reason: reason)
    if occasion.plan.startsAt <= registry.now {
      guard registry.actor.isRegistrar else { throw Refusal(.occasionStarted, column: "occasion") }
      guard reason != nil else { throw Refusal(.reasonMissing, column: "reason") }
    }
    try sheet.insert(member.person, entry: entry)
    return .stored
  }
}
