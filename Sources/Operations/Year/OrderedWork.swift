import Dispatch
import Synchronization

/// Works on parts in several threads and hands the results over in the order of the parts, on the caller's thread.
///
/// So a run may use every core and still number its documents in one order. At most `ahead` results wait, which keeps
/// memory flat when the taker is slower.
struct OrderedWork<Result: Sendable>: Sendable {
  let parts: Int
  let workers: Int
  let ahead: Int

  private struct State {
    var next = 0
    var results: [Int: Swift.Result<Result, any Error>] = [:]
  }

  /// Runs to the end, or to the first fault of the work or of the taker, in the order of the parts.
  func run(
    _ work: @escaping @Sendable (Int) throws -> Result, take: (Result) throws -> Void
  ) throws {
    let line = Line(parts: parts)
    let group = DispatchGroup()
    for _ in 0..<min(workers, parts) {
      DispatchQueue.global().async(group: group) { line.work(work) }
    }
    line.makeRoom(ahead)
    defer {
      // Nobody works on after a fault; who waits for room is let through to see that.
      line.stop()
      line.makeRoom(workers)
      group.wait()
    }
    for part in 0..<parts {
      try take(try line.result(of: part).get())
      line.makeRoom(1)
    }
  }

  private final class Line: Sendable {
    private let parts: Int
    private let state = Mutex(State())
    private let room = DispatchSemaphore(value: 0)
    private let arrived = DispatchSemaphore(value: 0)

    init(parts: Int) {
      self.parts = parts
    }

    func makeRoom(_ count: Int) {
      for _ in 0..<count { room.signal() }
    }

    func stop() {
      state.withLock { $0.next = parts }
    }

    /// Takes part after part while there is room for the result.
    func work(_ work: (Int) throws -> Result) {
      while true {
        room.wait()
        let part: Int? = state.withLock { state in
          guard state.next < parts else { return nil }
          defer { state.next += 1 }
          return state.next
        }
        guard let part else { return }
        let result = Swift.Result { try work(part) }
        state.withLock { $0.results[part] = result }
        arrived.signal()
      }
    }

    func result(of part: Int) -> Swift.Result<Result, any Error> {
      while true {
        if let result = state.withLock({ $0.results.removeValue(forKey: part) }) { return result }
        arrived.wait()
      }
    }
  }
}
