internal import Identity
internal import Register

extension ControlLedger {
  /// Visits everyone who has a decision for the year, in the order of the persons, with the record that is in force.
  ///
  /// Decisions and records are walked side by side, each in the order of its index, so that a million cost one pass of
  /// each and no memory. The body may enter, change and remove records of the person that it is given.
  public func forEachCase(_ body: (ControlCase) throws -> Void) throws {
    var records = RecordsInForce(of: year, from: connection)
    var current: ControlCase?
    func finish() throws {
      guard var found = current else { return }
      found.record = try records.record(of: found.person)
      try body(found)
    }
    try connection.forEach(
      """
      SELECT d.person, p.number, p.merged_into, d.amount_kr, d.version, d.outcome = 'BEVILJAS',
        d.status = 'beslutad' OR EXISTS (SELECT 1 FROM decision_closed WHERE decision = d.id)
      FROM decision d CROSS JOIN person p ON p.id = d.person
      WHERE d.year = ?1 ORDER BY d.person, d.version
      """, year
    ) { row in
      let person: PersonID = try row.value(0)
      if current?.person != person {
        try finish()
        current = ControlCase(person: person)
      }
      // A version that is only communicated changes nothing that was sent.
      let isDecided = try row.bool(6)
      current?.isUnderCommunication = !isDecided
      if isDecided { current?.grant = try row.bool(5) ? grant(row, to: person) : nil }
    }
    try finish()
  }

  private func grant(_ row: borrowing Row, to person: PersonID) throws -> ControlGrant {
    let survivor: PersonID? = try row.value(2)
    // Few persons have two numbers or one of coordination, so that what only they need is looked up for each.
    let known = try survivor.flatMap(connection.person)
    let number: IdentityNumber = try known?.number ?? row.value(1)
    return ControlGrant(
      number: number,
      details: number.kind == .coordinationNumber ? try (known ?? connection.person(person))?.details : nil,
      isDouble: try survivor.map { try hasGrant($0, beside: person) } ?? false, amountKr: try row.int(3),
      version: try row.int(4))
  }

  private func hasGrant(_ survivor: PersonID, beside person: PersonID) throws -> Bool {
    try connection.value(
      """
      SELECT EXISTS (SELECT 1 FROM \(StoredDecision.tables)
        WHERE d.year = ?1 AND d.person IN (SELECT id FROM person WHERE id = ?2 OR merged_into = ?2)
          AND d.person <> ?3 AND d.outcome = 'BEVILJAS' AND \(StoredDecision.isInForce))
      """, year, survivor, person) ?? false
  }
}

/// The records in force of a year in the order of their persons, read some at a time.
///
/// No statement is left in the middle of its rows, so whoever goes through them may change them.
private struct RecordsInForce {
  private let year: Int
  private let connection: Connection
  private var read: [(person: PersonID, record: ControlRecord)] = []
  private var position = 0
  private var last = PersonID(0)
  private var isAtEnd = false

  private static let size = 1000

  init(of year: Int, from connection: Connection) {
    self.year = year
    self.connection = connection
  }

  /// The record of a person; persons are asked for in rising order.
  mutating func record(of person: PersonID) throws -> ControlRecord? {
    while true {
      while position < read.count, read[position].person < person { position += 1 }
      if position < read.count { return read[position].person == person ? read[position].record : nil }
      guard !isAtEnd else { return nil }
      try readOn(to: person)
    }
  }

  private mutating func readOn(to person: PersonID) throws {
    position = 0
    read = try connection.all(
      """
      SELECT person, specification, field, number, amount_kr, version
      FROM control_record
      WHERE year = ?1 AND person >= ?2 AND removed_by IS NULL ORDER BY person LIMIT ?3
      """, year, max(person, PersonID(last.value + 1)), RecordsInForce.size
    ) { row in
      let key = ControlKey(try row.value(2), try row.int64(3))
      return (
        try row.value(0),
        ControlRecord(
          specification: try row.int64(1), key: key, amountKr: try row.int(4), version: try row.int(5))
      )
    }
    isAtEnd = read.count < RecordsInForce.size
    last = read.last?.person ?? last
  }
}
