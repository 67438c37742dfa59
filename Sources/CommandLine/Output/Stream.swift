import Glibc
import Synchronization

extension Output {
  /// A buffered way out of the process, or into memory.
  ///
  /// After a failed write it takes nothing more and fails every time.
  public final class Stream: Sendable {
    private struct State {
      var buffer: [UInt8] = []
      var failure: Failure?
    }

    /// The columns of the terminal, or nil when the stream leads elsewhere.
    public let terminalWidth: Int?
    private let descriptor: Int32?
    private let capacity: Int
    private let state = Mutex(State())

    /// Makes a stream to an open file, which stays open.
    ///
    /// `COLUMNS` in the environment overrides the width that a terminal tells. A terminal is written to at
    /// once, anything else when `capacity` bytes have gathered.
    public init(descriptor: Int32, environment: [String: String], capacity: Int) {
      self.descriptor = descriptor
      self.terminalWidth = Stream.terminalWidth(of: descriptor, environment)
      self.capacity = terminalWidth == nil ? capacity : 0
    }

    /// Makes a stream that keeps all that is written.
    init(terminalWidth: Int?) {
      self.descriptor = nil
      self.terminalWidth = terminalWidth
      self.capacity = .max
    }

    /// The width to wrap sentences to, 80 columns where there is no terminal.
    public var usualWidth: Int { terminalWidth ?? 80 }

    /// All that is written and not yet flushed, which is everything for a stream into memory.
    public var collected: String {
      state.withLock { String(decoding: $0.buffer, as: UTF8.self) }
    }

    /// Writes bytes, sooner or later.
    public func write(_ bytes: some Collection<UInt8>) throws(Failure) {
      try state.withLock { (state) throws(Failure) in
        if let failure = state.failure { throw failure }
        state.buffer.append(contentsOf: bytes)
        if state.buffer.count > capacity { try flush(&state) }
      }
    }

    /// Hands on all that is written so far.
    public func flush() throws(Failure) {
      try state.withLock { (state) throws(Failure) in
        if let failure = state.failure { throw failure }
        try flush(&state)
      }
    }

    private func flush(_ state: inout State) throws(Failure) {
      guard let descriptor else { return }
      defer { state.buffer.removeAll(keepingCapacity: true) }
      var start = 0
      while start < state.buffer.count {
        let count = state.buffer.withUnsafeBytes {
          Glibc.write(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start)
        }
        if count >= 0 {
          start += count
        } else if errno != EINTR {
          let failure = errno == EPIPE ? Failure.closed : .failed(errno)
          state.failure = failure
          throw failure
        }
      }
    }

    private static func terminalWidth(of descriptor: Int32, _ environment: [String: String]) -> Int? {
      guard isatty(descriptor) == 1 else { return nil }
      if let columns = environment["COLUMNS"].flatMap(Int.init), columns > 0 { return columns }
      var size = winsize()
      guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
      return Int(size.ws_col)
    }
  }
}
