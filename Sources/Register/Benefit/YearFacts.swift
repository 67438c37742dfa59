import Identity

/// The facts of an income year for a ring and all its members, shaped to be loaded in few queries.
///
/// The first ring is the one that is decided. Its members are all there, and of a member with memberships in other
/// rings those rings too, so that everything about each member and each of the ring's households is at hand. A run
/// keeps one value, and empties and fills it for ring after ring. Attendance is one byte per member and occasion.
public struct YearFacts: Sendable {
  /// The income year.
  public let year: Int

  /// The days of the year.
  let days: DayRange

  /// The rings, the one that is decided first.
  public private(set) var rings: [RingYear] = []

  /// The persons, in any order.
  public private(set) var members: [MemberFacts] = []

  private(set) var memberships: [MembershipFacts] = []
  private var marks: [AttendanceMark] = []

  /// Holds nothing yet.
  public init(year: Int) {
    self.year = year
    self.days = DayRange(year: year)
  }

  /// Forgets all facts and keeps the memory.
  public mutating func removeAll() {
    rings.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
    memberships.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
  }

  /// Adds a ring and returns its position.
  @discardableResult
  public mutating func add(_ ring: RingYear) -> Int {
    rings.append(ring)
    return rings.count - 1
  }

  /// Adds a person and returns the position; the person's memberships follow before the next person.
  @discardableResult
  public mutating func add(_ member: MemberFacts) -> Int {
    members.append(member)
    members[members.count - 1].memberships = memberships.count..<memberships.count
    return members.count - 1
  }

  /// Adds a membership of the person added last.
  public mutating func addMembership(
    ring: Int, days: DayRange, isPrimary: Bool, household: String?
  ) {
    guard let member = members.indices.last else { return }
    let others = members[member].memberships
    let sameRing = others.first { memberships[$0].ring == ring }
    let start = sameRing.map { memberships[$0].marks } ?? marks.count
    if sameRing == nil {
      marks.append(contentsOf: repeatElement([], count: rings[ring].occasions.count))
    }
    memberships.append(
      MembershipFacts(ring: ring, days: days, isPrimary: isPrimary, household: household, marks: start))
    members[member].memberships = others.lowerBound..<memberships.count
  }

  /// Adds to what is known of a member at an occasion of a ring, all three given by position.
  ///
  /// A roster and an entry are recorded apart, as are the entries of two numbers that turned out to be one person.
  public mutating func record(_ mark: AttendanceMark, of member: Int, at occasion: Int, in ring: Int) {
    for index in members[member].memberships where memberships[index].ring == ring {
      marks[memberships[index].marks + occasion].formUnion(mark)
      return
    }
  }

  func mark(of membership: MembershipFacts, at occasion: Int) -> AttendanceMark {
    marks[membership.marks + occasion]
  }
}
