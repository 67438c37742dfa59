public import Register

extension Connection {
  /// The facts of an income year as far as they concern one person: the own rings with their occasions, the own attendance.
  ///
  /// It costs a handful of rows whatever the size of the rings. What is decided in view of others, a household cap, needs
  /// the whole ring (`YearFactsReader`).
  ///
  /// - Parameters:
  ///   - training: the days on which the person is trained.
  ///   - ring: the ring to come first.
  /// - Returns: Nothing for a person who was no member in the year.
  public func yearFacts(
    of person: PersonID, year: Int, training: DaySet, first ring: RingID? = nil
  ) throws -> YearFacts? {
    let rings = try RingYearReader(year: year, from: self)
    let records = try records(of: person)
    var rows = try records.flatMap { record in
      try all(
        """
        SELECT person, ring, joined_on, left_on, is_primary, household FROM membership
        WHERE person = ?1 AND joined_on <= ?3 AND (left_on IS NULL OR left_on >= ?2)
        """, record, rings.firstDay, rings.lastDay, read: { try MembershipRow($0) })
    }
    rows.sort { ($0.joinedOn, $0.ring) < ($1.joinedOn, $1.ring) }
    let found = try first("SELECT \(PersonRow.columns) FROM person p WHERE p.id = ?1", person) { row in
      try PersonRow(row, from: 0)
    }
    // Whoever died before the year is no member in it (decision C-70).
    guard !rows.isEmpty, let found, found.deceasedOn.map({ $0 >= rings.firstDay }) ?? true else { return nil }

    var facts = YearFacts(year: year)
    var positions: [RingID: Int] = [:]
    for id in [ring].compactMap(\.self) + rows.map(\.ring) where positions[id] == nil {
      positions[id] = facts.add(try rings.read(id))
    }
    facts.add(found.facts(training: training))
    for row in rows {
      guard let position = positions[row.ring], let days = DayRange(row.joinedOn, through: row.leftOn) else {
        continue
      }
      facts.addMembership(ring: position, days: days, isPrimary: row.isPrimary, household: row.household)
    }
    for record in records { try readMarks(of: record, into: &facts, rings) }
    return facts
  }

  /// Marks the only member of the facts at the occasions of the year that a record was called to or has an entry of.
  private func readMarks(
    of record: PersonID, into facts: inout YearFacts, _ rings: RingYearReader
  ) throws {
    for (position, ring) in facts.rings.enumerated() where !ring.occasions.isEmpty {
      let places = Dictionary(
        uniqueKeysWithValues: ring.occasions.enumerated().map { ($0.element.id, $0.offset) })
      try forEach(
        """
        SELECT o.id, a.status, a.attested_by IS NOT NULL FROM occasion o
        JOIN attendance a ON a.occasion = o.id AND a.person = ?2
        WHERE o.ring = ?1 AND o.starts_on BETWEEN ?3 AND ?4 AND a.version = (
          SELECT max(version) FROM attendance WHERE occasion = o.id AND person = ?2)
        """, ring.id, record, rings.firstDay, rings.lastDay
      ) { row in
        guard let occasion = places[try row.value(0)] else { return }
        facts.record(try AttendanceMark(row), of: 0, at: occasion, in: position)
      }
      guard ring.occasions.contains(where: { $0.called == .roster }) else { continue }
      try forEach(
        """
        SELECT o.id FROM occasion o JOIN roster r ON r.occasion = o.id AND r.person = ?2
        WHERE o.ring = ?1 AND o.starts_on BETWEEN ?3 AND ?4
        """, ring.id, record, rings.firstDay, rings.lastDay
      ) { row in
        guard let occasion = places[try row.value(0)], ring.occasions[occasion].called == .roster else {
          return
        }
        facts.record(.onRoster, of: 0, at: occasion, in: position)
      }
    }
  }
}
