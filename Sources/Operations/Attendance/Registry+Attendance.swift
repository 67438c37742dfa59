import Exchange
public import Identity
public import Register
import Store

/// How a command names a member at an occasion.
public enum NamedMember: Sendable {
  /// By identity number.
  case number(IdentityNumber)
  /// By alias, as the ring knows a member with protected identity (decision C-96).
  case alias(String)
}

extension Registry {
  /// Records what is known of a member at an occasion.
  ///
  /// - Throws: `UNKNOWN_OCCASION`, `OCCASION_CANCELLED`, `NOT_CALLED`, `PERSON_DECEASED`, `ATTESTER_INELIGIBLE`;
  ///   `YEAR_LOCKED` and `REASON_MISSING` after the lock.
  /// - Returns: What came of it, and whether another member has yet to attest it (decision C-64).
  @discardableResult
  public func recordAttendance(
    of member: NamedMember, at occasion: String, _ status: AttendanceStatus,
    attestedBy: IdentityNumber? = nil, reason: String? = nil
  ) throws -> (result: EntryResult, needsAttester: Bool) {
    try write(.attendanceRecord, ActRecord(subject: occasion, reason: reason)) { transaction in
      let connection = transaction.connection
      var desk = AttendanceDesk(self, connection)
      let found = try ownOccasion(occasion, in: connection)
      let roll = try RingRoll(of: found.ring, from: connection)
      let result = try desk.record(
        status, of: try member.reference(at: found, from: connection), at: occasion, attestedBy: attestedBy,
        reason: reason, entry: transaction.entry)
      guard let person = try member.person(on: found.plan.day, roll: roll, from: connection) else {
        return (result, false)
      }
      transaction.record.person = person
      let stored = try connection.attendance(of: person, at: found.id)
      return (
        result,
        status == .present && stored?.entry.attestedBy == nil && roll.isContact(person, on: found.plan.day)
      )
    }
  }

  /// Attests an entry that stands (decision C-64).
  ///
  /// - Throws: `ATTESTER_INELIGIBLE`, `UNKNOWN_OCCASION`, and `NOT_RECORDED` when no entry stands.
  @discardableResult
  public func attestAttendance(
    of number: IdentityNumber, at occasion: String, by attester: IdentityNumber, reason: String? = nil
  ) throws -> EntryResult {
    try write(.attendanceAttest, ActRecord(subject: occasion, reason: reason)) { transaction in
      let connection = transaction.connection
      let found = try ownOccasion(occasion, in: connection)
      let person = try connection.personID(numbered: number)
      // Whom the register knows beside the ring is nothing that others than the registrar learn.
      if person == nil, actor.isRegistrar { throw Refusal(.unknownPerson, column: "person") }
      guard let person, let stored = try connection.attendance(of: person, at: found.id) else {
        throw Refusal(.notRecorded, column: "person")
      }
      transaction.record.person = person
      var desk = AttendanceDesk(self, connection)
      return try desk.record(
        stored.entry.status, of: .number(number), at: occasion, attestedBy: attester, reason: reason,
        entry: transaction.entry)
    }
  }

  /// The attendance of an occasion: everyone called, with the entry that counts.
  ///
  /// The contact person sees names, and of a person with protected identity the alias alone (decision C-97). A member
  /// sees the own entry alone.
  public func listAttendance(at key: String) throws -> [ListedAttendance] {
    try read(.attendanceList, ActRecord(subject: key)) { connection, record in
      let occasion = try ownOccasion(key, in: connection)
      let roster = try connection.roster(of: occasion.id)
      let entries = Dictionary(
        grouping: try connection.attendanceHistory(at: occasion.id).map(\.entry), by: \.person)
      let contact = try connection.contact(of: occasion.ring, on: occasion.plan.day)?.person
      let view: ListedMember.View = actor.isRegistrar ? .identity : .names
      let listed = try connection.members(of: occasion.ring).compactMap { member -> ListedAttendance? in
        let person = member.person.id
        let isCalled =
          member.isMember(on: occasion.plan.day)
          && (occasion.plan.called == .all || roster.contains(person))
        let isShown = isCalled && (actor.role != .member || actor.person == person)
        guard isShown, let shown = ListedMember(member, isContact: contact == person, seenAs: view) else {
          return nil
        }
        return ListedAttendance(member: shown, history: entries[person] ?? [])
      }
      record.detail["members"] = String(listed.count)
      return listed
    }
  }
}

/// A called member with the entry that counts.
public struct ListedAttendance: Sendable {
  /// The member.
  public let member: ListedMember
  /// What is recorded, nothing when no entry has been made.
  public let status: AttendanceStatus?
  /// Whether another member attests it.
  public let isAttested: Bool
  /// How often another status has taken the place of one that stood.
  public let corrections: Int

  /// Sums up the entries of a member, the latest last.
  init(member: ListedMember, history: [AttendanceEntry]) {
    self.member = member
    status = history.last?.status
    isAttested = history.last?.attestedBy != nil
    corrections = zip(history, history.dropFirst()).count { $0.status != $1.status }
  }
}

extension NamedMember {
  fileprivate func reference(at occasion: Occasion, from connection: Connection) throws -> MemberReference {
    switch self {
    case .number(let number): return .number(number)
    case .alias(let alias):
      guard let ring = try connection.ring(occasion.ring) else {
        throw Refusal(.unknownAlias, column: "alias")
      }
      return .alias(alias, ring: ring.number)
    }
  }

  fileprivate func person(
    on day: LocalDate, roll: RingRoll, from connection: Connection
  ) throws -> PersonID? {
    switch self {
    case .number(let number): try connection.personID(numbered: number)
    case .alias(let alias): roll.member(alias: alias, on: day)?.person
    }
  }
}
