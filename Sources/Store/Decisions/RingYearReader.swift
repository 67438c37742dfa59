import Identity
import Register

/// Reads what the yearly decision needs to know of a ring as such, ring after ring on one connection.
struct RingYearReader {
  let firstDay: LocalDate
  let lastDay: LocalDate

  private let events: Statement
  private let contacts: Statement
  private let occasions: Statement

  init(year: Int, from connection: Connection) throws {
    firstDay = LocalDate.firstDay(of: year)
    lastDay = LocalDate.lastDay(of: year)
    events = try connection.cached(
      """
      SELECT r.municipality, r.serial, e.state, e.day FROM ring r JOIN ring_event e ON e.ring = r.id
      WHERE r.id = ?1 AND e.state IN ('registrerad', 'avregistrerad')
      UNION ALL SELECT municipality, serial, NULL, NULL FROM ring WHERE id = ?1
      """)
    contacts = try connection.cached(
      """
      SELECT COALESCE(p.merged_into, p.id), c.from_on, c.to_on FROM ring_contact c
      JOIN person p ON p.id = c.person WHERE c.ring = ?1
      """)
    occasions = try connection.cached(
      """
      SELECT id, kind, starts_at, starts_on, called_on, called, status, police_present FROM occasion
      WHERE ring = ?1 AND starts_on BETWEEN ?2 AND ?3 ORDER BY starts_on, starts_at, id
      """)
  }

  /// A ring with its registration, its contact persons and its occasions of the year.
  func read(_ ring: RingID) throws -> RingYear {
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
