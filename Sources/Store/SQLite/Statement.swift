internal import CSQLite

/// A prepared statement with `?1`, `?2` … for its values.
///
/// A number of values that differs from the statement's is a fault of the program and traps.
final class Statement {
  let handle: OpaquePointer

  /// How many values it takes.
  private let valueCount: Int

  /// Compiles one statement.
  init(_ sql: String, on connection: OpaquePointer) throws(StoreError) {
    var compiled: OpaquePointer?
    let result = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(bitPattern: SQLITE_PREPARE_PERSISTENT), &compiled, nil)
    guard result == SQLITE_OK else { throw StoreError(lastOf: connection, sql) }
    guard let compiled else { throw StoreError(.misuse, "empty statement") }
    self.handle = compiled
    self.valueCount = Int(sqlite3_bind_parameter_count(compiled))
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Whether it stands in the middle of its rows.
  var isRunning: Bool { sqlite3_stmt_busy(handle) != 0 }

  /// Runs to the end and tells how many rows it changed.
  @discardableResult
  func run<each Value: SQLValue>(_ values: repeat each Value) throws(StoreError) -> Int {
    try bind(repeat each values)
    defer { sqlite3_reset(handle) }
    while try step() {}
    return Int(sqlite3_changes64(sqlite3_db_handle(handle)))
  }

  /// Binds values that follow each other from number `first` on, and tells the number after the last.
  @discardableResult
  func bind<each Value: SQLValue>(from first: Int, _ values: repeat each Value) throws(StoreError) -> Int {
    var number = first
    for value in repeat each values {
      precondition(number <= valueCount, "the statement takes only \(valueCount) values")
      try value.bind(to: self, at: Int32(number))
      number += 1
    }
    return number
  }

  /// Runs to the end with the values that are bound, and keeps them.
  func runAsBound() throws(StoreError) {
    defer { sqlite3_reset(handle) }
    while try step() {}
  }

  /// Runs to the end with as many integers as it takes, for a statement that enters several rows at once.
  func run(integers: [Int64]) throws(StoreError) {
    precondition(integers.count == valueCount, "the statement takes \(valueCount) values")
    for (place, integer) in integers.enumerated() { try bind(integer, at: Int32(place + 1)) }
    defer { sqlite3_reset(handle) }
    while try step() {}
  }

  /// Reads the first row, or nothing when there is none.
  func first<each Value: SQLValue, Result>(
    _ values: repeat each Value, read: (borrowing Row) throws -> Result
  ) throws -> Result? {
    try bind(repeat each values)
    defer { sqlite3_reset(handle) }
    guard try step() else { return nil }
    return try read(Row(handle))
  }

  /// Reads the first column of the first row, or nothing when there is no row.
  func value<each Value: SQLValue, Result: SQLValue>(
    _ values: repeat each Value, as type: Result.Type = Result.self
  ) throws(StoreError) -> Result? {
    try bind(repeat each values)
    defer { sqlite3_reset(handle) }
    guard try step() else { return nil }
    return try Row(handle).value(0)
  }

  /// Reads every row.
  func all<each Value: SQLValue, Result>(
    _ values: repeat each Value, read: (borrowing Row) throws -> Result
  ) throws -> [Result] {
    try bind(repeat each values)
    defer { sqlite3_reset(handle) }
    var results: [Result] = []
    while try step() { results.append(try read(Row(handle))) }
    return results
  }

  /// Visits every row while it streams by.
  func forEach<each Value: SQLValue>(
    _ values: repeat each Value, body: (borrowing Row) throws -> Void
  ) throws {
    try bind(repeat each values)
    defer { sqlite3_reset(handle) }
    while try step() { try body(Row(handle)) }
  }

  private func bind<each Value: SQLValue>(_ values: repeat each Value) throws(StoreError) {
    let given = try bind(from: 1, repeat each values) - 1
    precondition(given == valueCount, "the statement takes \(valueCount) values, not \(given)")
  }

  /// Moves to the next row, if there is one.
  private func step() throws(StoreError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw fault()
    }
  }

  /// The connection's last fault with this statement's text, in which the values are still `?1`.
  func fault() -> StoreError {
    StoreError(lastOf: sqlite3_db_handle(handle), String(cString: sqlite3_sql(handle)))
  }
}
