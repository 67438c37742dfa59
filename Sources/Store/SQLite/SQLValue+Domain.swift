internal import CSQLite
internal import Identity
internal import Register

extension RowID: SQLValue {
  init(row: borrowing Row, column: Int32) throws(StoreError) {
    self.init(try row.int64(column))
  }

  func bind(to statement: Statement, at index: Int32) throws(StoreError) {
    try statement.bind(value, at: index)
  }
}

/// Seconds since 1970 as an integer.
extension Moment: SQLValue {
  init(row: borrowing Row, column: Int32) throws(StoreError) {
    self.init(seconds: try row.int64(column))
  }

  func bind(to statement: Statement, at index: Int32) throws(StoreError) {
    try statement.bind(seconds, at: index)
  }
}

/// The text `2027-01-15`, so that days sort and compare in SQL and a person can read the file.
extension LocalDate: SQLValue {
  init(row: borrowing Row, column: Int32) throws(StoreError) {
    self = try row.withTextBytes(column) { LocalDate(iso: $0.span) }
  }

  func bind(to statement: Statement, at index: Int32) throws(StoreError) {
    let (year, month, day) = components
    guard (1...9999).contains(year) else { throw StoreError(.constraint, "a year outside 1 to 9999") }
    // On the stack: attendance binds a day per row.
    let bound = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 10) { text in
      func write(_ number: Int, digits: Int, at start: Int) {
        var rest = number
        for position in (start..<start + digits).reversed() {
          text[position] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
      }
      write(year, digits: 4, at: 0)
      text[4] = UInt8(ascii: "-")
      write(month, digits: 2, at: 5)
      text[7] = UInt8(ascii: "-")
      write(day, digits: 2, at: 8)
      return csqlite_bind_text(statement.handle, index, text.baseAddress, 10)
    }
    guard bound == SQLITE_OK else { throw statement.fault() }
  }
}
