import Foundation
import Glibc
import Register
import Testing

@testable import Store

struct DatabaseFileTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  func openingFails(_ schema: Schema = .notes) -> StoreError.Code? {
    #expect(throws: StoreError.self) { try Database(path: scratch.path, schema: schema) }?.code
  }

  @Test func everyFileIsForItsOwnerAlone() throws {
    let database = try scratch.database()
    try database.write { db in try db.audit(.sample(1), random: .system) }
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder)
    #expect(
      Set(names) == [
        "register.db", "register.db-head", "register.db-lock", "register.db-queue", "register.db-shm",
        "register.db-wal", "register.db.key", "register.db.pub",
      ])
    for name in names {
      let attributes = try FileManager.default.attributesOfItem(atPath: scratch.folder + "/" + name)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
  }

  @Test func aRegisterIsMadeOnce() throws {
    _ = try scratch.database()
    let error = #expect(throws: StoreError.self) { try scratch.database() }
    #expect(error?.code == .exists)
  }

  @Test func anEmptyFileFromAnInterruptedAttemptIsTakenOver() throws {
    try PrivateFile.create(scratch.path, [])
    #expect(openingFails() == .notARegister)
    let database = try scratch.database()
    #expect(try database.verifyAudit().faults == [])
  }

  @Test func noFileIsMissing() {
    #expect(openingFails() == .missing)
    #expect(!FileManager.default.fileExists(atPath: scratch.path))
  }

  @Test func aTextFileIsNoRegister() throws {
    let text = Data("personnummer,given_name\n".utf8) + Data(repeating: 65, count: 2_000)
    try PrivateFile.create(scratch.path, Array(text))
    #expect(openingFails() == .notARegister)
    #expect(throws: StoreError.self) { try scratch.database() }
    #expect(FileManager.default.contents(atPath: scratch.path) == text)
  }

  @Test func anotherProgramsDatabaseIsNeitherOpenedNorChanged() throws {
    try PrivateFile.create(scratch.path, [])
    try Connection(path: scratch.path, access: .write).execute("CREATE TABLE bookmark(url TEXT)")
    let before = FileManager.default.contents(atPath: scratch.path)
    #expect(openingFails() == .notARegister)
    let error = #expect(throws: StoreError.self) { try scratch.database() }
    #expect(error?.code == .exists)
    #expect(FileManager.default.contents(atPath: scratch.path) == before)
  }

  @Test func aNewerFileIsRefused() throws {
    let newer = Schema(
      Schema.notes.migrations + [Migration(2, sql: "CREATE TABLE more(number INTEGER) STRICT")])
    _ = try scratch.database(newer)
    #expect(openingFails() == .newerVersion)
  }

  @Test func anOlderFileIsBroughtUpToDateOneStepAtATime() throws {
    let old = try scratch.database()
    try old.write { db in try db.run("INSERT INTO note(body) VALUES ('kept')") }
    let failing = Schema(
      Schema.notes.migrations + [
        Migration(2, sql: "CREATE TABLE more(number INTEGER) STRICT"),
        Migration(
          3, sql: "CREATE TABLE half(number INTEGER) STRICT; CREATE TABLE more(number INTEGER) STRICT"),
      ])
    #expect(openingFails(failing) == .misuse)
    let upToTwo = Schema(Array(failing.migrations.prefix(2)))
    let database = try Database(path: scratch.path, schema: upToTwo)
    let tables = try database.read { db in
      try db.all("SELECT name FROM sqlite_schema WHERE name IN ('more', 'half')") { row in try row.text(0) }
    }
    #expect(tables == ["more"])
    #expect(Doctor.examine(scratch.path, schema: upToTwo).filter(\.isFault) == [])
  }

  @Test func aMigrationThatBreaksReferencesIsUndone() throws {
    let database = try scratch.database()
    try database.write { db in
      try db.run("INSERT INTO note(number, body) VALUES (1, 'referred to')")
      try db.run("INSERT INTO reply VALUES (1, 'refers')")
    }
    let careless = Schema(
      Schema.notes.migrations + [Migration(2, sql: "DROP TRIGGER note_never_shrinks; DELETE FROM note")])
    #expect(openingFails(careless) == .constraint)
    let count = try Database(path: scratch.path, schema: .notes).read { db in
      try db.value("SELECT count(*) FROM note", as: Int.self)
    }
    #expect(count == 1)
  }

  @Test func aTruncatedRegisterIsDamaged() throws {
    let database = try scratch.database()
    try database.write { db in
      for number in 0..<2_000 { try db.run("INSERT INTO note(body) VALUES (?1)", "note \(number)") }
      try db.audit(.sample(1), random: .system)
    }
    try database.holdingLock { db in try db.forEach("PRAGMA wal_checkpoint(TRUNCATE)") { _ in } }
    let handle = try #require(FileHandle(forUpdatingAtPath: scratch.path))
    try handle.truncate(atOffset: handle.seekToEnd() / 2)
    let faults = Doctor.examine(scratch.path, schema: .notes).filter(\.isFault)
    #expect(faults.contains { [.pagesDamaged, .cannotOpen].contains($0.code) })
    let other = try Database(path: scratch.path, schema: .notes)
    let error = #expect(throws: StoreError.self) {
      try other.read { db in
        try db.forEach("SELECT body FROM note ORDER BY number") { row in _ = try row.text(0) }
      }
    }
    #expect(error?.code == .damaged)
  }

  @Test func aValueOfAnotherTypeIsDamageNamedWithoutTheValue() throws {
    let database = try scratch.database()
    try database.write { db in try db.run("INSERT INTO note(body, day) VALUES ('850709-9805', '2027-02-30')")
    }
    let error = #expect(throws: StoreError.self) {
      try database.read { db in try db.first("SELECT day FROM note") { row in try row.date(0) } }
    }
    #expect(error == StoreError(.damaged, "column day: SELECT day FROM note"))
    let duplicate = #expect(throws: StoreError.self) {
      try database.write { db in try db.run("INSERT INTO note(body) VALUES (?1)", "850709-9805") }
    }
    #expect(duplicate?.code == .constraint)
    #expect(
      duplicate?.context == "UNIQUE constraint failed: note.body: INSERT INTO note(body) VALUES (?1)")
  }

  @Test func aReaderCannotWrite() throws {
    let database = try scratch.database()
    let error = #expect(throws: StoreError.self) {
      try database.read { db in try db.run("INSERT INTO note(body) VALUES ('x')") }
    }
    #expect(error?.code == .readOnly)
  }

  @Test(arguments: [
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = '' WHERE name = 'note'",
    "SELECT \"no such column\" FROM note", "SELECT load_extension('x')",
  ])
  func theConnectionIsHardened(statement: String) throws {
    let database = try scratch.database()
    #expect(throws: StoreError.self) { try database.write { db in try db.execute(statement) } }
  }

  @Test func theSettingsHold() throws {
    let database = try scratch.database()
    func setting(_ name: String, _ connection: Connection) throws -> String? {
      try connection.first("SELECT CAST(\(name) AS TEXT) FROM pragma_\(name)") { row in try row.text(0) }
    }
    let expected = [
      "synchronous": "2", "foreign_keys": "1", "recursive_triggers": "1", "trusted_schema": "0",
      "cell_size_check": "1", "secure_delete": "1", "journal_mode": "wal",
    ]
    for (name, value) in expected {
      #expect(try database.read { db in try setting(name, db) } == value, "reader: \(name)")
      #expect(try database.write { db in try setting(name, db) } == value, "writer: \(name)")
    }
  }
}
