public import Identity
public import Register

extension Connection {
  /// A provider by its organisation number.
  public func provider(_ number: OrganisationNumber) throws -> Provider? {
    try first(
      "SELECT id, organisation_number, name FROM provider WHERE organisation_number = ?1", number,
      read: Connection.readProvider)
  }

  /// A provider by the register's number.
  public func provider(_ id: ProviderID) throws -> Provider? {
    try first(
      "SELECT id, organisation_number, name FROM provider WHERE id = ?1", id, read: Connection.readProvider)
  }

  /// Every provider, in the order of their names.
  public func providers() throws -> [Provider] {
    try all(
      "SELECT id, organisation_number, name FROM provider ORDER BY name, organisation_number",
      read: Connection.readProvider)
  }

  private static func readProvider(_ row: borrowing Row) throws -> Provider {
    Provider(id: try row.value(0), number: try row.value(1), name: try row.text(2))
  }

  /// Enters a provider.
  public func insertProvider(
    _ number: OrganisationNumber, name: String, entry: EntryNumber
  ) throws -> ProviderID {
    let id: ProviderID? = try value(
      "INSERT INTO provider (organisation_number, name, entry) VALUES (?1, ?2, ?3) RETURNING id", number,
      name,
      entry)
    guard let id else { throw StoreError(.misuse, "insert returned no id") }
    return id
  }

  /// Gives a provider another name; the row before it stays as history.
  public func renameProvider(_ id: ProviderID, to name: String, entry: EntryNumber) throws {
    try run("UPDATE provider SET name = ?2, entry = ?3 WHERE id = ?1", id, name, entry)
  }

  /// A provider's approvals, the earliest first.
  public func approvals(of provider: ProviderID) throws -> [Approval] {
    try all(
      """
      SELECT programme, valid_from, valid_to FROM provider_approval WHERE provider = ?1
      ORDER BY programme, valid_from
      """, provider, read: Connection.readApproval)
  }

  /// A trainer's approvals, the earliest first.
  public func approvals(ofTrainer person: PersonID) throws -> [Approval] {
    try all(
      """
      SELECT programme, valid_from, valid_to FROM trainer_approval
      WHERE person IN (SELECT id FROM person WHERE id = ?1 OR merged_into = ?1)
      ORDER BY programme, valid_from
      """, person, read: Connection.readApproval)
  }

  /// Every trainer with the approvals, in the order of their numbers.
  public func trainers() throws -> [(person: Person, approval: Approval)] {
    try all(
      """
      SELECT t.programme, t.valid_from, t.valid_to, \(Person.columns(of: "p"))
      FROM trainer_approval t JOIN person old ON old.id = t.person
        JOIN person p ON p.id = COALESCE(old.merged_into, old.id)
      ORDER BY p.number, t.programme, t.valid_from
      """
    ) { row in
      let approval = try Connection.readApproval(row)
      return (try Person.read(row, from: 3), approval)
    }
  }

  private static func readApproval(_ row: borrowing Row) throws -> Approval {
    Approval(programme: try row.text(0), validFrom: try row.date(1), validTo: try row.value(2))
  }

  /// Approves a provider.
  public func insertApproval(
    _ approval: Approval, of provider: ProviderID, entry: EntryNumber
  ) throws {
    try run(
      """
      INSERT INTO provider_approval (provider, programme, valid_from, valid_to, entry)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """, provider, approval.programme, approval.validFrom, approval.validTo, entry)
  }

  /// Approves a trainer.
  public func insertApproval(
    _ approval: Approval, ofTrainer person: PersonID, entry: EntryNumber
  ) throws {
    try run(
      """
      INSERT INTO trainer_approval (person, programme, valid_from, valid_to, entry)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """, person, approval.programme, approval.validFrom, approval.validTo, entry)
  }

  /// Ends an open approval of a provider.
  public func endApproval(
    _ approval: Approval, of provider: ProviderID, on day: LocalDate, entry: EntryNumber
  ) throws {
    try run(
      """
      UPDATE provider_approval SET valid_to = ?4, entry = ?5
      WHERE provider = ?1 AND programme = ?2 AND valid_from = ?3
      """, provider, approval.programme, approval.validFrom, day, entry)
  }

  /// Ends an open approval of a trainer.
  public func endApproval(
    _ approval: Approval, ofTrainer person: PersonID, on day: LocalDate, entry: EntryNumber
  ) throws {
    try run(
      """
      UPDATE trainer_approval SET valid_to = ?4, entry = ?5
      WHERE person IN (SELECT id FROM person WHERE id = ?1 OR merged_into = ?1)
        AND programme = ?2 AND valid_from = ?3
      """, person, approval.programme, approval.validFrom, day, entry)
  }
}
