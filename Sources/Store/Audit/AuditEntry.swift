public import Register

/// One act in the audit log: a command, a request, a batch of an import.
///
/// Nothing in it but `personal` may hold personal data, since the rest can never be removed.
public struct AuditEntry: Hashable, Sendable {
  /// How an act ended.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    case done, refused, read
  }

  /// What an entry says about a person, removed when its time is up (decision C-99).
  public struct Personal: Hashable, Sendable {
    /// The person whom the act concerns, if the register knows them.
    public let person: PersonID?

    /// Further words about the act that are personal data.
    public let value: String?

    /// Names the person and what is said of them.
    public init(person: PersonID?, value: String? = nil) {
      self.person = person
      self.value = value
    }
  }

  /// When.
  public let at: Moment

  /// Who, as `--actor` or the account's name.
  public let actor: String

  /// In which role (decision C-46).
  public let role: String

  /// What, as a code such as `ring.add`.
  public let act: String

  /// How it ended.
  public let outcome: Outcome

  /// On what: a ring number, the key of an occasion, a document number.
  public let subject: String?

  /// Further facts as a small JSON object.
  public let detail: String

  /// The digest of the rows that an import's batch stored.
  public let rowsDigest: [UInt8]?

  /// What it says about a person.
  public let personal: Personal?

  /// States an act.
  public init(
    at: Moment, actor: String, role: String, act: String, outcome: Outcome, subject: String? = nil,
    detail: String = "{}", rowsDigest: [UInt8]? = nil, personal: Personal? = nil
  ) {
    self.at = at
    self.actor = actor
    self.role = role
    self.act = act
    self.outcome = outcome
    self.subject = subject
    self.detail = detail
    self.rowsDigest = rowsDigest
    self.personal = personal
  }
}

extension AuditEntry.Outcome: SQLValue {}
