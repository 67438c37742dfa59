public import Register

extension Connection {
  /// Whether any decision of a year has been made.
  public func hasDecisions(of year: Int) throws -> Bool {
    try value("SELECT EXISTS (SELECT 1 FROM decision WHERE year = ?1)", year) ?? false
  }

  /// The last number in field 570 that was given for a year, 0 before the first.
  public func lastSpecification(of year: Int) throws -> Int64 {
    try value("SELECT COALESCE(max(last_specification), 0) FROM control_file WHERE year = ?1", year) ?? 0
  }

  /// Enters an answer to a record, unless the last answer said the same.
  ///
  /// - Returns: Whether it is new, or nothing when no such record was sent.
  public func insertControlReceipt(
    _ receipt: ControlReceipt, year: Int, entry: EntryNumber
  ) throws -> Bool? {
    guard try receipt.specification <= lastSpecification(of: year) else { return nil }
    guard try controlReceipts(of: receipt.specification, year: year).last != receipt else { return false }
    try run(
      """
      INSERT INTO control_receipt (year, specification, status, code, text, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """, year, receipt.specification, receipt.status, receipt.code, receipt.text, entry)
    return true
  }

  /// The answers to a record, the earliest first.
  public func controlReceipts(of specification: Int64, year: Int) throws -> [ControlReceipt] {
    try all(
      """
      SELECT status, code, text FROM control_receipt WHERE year = ?1 AND specification = ?2 ORDER BY id
      """, year, specification
    ) { row in
      ControlReceipt(
        specification: specification, status: try row.value(0), code: try row.value(1),
        text: try row.value(2))
    }
  }
}
