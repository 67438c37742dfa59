import Dispatch
import Glibc

/// The lock that every process holds from BEGIN to the end of a commit and its checkpoint.
///
/// SQLite 3.40 can damage a file that two processes checkpoint at once. One lock alone starves a short write
/// beside a long import, which takes it again at once; so a writer takes `-queue`, takes `-lock` and leaves
/// `-queue`, and the next one already stands in the queue.
final class WriteLock: Sendable {
  private let queue: SideFile
  private let lock: SideFile
  private let patience: Duration

  /// The threads of this process take turns here, since a file lock does not tell them apart.
  private let turn = DispatchSemaphore(value: 1)

  /// Opens the side files of a register, made where they are missing.
  init(_ files: RegisterFiles, patience: Duration) throws(StoreError) {
    self.queue = try SideFile(path: files.queue)
    self.lock = try SideFile(path: files.lock)
    self.patience = patience
  }

  /// Runs `body` while no other thread or process writes.
  ///
  /// - Throws: `busy` after the patience, and what the body throws.
  func hold<Result>(_ body: () throws -> Result) throws -> Result {
    let deadline = ContinuousClock.now + patience
    let (seconds, attoseconds) = patience.components
    let limit = DispatchTime.now() + .seconds(Int(seconds)) + .nanoseconds(Int(attoseconds / 1_000_000_000))
    guard turn.wait(timeout: limit) == .success else { throw StoreError(.busy, lock.path) }
    defer { turn.signal() }
    try queue.take(before: deadline)
    do {
      defer { queue.leave() }
      try lock.take(before: deadline)
    }
    defer { lock.leave() }
    return try body()
  }
}

/// A file that exists to be locked.
private final class SideFile: Sendable {
  let path: String
  private let descriptor: Int32

  init(path: String) throws(StoreError) {
    // A child process that inherited the descriptor would keep the lock.
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw StoreError(errno: errno, path) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Waits for the lock; the system call has no form with a time limit, so it is asked again and again.
  func take(before deadline: ContinuousClock.Instant) throws(StoreError) {
    var pause: UInt32 = 20
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw StoreError(errno: errno, path) }
      guard ContinuousClock.now < deadline else { throw StoreError(.busy, path) }
      usleep(pause)
      pause = min(pause * 2, 1_000)
    }
  }

  func leave() {
    flock(descriptor, LOCK_UN)
  }
}
