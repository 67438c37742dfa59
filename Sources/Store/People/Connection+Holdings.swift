internal import Identity
public import Register

extension Connection {
  private static let ownRecords = "(SELECT id FROM person WHERE id = ?1 OR merged_into = ?1)"

  /// Reads what the register holds of a person, under every number the person has had.
  public func holdings(of person: PersonID) throws -> PersonHoldings {
    PersonHoldings(
      formerNames: try formerNames(of: person), formerAddresses: try formerAddresses(of: person),
      attendance: try attendance(of: person),
      attestationCount: try value(
        "SELECT COUNT(*) FROM attendance WHERE attested_by IN \(Connection.ownRecords)", person) ?? 0,
      decisions: try decisions(of: person), documents: try documents(of: person),
      disclosures: try disclosures(of: person),
      roles: try all(
        "SELECT role FROM user WHERE person IN \(Connection.ownRecords) AND revoked IS NULL ORDER BY name",
        person
      ) { row in try row.text(0) },
      since: try value(
        """
        SELECT MIN(entry) FROM (SELECT entry FROM person WHERE id IN \(Connection.ownRecords)
          UNION ALL SELECT entry FROM person_history WHERE person IN \(Connection.ownRecords))
        """, person) ?? 0)
  }

  private func formerNames(of person: PersonID) throws -> [PersonHoldings.Former] {
    try all(
      """
      SELECT number, given_name || ' ' || family_name, MIN(id) FROM person_history
      WHERE person IN \(Connection.ownRecords)
        AND (number, given_name, family_name) NOT IN (SELECT number, given_name, family_name FROM person WHERE id = ?1)
      GROUP BY 1, 2 ORDER BY 3
      """, person
    ) { row in PersonHoldings.Former(number: try row.value(0), name: try row.text(1)) }
  }

  private func formerAddresses(of person: PersonID) throws -> [PostalAddress] {
    try all(
      """
      SELECT street, postcode, city FROM address_history WHERE person IN \(Connection.ownRecords) ORDER BY id
      """, person
    ) { row in try row.address(from: 0) }.compactMap(\.self)
  }

  private func attendance(of person: PersonID) throws -> [PersonHoldings.Attendance] {
    struct Line {
      let occasion: String
      let ring: RingNumber
      let day: LocalDate
      let isOnRoster: Bool
      let status: AttendanceStatus?
      let isAttested: Bool
    }
    let lines: [Line] = try all(
      """
      SELECT o.key, r.municipality, r.serial, o.starts_on, t.person IS NOT NULL, a.status,
        a.attested_by IS NOT NULL
      FROM membership m JOIN occasion o ON o.ring = m.ring JOIN ring r ON r.id = o.ring
        LEFT JOIN roster t ON t.occasion = o.id AND t.person = m.person
        LEFT JOIN attendance a ON a.occasion = o.id AND a.person = m.person
      WHERE m.person IN \(Connection.ownRecords) AND (t.person IS NOT NULL OR a.person IS NOT NULL)
      GROUP BY o.id, m.person, a.version ORDER BY o.starts_at, o.key, a.version
      """, person
    ) { row in
      Line(
        occasion: try row.text(0), ring: RingNumber(municipality: try row.value(1), serial: try row.int(2)),
        day: try row.date(3), isOnRoster: try row.bool(4), status: try row.value(5),
        isAttested: try row.bool(6))
    }
    var found: [PersonHoldings.Attendance] = []
    for line in lines {
      let before = found.last?.occasion == line.occasion ? found.popLast()?.statuses ?? [] : []
      found.append(
        PersonHoldings.Attendance(
          occasion: line.occasion, ring: line.ring, day: line.day, isOnRoster: line.isOnRoster,
          statuses: before + [line.status].compactMap(\.self), isAttested: line.isAttested))
    }
    return found
  }

  private func decisions(of person: PersonID) throws -> [PersonHoldings.Decision] {
    try all(
      """
      SELECT d.year, d.version, d.outcome, d.reason, CASE WHEN c.decision IS NULL THEN d.status ELSE 'beslutad' END,
        d.attended, d.counted, d.amount_kr, COALESCE(c.decided_on, d.dated_on)
      FROM decision d LEFT JOIN decision_closed c ON c.decision = d.id
      WHERE d.person IN \(Connection.ownRecords) ORDER BY d.year, d.version
      """, person
    ) { row in
      PersonHoldings.Decision(
        year: try row.int(0), version: try row.int(1), outcome: try row.text(2), reason: try row.value(3),
        status: try row.text(4), attended: try row.int(5), counted: try row.int(6),
        amountKronor: try row.int(7), decidedOn: try row.date(8))
    }
  }

  /// Control statements lie by their years, so only those that were decided are asked for.
  private func disclosures(of person: PersonID) throws -> [PersonHoldings.Disclosure] {
    try all(
      """
      SELECT c.year, c.amount_kr, s.at, r.at
      FROM control_record c JOIN audit_entry s ON s.number = c.entry
        LEFT JOIN audit_entry r ON r.number = c.removed_by
      WHERE c.year IN (SELECT year FROM decision WHERE person IN \(Connection.ownRecords))
        AND c.person IN \(Connection.ownRecords)
      ORDER BY c.year, c.specification
      """, person
    ) { row in
      let (sent, removed): (Moment, Moment?) = (try row.value(2), try row.value(3))
      return PersonHoldings.Disclosure(
        year: try row.int(0), amountKronor: try row.int(1), sentOn: sent.day, removedOn: removed?.day)
    }
  }

  private func documents(of person: PersonID) throws -> [PersonHoldings.Document] {
    try all(
      """
      SELECT number, kind, issued_on, (SELECT letter FROM letter l WHERE l.document = d.number) FROM document d
      WHERE person IN \(Connection.ownRecords) ORDER BY number
      """, person
    ) { row in
      PersonHoldings.Document(
        number: try row.text(0), kind: try row.text(1), letter: try row.value(3), issuedOn: try row.date(2))
    }
  }
}
