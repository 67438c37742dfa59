internal import CSQLite

/// A value that the register stores in one column.
///
/// An enumeration with text or integer raw values takes part by a bare `extension Kind: SQLValue {}`.
protocol SQLValue {
  /// Reads a column, or throws when it holds something else.
  init(row: borrowing Row, column: Int32) throws(StoreError)

  /// Hands the value to a statement; parameters count from 1.
  func bind(to statement: Statement, at index: Int32) throws(StoreError)
}

extension Statement {
  func bind(_ value: Int64, at index: Int32) throws(StoreError) {
    guard sqlite3_bind_int64(handle, index, value) == SQLITE_OK else { throw fault() }
  }

  /// Binds a text that must stay where it is until another value is bound in its place.
  func bindLasting(text: UnsafeRawBufferPointer, at index: Int32) throws(StoreError) {
    let bound = csqlite_bind_lasting_text(handle, index, text.baseAddress, Int32(clamping: text.count))
    guard bound == SQLITE_OK else { throw fault() }
  }

  func bindNull(at index: Int32) throws(StoreError) {
    guard sqlite3_bind_null(handle, index) == SQLITE_OK else { throw fault() }
  }
}

extension Int64: SQLValue {
  init(row: borrowing Row, column: Int32) throws(StoreError) {
    self = try row.int64(column)
  }

  func bind(to statement: Statement, at index: Int32) throws(StoreError) {
    try statement.bind(self, at: index)
  }
}

extension Int: SQLValue {
  init(row: borrowing Row, column: Int32) throws(StoreError) {
    self = Int(try row.int64(column))
  }

  func bind(to statement: Statement, at index: Int32) throws(StoreError) {
    try statement.bind(Int64(self), at: index)
  }
}

extension Bool: SQLValue {
  init(row: borrowing Row, column: Int32) throws(StoreError) {
    switch try row.int64(column) {
    case 0: self = false
    case 1: self = true
    default: throw row.damage(column)
    }
  }

  func bind(to statement: Statement, at index: Int32) throws(StoreError) {
    try statement.bind(self ? 1 : 0, at: index)
  }
}

extension String: SQLValue {
  init(row: borrowing Row, column: Int32) throws(StoreError) {
    self = try row.withTextBytes(column) { String(validating: $0, as: UTF8.self) }
  }

  func bind(to statement: Statement, at index: Int32) throws(StoreError) {
    var text = self
    let bound = text.withUTF8 { bytes in
      csqlite_bind_text(statement.handle, index, bytes.baseAddress, Int32(clamping: bytes.count))
    }
    guard bound == SQLITE_OK else { throw statement.fault() }
  }
}

extension [UInt8]: SQLValue {
  init(row: borrowing Row, column: Int32) throws(StoreError) {
    self = try row.withBytes(column) { [UInt8]($0) }
  }

  func bind(to statement: Statement, at index: Int32) throws(StoreError) {
    let bound = withUnsafeBytes { bytes in
      csqlite_bind_blob(statement.handle, index, bytes.baseAddress, Int32(clamping: bytes.count))
    }
    guard bound == SQLITE_OK else { throw statement.fault() }
  }
}

extension Optional: SQLValue where Wrapped: SQLValue {
  init(row: borrowing Row, column: Int32) throws(StoreError) {
    self = row.isNull(column) ? nil : try Wrapped(row: row, column: column)
  }

  func bind(to statement: Statement, at index: Int32) throws(StoreError) {
    if let self { try self.bind(to: statement, at: index) } else { try statement.bindNull(at: index) }
  }
}

extension SQLValue where Self: RawRepresentable, RawValue: SQLValue {
  init(row: borrowing Row, column: Int32) throws(StoreError) {
    guard let value = Self(rawValue: try RawValue(row: row, column: column)) else { throw row.damage(column) }
    self = value
  }

  func bind(to statement: Statement, at index: Int32) throws(StoreError) {
    try rawValue.bind(to: statement, at: index)
  }
}
