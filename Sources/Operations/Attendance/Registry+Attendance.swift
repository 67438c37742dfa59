import Exchange
public import Identity
public import Register
import Store

extension Registry {
  /// Records what is known of a member at an occasion.
  ///
  /// - Throws: `UNKNOWN_OCCASION`, `OCCASION_CANCELLED`, `NOT_CALLED`, `PERSON_DECEASED`, `ATTESTER_INELIGIBLE`;
  ///   `YEAR_LOCKED` and `REASON_MISSING` after the lock.
  @discardableResult
  public func recordAttendance(
    of number: IdentityNumber, at occasion: String, _ status: AttendanceStatus,
    attestedBy: IdentityNumber? = nil, reason: String? = nil
  ) throws -> EntryResult {
    try write(.attendanceRecord, ActRecord(subject: occasion, reason: reason)) { transaction in
      transaction.record.person = try transaction.connection.personID(numbered: number)
      var desk = AttendanceDesk(self, transaction.connection)
      return try desk.record(
        status, of: .number(number), at: occasion, attestedBy: attestedBy, reason: reason,
        entry: transaction.entry)
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
      let found = try connection.knownOccasion(occasion)
      let person = try connection.knownPerson(number)
      transaction.record.person = person.id
      guard let stored = try connection.attendance(of: person.id, at: found.id) else {
        throw Refusal(.notRecorded, column: "person")
      }
      var desk = AttendanceDesk(self, connection)
      return try desk.record(
        stored.entry.status, of: .number(number), at: occasion, attestedBy: attester, reason: reason,
        entry: transaction.entry)
    }
  }

  /// The attendance of an occasion: everyone called, with the entry that counts.
  ///
  /// The contact person sees names, and of a person with protected identity the alias alone (decision C-97).
  public func listAttendance(at key: String) throws -> [ListedAttendance] {
    try read(.attendanceList, ActRecord(subject: key)) { connection, record in
      let occasion = try connection.knownOccasion(key)
      try checkOwn(occasion.ring)
      let roster = try connection.roster(of: occasion.id)
      let entries = Dictionary(
        uniqueKeysWithValues: try connection.attendance(at: occasion.id).map { ($0.entry.person, $0) })
      let view: ListedMember.View = actor.isRegistrar ? .identity : .names
      let listed = try connection.members(of: occasion.ring).compactMap { member -> ListedAttendance? in
        let isCalled =
          member.membership.contains(occasion.plan.day)
          && (occasion.plan.called == .all || roster.contains(member.person.id))
        guard isCalled, let shown = ListedMember(member, isContact: false, seenAs: view) else { return nil }
        let stored = entries[member.person.id]
        return ListedAttendance(
          member: shown, status: stored?.entry.status, isAttested: stored?.entry.attestedBy != nil,
          corrections: max(0, (stored?.version ?? 1) - 1))
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
  /// How often the entry has been corrected.
  public let corrections: Int
}
