import Identity
public import Register

extension Connection {
  /// What a person has answered about a year, to whichever version of its decision, the first first.
  public func answers(of person: PersonID, year: Int) throws -> [DecisionAnswer] {
    try records(of: person).flatMap { record in
      try all(
        """
        SELECT a.received_on, p.value FROM decision d JOIN decision_answer a ON a.decision = d.id
          LEFT JOIN audit_personal p ON p.entry = a.entry
        WHERE d.year = ?1 AND d.person = ?2 ORDER BY a.id
        """, year, record
      ) { row in DecisionAnswer(receivedOn: try row.date(0), text: try row.value(1)) }
    }
  }

  /// The cases that persons have answered and nobody has decided, the longest waiting first.
  public func answeredCases() throws -> [AnsweredCase] {
    try all(
      """
      SELECT p.number, d.year, r.municipality, r.serial, l.document, max(a.received_on)
      FROM decision_answer a CROSS JOIN decision d ON d.id = a.decision JOIN ring r ON r.id = d.ring
        JOIN person old ON old.id = d.person JOIN person p ON p.id = COALESCE(old.merged_into, old.id)
        LEFT JOIN decision_closed c ON c.decision = d.id
        LEFT JOIN letter l ON \(StoredDecision.isAskedBy)
      WHERE d.status = 'kommunicerad' AND c.decision IS NULL AND COALESCE(d.reason, '') <> 'DUBBLETT'
        AND \(StoredDecision.isLast)
      GROUP BY d.id ORDER BY max(a.received_on), d.id
      """
    ) { row in
      let letter: String? = try row.value(4)
      return AnsweredCase(
        number: try row.value(0), year: try row.int(1),
        ring: RingNumber(municipality: try row.value(2), serial: try row.int(3)),
        letter: letter.flatMap { DocumentNumber($0) }, answeredOn: try row.date(5))
    }
  }
}
