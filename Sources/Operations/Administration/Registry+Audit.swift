public import Identity
public import Register
import Store

/// What of the audit log is asked for; what is nil lets everything through.
public struct AuditQuery: Hashable, Sendable {
  /// The first and the last day.
  public var from: LocalDate?, to: LocalDate?
  /// The act, `ring.add` say, or a group of acts, `ring`.
  public var act: String?
  /// Who acted.
  public var actor: String?
  /// What the act was about.
  public var subject: String?
  /// Whether only attempts that were refused are asked for.
  public var refusedOnly = false

  /// Asks for everything.
  public init() {}
}

/// An entry of the audit log as a reader sees it.
public struct AuditLine: Sendable {
  /// Its place in the log, from 1.
  public let number: Int
  /// When.
  public let at: Moment
  /// Who.
  public let actor: String
  /// In which role, by its code.
  public let role: String
  /// What.
  public let act: String
  /// How it ended: `done`, `refused` or `read`.
  public let outcome: String
  /// On what.
  public let subject: String?
  /// Further facts as a small JSON object.
  public let detail: String
  /// The register's own number of the person concerned.
  public let person: PersonID?
  /// The reason that the actor gave.
  public let reason: String?

  init(_ record: AuditRecord) {
    let entry = record.entry
    number = Int(record.number)
    at = entry.at
    actor = entry.actor
    role = entry.role
    act = entry.act
    outcome = entry.outcome.rawValue
    subject = entry.subject
    detail = entry.detail
    person = entry.personal?.person
    reason = entry.personal?.value
  }
}

/// What a check of the whole audit log says.
public struct AuditVerdict: Sendable {
  /// An entry that is not as it was written.
  public struct Fault: Hashable, Sendable {
    /// What is wrong with it, worded in the message catalogue.
    public let code: String
    /// The number of the entry.
    public let entry: Int
  }

  /// How many entries stand in the log.
  public let entryCount: Int
  /// The first faults in the order of the entries, at most a thousand.
  public let faults: [Fault]
  /// How many faults there are in all.
  public let faultCount: Int
  /// How many entries said something about a person that retention has destroyed.
  public let redactedCount: Int
  /// How many entries came after the head was signed: a crash between a commit and its signature, at most a few.
  public let unsignedCount: Int
  /// The signed head, a line to be kept elsewhere.
  public let head: String?

  init(_ report: AuditReport) {
    entryCount = report.entryCount
    faults = report.faults.map { Fault(code: $0.kind.rawValue, entry: Int($0.number)) }
    faultCount = report.faultCount
    redactedCount = report.redactedCount
    unsignedCount = report.unsignedCount
    head = report.head.map(\.description)
  }
}

extension Registry {
  /// The last entries of the audit log that a query asks for, the earliest first, and how many there are in all.
  ///
  /// They name persons by the register's own numbers and hold reasons, so the reading is an entry itself.
  public func listAudit(_ query: AuditQuery, last limit: Int) throws -> (lines: [AuditLine], total: Int) {
    try read(.auditList, ActRecord(subject: query.subject)) { connection, record in
      let filter = AuditFilter(query)
      let lines = try connection.auditRecords(filter, last: limit).map(AuditLine.init)
      record.detail["entries"] = String(lines.count)
      return (lines, try connection.auditCount(filter))
    }
  }

  /// Reads the whole audit log and names every entry that was changed, removed or put in another place.
  ///
  /// - Parameter head: A head that was written down elsewhere, against a log and a head that were both cut.
  /// - Throws: `HEAD_FORMAT` when the text is no head.
  public func verifyAudit(against head: String? = nil) throws -> AuditVerdict {
    try authorise(.auditVerify, ActRecord())
    return try refusing(.auditVerify, ActRecord()) {
      let kept = try head.map { text in
        guard let head = AuditHead(text) else { throw Refusal(.headFormat, column: "head") }
        return head
      }
      return AuditVerdict(try store.verifyAudit(against: kept))
    }
  }
}

extension AuditFilter {
  fileprivate init(_ query: AuditQuery) {
    self.init()
    from = query.from.map(Moment.init(startOf:))
    before = query.to.map { Moment(startOf: $0.adding(days: 1)) }
    act = query.act
    actor = query.actor
    subject = query.subject
    outcome = query.refusedOnly ? .refused : nil
  }
}
