import Dispatch
import Synchronization

/// Makes and writes the pieces of a file in order on a thread of its own, while the caller gathers the next.
///
/// Only a few pieces wait at a time. The first fault is told with the next piece, or at the end.
final class ControlFileOutput: Sendable {
  private let file: Mutex<OutputFile>
  private let fault = Mutex<(any Error)?>(nil)
  private let queue = DispatchQueue(label: "control file")
  private let room = DispatchSemaphore(value: 4)

  /// Begins a file in place of the one at a path, if there is one.
  init(replacing path: String) throws {
    file = Mutex(try OutputFile(replacing: path))
  }

  /// Adds a piece; a fault in making it refuses the whole file.
  func append(_ make: @escaping @Sendable () throws -> [UInt8]) throws {
    room.wait()
    queue.async { [self] in
      defer { room.signal() }
      guard fault.withLock({ $0 == nil }) else { return }
      do {
        let piece = try make()
        try file.withLock { file in try file.append(piece) }
      } catch {
        fault.withLock { $0 = error }
      }
    }
    try throwFault()
  }

  /// Waits until every piece lies on the disk.
  func finish() throws {
    queue.sync {}
    try throwFault()
    try file.withLock { file in try file.synchronize() }
  }

  /// Puts the file in its place.
  func commit() throws {
    try file.withLock { file in try file.commit() }
  }

  private func throwFault() throws {
    if let fault = fault.withLock({ $0 }) { throw fault }
  }
}
