internal import Identity
internal import Register

/// Twelve digits as an integer.
extension IdentityNumber: SQLValue {
  init(row: borrowing Row, column: Int32) throws(StoreError) {
    guard let number = try? IdentityNumber(stored: try row.int64(column)) else { throw row.damage(column) }
    self = number
  }

  func bind(to statement: Statement, at index: Int32) throws(StoreError) {
    try statement.bind(value, at: index)
  }
}

/// Ten digits as an integer.
extension OrganisationNumber: SQLValue {
  init(row: borrowing Row, column: Int32) throws(StoreError) {
    guard let number = try? OrganisationNumber(stored: try row.int64(column)) else {
      throw row.damage(column)
    }
    self = number
  }

  func bind(to statement: Statement, at index: Int32) throws(StoreError) {
    try statement.bind(value, at: index)
  }
}

/// Four digits as text.
extension MunicipalityCode: SQLValue {
  init(row: borrowing Row, column: Int32) throws(StoreError) {
    guard let code = try? MunicipalityCode(try row.text(column)) else { throw row.damage(column) }
    self = code
  }

  func bind(to statement: Statement, at index: Int32) throws(StoreError) {
    try digits.bind(to: statement, at: index)
  }
}

extension IdentityLevel: SQLValue {}
extension RingState: SQLValue {}
extension OccasionKind: SQLValue {}
extension OccasionType: SQLValue {}
extension OccasionStatus: SQLValue {}
extension CallScope: SQLValue {}

extension Row {
  /// Three columns that hold a postal address, or all three nothing.
  func address(from column: Int32) throws(StoreError) -> PostalAddress? {
    guard let street: String = try value(column) else { return nil }
    let address = try? PostalAddress(
      street: street, postcode: try text(column + 1), city: try text(column + 2))
    guard let address else { throw damage(column) }
    return address
  }
}
