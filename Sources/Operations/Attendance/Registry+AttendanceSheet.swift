import Exchange
import Identity
public import Register
import Store

/// What came of a whole sheet of attendance.
public struct SheetResult: Sendable {
  /// Members whose entry is new or corrected.
  public internal(set) var stored = 0
  /// Members whose entry stood there already.
  public internal(set) var unchanged = 0
  /// Members whose entry a rule refuses, and why.
  public internal(set) var refused: [PersonID: Refusal] = [:]
}

/// An occasion with all that its contact person works with.
public struct OccasionSheet: Sendable {
  /// The occasion.
  public let occasion: Occasion
  /// Everyone called, with the entry that counts.
  public let members: [ListedAttendance]
  /// What members have reported as wrong.
  public let reports: [AttendanceReport]
  /// Why the occasion counts for nobody, when it was called too late.
  public let notice: Refusal?
}

extension Registry {
  /// Records a sheet of attendance as one act; sending the same sheet again changes nothing.
  ///
  /// - Parameter attester: The member who attests the contact person's own presence (decision C-64).
  public func recordAttendance(
    at key: String, _ marks: [PersonID: AttendanceStatus], attestedBy attester: PersonID?
  ) throws -> SheetResult {
    try write(.attendanceRecord, ActRecord(subject: key)) { transaction in
      let connection = transaction.connection
      var desk = AttendanceDesk(self, connection)
      let occasion = try desk.occasion(key)
      let contact = try connection.contact(of: occasion.ring, on: occasion.plan.day)?.person
      let attesting = try attester.flatMap { id throws in try connection.person(id)?.number }
      let roll = try RingRoll(of: occasion.ring, from: connection)
      var result = SheetResult()
      for (id, status) in marks.sorted(by: { $0.key < $1.key }) {
        // Whom the ring has never known does not exist for its contact person.
        guard roll.member(id) != nil, let person = try connection.person(id) else { continue }
        do {
          let came = try desk.record(
            status, of: .number(person.number), at: key,
            attestedBy: id == contact && status == .present ? attesting : nil, reason: nil,
            entry: transaction.entry)
          if came == .unchanged { result.unchanged += 1 } else { result.stored += 1 }
        } catch let refusal as Refusal {
          result.refused[id] = refusal
        }
      }
      transaction.record.detail = [
        "stored": String(result.stored), "unchanged": String(result.unchanged),
        "refused": String(result.refused.count),
      ]
      return result
    }
  }

  /// An occasion with its attendance and what members report of it, for the ring's contact person.
  public func occasionSheet(_ key: String) throws -> OccasionSheet {
    let members = try listAttendance(at: key)
    return try tellingFaults(of: store.files.database) {
      try store.read { connection in
        let occasion = try connection.knownOccasion(key)
        return OccasionSheet(
          occasion: occasion, members: members, reports: try connection.attendanceReports(at: occasion.id),
          notice: try noticeNote(occasion.plan))
      }
    }
  }

  /// Calls an activity for members named by the register's own numbers, as a list without identities has them.
  @discardableResult
  public func addOccasion(
    _ plan: OccasionPlan, of ring: RingNumber, calling members: [PersonID]
  ) throws -> (result: EntryResult, notes: [Refusal]) {
    try plan.check()
    guard plan.called != .roster || !members.isEmpty else { throw Refusal(.rosterEmpty, column: "roster") }
    let numbers = try tellingFaults(of: store.files.database) {
      try store.read { connection in
        let roll = try RingRoll(of: try connection.knownRing(ring).id, from: connection)
        return try members.filter { roll.member($0) != nil }.compactMap { try connection.person($0)?.number }
      }
    }
    return try addOccasion(plan, of: ring, roster: numbers)
  }

  /// Gives a member the name by which other members know the person, or another one.
  ///
  /// - Throws: `ALIAS_TAKEN`, `UNKNOWN_MEMBERSHIP`, `UNKNOWN_RING` for another's ring.
  public func nameMember(_ id: PersonID, of ring: RingNumber, alias: String?) throws {
    try write(.memberAlias, ActRecord(subject: ring.description, person: id)) { transaction in
      let connection = transaction.connection
      let found = try ownRing(ring, in: connection)
      let current = try connection.memberships(of: id).last { $0.ring == found.id && $0.contains(today) }
      guard var membership = current else {
        throw Refusal(.unknownMembership, ["day": .day(today)], column: "person")
      }
      guard membership.alias != alias else { return }
      membership.alias = alias
      try transaction.checkAlias(of: membership)
      try connection.complete(membership, entry: transaction.entry)
    }
  }
}
