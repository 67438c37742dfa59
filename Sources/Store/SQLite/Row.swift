internal import CSQLite
internal import Identity
internal import Register

/// The row that a statement stands at, with columns from 0.
///
/// It cannot be copied or kept, since its bytes are gone with the next row. A value of another type than the
/// one asked for means a damaged register and throws. A column is looked up once and then read as an SQLite value, which
/// SQLite allows where one thread at a time holds the connection, as here.
struct Row: ~Copyable {
  private let statement: OpaquePointer

  init(_ statement: OpaquePointer) {
    self.statement = statement
  }

  /// The value of a column, as any type that the register stores; an optional reads NULL as nothing.
  func value<Value: SQLValue>(_ column: Int32, as type: Value.Type = Value.self) throws(StoreError) -> Value {
    try Value(row: self, column: column)
  }

  /// Whether a column holds NULL.
  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement, column) == SQLITE_NULL
  }

  /// An integer.
  func int64(_ column: Int32) throws(StoreError) -> Int64 {
    let value = sqlite3_column_value(statement, column)
    guard sqlite3_value_type(value) == SQLITE_INTEGER else { throw damage(column) }
    return sqlite3_value_int64(value)
  }

  /// An integer.
  func int(_ column: Int32) throws(StoreError) -> Int {
    Int(try int64(column))
  }

  /// A truth value.
  func bool(_ column: Int32) throws(StoreError) -> Bool {
    try value(column)
  }

  /// A text.
  func text(_ column: Int32) throws(StoreError) -> String {
    try value(column)
  }

  /// A day.
  func date(_ column: Int32) throws(StoreError) -> LocalDate {
    try value(column)
  }

  /// An instant.
  func moment(_ column: Int32) throws(StoreError) -> Moment {
    Moment(seconds: try int64(column))
  }

  /// Bytes.
  func bytes(_ column: Int32) throws(StoreError) -> [UInt8] {
    try value(column)
  }

  /// Lends the bytes of a text without a copy; nothing from the body means a damaged register.
  func withTextBytes<Result>(
    _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result?
  ) throws(StoreError) -> Result {
    let value = sqlite3_column_value(statement, column)
    guard sqlite3_value_type(value) == SQLITE_TEXT, let start = sqlite3_value_text(value) else {
      throw damage(column)
    }
    // The count, not a closing NUL, ends a text: a NUL may stand inside it.
    let count = Int(sqlite3_value_bytes(value))
    guard let result = body(UnsafeBufferPointer(start: start, count: count)) else { throw damage(column) }
    return result
  }

  /// Lends the bytes of a blob without a copy.
  func withBytes<Result>(
    _ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(StoreError) -> Result {
    guard sqlite3_column_type(statement, column) == SQLITE_BLOB else { throw damage(column) }
    // An empty blob has no address, only a count of 0.
    let start = sqlite3_column_blob(statement, column)
    return body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
  }

  /// The fault that a column holds what this program never writes.
  func damage(_ column: Int32) -> StoreError {
    let name = sqlite3_column_name(statement, column).map { String(cString: $0) } ?? "\(column)"
    return StoreError(.damaged, "column \(name): \(String(cString: sqlite3_sql(statement)))")
  }
}
