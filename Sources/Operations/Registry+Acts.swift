import Register
import Store

/// What an act says of itself in the audit log beside its rows; never personal data.
struct ActRecord {
  /// What the act is about: a ring's or a document's number, an occasion's identifier.
  var subject: String?

  /// Counts, days and codes that a reader of the log needs.
  var detail: [String: String] = [:]

  /// The person whose data the act reads or writes, kept beside the chain so that it can be redacted.
  var person: PersonID?

  /// The reason that the actor gave, kept beside the chain since people write names into it.
  var reason: String?

  /// The digest of the rows that a batch of an import stored.
  var rowsDigest: [UInt8]?
}

/// One act under way: the connection it writes to, the number of its audit entry and what the entry will say.
final class Transaction {
  let connection: Connection
  let entry: EntryNumber
  var record: ActRecord

  init(_ connection: Connection, entry: EntryNumber, record: ActRecord) {
    self.connection = connection
    self.entry = entry
    self.record = record
  }
}

extension Registry {
  /// Does an act that writes, in one transaction with its audit entry.
  ///
  /// - Throws: `NOT_PERMITTED` and every refusal of the body, each with an entry of its own and no other row.
  func write<Result>(
    _ act: Act, _ record: ActRecord = ActRecord(), _ body: (Transaction) throws -> Result
  ) throws -> Result {
    try authorise(act, record)
    return try refusing(act, record) {
      try store.write { connection in
        let transaction = Transaction(connection, entry: try connection.nextEntryNumber(), record: record)
        let result = try body(transaction)
        try connection.audit(entry(act, .done, transaction.record), random: random)
        return result
      }
    }
  }

  /// Does an act that only reads what is not personal; it leaves no entry.
  func look<Result>(_ act: Act, _ body: (Connection) throws -> Result) throws -> Result {
    try authorise(act, ActRecord())
    return try refusing(act, ActRecord()) { try store.read(body) }
  }

  /// Does an act that reads personal data; its entry is written before the answer leaves.
  ///
  /// The body names in the record whose data it has read.
  func read<Result>(
    _ act: Act, _ record: ActRecord = ActRecord(), _ body: (Connection, inout ActRecord) throws -> Result
  ) throws -> Result {
    try authorise(act, record)
    return try refusing(act, record) {
      var record = record
      let result = try store.read { connection in try body(connection, &record) }
      try log(act, .read, record)
      return result
    }
  }

  /// Refuses an act that the actor's role may not do, with an entry that says so.
  func authorise(_ act: Act, _ record: ActRecord) throws {
    guard actor.may(act) else {
      try log(act, .refused, record)
      throw Refusal(.notPermitted)
    }
  }

  /// Runs a body and leaves an entry when a rule refuses it; faults of the file are told as such.
  func refusing<Result>(_ act: Act, _ record: ActRecord, _ body: () throws -> Result) throws -> Result {
    do {
      return try tellingFaults(of: store.files.database, body)
    } catch {
      if let refusals = error.refusals {
        var record = record
        record.detail["code"] = refusals.map(\.code.rawValue).joined(separator: " ")
        try log(act, .refused, record)
      }
      throw error
    }
  }

  /// Leaves an entry of its own for a read, a refused attempt or what was done elsewhere.
  func log(_ act: Act, _ outcome: AuditEntry.Outcome, _ record: ActRecord) throws {
    _ = try tellingFaults(of: store.files.database) {
      try store.audit(entry(act, outcome, record), random: random)
    }
  }

  func entry(_ act: Act, _ outcome: AuditEntry.Outcome, _ record: ActRecord) -> AuditEntry {
    let isPersonal = record.person != nil || record.reason != nil
    return AuditEntry(
      at: now, actor: actor.name, role: actor.role.rawValue, act: act.rawValue, outcome: outcome,
      subject: record.subject, detail: record.detailText, rowsDigest: record.rowsDigest,
      personal: isPersonal ? AuditEntry.Personal(person: record.person, value: record.reason) : nil)
  }
}

extension Error {
  /// What a rule has refused, or nothing when the error is of another kind.
  fileprivate var refusals: [Refusal]? {
    switch self {
    case let refusal as Refusal: [refusal]
    case let refusals as Refusals: refusals.all
    case let rejected as RejectedRows: rejected.rows.flatMap(\.refusals)
    default: nil
    }
  }
}

extension ActRecord {
  /// The detail as a small JSON object with its names in order, so that the same act reads the same.
  var detailText: String {
    let members = detail.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value.escapedForJSON)\"" }
    return "{\(members.joined(separator: ","))}"
  }
}

extension String {
  fileprivate var escapedForJSON: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "\u{0}"..."\u{1F}": text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
