import Identity
import Register

extension Connection {
  /// How many persons are or were members in a year, of a ring that had not ended before it, and have no decision for it.
  ///
  /// Nobody is judged: some of them will be found to have no claim that anything need be decided on.
  public func undecidedCount(in year: Int) throws -> Int {
    var counted = try decidedPersons(in: year)
    // Few records have been merged, and every membership is gone through.
    let survivors = Dictionary(
      try all("SELECT id, merged_into FROM person WHERE merged_into IS NOT NULL") {
        row -> (PersonID, PersonID) in
        (try row.value(0), try row.value(1))
      }
    ) { first, _ in first }
    var count = 0
    try forEach(
      """
      SELECT person FROM membership WHERE joined_on <= ?2 AND (left_on IS NULL OR left_on >= ?1)
        AND ring NOT IN (
          SELECT e.ring FROM ring_event e
          WHERE e.day < ?1 AND e.state IN ('avregistrerad', 'avslagen', 'avvisad', 'avskriven'))
      """, LocalDate.firstDay(of: year), LocalDate.lastDay(of: year)
    ) { row in
      let record: PersonID = try row.value(0)
      let person = survivors[record] ?? record
      guard !counted.contains(person) else { return }
      counted.insert(person)
      count += 1
    }
    return count
  }
}
