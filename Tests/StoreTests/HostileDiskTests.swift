import Foundation
import Glibc
import Testing

@testable import Store

/// Disks and permissions that stand in the way, each in a child process that gives up its own rights.
struct HostileDiskTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let database = try scratch.database()
    try database.write { db in
      try db.run("INSERT INTO note(body) VALUES ('kept')")
      try db.audit(.sample(1), random: .system)
    }
  }

  func allow(_ mode: mode_t, folder folderMode: mode_t) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: scratch.folder) {
      chmod(scratch.folder + "/" + name, mode)
    }
    chmod(scratch.folder, folderMode)
  }

  @Test func aFolderThatMayNotBeWrittenIsNamedEvenToAReader() async throws {
    // The last connection gone, another account cannot make SQLite's side files.
    for suffix in ["-wal", "-shm"] { unlink(scratch.path + suffix) }
    try allow(0o444, folder: 0o555)
    await #expect(processExitsWith: .success) { [path = scratch.path as String] in
      giveUpRoot()
      let error = #expect(throws: StoreError.self) { try Database(path: path, schema: .notes) }
      #expect(error?.code == .folderNotWritable)
      let findings = Doctor.examine(path, schema: .notes)
      #expect(findings.contains { $0.code == .folderNotWritable && $0.isFault })
    }
  }

  @Test func aFileThatMayNotBeReadCannotBeOpened() async throws {
    try allow(0o600, folder: 0o777)
    await #expect(processExitsWith: .success) { [path = scratch.path as String] in
      guard giveUpRoot() else { return }
      let error = #expect(throws: StoreError.self) { try Database(path: path, schema: .notes) }
      #expect(error?.code == .cannotOpen)
    }
  }

  @Test func aFileThatMayOnlyBeReadRefusesAWriterAndServesAReader() async throws {
    try allow(0o666, folder: 0o777)
    chmod(scratch.path, 0o444)
    await #expect(processExitsWith: .success) { [path = scratch.path as String] in
      giveUpRoot()
      let database = try Database(path: path, schema: .notes)
      #expect(try database.read { db in try db.value("SELECT body FROM note", as: String.self) } == "kept")
      let error = #expect(throws: StoreError.self) {
        try database.write { db in try db.run("INSERT INTO note(body) VALUES ('x')") }
      }
      #expect(error?.code == .readOnly)
    }
  }

  /// A small file system would need the right to mount one, so the file is kept from growing instead.
  @Test func aFileThatMayNotGrowFailsWholeAndTheRegisterGoesOn() async throws {
    await #expect(processExitsWith: .success) { [path = scratch.path as String] in
      let database = try Database(path: path, schema: .notes)
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 400_000, rlim_max: rlim_t.max)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let error = #expect(throws: StoreError.self) {
        try database.write { db in
          for number in 0..<50_000 { try db.run("INSERT INTO note(body) VALUES (?1)", "note \(number)") }
          try db.audit(.sample(2), random: .system)
        }
      }
      #expect(error?.code == .inputOutput || error?.code == .diskFull)
      #expect(try database.read { db in try db.value("SELECT count(*) FROM note", as: Int.self) } == 1)
      try database.write { db in
        try db.run("INSERT INTO note(body) VALUES ('small')")
        try db.audit(.sample(2), random: .system)
      }
      #expect(try database.verifyAudit().faults == [])
    }
  }

  @Test func aFullRegisterSaysSo() throws {
    let database = try Database(path: scratch.path, schema: .notes)
    let error = #expect(throws: StoreError.self) {
      try database.write { db in
        // SQLite gives the answer of a full disk when the permitted count of pages is reached.
        let pages = try db.value("PRAGMA page_count", as: Int.self) ?? 0
        try db.execute("PRAGMA max_page_count = \(pages + 5)")
        for number in 0..<50_000 { try db.run("INSERT INTO note(body) VALUES (?1)", "note \(number)") }
      }
    }
    #expect(error?.code == .diskFull)
    #expect(try database.read { db in try db.value("SELECT count(*) FROM note", as: Int.self) } == 1)
  }
}

/// Becomes an account that file permissions bind; false when there is no other to become.
@discardableResult
private func giveUpRoot() -> Bool {
  guard geteuid() == 0 else { return false }
  return setgid(65_534) == 0 && setuid(65_534) == 0
}
