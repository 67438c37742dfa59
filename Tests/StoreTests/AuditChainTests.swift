import Register
import Testing

@testable import Store

struct AuditChainTests {
  let scratch: Scratch
  let database: Database

  init() throws {
    scratch = try Scratch()
    database = try scratch.database()
    try database.write { db in
      for number in 1...5 as ClosedRange<Int64> { try db.audit(.sample(number), random: .system) }
    }
  }

  /// Changes the register as someone would who has the file but not the program.
  func tamper(_ script: String) throws {
    try database.holdingLock { connection in
      try connection.execute(
        """
        PRAGMA foreign_keys = OFF;
        PRAGMA ignore_check_constraints = ON;
        DROP TRIGGER IF EXISTS audit_entry_never_changes;
        DROP TRIGGER IF EXISTS audit_entry_never_shrinks;
        DROP TRIGGER IF EXISTS audit_personal_never_changes;
        DROP TRIGGER IF EXISTS audit_personal_shrinks_by_order;
        \(script);
        """)
    }
  }

  @Test func anUntouchedLogVerifies() throws {
    let report = try database.verifyAudit()
    #expect(report.faults == [])
    #expect(report.entryCount == 5)
    #expect(report.unsignedCount == 0)
    #expect(report.head?.tip == report.tip)
  }

  @Test func theLogIsReadBackAndByPerson() throws {
    let own = AuditEntry.sample(6, personal: AuditEntry.Personal(person: PersonID(18)))
    try database.audit(own, random: .system)
    let records = try database.read { db in try db.auditRecords(after: 4, limit: 10) }
    #expect(records.map(\.number) == [5, 6])
    #expect(records.map(\.entry) == [.sample(5), own])
    #expect(try database.read { db in try db.auditRecords(about: PersonID(18)) } == [records[1]])
  }

  @Test func anEmptyLogVerifies() throws {
    let scratch = try Scratch()
    let report = try scratch.database().verifyAudit()
    #expect(report.faults == [])
    #expect(report.entryCount == 0)
  }

  @Test(arguments: [
    "at = at + 1", "actor = 'another'", "role = 'auditor'", "act = 'ring.list'", "outcome = 'refused'",
    "subject = 'TR-0180-0002'", "subject = NULL", "detail = '{}'", "rows_digest = zeroblob(32)",
    "rows_digest = NULL", "previous = zeroblob(32)", "hash = zeroblob(32)",
    "actor = actor || role, role = ''",
  ])
  func aChangedColumnNamesItsEntry(change: String) throws {
    try tamper("UPDATE audit_entry SET \(change) WHERE number = 3")
    #expect(try database.verifyAudit().faults == [AuditFault(.changed, 3)])
  }

  @Test(arguments: ["personal_digest = NULL", "personal_digest = zeroblob(32)"])
  func aChangedPersonalDigestIsFoundTwice(change: String) throws {
    try tamper("UPDATE audit_entry SET \(change) WHERE number = 3")
    #expect(
      try database.verifyAudit().faults == [AuditFault(.changed, 3), AuditFault(.personalChanged, 3)])
  }

  @Test func anEntryWithAHashOfItsOwnIsNotTheOneThatWasFollowed() throws {
    let before = try database.read { db in
      try db.value("SELECT previous FROM audit_entry WHERE number = 3", as: [UInt8].self)
    }
    let forged = AuditTip(number: 2, hash: try #require(before))
      .followed(by: .sample(30, personal: nil), personalDigest: nil)
    try tamper("DELETE FROM audit_personal WHERE entry = 3; DELETE FROM audit_entry WHERE number = 3")
    try database.holdingLock { db in
      let entry = AuditEntry.sample(30, personal: nil)
      try db.run(
        "INSERT INTO audit_entry VALUES (3, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL, ?9, ?10)", entry.at,
        entry.actor,
        entry.role, entry.act, entry.outcome, entry.subject, entry.detail, entry.rowsDigest, before,
        forged.hash)
    }
    #expect(try database.verifyAudit().faults == [AuditFault(.replaced, 3)])
  }

  @Test(arguments: [(1, [1]), (3, [3]), (5, [5])] as [(Int, [EntryNumber])])
  func aRemovedEntryIsNamed(number: Int, missing: [EntryNumber]) throws {
    try tamper(
      "DELETE FROM audit_personal WHERE entry = \(number); DELETE FROM audit_entry WHERE number = \(number)")
    #expect(try database.verifyAudit().faults == missing.map { AuditFault(.missing, $0) })
  }

  @Test func exchangedEntriesAreBothNamed() throws {
    try tamper(
      """
      UPDATE audit_entry SET number = 9 WHERE number = 2;
      UPDATE audit_entry SET number = 2 WHERE number = 4;
      UPDATE audit_entry SET number = 4 WHERE number = 9
      """)
    let changed = try database.verifyAudit().faults.filter { $0.kind == .changed }
    #expect(changed.map(\.number) == [2, 4])
  }

  @Test func aCutTailShowsAgainstTheHeadAndStopsTheNextWrite() throws {
    let kept = try AuditHead(contentsOf: database.files.head)
    try tamper("DELETE FROM audit_personal WHERE entry > 3; DELETE FROM audit_entry WHERE number > 3")
    #expect(try database.verifyAudit().faults == [AuditFault(.missing, 4), AuditFault(.missing, 5)])
    let refused = #expect(throws: StoreError.self) {
      try database.write { db in try db.audit(.sample(4), random: .system) }
    }
    #expect(refused?.code == .auditCut)
    // Whoever also holds the key can sign the shorter log, but not for a head that was written down
    // elsewhere.
    try AuditHead(database.read { db in try db.lastTip() }, key: database.signingKey()).write(
      to: database.files.head)
    #expect(try database.verifyAudit().faults == [])
    #expect(
      try database.verifyAudit(against: kept).faults == [AuditFault(.missing, 4), AuditFault(.missing, 5)])
  }

  @Test func aHeadSignedByAnotherKeyIsForged() throws {
    let key = SigningKey(seed: [UInt8](repeating: 1, count: 32))
    try AuditHead(database.read { db in try db.lastTip() }, key: key).write(to: database.files.head)
    #expect(try database.verifyAudit().faults == [AuditFault(.headForged, 5)])
  }

  @Test func aHeadThatLagsBehindACrashIsSound() throws {
    let old = try AuditHead(contentsOf: database.files.head)
    try database.write { db in try db.audit(.sample(6), random: .system) }
    try old.write(to: database.files.head)
    let report = try database.verifyAudit()
    #expect(report.faults == [])
    #expect(report.unsignedCount == 1)
    try database.write { db in try db.audit(.sample(7), random: .system) }
    #expect(try database.verifyAudit().unsignedCount == 0)
  }

  @Test(arguments: [
    "value = 'Annan Gata 1'", "value = NULL", "person = person + 1", "person = NULL", "salt = zeroblob(32)",
  ])
  func aChangedPersonalValueIsFound(change: String) throws {
    try tamper("UPDATE audit_personal SET \(change) WHERE entry = 2")
    #expect(try database.verifyAudit().faults == [AuditFault(.personalChanged, 2)])
  }

  @Test func aPersonalValueThatVanishedWithoutOrderIsFound() throws {
    try tamper("DELETE FROM audit_personal WHERE entry = 2")
    #expect(try database.verifyAudit().faults == [AuditFault(.personalMissing, 2)])
  }

  @Test func redactionDestroysTheValueAndTheChainStillVerifies() throws {
    try database.write { db in try db.redact([2, 4], by: AuditEntry.retention, random: .system) }
    let standing = try database.read { db in
      try db.all("SELECT entry FROM audit_personal ORDER BY entry") { row in try row.int64(0) }
    }
    #expect(standing == [1, 3, 5])
    let report = try database.verifyAudit()
    #expect(report.faults == [])
    #expect(report.redactedCount == 2)
  }

  @Test func aRedactionThatWasWidenedAfterwardsIsFound() throws {
    try database.write { db in try db.redact([2], by: AuditEntry.retention, random: .system) }
    try tamper("INSERT INTO audit_redaction VALUES (3, 6); DELETE FROM audit_personal WHERE entry = 3")
    #expect(try database.verifyAudit().faults == [AuditFault(.redactionChanged, 6)])
  }

  @Test(arguments: [
    "UPDATE audit_entry SET actor = 'x' WHERE number = 1", "DELETE FROM audit_entry",
    "REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE number = 1",
    "UPDATE audit_personal SET value = 'x'",
    "DELETE FROM audit_personal WHERE entry = 1",
  ])
  func theTablesRefuseChanges(statement: String) throws {
    let error = #expect(throws: StoreError.self) { try database.write { db in try db.execute(statement) } }
    #expect(error?.code == .constraint)
  }

  @Test func aRefusedTransactionLeavesNoEntryAndNoHead() throws {
    let head = try AuditHead(contentsOf: database.files.head)
    struct Refused: Error {}
    #expect(throws: Refused.self) {
      try database.write { db in
        try db.audit(.sample(6), random: .system)
        throw Refused()
      }
    }
    #expect(try AuditHead(contentsOf: database.files.head) == head)
    #expect(try database.write { db in try db.audit(.sample(6), random: .system) } == 6)
    #expect(try database.verifyAudit().faults == [])
  }

  @Test func anotherProcessWritesBetweenTwoTransactions() throws {
    let other = try Database(path: scratch.path, schema: .notes)
    #expect(try other.write { db in try db.audit(.sample(6), random: .system) } == 6)
    #expect(try database.write { db in try db.audit(.sample(7), random: .system) } == 7)
    #expect(try database.verifyAudit().faults == [])
  }
}

extension AuditEntry {
  static func sample(
    _ number: Int64, personal: Personal? = Personal(person: PersonID(17), value: "Storgatan 1")
  ) -> AuditEntry {
    AuditEntry(
      at: Moment(seconds: 1_800_000_000 + number), actor: "anna", role: "registrar", act: "ring.add",
      outcome: .done,
      subject: "TR-0180-0001", detail: "{\"rows\": \(number)}", rowsDigest: Digest.sha256([UInt8(number)]),
      personal: personal)
  }

  static func retention(_ digest: [UInt8]) -> AuditEntry {
    AuditEntry(
      at: Moment(seconds: 2_000_000_000), actor: "anna", role: "registrar", act: "retention.run",
      outcome: .done,
      rowsDigest: digest)
  }
}
