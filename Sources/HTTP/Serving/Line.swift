import Glibc
import Synchronization

/// One connection: its socket, and the moment until which its peer must have done what is its turn.
///
/// The library closes connections that lie idle, but a peer that sends a byte now and then would hold one for ever.
final class Line: Sendable {
  let socket: Int32
  private let connection: Connection
  private let deadline: Atomic<Int>
  private let blankInTarget = Atomic(false)

  /// Takes the connection that the calling thread of the library has opened and will serve.
  init(_ connection: OpaquePointer, socket: Int32, seconds: Int) {
    self.socket = socket
    self.connection = Connection(pointer: connection, thread: pthread_self())
    self.deadline = Atomic(Line.now + seconds)
  }

  /// Whether the target of the last request holds a blank, so that its end can be taken for a version.
  var hasBlankInTarget: Bool { blankInTarget.load(ordering: .relaxed) }

  /// Notes what the request line that has come in says.
  func noteTarget(hasBlank: Bool) {
    blankInTarget.store(hasBlank, ordering: .relaxed)
  }

  /// The library's own connection, which only its thread may look into.
  private struct Connection: @unchecked Sendable {
    // The pointer is read by `headers` alone, on the thread that writes what it points to.
    let pointer: OpaquePointer
    let thread: pthread_t
  }

  /// What has come of the headers of a request, for the thread that serves the connection; nothing for any other.
  var headers: Fields? {
    pthread_equal(connection.thread, pthread_self()) == 0 ? nil : HTTP.headers(of: connection.pointer)
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

  /// The lines that the calling thread serves and whose headers are such.
  func ownLines(where isMeant: (Fields) -> Bool) -> [Line] {
    open.withLock { lines in lines.values.filter { $0.headers.map(isMeant) ?? false } }
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
