import Dispatch
import Glibc
import Register
import Synchronization
import Testing

@testable import Store

struct WriteLockTests {
  @Test func threadsLoseNoIncrement() throws {
    let scratch = try Scratch()
    let shared = try scratch.database()
    try shared.write { db in try db.run("INSERT INTO counter VALUES ('n', 0)") }
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      // Half share one object, half have one each, as processes would.
      guard
        let database = thread.isMultiple(of: 2) ? shared : try? Database(path: scratch.path, schema: .notes)
      else { return }
      for _ in 0..<25 { try? database.write { db in try db.increment() } }
    }
    #expect(try shared.read { db in try db.value("SELECT value FROM counter", as: Int.self) } == 200)
    #expect(try shared.verifyAudit().faults == [])
    #expect(try shared.verifyAudit().entryCount == 200)
  }

  @Test func processesLoseNoIncrement() async throws {
    let scratch = try Scratch()
    let database = try scratch.database()
    try database.write { db in try db.run("INSERT INTO counter VALUES ('n', 0)") }
    await withTaskGroup { group in
      for _ in 0..<3 {
        group.addTask {
          await #expect(processExitsWith: .success) { [path = scratch.path as String] in
            let database = try Database(path: path, schema: .notes)
            for _ in 0..<50 { try database.write { db in try db.increment() } }
          }
        }
      }
    }
    #expect(try database.read { db in try db.value("SELECT value FROM counter", as: Int.self) } == 150)
    #expect(try database.verifyAudit().faults == [])
    #expect(try database.verifyAudit().unsignedCount == 0)
  }

  @Test func aHeldRegisterIsBusyAfterThePatience() throws {
    let scratch = try Scratch()
    let database = try scratch.database()
    let hasty = try Database(path: scratch.path, schema: .notes, patience: .milliseconds(20))
    let error = try database.holdingLock { _ in
      #expect(throws: StoreError.self) { try hasty.write { db in try db.execute("SELECT 1") } }
    }
    #expect(error?.code == .busy)
    // And it is free again for whoever comes later.
    try hasty.write { db in try db.execute("SELECT 1") }
  }

  @Test func aThreadThatWaitsForItselfIsBusy() throws {
    let scratch = try Scratch()
    let database = try scratch.database(patience: .milliseconds(20))
    let error = try database.write { _ in
      #expect(throws: StoreError.self) { try database.write { _ in } }
    }
    #expect(error?.code == .busy)
  }

  @Test func aSingleWriteIsNotStarvedByAnImportBesideIt() throws {
    let scratch = try Scratch()
    let importer = try scratch.database()
    let single = try Database(path: scratch.path, schema: .notes)
    let progress = Progress()
    let begun = DispatchSemaphore(value: 0)
    let ended = DispatchSemaphore(value: 0)
    DispatchQueue(label: "importer").async {
      var number = 0
      while !progress.isDone.load(ordering: .acquiring), progress.batches.load(ordering: .relaxed) < 2_000 {
        try? importer.write { db in
          let insert = try db.prepare("INSERT INTO note(body) VALUES (?1)")
          for _ in 0..<1_000 {
            number += 1
            try insert.run("imported \(number)")
          }
        }
        if progress.batches.wrappingAdd(1, ordering: .relaxed).newValue == 3 { begun.signal() }
      }
      ended.signal()
    }
    begun.wait()
    let before = progress.batches.load(ordering: .relaxed)
    try single.write { db in try db.run("INSERT INTO note(body) VALUES ('single')") }
    let waited = progress.batches.load(ordering: .relaxed) - before
    progress.isDone.store(true, ordering: .releasing)
    ended.wait()
    // One batch under way and the one that queued before; the rest is room for a busy machine.
    #expect(waited <= 20)
  }

  @Test func aReaderSeesOneStateWhileAWriterCommits() throws {
    let scratch = try Scratch()
    let database = try scratch.database()
    try database.write { db in try db.run("INSERT INTO note(body) VALUES ('first')") }
    let counts = try database.read { db in
      let count = "SELECT count(*) FROM note"
      let before = try db.value(count, as: Int.self)
      try database.write { db in try db.run("INSERT INTO note(body) VALUES ('second')") }
      return [before, try db.value(count, as: Int.self)]
    }
    #expect(counts == [1, 1])
  }

  @Test func aProcessKilledInTheMiddleLeavesNothingBehind() async throws {
    let scratch = try Scratch()
    let database = try scratch.database()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = scratch.path as String] in
      let database = try Database(path: path, schema: .notes)
      try database.write { db in
        try db.run("INSERT INTO note(body) VALUES ('kept')")
        try db.audit(.sample(1), random: .system)
      }
      try database.write { db in
        let insert = try db.prepare("INSERT INTO note(body) VALUES (?1)")
        // More than the page cache holds, so that part of it already stands in the log.
        for number in 0..<100_000 { try insert.run("lost \(number)") }
        try db.audit(.sample(2), random: .system)
        kill(getpid(), SIGKILL)
      }
    }
    #expect(
      try database.read { db in try db.all("SELECT body FROM note") { row in try row.text(0) } } == ["kept"])
    #expect(try database.verifyAudit().faults == [])
    #expect(Doctor.examine(scratch.path, schema: .notes).filter(\.isFault) == [])
    #expect(try database.write { db in try db.audit(.sample(2), random: .system) } == 2)
  }
}

extension Connection {
  func increment() throws {
    let value = try value("SELECT value FROM counter WHERE name = 'n'", as: Int64.self) ?? 0
    try run("UPDATE counter SET value = ?1 WHERE name = 'n'", value + 1)
    try audit(.sample(value % 200), random: .system)
  }
}

/// How far the importer has come, and whether it may stop.
private final class Progress: Sendable {
  let batches = Atomic(0)
  let isDone = Atomic(false)
}
