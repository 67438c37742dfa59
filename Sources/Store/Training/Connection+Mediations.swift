import Identity
public import Register

extension Connection {
  /// A mediator's counts, one for each month, the earliest first.
  public func mediationCounts(of person: PersonID) throws -> [MediationCount] {
    try all(
      """
      SELECT month, mediations, agreements FROM mediation_count
      WHERE id IN (
        SELECT MAX(id) FROM mediation_count
        WHERE person IN (SELECT id FROM person WHERE id = ?1 OR merged_into = ?1) GROUP BY month)
      ORDER BY month
      """, person
    ) { row in
      try MediationCount(month: try row.date(0), mediations: try row.int(1), agreements: try row.int(2))
    }
  }

  /// Enters a month's counts, which replace those entered before.
  public func insertMediationCount(
    _ count: MediationCount, of person: PersonID, entry: EntryNumber
  ) throws {
    try run(
      "INSERT INTO mediation_count (person, month, mediations, agreements, entry) VALUES (?1, ?2, ?3, ?4, ?5)",
      person, count.month, count.mediations, count.agreements, entry)
  }
}
