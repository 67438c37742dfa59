internal import Register

extension Database {
  /// Reads the whole audit log and names every entry that was changed, removed or put in another place.
  ///
  /// - Parameter kept: a head that was written down elsewhere, against a log and a head that were both cut.
  public func verifyAudit(against kept: AuditHead? = nil) throws -> AuditReport {
    let keys = try PublicKey.keys(contentsOf: files.publicKey)
    // Read before the log: a commit between the two only makes the head lag behind.
    let head = try? AuditHead(contentsOf: files.head)
    return try read { connection in
      try connection.verifyAudit(head: head, kept: kept, keys: keys)
    }
  }
}

extension Connection {
  /// - Parameter keys: the one in use first. It must have signed the head; a head that was kept may be older.
  func verifyAudit(head: AuditHead?, kept: AuditHead?, keys: [PublicKey]) throws -> AuditReport {
    var verification = AuditVerification(awaiting: [head, kept].compactMap(\.self).map(\.tip))
    try forEach(AuditVerification.query) { row in verification.visit(row) }
    verification.finish()
    var report = verification.report
    report.head = head
    if head == nil { report.add(.headMissing, report.tip.number) }
    for (signed, signers) in [(head, Array(keys.prefix(1))), (kept, keys)] {
      if let signed, !signers.contains(where: signed.isSigned) { report.add(.headForged, signed.tip.number) }
    }
    try verifyRedactions(into: &report)
    return report
  }

  /// Compares the rows that say which entries were redacted with the digests in the entries that ordered it.
  private func verifyRedactions(into report: inout AuditReport) throws {
    var groups: [(order: EntryNumber, digest: Digest)] = []
    try forEach("SELECT ordered_by, entry FROM audit_redaction ORDER BY ordered_by, entry") { row in
      let order = try row.int64(0)
      if groups.last?.order != order { groups.append((order, Redaction.begin())) }
      groups[groups.count - 1].digest.add(try row.int64(1))
    }
    for group in groups {
      let ordered = try value(
        "SELECT rows_digest FROM audit_entry WHERE number = ?1", group.order, as: [UInt8]?.self)
      if ordered != group.digest.value() { report.add(.redactionChanged, group.order) }
    }
  }
}

/// The state of a walk along the chain.
private struct AuditVerification {
  static let query =
    """
    SELECT \(AuditRecord.columns), e.personal_digest, e.previous, e.hash, p.salt, r.entry
    FROM audit_entry e
    LEFT JOIN audit_personal p ON p.entry = e.number
    LEFT JOIN audit_redaction r ON r.entry = e.number
    ORDER BY e.number
    """

  var report = AuditReport()

  /// The tips that heads were signed for, and that the chain has not come to yet.
  private var awaited: [AuditTip]

  /// Whether the entry before could be trusted to stand where it does.
  private var previousWasSound = true

  init(awaiting tips: [AuditTip]) {
    awaited = tips.filter { $0 != .empty }
  }

  /// Checks one entry against its own hash, the entry before it and what stands beside it.
  mutating func visit(_ row: borrowing Row) {
    let expected = report.tip.number &+ 1
    guard let number = try? row.int64(0), let stored = try? row.bytes(14) else {
      report.add(.changed, expected)
      return
    }
    if number > expected { report.add(.missing, expected...number - 1) }
    let isSound = checkChain(row, number: number, stored: stored, follows: number == expected)
    report.entryCount += 1
    report.tip = AuditTip(number: number, hash: stored)
    previousWasSound = isSound
    checkPersonal(row, number: number)
    checkHeads()
  }

  /// Notes the heads that were signed for entries beyond the end of the log.
  mutating func finish() {
    guard let furthest = awaited.map(\.number).max() else { return }
    report.add(.missing, report.tip.number + 1...furthest)
  }

  private mutating func checkChain(
    _ row: borrowing Row, number: EntryNumber, stored: [UInt8], follows: Bool
  ) -> Bool {
    guard let previous = try? row.bytes(13), (try? AuditTip(hashing: row, after: previous).hash) == stored
    else {
      report.add(.changed, number)
      return false
    }
    if follows, previousWasSound, previous != report.tip.hash { report.add(.replaced, number - 1) }
    return true
  }

  private mutating func checkPersonal(_ row: borrowing Row, number: EntryNumber) {
    guard let digest = try? row.value(12, as: [UInt8]?.self) else {
      if !row.isNull(9) { report.add(.personalChanged, number) }
      return
    }
    if row.isNull(9) {
      if row.isNull(16) { report.add(.personalMissing, number) } else { report.redactedCount += 1 }
      return
    }
    let personal = try? AuditEntry.Personal(row: row)
    guard let personal, let salt = try? row.bytes(15), personal.digest(salt: salt) == digest else {
      report.add(.personalChanged, number)
      return
    }
  }

  private mutating func checkHeads() {
    let tip = report.tip
    for awaitedTip in awaited where awaitedTip.number == tip.number && awaitedTip.hash != tip.hash {
      report.add(.headDiffers, tip.number)
    }
    awaited.removeAll { $0.number <= tip.number }
  }
}

extension AuditTip {
  /// The tip that a row's contents give.
  fileprivate init(hashing row: borrowing Row, after previous: [UInt8]) throws(StoreError) {
    let before = AuditTip(number: try row.int64(0) &- 1, hash: previous)
    self = before.followed(by: try AuditEntry(row: row, personal: nil), personalDigest: try row.value(12))
  }
}
