import Glibc
import Testing

@testable import Store

struct DoctorTests {
  let scratch: Scratch
  let database: Database

  init() throws {
    scratch = try Scratch()
    database = try scratch.database()
    try database.write { db in try db.audit(.sample(1), random: .system) }
  }

  var faults: [Finding] { Doctor.examine(scratch.path, schema: .notes).filter(\.isFault) }

  @Test func aSoundRegisterHasNoFaultsAndNamesItsSQLite() {
    #expect(faults == [])
    let notes = Doctor.examine(scratch.path, schema: .notes)
    #expect(notes.map(\.code).contains(.sqliteVersion))
  }

  @Test func theRegistersOwnTablesAreAsTheMigrationsMakeThem() throws {
    let scratch = try Scratch()
    _ = try scratch.database(.register)
    #expect(Doctor.examine(scratch.path, schema: .register).filter(\.isFault) == [])
  }

  @Test(arguments: ["", "-head", "-lock", "-queue", "-wal", ".key", ".pub"])
  func aFileThatOthersMayReadIsAFault(suffix: String) {
    chmod(scratch.path + suffix, 0o640)
    #expect(faults == [.fault(.openToOthers, ["path": scratch.path + suffix, "mode": "640"])])
  }

  @Test(arguments: ["-head", ".key", ".pub"])
  func aFileThatIsGoneIsAFault(suffix: String) {
    unlink(scratch.path + suffix)
    #expect(faults == [.fault(.fileMissing, ["path": scratch.path + suffix])])
  }

  @Test func aDroppedTriggerIsAFault() throws {
    try database.holdingLock { db in try db.execute("DROP TRIGGER note_never_changes") }
    #expect(faults == [.fault(.schemaDiffers, ["name": "note_never_changes"])])
  }

  @Test func aBrokenReferenceIsAFault() throws {
    try database.holdingLock { db in
      try db.execute(
        "PRAGMA foreign_keys = OFF; INSERT INTO reply VALUES (99, 'to nobody'); PRAGMA foreign_keys = ON")
    }
    #expect(faults == [.fault(.referenceBroken, ["table": "reply"])])
  }

  @Test func aKeyOfAnotherRegisterIsAFault() throws {
    unlink(database.files.key)
    let seed = String(repeating: "ab", count: 32)
    try PrivateFile.create(database.files.key, Array("\(seed)\n".utf8))
    #expect(faults.map(\.code) == [.keyPairDiffers])
  }

  @Test func aWriterAtWorkIsNoted() throws {
    let codes = try database.holdingLock { _ in Doctor.examine(scratch.path, schema: .notes).map(\.code) }
    #expect(codes.contains(.writing))
  }

  @Test func noFileIsAFaultAndMakesNone() throws {
    let empty = try Scratch()
    let codes = Doctor.examine(empty.path, schema: .notes).filter(\.isFault).map(\.code)
    #expect(codes == [.fileMissing, .fileMissing, .fileMissing, .fileMissing, .cannotOpen])
    #expect(access(empty.path, F_OK) != 0)
  }
}
