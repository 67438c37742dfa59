public import Identity

/// A member of a ring as the rules on attendance see the person.
public struct RollMember: Hashable, Sendable {
  /// The member.
  public let person: PersonID

  /// The birth date, where it is known.
  public let birthDate: LocalDate?

  /// The day of death.
  public let deceasedOn: LocalDate?

  /// The times of membership of this ring.
  public let memberships: [Membership]

  /// Describes a member.
  public init(
    person: PersonID, birthDate: LocalDate?, deceasedOn: LocalDate?, memberships: [Membership]
  ) {
    self.person = person
    self.birthDate = birthDate
    self.deceasedOn = deceasedOn
    self.memberships = memberships
  }

  /// The membership on a day, which ends with the day of death at the latest (decision C-70).
  public func membership(on day: LocalDate) -> Membership? {
    if let deceasedOn, deceasedOn < day { return nil }
    return memberships.first { $0.contains(day) }
  }
}

extension OccasionPlan {
  /// Whether the ring may call an occasion like this.
  ///
  /// - Throws: `MEETING_CALLS_ALL` (decision C-60), `CALLED_AFTER_OCCASION` (decision C-59), `ENDS_BEFORE_START`.
  public func check() throws(Refusal) {
    if kind == .meeting, called == .roster {
      throw Refusal(.meetingCallsAll, column: "called")
    }
    if calledOn > day {
      throw Refusal(
        .calledAfterOccasion, ["called": .day(calledOn), "day": .day(day)], column: "called_on")
    }
    if let endsAt, endsAt <= startsAt {
      throw Refusal(.endsBeforeStart, column: "ends_at")
    }
  }

  /// Whether an identifier can be the name of an occasion: every path of the service names occasions by it.
  ///
  /// - Throws: `OCCASION_ID_FORMAT`.
  public func checkKey() throws(Refusal) {
    let scalars = key.unicodeScalars
    let isWritten = scalars.allSatisfy { $0.standsInLine && $0 != "/" && $0 != "\\" }
    let hasName = scalars.contains { $0 != "." && !$0.properties.isWhitespace }
    guard isWritten, hasName, scalars.count <= OccasionPlan.longestKey else {
      throw Refusal(
        .occasionIDFormat, ["limit": .count(OccasionPlan.longestKey)], column: "occasion")
    }
  }

  private static let longestKey = 100

  /// Tells whether a member is called: everyone who is a member that day, or those of them on the roster.
  public func calls(_ member: RollMember, isOnRoster: Bool) -> Bool {
    member.membership(on: day) != nil && (called == .all || isOnRoster)
  }

  /// Whether attendance of a member can be recorded.
  ///
  /// - Throws: `OCCASION_CANCELLED` (decision C-63), `OCCASION_NOT_STARTED` before the day of the occasion, save for
  ///   an excuse, `PERSON_DECEASED` after the member's death, `NOT_CALLED` (decision C-60).
  public func checkAttendance(
    of member: RollMember, isOnRoster: Bool, status: AttendanceStatus, on today: LocalDate
  ) throws(Refusal) {
    if isCancelled {
      throw Refusal(.occasionCancelled, column: "occasion")
    }
    if status != .excused, today < day {
      throw Refusal(.occasionNotStarted, ["day": .day(day)], column: "occasion")
    }
    if let deceasedOn = member.deceasedOn, deceasedOn < day {
      throw Refusal(.personDeceased, column: "personnummer")
    }
    guard calls(member, isOnRoster: isOnRoster) else {
      throw Refusal(.notCalled, ["day": .day(day)], column: "personnummer")
    }
  }

  /// Whether another member can attest an entry (decision C-64).
  ///
  /// - Throws: `ATTESTER_INELIGIBLE` unless it is another person, 18 or older, a member called that day, and, when the
  ///   entry is the contact person's own, of another household.
  public func checkAttester(
    _ attester: RollMember, isOnRoster: Bool, of member: RollMember, memberIsContact: Bool
  ) throws(Refusal) {
    let isAdult = attester.birthDate.map { $0.age(on: day) >= ContactPerson.minimumAge } ?? false
    let sharesHousehold =
      memberIsContact
      && attester.membership(on: day)?.household.map { $0 == member.membership(on: day)?.household } ?? false
    guard attester.person != member.person, isAdult, calls(attester, isOnRoster: isOnRoster), !sharesHousehold
    else { throw Refusal(.attesterIneligible, column: "attested_by") }
  }
}
