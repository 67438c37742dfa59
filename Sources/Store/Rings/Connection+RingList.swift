public import Identity
public import Register

extension Connection {
  /// The rings that a filter lets through, in the order of their numbers, with their members on a day.
  public func rings(
    _ filter: RingFilter, on day: LocalDate, limit: Int, offset: Int
  ) throws -> [RingSummary] {
    try all(
      """
      SELECT r.municipality, r.serial, r.name, e.state, e.day,
        (SELECT COUNT(DISTINCT COALESCE(p.merged_into, p.id)) FROM membership m JOIN person p ON p.id = m.person
          WHERE m.ring = r.id AND m.joined_on <= ?6 AND (m.left_on IS NULL OR m.left_on >= ?6)
            AND (p.deceased_on IS NULL OR p.deceased_on >= ?6))
      FROM ring r JOIN ring_event e ON e.id = \(Connection.standingEvent(on: "?6"))
      WHERE \(Connection.ringCondition)
      ORDER BY r.municipality, r.serial LIMIT ?7 OFFSET ?8
      """,
      filter.municipality, filter.county?.digits, filter.state, filter.name.map(Connection.pattern),
      filter.text.map(Connection.pattern), day, limit, offset
    ) { row in
      RingSummary(
        number: RingNumber(municipality: try row.value(0), serial: try row.int(1)), name: try row.text(2),
        state: try row.value(3), since: try row.date(4), members: try row.int(5))
    }
  }

  /// How many rings the register holds.
  public func ringCount() throws -> Int { try value("SELECT COUNT(*) FROM ring") ?? 0 }

  /// How many rings a filter lets through on a day.
  public func ringCount(_ filter: RingFilter, on day: LocalDate) throws -> Int {
    try value(
      """
      SELECT COUNT(*) FROM ring r JOIN ring_event e ON e.id = \(Connection.standingEvent(on: "?6"))
      WHERE \(Connection.ringCondition)
      """,
      filter.municipality, filter.county?.digits, filter.state, filter.name.map(Connection.pattern),
      filter.text.map(Connection.pattern), day) ?? 0
  }

  /// How many rings stand in each state on a day, county by county.
  public func ringCounts(on day: LocalDate) throws -> [RingCount] {
    try all(
      """
      SELECT e.state, CAST(substr(r.municipality, 1, 2) AS INTEGER), COUNT(*)
      FROM ring r JOIN ring_event e ON e.id = \(Connection.standingEvent(on: "?1")) GROUP BY 1, 2
      """, day
    ) { row in
      let county = County(rawValue: UInt8(clamping: try row.int(1)))
      return RingCount(state: try row.value(0), county: county, rings: try row.int(2))
    }
  }

  // The last event that has effect on the day: a deregistration has it the day after (decision C-85).
  private static func standingEvent(on day: String) -> String {
    """
    (SELECT MAX(last.id) FROM ring_event last
      WHERE last.ring = r.id AND (last.state <> 'avregistrerad' OR last.day < \(day)))
    """
  }

  // The name stands within the search text, which is in lower case: SQLite folds only ASCII by itself.
  private static let ringCondition = """
    (?1 IS NULL OR r.municipality = ?1) AND (?2 IS NULL OR substr(r.municipality, 1, 2) = ?2)
      AND (?3 IS NULL OR e.state = ?3) AND (?4 IS NULL OR r.folded_name LIKE ?4 ESCAPE '\\')
      AND (?5 IS NULL OR r.search_text LIKE ?5 ESCAPE '\\')
    """

  private static func pattern(_ part: String) -> String {
    let escaped = part.lowercased().reduce(into: "") { text, character in
      if "%_\\".contains(character) { text.append("\\") }
      text.append(character)
    }
    return "%\(escaped)%"
  }

  /// Visits every ring with its last contact person's number, in the order of the rings' numbers.
  public func forEachRing(_ body: (Ring, IdentityNumber?) throws -> Void) throws {
    let ids: [RingID] = try all("SELECT id FROM ring ORDER BY municipality, serial") { row in
      try row.value(0)
    }
    for id in ids {
      guard let ring = try ring(id) else { continue }
      let contact = try contacts(of: id).last.flatMap { holder throws in try person(holder.person) }
      try body(ring, contact?.number)
    }
  }
}
