import Dispatch
import Glibc
internal import Register
import Synchronization

/// Entries of several threads on their way to the disk in one transaction.
///
/// A commit costs many times what an entry does. Whoever comes first commits; those who come meanwhile gather behind it,
/// and the first of them commits for all. Who comes alone waits for nobody; else an entry is on the disk after two commits at
/// most, and the moment between them.
final class AuditGroup: Sendable {
  /// A thread that waits for its entry.
  private final class Waiter: Sendable {
    let entry: AuditEntry
    let random: RandomSource
    let turn = DispatchSemaphore(value: 0)
    /// What became of it; nothing while it is the waiter's turn to commit.
    let outcome = Mutex<Result<EntryNumber, any Error>?>(nil)

    init(_ entry: AuditEntry, random: RandomSource) {
      self.entry = entry
      self.random = random
    }
  }

  private struct Queue {
    var waiting: [Waiter] = []
    var isCommitting = false
  }

  private let queue = Mutex(Queue())

  /// How long entries gather between two commits, in microseconds.
  private static let gathering: UInt32 = 700

  /// Adds an entry, and returns when it is on the disk.
  func add(_ entry: AuditEntry, random: RandomSource, to database: Database) throws -> EntryNumber {
    let waiter = Waiter(entry, random: random)
    let isFirst = queue.withLock { queue in
      queue.waiting.append(waiter)
      defer { queue.isCommitting = true }
      return !queue.isCommitting
    }
    if !isFirst {
      waiter.turn.wait()
      // Whoever has followed others commits soon after them, so that more can come along.
      if waiter.outcome.withLock({ $0 == nil }) { usleep(AuditGroup.gathering) }
    }
    if let outcome = waiter.outcome.withLock({ $0 }) { return try outcome.get() }
    let group = queue.withLock { queue in
      defer { queue.waiting = [] }
      return queue.waiting
    }
    let outcome = Result { try AuditGroup.commit(group, to: database) }
    for (place, member) in group.enumerated() {
      member.outcome.withLock { $0 = outcome.map { $0[place] } }
      if member !== waiter { member.turn.signal() }
    }
    handOver()
    return try outcome.get()[group.firstIndex { $0 === waiter } ?? 0]
  }

  /// Lets the first of those who have come meanwhile commit for them.
  private func handOver() {
    let next = queue.withLock { queue in
      queue.isCommitting = !queue.waiting.isEmpty
      return queue.waiting.first
    }
    next?.turn.signal()
  }

  private static func commit(_ group: [Waiter], to database: Database) throws -> [EntryNumber] {
    try database.write { connection in
      try group.map { try connection.audit($0.entry, random: $0.random) }
    }
  }
}
