internal import CSQLite

extension Connection {
  /// Runs one statement and tells how many rows it changed.
  @discardableResult
  func run<each Value: SQLValue>(_ sql: String, _ values: repeat each Value) throws(StoreError) -> Int {
    try cached(sql).run(repeat each values)
  }

  /// Reads the first row, or nothing when there is none.
  func first<each Value: SQLValue, Result>(
    _ sql: String, _ values: repeat each Value, read: (borrowing Row) throws -> Result
  ) throws -> Result? {
    try cached(sql).first(repeat each values, read: read)
  }

  /// Reads every row.
  func all<each Value: SQLValue, Result>(
    _ sql: String, _ values: repeat each Value, read: (borrowing Row) throws -> Result
  ) throws -> [Result] {
    try cached(sql).all(repeat each values, read: read)
  }

  /// Visits every row while it streams by.
  func forEach<each Value: SQLValue>(
    _ sql: String, _ values: repeat each Value, body: (borrowing Row) throws -> Void
  ) throws {
    try cached(sql).forEach(repeat each values, body: body)
  }

  /// Reads the first column of the first row, or nothing when there is no row.
  ///
  /// It suits counts and `INSERT … RETURNING`.
  func value<each Value: SQLValue, Result: SQLValue>(
    _ sql: String, _ values: repeat each Value, as type: Result.Type = Result.self
  ) throws(StoreError) -> Result? {
    try cached(sql).value(repeat each values)
  }

  /// The prepared statement for a text, or a new one when that is in the middle of its rows.
  func cached(_ sql: String) throws(StoreError) -> Statement {
    if let statement = statements[sql] {
      return statement.isRunning ? try prepare(sql) : statement
    }
    let statement = try prepare(sql)
    statements[sql] = statement
    return statement
  }
}
