public import Identity
public import Register

extension Connection {
  /// The day a year was locked, or nothing while it is open.
  public func lockDay(of year: Int) throws -> LocalDate? {
    try value("SELECT locked_on FROM year_lock WHERE year = ?1", year)
  }

  /// Locks a year.
  public func insertLock(of year: Int, on day: LocalDate, entry: EntryNumber) throws {
    try run("INSERT INTO year_lock (year, locked_on, entry) VALUES (?1, ?2, ?3)", year, day, entry)
  }

  /// The occasions of a year that were entered long after their start (decision C-63).
  public func occasionsEnteredLate(
    in year: Int, afterDays days: Int
  ) throws -> [(ring: RingNumber, key: String, day: LocalDate)] {
    try all(
      """
      SELECT r.municipality, r.serial, o.key, o.starts_on, e.at FROM occasion o JOIN ring r ON r.id = o.ring
        JOIN audit_entry e ON e.number = COALESCE(
          (SELECT h.entry FROM occasion_history h WHERE h.occasion = o.id ORDER BY h.id LIMIT 1), o.entry)
      WHERE o.starts_on BETWEEN ?1 AND ?2 AND e.at > o.starts_at
      ORDER BY r.municipality, r.serial, o.starts_at
      """, LocalDate.firstDay(of: year), LocalDate.lastDay(of: year)
    ) { row in
      let ring = RingNumber(municipality: try row.value(0), serial: try row.int(1))
      return (ring, try row.text(2), try row.date(3), try row.moment(4).day)
    }.compactMap { ring, key, day, entered in entered.days(since: day) > days ? (ring, key, day) : nil }
  }
}
