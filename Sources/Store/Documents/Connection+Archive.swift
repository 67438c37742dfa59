public import Register

extension Connection {
  /// How many documents belong among a year's papers.
  public func documentCount(of year: Int) throws -> Int {
    try value("SELECT COUNT(*) FROM document WHERE year = ?1", year) ?? 0
  }

  /// The documents that belong among a year's papers, from the number after one, in the order of their numbers.
  public func documents(of year: Int, after number: String, limit: Int) throws -> [StoredDocument] {
    try all(
      "\(Connection.documentQuery) WHERE year = ?1 AND number > ?2 ORDER BY number LIMIT ?3", year, number,
      limit, read: Connection.readDocument)
  }

  /// The person who now holds the facts of a record.
  public func holder(of record: PersonID) throws -> Person? {
    try first(
      """
      SELECT \(Person.columns) FROM person
      WHERE id = (SELECT COALESCE(merged_into, id) FROM person WHERE id = ?1)
      """, record, read: Person.read)
  }
}
