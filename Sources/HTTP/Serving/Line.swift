import Glibc
import Synchronization

/// One connection: its socket, and the moment until which its peer must have done what is its turn.
///
/// The library closes connections that lie idle, but a peer that sends a byte now and then would hold one for ever.
final class Line: Sendable {
  let socket: Int32
  private let deadline: Atomic<Int>

  init(socket: Int32, seconds: Int) {
    self.socket = socket
    self.deadline = Atomic(Line.now + seconds)
  }

  /// Gives the peer some seconds from now.
  func allow(seconds: Int) {
    deadline.store(Line.now + seconds, ordering: .relaxed)
  }

  /// Lets the connection last as long as the server itself needs.
  func allowTimeToAnswer() {
    deadline.store(.max, ordering: .relaxed)
  }

  var isOverdue: Bool { deadline.load(ordering: .relaxed) < Line.now }

  /// Seconds of a clock that nobody sets.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
    return time.tv_sec
  }
}

/// Every connection that is open.
final class Lines: Sendable {
  private let open = Mutex<[ObjectIdentifier: Line]>([:])

  var count: Int { open.withLock { $0.count } }

  func insert(_ line: Line) {
    open.withLock { $0[ObjectIdentifier(line)] = line }
  }

  func remove(_ line: Line) {
    open.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(line)) }
  }

  /// Hangs up on peers that took too long.
  ///
  /// A socket is closed only after its line has been removed, so none of these belongs to another by now.
  func hangUpOverdue() {
    open.withLock { lines in
      for line in lines.values where line.isOverdue { shutdown(line.socket, Int32(SHUT_RDWR)) }
    }
  }
}
