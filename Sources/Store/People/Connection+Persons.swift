public import Identity
public import Register

extension Connection {
  /// The person who has or had an identity number, as the person who now holds the merged facts.
  public func person(numbered number: IdentityNumber) throws -> Person? {
    guard let id = try personID(numbered: number) else { return nil }
    return try person(id)
  }

  /// The register's number of the person who has or had an identity number.
  public func personID(numbered number: IdentityNumber) throws -> PersonID? {
    let current: PersonID? = try value(
      "SELECT COALESCE(merged_into, id) FROM person WHERE number = ?1", number)
    if let current { return current }
    return try value(
      """
      SELECT COALESCE(p.merged_into, p.id) FROM identity_number n JOIN person p ON p.id = n.person
      WHERE n.number = ?1
      """, number)
  }

  /// A person by the register's number.
  public func person(_ id: PersonID) throws -> Person? {
    try first("SELECT \(Person.columns) FROM person WHERE id = ?1", id, read: Person.read)
  }

  /// Tells whether a person has died, under whichever number the death is recorded.
  public func hasDied(_ id: PersonID, by day: LocalDate) throws -> Bool {
    try value(
      """
      SELECT 1 FROM person p LEFT JOIN person s ON s.id = p.merged_into
      WHERE p.id = ?1 AND COALESCE(s.deceased_on, p.deceased_on) <= ?2
      """, id, day, as: Int.self) != nil
  }

  /// Enters a person under a number that nobody has.
  public func insertPerson(
    numbered number: IdentityNumber, _ details: PersonDetails, entry: EntryNumber
  ) throws -> PersonID {
    let id: PersonID? = try value(
      """
      INSERT INTO person (number, given_name, family_name, street, postcode, city, protected, born_on,
        deceased_on, id_level, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) RETURNING id
      """,
      number, details.givenName, details.familyName, details.address?.street,
      details.address?.postcode.digits, details.address?.city, details.isProtected, details.bornOn,
      details.deceasedOn, details.identityLevel, entry)
    guard let id else { throw StoreError(.misuse, "insert returned no id") }
    return id
  }

  /// Changes what is known of a person; the row before it stays as history.
  public func updatePerson(
    _ id: PersonID, _ details: PersonDetails, entry: EntryNumber
  ) throws {
    try run(
      """
      UPDATE person SET given_name = ?2, family_name = ?3, street = ?4, postcode = ?5, city = ?6,
        protected = ?7, born_on = ?8, deceased_on = ?9, id_level = ?10, entry = ?11
      WHERE id = ?1
      """,
      id, details.givenName, details.familyName, details.address?.street,
      details.address?.postcode.digits, details.address?.city, details.isProtected, details.bornOn,
      details.deceasedOn, details.identityLevel, entry)
  }

  /// Gives a person another number; the old one still finds the person.
  public func changeNumber(
    of id: PersonID, from old: IdentityNumber, to new: IdentityNumber, entry: EntryNumber
  ) throws {
    try run(
      "INSERT INTO identity_number (number, person, entry) VALUES (?1, ?2, ?3)", old, id, entry)
    try run("UPDATE person SET number = ?2, entry = ?3 WHERE id = ?1", id, new, entry)
  }

  /// Lets one person's facts count as another's, who is the same person under the number that remains.
  public func merge(
    _ id: PersonID, into survivor: PersonID, entry: EntryNumber
  ) throws {
    try run("UPDATE person SET merged_into = ?2, entry = ?3 WHERE id = ?1", id, survivor, entry)
    try run("UPDATE person SET merged_into = ?2, entry = ?3 WHERE merged_into = ?1", id, survivor, entry)
  }

  /// Every person whose facts count as another's.
  public func mergedPersons() throws -> [PersonID: PersonID] {
    let pairs: [(PersonID, PersonID)] = try all(
      "SELECT id, merged_into FROM person WHERE merged_into IS NOT NULL"
    ) { row in
      (try row.value(0), try row.value(1))
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// A person and every other whose facts count as this one's.
  public func records(of id: PersonID) throws -> [PersonID] {
    [id] + (try all("SELECT id FROM person WHERE merged_into = ?1", id) { row in try row.value(0) })
  }

  /// The names and numbers that a person had before, the earliest first, with the entry that gave each.
  public func history(
    of id: PersonID
  ) throws -> [(number: IdentityNumber, name: String, entry: EntryNumber)] {
    try all(
      """
      SELECT number, given_name || ' ' || family_name, entry FROM person_history WHERE person = ?1 ORDER BY id
      """, id
    ) { row in (try row.value(0), try row.text(1), try row.int64(2)) }
  }

  /// Visits every person, or everyone who has been a member of a ring, in the order of their numbers.
  public func forEachPerson(of ring: RingID? = nil, _ body: (Person) throws -> Void) throws {
    try forEach(
      "SELECT \(Person.columns) FROM person WHERE \(Connection.personCondition) ORDER BY number", ring
    ) { row in try body(Person.read(row)) }
  }

  /// How many persons `forEachPerson` visits.
  public func personCount(of ring: RingID? = nil) throws -> Int {
    try value("SELECT COUNT(*) FROM person WHERE \(Connection.personCondition)", ring) ?? 0
  }

  private static let personCondition = """
    merged_into IS NULL AND (?1 IS NULL OR id IN (
      SELECT COALESCE(p.merged_into, p.id) FROM membership m JOIN person p ON p.id = m.person WHERE m.ring = ?1))
    """
}

extension Person {
  static let columns = columns(of: "person")

  /// The columns of the table under the name that a query gives it.
  static func columns(of person: String) -> String {
    [
      "id", "number", "given_name", "family_name", "street", "postcode", "city", "protected", "born_on",
      "deceased_on", "id_level",
    ].map { "\(person).\($0)" }.joined(separator: ", ")
  }

  static func read(_ row: borrowing Row) throws -> Person {
    try read(row, from: 0)
  }

  static func read(_ row: borrowing Row, from first: Int32) throws -> Person {
    Person(
      id: try row.value(first), number: try row.value(first + 1),
      details: PersonDetails(
        givenName: try row.text(first + 2), familyName: try row.text(first + 3),
        address: try row.address(from: first + 4), isProtected: try row.bool(first + 7),
        bornOn: try row.value(first + 8), deceasedOn: try row.value(first + 9),
        identityLevel: try row.value(first + 10)))
  }
}
