public import Identity
public import Register

/// Turns the cells of a record into values and gathers what is wrong with them.
///
/// Each method gives nothing for an empty cell, which is a fault only when the value is required.
public struct RowReader: ~Copyable {
  enum Presence {
    case required
    case optional
  }

  @usableFromInline private(set) var faults: [Refusal] = []
  private let cells: Cells
  private let today: LocalDate

  @usableFromInline init(_ record: borrowing CSVRecord, today: LocalDate) {
    self.cells = record.cells
    self.today = today
  }

  private mutating func value<Value>(
    _ column: Column, _ presence: Presence, _ parse: (Cell) throws(Refusal) -> Value
  ) -> Value? {
    guard let cell = cells[column] else {
      if presence == .required { refuse(Refusal(.valueMissing), in: column) }
      return nil
    }
    do {
      return try parse(cell)
    } catch {
      refuse(error, in: column)
      return nil
    }
  }

  mutating func refuse(_ refusal: Refusal, in column: Column) {
    var refusal = refusal
    refusal.column = column.rawValue
    faults.append(refusal)
  }
}

extension RowReader {
  /// Checks that the record has as many cells as the header, and no quote that leaves them in doubt.
  @usableFromInline mutating func hasShapeOfHeader() -> Bool {
    if cells.count != cells.header.columns.count {
      let expected = cells.header.columns.count
      faults.append(Refusal(.fieldCount, ["expected": .count(expected), "found": .count(cells.count)]))
    } else if cells.hasMisplacedQuote {
      faults.append(Refusal(.quoteMisplaced))
    }
    return faults.isEmpty
  }

  /// Tells whether a cell holds anything.
  func has(_ column: Column) -> Bool { cells[column] != nil }

  mutating func text(_ column: Column, _ presence: Presence = .optional, limit: Int = 100) -> String? {
    value(column, presence) { cell throws(Refusal) in try cell.line(limit: limit) }
  }

  mutating func count(_ column: Column, _ presence: Presence = .optional) -> Int? {
    value(column, presence) { cell throws(Refusal) in try cell.count() }
  }

  mutating func share(_ column: Column, _ presence: Presence = .optional) -> Fraction? {
    value(column, presence) { cell throws(Refusal) in try cell.decimal() }
  }

  mutating func flag(_ column: Column, _ presence: Presence = .optional) -> Bool? {
    value(column, presence) { cell throws(Refusal) in try cell.flag() }
  }

  mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ column: Column, _ presence: Presence = .optional, of: Choice.Type = Choice.self
  ) -> Choice? {
    value(column, presence) { cell throws(Refusal) in try cell.choice() }
  }

  mutating func date(_ column: Column, _ presence: Presence = .optional) -> LocalDate? {
    value(column, presence) { cell throws(Refusal) in try cell.date() }
  }

  mutating func moment(_ column: Column, _ presence: Presence = .optional) -> Moment? {
    value(column, presence) { cell throws(Refusal) in try cell.moment() }
  }

  mutating func identityNumber(_ column: Column, _ presence: Presence = .optional) -> IdentityNumber? {
    let today = today
    return value(column, presence) { cell throws(Refusal) in try cell.identityNumber(on: today) }
  }

  mutating func organisationNumber(_ column: Column) -> OrganisationNumber? {
    value(column, .required) { cell throws(Refusal) in try cell.organisationNumber() }
  }

  mutating func municipality(_ column: Column) -> MunicipalityCode? {
    value(column, .required) { cell throws(Refusal) in try cell.municipality() }
  }

  mutating func ringNumber(_ column: Column, _ presence: Presence = .optional) -> RingNumber? {
    value(column, presence) { cell throws(Refusal) in try cell.ringNumber() }
  }

  /// An address of three cells, all of them or none.
  mutating func address() -> PostalAddress? {
    guard has(.street) || has(.postcode) || has(.city) else { return nil }
    let street = text(.street, .required)
    let postcode = text(.postcode, .required, limit: 10)
    let city = text(.city, .required, limit: 50)
    guard let street, let postcode, let city else { return nil }
    do {
      return try PostalAddress(street: street, postcode: postcode, city: city)
    } catch {
      refuseAddress(error)
      return nil
    }
  }

  private mutating func refuseAddress(_ fault: IdentityFault) {
    refuse(Refusal(fault), in: fault == .postcode ? .postcode : .street)
  }

  /// Those parts of an address that are given.
  mutating func addressParts() -> PostalAddress.Parts? {
    guard has(.street) || has(.postcode) || has(.city) else { return nil }
    do {
      return try PostalAddress.Parts(
        street: text(.street), postcode: text(.postcode, limit: 10), city: text(.city, limit: 50))
    } catch {
      refuseAddress(error)
      return nil
    }
  }

  /// A member named by number, else by alias and ring.
  mutating func member() -> MemberReference? {
    guard !has(.personnummer), has(.alias) || has(.ring) else {
      return identityNumber(.personnummer, .required).map(MemberReference.number)
    }
    let alias = text(.alias, .required, limit: 50)
    let ring = ringNumber(.ring, .required)
    guard let alias, let ring else { return nil }
    return .alias(alias, ring: ring)
  }
}
