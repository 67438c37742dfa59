public import Identity
public import Register

extension Connection {
  /// Notes that an answer came in; what it says stands with the audit entry.
  public func insertAnswer(to decision: Int64, receivedOn day: LocalDate, entry: EntryNumber) throws {
    try run(
      "INSERT INTO decision_answer (decision, received_on, entry) VALUES (?1, ?2, ?3)", decision, day, entry)
  }

  /// Makes a communicated outcome a decision, with the facts that were communicated.
  public func closeDecision(
    _ decision: Int64, on day: LocalDate, numbered document: DocumentNumber, officer: String?,
    entry: EntryNumber
  ) throws(StoreError) {
    try run(
      "INSERT INTO decision_closed (decision, decided_on, document, officer, entry) VALUES (?1, ?2, ?3, ?4, ?5)",
      decision, day, document.description, officer, entry)
  }

  /// Lets a communicated change fall.
  public func withdrawDecision(
    _ decision: Int64, on day: LocalDate, officer: String, entry: EntryNumber
  ) throws(StoreError) {
    try run(
      "INSERT INTO decision_withdrawn (decision, withdrawn_on, officer, entry) VALUES (?1, ?2, ?3, ?4)",
      decision, day, officer, entry)
  }

  /// Gives a decision a new document in which a slip is put right.
  public func insertSlip(
    in decision: Int64, on day: LocalDate, numbered document: DocumentNumber, officer: String,
    entry: EntryNumber
  ) throws {
    try run(
      "INSERT INTO decision_slip (decision, dated_on, document, officer, entry) VALUES (?1, ?2, ?3, ?4, ?5)",
      decision, day, document.description, officer, entry)
  }

  /// What a slip was, as the entry of the act says.
  public func slipKind(of entry: EntryNumber) throws -> SlipKind {
    let detail: String? = try value("SELECT detail FROM audit_entry WHERE number = ?1", entry)
    return SlipKind.allCases.first { detail?.contains("\"slip\":\"\($0.rawValue)\"") ?? false } ?? .writing
  }

  /// Notes how a letter or a decision reached the person; the same again is not noted twice.
  public func insertService(_ service: DecisionService, of decision: Int64, entry: EntryNumber) throws -> Bool
  {
    guard try !services(of: decision).contains(service) else { return false }
    try run(
      "INSERT INTO decision_service (decision, method, day, entry) VALUES (?1, ?2, ?3, ?4)", decision,
      service.method, service.day, entry)
    return true
  }

  /// How and when a letter or a decision reached the person, the first noted first.
  public func services(of decision: Int64) throws -> [DecisionService] {
    try all("SELECT method, day FROM decision_service WHERE decision = ?1 ORDER BY id", decision) { row in
      DecisionService(method: try row.value(0), day: try row.date(1))
    }
  }

  /// The words that an act gave as its reason, until retention removes them.
  public func statedReason(of entry: EntryNumber) throws -> String? {
    let stated: String?? = try value("SELECT value FROM audit_personal WHERE entry = ?1", entry)
    return stated ?? nil
  }
}

extension ServiceMethod: SQLValue {}
