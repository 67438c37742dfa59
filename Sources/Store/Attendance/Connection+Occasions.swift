public import Identity
public import Register

extension Connection {
  private static let occasionColumns = """
    id, ring, key, kind, type, starts_at, ends_at, called_on, called, status, police_present
    """

  private static func readOccasion(_ row: borrowing Row) throws -> Occasion {
    Occasion(
      id: try row.value(0), ring: try row.value(1),
      plan: OccasionPlan(
        key: try row.text(2), kind: try row.value(3), type: try row.value(4), startsAt: try row.moment(5),
        endsAt: try row.value(6), calledOn: try row.date(7), called: try row.value(8),
        status: try row.value(9),
        policePresent: try row.value(10)))
  }

  /// The occasion of a number of the register's own.
  public func occasion(_ id: OccasionID) throws -> Occasion? {
    try first(
      "SELECT \(Connection.occasionColumns) FROM occasion WHERE id = ?1", id, read: Connection.readOccasion)
  }

  /// An occasion by the sender's identifier.
  public func occasion(_ key: String) throws -> Occasion? {
    try first(
      "SELECT \(Connection.occasionColumns) FROM occasion WHERE key = ?1", key, read: Connection.readOccasion)
  }

  /// A ring's occasions within days, in the order of their starts.
  public func occasions(
    of ring: RingID, from first: LocalDate, to last: LocalDate
  ) throws -> [Occasion] {
    try all(
      """
      SELECT \(Connection.occasionColumns) FROM occasion
      WHERE ring = ?1 AND starts_on BETWEEN ?2 AND ?3 ORDER BY starts_at, key
      """, ring, first, last, read: Connection.readOccasion)
  }

  /// Enters an occasion.
  public func insertOccasion(
    _ plan: OccasionPlan, of ring: RingID, entry: EntryNumber
  ) throws {
    try run(
      """
      INSERT INTO occasion (key, ring, kind, type, starts_at, starts_on, ends_at, called_on, called, status,
        police_present, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
      """,
      plan.key, ring, plan.kind, plan.type, plan.startsAt, plan.day, plan.endsAt, plan.calledOn, plan.called,
      plan.status, plan.policePresent, entry)
  }

  /// Changes an occasion; the row before it stays as history.
  public func updateOccasion(
    _ id: OccasionID, _ plan: OccasionPlan, entry: EntryNumber
  ) throws {
    try run(
      """
      UPDATE occasion SET kind = ?2, type = ?3, starts_at = ?4, starts_on = ?5, ends_at = ?6, called_on = ?7,
        called = ?8, status = ?9, police_present = ?10, entry = ?11 WHERE id = ?1
      """,
      id, plan.kind, plan.type, plan.startsAt, plan.day, plan.endsAt, plan.calledOn, plan.called, plan.status,
      plan.policePresent, entry)
  }

  /// The persons named on an occasion's roster.
  public func roster(of occasion: OccasionID) throws -> Set<PersonID> {
    Set(
      try all(
        """
        SELECT COALESCE(p.merged_into, p.id) FROM roster t JOIN person p ON p.id = t.person WHERE t.occasion = ?1
        """, occasion
      ) { row in try row.value(0) })
  }

  /// Names a person on an occasion's roster.
  public func insertRoster(
    _ person: PersonID, of occasion: OccasionID, entry: EntryNumber
  ) throws {
    try run(
      "INSERT INTO roster (occasion, person, entry) VALUES (?1, ?2, ?3)", occasion, person, entry)
  }

  /// Held occasions of a year that have no attendance at all, by the moment given (decision C-61).
  public func occasionsWithoutAttendance(
    from first: LocalDate, to last: LocalDate, startedBy now: Moment
  ) throws -> [(ring: RingNumber, key: String, day: LocalDate)] {
    try all(
      """
      SELECT r.municipality, r.serial, o.key, o.starts_on FROM occasion o JOIN ring r ON r.id = o.ring
      WHERE o.starts_on BETWEEN ?1 AND ?2 AND o.starts_at <= ?3 AND (o.status IS NULL OR o.status = 'held')
        AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.occasion = o.id)
      ORDER BY r.municipality, r.serial, o.starts_at
      """, first, last, now
    ) { row in
      (
        RingNumber(municipality: try row.value(0), serial: try row.int(1)), try row.text(2), try row.date(3)
      )
    }
  }

  /// Whether the day of an occasion has been moved since it was called.
  public func wasMoved(_ occasion: Occasion) throws -> Bool {
    try value(
      "SELECT 1 FROM occasion_history WHERE occasion = ?1 AND starts_on <> ?2 LIMIT 1", occasion.id,
      occasion.plan.day, as: Bool.self) ?? false
  }

  /// Visits every occasion of all rings or of one, with its ring's number, ring by ring.
  public func forEachOccasion(of ring: RingID? = nil, _ body: (RingNumber, Occasion) throws -> Void) throws {
    try forEach(
      """
      SELECT o.id, o.ring, o.key, o.kind, o.type, o.starts_at, o.ends_at, o.called_on, o.called, o.status,
        o.police_present, r.municipality, r.serial
      FROM ring r CROSS JOIN occasion o ON o.ring = r.id WHERE ?1 IS NULL OR r.id = ?1
      ORDER BY r.municipality, r.serial, o.starts_at, o.key
      """, ring
    ) { row in
      try body(
        RingNumber(municipality: try row.value(11), serial: try row.int(12)), try Connection.readOccasion(row)
      )
    }
  }

  /// How many occasions `forEachOccasion` visits.
  public func occasionCount(of ring: RingID? = nil) throws -> Int {
    try value("SELECT COUNT(*) FROM occasion WHERE ?1 IS NULL OR ring = ?1", ring) ?? 0
  }

  /// Visits every name on the rosters of all rings or of one, occasion by occasion.
  public func forEachRosterEntry(
    of ring: RingID? = nil, _ body: (String, IdentityNumber) throws -> Void
  ) throws {
    try forEach(
      """
      SELECT o.key, p.number FROM ring r CROSS JOIN occasion o ON o.ring = r.id JOIN roster t ON t.occasion = o.id
        JOIN person old ON old.id = t.person JOIN person p ON p.id = COALESCE(old.merged_into, old.id)
      WHERE ?1 IS NULL OR r.id = ?1 ORDER BY r.municipality, r.serial, o.starts_at, o.key, p.number
      """, ring
    ) { row in try body(try row.text(0), try row.value(1)) }
  }

  /// How many names `forEachRosterEntry` visits.
  public func rosterCount(of ring: RingID? = nil) throws -> Int {
    try value(
      "SELECT COUNT(*) FROM roster WHERE ?1 IS NULL OR occasion IN (SELECT id FROM occasion WHERE ring = ?1)",
      ring) ?? 0
  }
}
