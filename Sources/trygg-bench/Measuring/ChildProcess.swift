import Foundation
import Glibc
import Synchronization

/// A run of a program as a new process, its results thrown away.
struct ChildProcess {
  let exitCode: Int32
  /// What it said on standard error.
  let messages: String
  let duration: Duration
  /// The most memory that it held at once, in bytes; 0 when nobody looked.
  let peakMemory: Int
  /// The most that any child of its own has held, seen now and then; 0 when nobody looked.
  let peakMemoryOfChild: Int

  /// Runs a program to its end.
  ///
  /// `getrusage` would tell a peak that counts this process too, since the child is spawned from its memory; so the
  /// peak is read from `/proc` while the child runs, which costs a little time and is done on request only.
  init(_ program: String, _ arguments: [String], watchingMemory: Bool = false) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard let errors = tmpfile() else { throw Failure.cannotStart(program, String(cString: strerror(errno))) }
    defer { fclose(errors) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, fileno(errors), STDERR_FILENO)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)

    let start = ContinuousClock.now
    var child = pid_t()
    let result = posix_spawn(&child, program, &actions, nil, words, environ)
    guard result == 0 else { throw Failure.cannotStart(program, String(cString: strerror(result))) }
    let watch = watchingMemory ? MemoryWatch(over: child) : nil
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    duration = ContinuousClock.now - start
    exitCode = status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    (peakMemory, peakMemoryOfChild) = watch?.end() ?? (0, 0)
    messages = ChildProcess.text(of: fileno(errors))
  }

  enum Failure: Error {
    case cannotStart(String, String)
    case failed([String], messages: String)
  }

  /// The run of a command that must succeed.
  static func succeeding(
    _ program: String, _ arguments: [String], watchingMemory: Bool = false
  ) throws -> ChildProcess {
    let run = try ChildProcess(program, arguments, watchingMemory: watchingMemory)
    guard run.exitCode == 0 else { throw Failure.failed(arguments, messages: run.messages) }
    return run
  }

  private static func text(of file: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = pread(file, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}

/// Looks now and then how much memory a process and its children have held at most, until it ends.
private final class MemoryWatch: Sendable {
  private let peaks = Mutex((process: 0, child: 0))
  private let isOver = Mutex(false)
  private let done = DispatchSemaphore(value: 0)

  init(over process: pid_t) {
    Thread.detachNewThread { [self] in
      var looks = 0
      while !isOver.withLock({ $0 }) {
        let peak = MemoryWatch.peak(of: process)
        peaks.withLock { $0.process = max($0.process, peak) }
        // Children are found by a walk through the threads, and live long enough to be seen.
        if looks.isMultiple(of: 100) {
          let peak = MemoryWatch.children(of: process).map(MemoryWatch.peak).max() ?? 0
          peaks.withLock { $0.child = max($0.child, peak) }
        }
        looks += 1
        usleep(2_000)
      }
      done.signal()
    }
  }

  /// Stops looking and tells the peaks in bytes.
  func end() -> (process: Int, child: Int) {
    isOver.withLock { $0 = true }
    done.wait()
    return peaks.withLock { $0 }
  }

  private static func children(of process: pid_t) -> [pid_t] {
    let threads = "/proc/\(process)/task"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: threads)) ?? []
    return names.flatMap { thread in
      let listed = FileManager.default.contents(atPath: "\(threads)/\(thread)/children") ?? Data()
      return String(decoding: listed, as: UTF8.self).split(separator: " ").compactMap { pid_t($0) }
    }
  }

  private static func peak(of process: pid_t) -> Int {
    guard let file = fopen("/proc/\(process)/status", "re") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      guard strncmp(line, "VmHWM:", 6) == 0 else { continue }
      return strtol(Array(line.dropFirst(6)), nil, 10) * 1_024
    }
    return 0
  }
}
