import Foundation
import Register
import Testing

@testable import Store

struct BackupTests {
  let scratch: Scratch
  let database: Database
  let copy: String

  init() throws {
    scratch = try Scratch()
    database = try scratch.database()
    copy = scratch.folder + "/copy.db"
    try database.write { db in
      try db.run("INSERT INTO note(body) VALUES ('first')")
      try db.audit(.sample(1), random: .system)
    }
  }

  func bodies(_ database: Database) throws -> [String] {
    try database.read { db in try db.all("SELECT body FROM note ORDER BY number") { row in try row.text(0) } }
  }

  func add(_ body: String) throws {
    try database.write { db in
      try db.run("INSERT INTO note(body) VALUES (?1)", body)
      try db.audit(.sample(2), random: .system)
    }
  }

  func restore(to path: String, replacing: Bool = false) throws -> Database {
    try Database.restore(from: copy, to: path, replacing: replacing, schema: .notes, random: .system)
  }

  @Test func aBackupIsOneFileForItsOwnerWithHeadAndPublicKeyAndWithoutTheSigningKey() throws {
    try database.backUp(to: copy)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder).filter {
      $0.hasPrefix("copy")
    }
    #expect(names.sorted() == ["copy.db", "copy.db-head", "copy.db.pub"])
    for name in names {
      let attributes = try FileManager.default.attributesOfItem(atPath: scratch.folder + "/" + name)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func aBackupWhileAWriterIsInTheMiddleHoldsTheLastCommit() throws {
    try database.holdingLock { writer in
      try writer.transaction("BEGIN IMMEDIATE") { writer in
        try writer.run("INSERT INTO note(body) VALUES ('not yet')")
        try database.backUp(to: copy)
      }
    }
    #expect(try bodies(restore(to: scratch.folder + "/restored.db")) == ["first"])
  }

  @Test func aBackupReplacesNothing() throws {
    try database.backUp(to: copy)
    let error = #expect(throws: StoreError.self) { try database.backUp(to: copy) }
    #expect(error?.code == .exists)
  }

  @Test func progressEndsWithAllPages() throws {
    var last = (0, 0)
    try database.backUp(to: copy) { last = ($0, $1) }
    #expect(last.0 == last.1)
    #expect(last.1 > 0)
  }

  @Test func aRestoredRegisterHasItsOwnKeyAndASoundLog() throws {
    try database.backUp(to: copy)
    let restored = try restore(to: scratch.folder + "/restored.db")
    #expect(try bodies(restored) == ["first"])
    #expect(try restored.signingKey().publicKey != database.signingKey().publicKey)
    try restored.write { db in try db.audit(.sample(2), random: .system) }
    #expect(try restored.verifyAudit().faults == [])
    #expect(Doctor.examine(restored.files.database, schema: .notes).filter(\.isFault) == [])
  }

  @Test func aRegisterIsReplacedOnlyWhenToldAndOpenConnectionsGoOn() throws {
    try database.backUp(to: copy)
    try add("second")
    let error = #expect(throws: StoreError.self) { try restore(to: scratch.path) }
    #expect(error?.code == .exists)
    #expect(try bodies(database) == ["first", "second"])
    let key = try database.signingKey().publicKey
    _ = try restore(to: scratch.path, replacing: true)
    #expect(try bodies(database) == ["first"])
    #expect(try database.verifyAudit().faults == [])
    #expect(try database.signingKey().publicKey == key)
    try add("third")
    #expect(try bodies(database) == ["first", "third"])
    #expect(try database.verifyAudit().faults == [])
  }

  @Test func aBackupWhoseLogWasCutIsNotRestored() throws {
    try add("second")
    try database.backUp(to: copy)
    try Connection(path: copy, access: .write).execute(
      """
      DROP TRIGGER audit_entry_never_shrinks;
      DROP TRIGGER audit_personal_shrinks_by_order;
      DELETE FROM audit_personal WHERE entry = 2;
      DELETE FROM audit_entry WHERE number = 2;
      """)
    let error = #expect(throws: StoreError.self) { try restore(to: scratch.folder + "/restored.db") }
    #expect(error?.code == .damaged)
    #expect(!FileManager.default.fileExists(atPath: scratch.folder + "/restored.db"))
  }

  @Test func aTruncatedBackupIsNotRestored() throws {
    try database.backUp(to: copy)
    let handle = try #require(FileHandle(forUpdatingAtPath: copy))
    try handle.truncate(atOffset: 4096 * 3)
    let error = #expect(throws: StoreError.self) { try restore(to: scratch.path, replacing: true) }
    #expect(error?.code == .damaged)
    #expect(try bodies(database) == ["first"])
  }

  @Test func theLogOfARegisterThatIsGoneIsNotTakenForTheRestoredOnes() throws {
    try database.backUp(to: copy)
    let path = scratch.folder + "/restored.db"
    try PrivateFile.create(path + "-wal", [1])
    let error = #expect(throws: StoreError.self) { try restore(to: path) }
    #expect(error?.code == .exists)
  }
}
