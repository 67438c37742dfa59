import Identity
import Register
import Testing

/// A ring and its series of occasions, changed step by step as a case tells it.
struct RingFixture {
  struct Planned {
    let key: String
    let kind: OccasionKind
    var startsAt: String
    var calledOn: String?
    var roster: Set<String>?
    var isCancelled = false
    var policePresent = false
  }

  let letter: String
  var occasions: [Planned]
  var registration: String? = "2027-01-15–"
  var contacts: [(person: String, days: String)] = [("M12", "2027-01-15–")]

  func deregistered(on day: String) -> RingFixture {
    var ring = self
    ring.registration = "2027-01-15–\(day)"
    return ring
  }

  func neverRegistered() -> RingFixture {
    var ring = self
    ring.registration = nil
    return ring
  }

  func registered(_ days: String) -> RingFixture {
    var ring = self
    ring.registration = days
    return ring
  }

  func contact(_ person: String, _ days: String = "2027-01-15–") -> RingFixture {
    var ring = self
    ring.contacts = [(person, days)]
    return ring
  }

  func cancelled(_ key: String) -> RingFixture {
    changing(key) { $0.isCancelled = true }
  }

  func called(_ key: String, on day: String) -> RingFixture {
    changing(key) { $0.calledOn = day }
  }

  func moved(_ key: String, to start: String) -> RingFixture {
    changing(key) { $0.startsAt = start }
  }

  func roster(_ key: String, _ persons: String...) -> RingFixture {
    changing(key) { $0.roster = Set(persons) }
  }

  func police(_ keys: String...) -> RingFixture {
    keys.reduce(self) { ring, key in ring.changing(key) { $0.policePresent = true } }
  }

  private func changing(_ key: String, _ change: (inout Planned) -> Void) -> RingFixture {
    var ring = self
    for index in ring.occasions.indices where ring.occasions[index].key == key {
      change(&ring.occasions[index])
    }
    return ring
  }

  /// The facts of the ring, numbered by its letter.
  func facts(serial: Int) throws -> RingYear {
    RingYear(
      id: RingID(Int64(serial)), number: try #require(RingNumber("TR-1280-000\(serial)")),
      registration: try registration?.days,
      contacts: try contacts.map {
        ContactTerm(person: try Person.id($0.person), days: try $0.days.days)
      },
      occasions: try occasions.enumerated().map { index, planned in
        let startsAt = try planned.startsAt.moment
        let day = startsAt.day
        return OccasionFacts(
          id: OccasionID(Int64(100 * serial + index)), kind: planned.kind, startsAt: startsAt, day: day,
          noticeDays: try planned.calledOn.map { day.days(since: try $0.day) } ?? 14,
          called: planned.roster == nil ? .all : .roster, isCancelled: planned.isCancelled,
          policePresent: planned.policePresent)
      })
  }
}

extension RingFixture {
  /// Eleven meetings and the walk on New Year's Eve.
  static let a = RingFixture(
    letter: "A",
    occasions: meetings(
      "A",
      [
        "02-02", "03-02", "04-06", "05-04", "06-01", "07-06", "08-03", "09-07", "10-05", "11-02", "12-07",
      ]) + [Planned(key: "A12", kind: .activity, startsAt: "2027-12-31T22:00")])

  /// Four meetings.
  static let b = RingFixture(letter: "B", occasions: meetings("B", ["02-10", "05-12", "09-08", "11-10"]))

  /// Ten meetings and four activities.
  static let c = RingFixture(
    letter: "C",
    occasions: meetings(
      "C",
      ["02-09", "03-09", "04-13", "05-11", "06-08", "08-10", "09-14", "10-12", "11-09", "12-14"])
      + ["03-20", "06-19", "09-18", "12-18"].enumerated().map {
        Planned(key: "CA\($0 + 1)", kind: .activity, startsAt: "2027-\($1)T20:00")
      })

  /// Five meetings in the autumn.
  static let d = RingFixture(
    letter: "D", occasions: meetings("D", ["08-17", "09-21", "10-19", "11-16", "12-14"]))

  private static func meetings(_ letter: String, _ days: [String]) -> [Planned] {
    days.enumerated().map { index, day in
      let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      return Planned(key: letter + number, kind: .meeting, startsAt: "2027-\(day)T18:30")
    }
  }
}
