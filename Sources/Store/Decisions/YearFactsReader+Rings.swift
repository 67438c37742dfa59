import Identity
import Register

extension YearFactsReader {
  /// What the decision needs to know of one ring.
  func ringYear(_ ring: RingID) throws -> RingYear {
    var number: RingNumber?
    var registered: LocalDate?
    var deregistered: LocalDate?
    try events.forEach(ring) { row in
      number = RingNumber(municipality: try row.value(0), serial: try row.int(1))
      guard let state: RingState = try row.value(2) else { return }
      let day = try row.date(3)
      // Supervision that is lifted makes the ring registered anew; the first day is the one that counts.
      if state == .registered { registered = registered.map { min($0, day) } ?? day }
      if state == .deregistered { deregistered = day }
    }
    guard let number else { throw StoreError(.damaged, "a membership of no ring") }
    var terms: [ContactTerm] = []
    try contacts.forEach(ring) { row in
      // A term that a successor ended before it began holds no day.
      guard let days = DayRange(try row.date(1), through: try row.value(2)) else { return }
      terms.append(ContactTerm(person: try row.value(0), days: days))
    }
    return RingYear(
      id: ring, number: number, registration: registered.flatMap { DayRange($0, through: deregistered) },
      contacts: terms,
      occasions: try occasions.all(ring, firstDay, lastDay) { row in
        let day = try row.date(3)
        let status: OccasionStatus? = try row.value(6)
        return OccasionFacts(
          id: try row.value(0), kind: try row.value(1), startsAt: try row.moment(2), day: day,
          noticeDays: day.days(since: try row.date(4)), called: try row.value(5),
          isCancelled: status == .cancelled, policePresent: try row.value(7, as: Bool?.self) ?? false)
      })
  }
}
