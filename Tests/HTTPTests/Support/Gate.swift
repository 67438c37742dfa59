import Dispatch

/// Something that threads wait for.
final class Gate: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func open() { semaphore.signal() }
  func wait() { semaphore.wait() }

  /// Runs work on another thread; the gate opens when it is done.
  static func thread(_ work: @escaping @Sendable () -> Void) -> Gate {
    let gate = Gate()
    DispatchQueue.global().async {
      work()
      gate.open()
    }
    return gate
  }
}
