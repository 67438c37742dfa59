public import Register
import Store

/// What a look at a register's files and contents found.
public struct RegisterHealth: Sendable {
  /// One thing found, worded under its code in the message catalogue.
  public struct Finding: Hashable, Sendable {
    /// The code.
    public let code: String

    /// The values that the wording uses.
    public let facts: [String: Fact]

    /// Whether it is a fault, or else a fact worth knowing.
    public let isFault: Bool

    /// States something found.
    public init(_ code: String, _ facts: [String: Fact] = [:], isFault: Bool) {
      self.code = code
      self.facts = facts
      self.isFault = isFault
    }
  }

  /// What was found, in the order of the checks.
  public var findings: [Finding] = []

  /// How many entries stand in the audit log, where it could be read.
  public var entryCount: Int?

  /// Whether nothing is wrong.
  public var isSound: Bool { !findings.contains(where: \.isFault) }
}

extension Registry {
  /// Looks at the register at a path: its files and their modes, its pages and references, its audit log.
  ///
  /// Nothing is changed, and the look goes on after the first fault, also in a file that cannot be opened.
  ///
  /// - Throws: `NOT_PERMITTED` for a user of the register whose role may not check it.
  public static func examine(
    file path: String, parameters: Parameters, actor: String, now: Moment
  ) throws -> RegisterHealth {
    var health = RegisterHealth()
    health.findings = Doctor.examine(path, schema: .register).map { finding in
      RegisterHealth.Finding(
        finding.code.rawValue, finding.facts.mapValues(Fact.text), isFault: finding.isFault)
    }
    // Opening an older register would bring it up to date, and a look changes nothing.
    let ends: [Store.Finding.Code] = [.cannotOpen, .olderVersion]
    guard !health.findings.contains(where: { ends.map(\.rawValue).contains($0.code) }) else { return health }
    let registry = try Registry(openingFile: path, parameters: parameters, actor: actor, now: now)
    try registry.authorise(.registerCheck, ActRecord())
    do {
      try health.examineAudit(of: registry.store)
    } catch let error as StoreError {
      health.findings.append(
        .init(error.code.rawValue, RegisterFault(error, path: path).facts, isFault: true))
    }
    return health
  }
}

extension RegisterHealth {
  /// Checks the chain, and that no row names an entry which the log does not hold.
  fileprivate mutating func examineAudit(of store: Database) throws {
    let verification = try AuditVerdict(store.verifyAudit())
    entryCount = verification.entryCount
    findings += verification.faults.map { fault in
      Finding(fault.code, ["entry": .count(fault.entry)], isFault: true)
    }
    findings += try store.read { connection in try connection.tablesBeyondAudit() }.map { table in
      Finding("DOCTOR_ROW_WITHOUT_ENTRY", ["table": .text(table)], isFault: true)
    }
  }
}
