public import Identity
public import Register

/// Loads the facts of an income year, ring after ring, on one connection.
///
/// A ring takes a handful of queries whatever its size, and one for each of its occasions. Persons and attendance come
/// in the order of the persons, so that the two are walked side by side without a look-up. A reader lives as long as one
/// transaction: what it remembers between rings, the approvals and the merged persons, is true within that one.
public final class YearFactsReader {
  private let firstDay: LocalDate
  private let lastDay: LocalDate

  private let trainings: TrainingReader
  private let members: Statement
  private let otherMemberships: Statement
  private let membershipsOfRecord: Statement
  private let survivor: Statement
  private let rings: RingYearReader
  private let attendance: Statement
  private let attendanceOfRecord: Statement
  private let roster: Statement
  private let isOnRoster: Statement

  /// Every record whose facts count as another person's, by that person.
  private let merged: [PersonID: [PersonID]]

  /// The person as which the facts of a record count, where it is another.
  private let survivors: [PersonID: PersonID]

  private var rows: [MembershipRow] = []
  private var persons: [PersonRow] = []
  /// The members by the records that attendance is kept under, in their order.
  private var records: [(record: PersonID, member: Int)] = []

  /// Prepares to load a year as it is known on a day.
  ///
  /// The statements are those that the connection keeps, since a page asks for one ring and would compile them for it alone.
  ///
  /// - Parameter withHouseholds: Whether the labels of households are read, which matter only to their cap.
  public init(
    year: Int, asOf day: LocalDate, under parameters: Parameters, withHouseholds: Bool = true,
    from connection: Connection
  ) throws {
    let household = withHouseholds ? "household" : "NULL AS household"
    self.firstDay = LocalDate.firstDay(of: year)
    self.lastDay = LocalDate.lastDay(of: year)
    self.survivors = try connection.mergedPersons()
    self.trainings = try TrainingReader(asOf: day, under: parameters, merged: survivors, from: connection)
    self.merged = Dictionary(grouping: survivors, by: \.value).mapValues { $0.map(\.key).sorted() }
    members = try connection.cached(
      """
      SELECT m.person, m.ring, m.joined_on, m.left_on, m.is_primary, \(household), p.merged_into, \(PersonRow.columns)
      FROM membership m JOIN person p ON p.id = m.person
      WHERE m.ring = ?1 AND m.joined_on <= ?3 AND (m.left_on IS NULL OR m.left_on >= ?2)
      ORDER BY m.person, m.joined_on
      """)
    otherMemberships = try connection.cached(
      """
      SELECT o.person, o.ring, o.joined_on, o.left_on, o.is_primary, o.household
      FROM membership m CROSS JOIN membership o ON o.person = m.person AND o.ring <> m.ring
      WHERE m.ring = ?1 AND o.joined_on <= ?3 AND (o.left_on IS NULL OR o.left_on >= ?2)
      """)
    membershipsOfRecord = try connection.cached(
      """
      SELECT person, ring, joined_on, left_on, is_primary, household FROM membership
      WHERE person = ?1 AND joined_on <= ?3 AND (left_on IS NULL OR left_on >= ?2)
      """)
    survivor = try connection.cached("SELECT \(PersonRow.columns) FROM person p WHERE p.id = ?1")
    rings = try RingYearReader(year: year, from: connection)
    attendance = try connection.cached(
      """
      SELECT packed(person, version, status, attested_by) FROM attendance WHERE occasion = ?1
      """)
    attendanceOfRecord = try connection.cached(
      """
      SELECT person, status, attested_by IS NOT NULL FROM attendance WHERE occasion = ?1 AND person = ?2
      ORDER BY version DESC LIMIT 1
      """)
    roster = try connection.cached("SELECT person FROM roster WHERE occasion = ?1 ORDER BY person")
    isOnRoster = try connection.cached(
      "SELECT person FROM roster WHERE occasion = ?1 AND person = ?2")
  }

  /// Fills the facts with a ring, the first of the rings, and with all its members of the year.
  ///
  /// - Parameter isWanted: Asked once with the members; a ring that is not wanted is left half loaded.
  /// - Returns: Whether the ring was loaded.
  @discardableResult
  public func load(
    _ ring: RingID, into facts: inout YearFacts, if isWanted: ([PersonID]) -> Bool = { _ in true }
  ) throws -> Bool {
    facts.removeAll()
    try readMembers(of: ring)
    guard isWanted(persons.map(\.person)) else { return false }
    try readOtherMemberships(of: ring)
    var positions = [ring: facts.add(try rings.read(ring))]
    for row in rows where positions[row.ring] == nil {
      positions[row.ring] = facts.add(try rings.read(row.ring))
    }
    try trainings.read(ring)
    try addMembers(to: &facts, positions)
    for (index, occasion) in facts.rings[0].occasions.enumerated() {
      try addAttendance(at: occasion, index, to: &facts)
    }
    try addAttendanceElsewhere(than: ring, to: &facts, positions)
    return true
  }

  /// Reads the memberships of the ring and the persons behind them, each once.
  private func readMembers(of ring: RingID) throws {
    rows.removeAll(keepingCapacity: true)
    persons.removeAll(keepingCapacity: true)
    try members.forEach(ring, firstDay, lastDay) { row in
      var membership = try MembershipRow(row)
      if let survivor: PersonID = try row.value(6) {
        membership.person = survivor
      } else if persons.last?.person != membership.person {
        persons.append(try PersonRow(row, from: 7))
      }
      rows.append(membership)
    }
    // Of two records of one person it may be the other one that is in force.
    for row in rows where row.person != row.record && !persons.contains(where: { $0.person == row.person }) {
      guard let person = try survivor.first(row.person, read: { try PersonRow($0, from: 0) }) else {
        continue
      }
      persons.append(person)
    }
    // Whoever died before the year is no member in it (decision C-70).
    let isGone: (PersonRow) -> Bool = { $0.deceasedOn.map { $0 < self.firstDay } ?? false }
    if persons.contains(where: isGone) {
      let gone = Set(persons.filter(isGone).map(\.person))
      persons.removeAll { gone.contains($0.person) }
      rows.removeAll { gone.contains($0.person) }
    }
    persons.sort { $0.person < $1.person }
  }

  private func readOtherMemberships(of ring: RingID) throws {
    try otherMemberships.forEach(ring, firstDay, lastDay) { row in
      let membership = try MembershipRow(row)
      if merged.isEmpty || !isMerged(membership.record) { rows.append(membership) }
    }
    for person in persons where !merged.isEmpty && merged[person.person] != nil {
      for record in records(of: person.person) {
        try membershipsOfRecord.forEach(record, firstDay, lastDay) { row in
          var membership = try MembershipRow(row)
          membership.person = person.person
          if membership.ring != ring { rows.append(membership) }
        }
      }
    }
    rows.sort { ($0.person, $0.joinedOn, $0.ring) < ($1.person, $1.joinedOn, $1.ring) }
    dropRepeatedRows()
    records.removeAll(keepingCapacity: true)
    for (index, person) in persons.enumerated() {
      records.append((person.person, index))
      if !merged.isEmpty {
        for record in merged[person.person] ?? [] { records.append((record, index)) }
      }
    }
    if !merged.isEmpty { records.sort { $0.record < $1.record } }
  }

  /// Whoever came back to the ring has its other memberships once for each time.
  private func dropRepeatedRows() {
    var kept = 0
    for row in rows {
      let isRepeated =
        kept > 0 && rows[kept - 1].record == row.record && rows[kept - 1].ring == row.ring
        && rows[kept - 1].joinedOn == row.joinedOn
      guard !isRepeated else { continue }
      rows[kept] = row
      kept += 1
    }
    rows.removeLast(rows.count - kept)
  }

  /// Whether a record is one of several of the same person.
  private func isMerged(_ record: PersonID) -> Bool {
    merged[record] != nil || survivors[record] != nil
  }

  private func records(of person: PersonID) -> [PersonID] {
    [person] + (merged[person] ?? [])
  }

  private func addMembers(to facts: inout YearFacts, _ positions: [RingID: Int]) throws {
    var next = 0
    for person in persons {
      let isMerged = !merged.isEmpty && merged[person.person] != nil
      let training =
        isMerged
        ? try trainings.validity(ofMerged: records(of: person.person))
        : try trainings.validity(of: person.person)
      facts.add(person.facts(training: training))
      while next < rows.count, rows[next].person <= person.person {
        let row = rows[next]
        next += 1
        guard row.person == person.person, let ring = positions[row.ring],
          let days = DayRange(row.joinedOn, through: row.leftOn)
        else { continue }
        facts.addMembership(ring: ring, days: days, isPrimary: row.isPrimary, household: row.household)
      }
    }
  }

  /// Walks the entries of an occasion beside the members; of several entries the one with the highest version counts.
  ///
  /// They come in the order of the primary key, in which a table without row numbers lies.
  private func addAttendance(at occasion: OccasionFacts, _ index: Int, to facts: inout YearFacts) throws {
    var cursor = 0
    var latest: PackedAttendance?
    func flush(_ facts: inout YearFacts) throws {
      guard let latest else { return }
      let mark = try latest.mark(at: occasion.id)
      self.mark(PersonID(latest.person), as: mark, from: &cursor, at: index, in: &facts)
    }
    try attendance.forEachPacked(occasion.id, columns: PackedAttendance.columns) { row in
      let entry = PackedAttendance(row)
      if let latest, latest.person != entry.person { try flush(&facts) }
      latest = entry
    }
    try flush(&facts)
    guard occasion.called == .roster else { return }
    cursor = 0
    try roster.forEach(occasion.id) { row in
      mark(try row.value(0), as: .onRoster, from: &cursor, at: index, in: &facts)
    }
  }

  /// Marks the member of a record, if it is one; records come in rising order and the cursor follows them.
  private func mark(
    _ record: PersonID, as mark: AttendanceMark, from cursor: inout Int, at occasion: Int,
    in facts: inout YearFacts
  ) {
    while cursor < records.count, records[cursor].record < record { cursor += 1 }
    guard cursor < records.count, records[cursor].record == record else { return }
    facts.record(mark, of: records[cursor].member, at: occasion, in: 0)
  }

  private func addAttendanceElsewhere(
    than ring: RingID, to facts: inout YearFacts, _ positions: [RingID: Int]
  ) throws {
    guard positions.count > 1 else { return }
    for (member, person) in persons.enumerated() {
      let elsewhere = Set(rows.filter { $0.person == person.person && $0.ring != ring }.map(\.ring))
      for other in elsewhere {
        guard let position = positions[other] else { continue }
        for (index, occasion) in facts.rings[position].occasions.enumerated() {
          for record in records(of: person.person) {
            if let mark = try attendanceOfRecord.first(occasion.id, record, read: { try AttendanceMark($0) })
            {
              facts.record(mark, of: member, at: index, in: position)
            }
            guard occasion.called == .roster,
              try isOnRoster.value(occasion.id, record, as: PersonID.self) != nil
            else { continue }
            facts.record(.onRoster, of: member, at: index, in: position)
          }
        }
      }
    }
  }
}
