import Foundation
import Glibc

/// What a worker is made of.
struct WorkerSetup {
  /// The Python, a path or a name that `PATH` leads to.
  let python: String
  /// The text of the program.
  let program: String
  /// The stylesheet that its pages are set by.
  let stylesheet: [UInt8]
}

/// A Python process that sets pages, ended when the value goes.
///
/// One socket is both its input and its output, so that a message to a worker that has died is an error and no signal.
/// The program closes every other descriptor that it may have got: one that held the register's lock would keep it.
final class WorkerProcess: Sendable {
  let socket: Int32
  let identifier: pid_t

  /// Starts a worker, which waits for its stylesheet.
  init(_ setup: WorkerSetup) throws(PDFFault) {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw .missing(setup.python)
    }
    defer { close(ends[1]) }
    guard let child = WorkerProcess.spawn([setup.python, "-I", "-c", setup.program], on: ends[1]) else {
      close(ends[0])
      throw .missing(setup.python)
    }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    self.socket = ends[0]
    self.identifier = child
  }

  deinit {
    // At the end of its input a worker tidies up and leaves; one that hangs is not waited for.
    close(socket)
    for _ in 0..<1000 {
      guard waitpid(identifier, nil, WNOHANG) == 0 else { return }
      usleep(1000)
    }
    kill()
    waitpid(identifier, nil, 0)
  }

  /// Waits for the end of a worker that has closed its socket, and tells whether somebody ended it.
  var wasKilled: Bool {
    var status = siginfo_t()
    while waitid(P_PID, id_t(identifier), &status, WEXITED | WNOWAIT) != 0 {
      guard errno == EINTR else { return false }
    }
    return status.si_code != CLD_EXITED
  }

  /// Ends a worker that hangs.
  func kill() {
    _ = Glibc.kill(identifier, SIGKILL)
  }

  private static func spawn(_ words: [String], on socket: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

    // A group of its own, so that an interrupt at the terminal reaches the program alone, which then ends its workers.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))

    // A worker keeps to one core: the batch has one worker for each.
    let environment = ProcessInfo.processInfo.environment.merging(["RAYON_NUM_THREADS": "1"]) { $1 }
    let arguments = words.map { strdup($0) } + [nil]
    let settings = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (arguments + settings).forEach { free($0) } }
    var child: pid_t = 0
    return posix_spawnp(&child, words[0], &actions, &attributes, arguments, settings) == 0 ? child : nil
  }
}
