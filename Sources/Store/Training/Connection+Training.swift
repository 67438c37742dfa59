public import Identity
public import Register

/// An approved provider.
public struct Provider: Hashable, Sendable {
  /// The register's own number.
  public let id: ProviderID
  /// The organisation number.
  public let number: OrganisationNumber
  /// The name.
  public let name: String
}

/// The days on which an approval of a provider or a trainer for a programme is valid.
public struct Approval: Hashable, Sendable {
  /// The programme's code.
  public let programme: String
  /// The first day.
  public let validFrom: LocalDate
  /// The last day, or nothing while it is open.
  public let validTo: LocalDate?

  /// Dates an approval.
  public init(programme: String, validFrom: LocalDate, validTo: LocalDate?) {
    self.programme = programme
    self.validFrom = validFrom
    self.validTo = validTo
  }

  /// Tells whether the approval is valid on a day.
  public func contains(_ day: LocalDate) -> Bool {
    validFrom <= day && (validTo.map { day <= $0 } ?? true)
  }
}

/// A session of training as recorded by its provider.
public struct TrainingSession: Hashable, Sendable {
  /// The register's own number.
  public let id: Int64
  /// The provider.
  public let provider: ProviderID
  /// The provider's own identifier.
  public let reference: String
  /// The programme's code.
  public let programme: String
  /// The module's code.
  public let module: String
  /// The participant.
  public let person: PersonID
  /// The start.
  public let startsAt: Moment
  /// The end.
  public let endsAt: Moment
  /// The trainer.
  public let trainer: PersonID?
  /// The supervisor of practice.
  public let supervisor: PersonID?

  /// Describes a session.
  public init(
    id: Int64, provider: ProviderID, reference: String, programme: String, module: String, person: PersonID,
    startsAt: Moment, endsAt: Moment, trainer: PersonID?, supervisor: PersonID?
  ) {
    self.id = id
    self.provider = provider
    self.reference = reference
    self.programme = programme
    self.module = module
    self.person = person
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.trainer = trainer
    self.supervisor = supervisor
  }
}

extension Connection {
  /// A provider by its organisation number.
  public func provider(_ number: OrganisationNumber) throws -> Provider? {
    try first(
      "SELECT id, organisation_number, name FROM provider WHERE organisation_number = $1", number,
      read: Connection.readProvider)
  }

  /// Every provider, in the order of their names.
  public func providers() throws -> [Provider] {
    try all("SELECT id, organisation_number, name FROM provider ORDER BY name", read: Connection.readProvider)
  }

  private static func readProvider(_ row: borrowing Row) throws -> Provider {
    Provider(id: try row.value(0), number: try row.value(1), name: try row.text(2))
  }

  /// Enters a provider.
  public func insertProvider(
    _ number: OrganisationNumber, name: String, entry: EntryNumber
  ) throws -> ProviderID {
    let id: ProviderID? = try value(
      "INSERT INTO provider (organisation_number, name, entry) VALUES ($1, $2, $3) RETURNING id", number, name,
      entry)
    guard let id else { throw StoreError(.misuse, "insert returned no id") }
    return id
  }

  /// A provider's approvals, the earliest first.
  public func approvals(of provider: ProviderID) throws -> [Approval] {
    try all(
      """
      SELECT programme, valid_from, valid_to FROM provider_approval WHERE provider = $1
      ORDER BY programme, valid_from
      """, provider, read: Connection.readApproval)
  }

  /// A trainer's approvals, the earliest first.
  public func approvals(ofTrainer person: PersonID) throws -> [Approval] {
    try all(
      """
      SELECT programme, valid_from, valid_to FROM trainer_approval WHERE person = $1
      ORDER BY programme, valid_from
      """, person, read: Connection.readApproval)
  }

  /// Every trainer with the approvals, in the order of their numbers.
  public func trainers() throws -> [(person: Person, approval: Approval)] {
    try all(
      """
      SELECT t.programme, t.valid_from, t.valid_to, \(Person.columns(id: "p.id"))
      FROM trainer_approval t JOIN person p ON p.id = t.person ORDER BY p.number, t.programme, t.valid_from
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
      VALUES ($1, $2, $3, $4, $5)
      """, provider, approval.programme, approval.validFrom, approval.validTo, entry)
  }

  /// Approves a trainer.
  public func insertApproval(
    _ approval: Approval, ofTrainer person: PersonID, entry: EntryNumber
  ) throws {
    try run(
      """
      INSERT INTO trainer_approval (person, programme, valid_from, valid_to, entry)
      VALUES ($1, $2, $3, $4, $5)
      """, person, approval.programme, approval.validFrom, approval.validTo, entry)
  }

  /// Ends an open approval of a provider.
  public func endApproval(
    _ approval: Approval, of provider: ProviderID, on day: LocalDate, entry: EntryNumber
  ) throws {
    try run(
      """
      UPDATE provider_approval SET valid_to = $4, entry = $5
      WHERE provider = $1 AND programme = $2 AND valid_from = $3
      """, provider, approval.programme, approval.validFrom, day, entry)
  }

  /// Ends an open approval of a trainer.
  public func endApproval(
    _ approval: Approval, ofTrainer person: PersonID, on day: LocalDate, entry: EntryNumber
  ) throws {
    try run(
      """
      UPDATE trainer_approval SET valid_to = $4, entry = $5
      WHERE person = $1 AND programme = $2 AND valid_from = $3
      """, person, approval.programme, approval.validFrom, day, entry)
  }
}
