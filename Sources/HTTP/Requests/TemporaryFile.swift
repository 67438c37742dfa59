import Glibc

/// A file without a name, which is gone with its last owner, also when the program is killed.
final class TemporaryFile: Sendable {
  private let descriptor: Int32

  /// Makes an empty file in a folder.
  init(in folder: String) throws(RequestFault) {
    var name = Array("\(folder)/trygg-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw RequestFault(.noRoom) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(name)
  }

  deinit {
    close(descriptor)
  }

  /// A path that opens the file anew, from its beginning.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// Adds bytes at the end.
  func append(_ bytes: UnsafeRawBufferPointer) throws(RequestFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      guard written > 0 || errno == EINTR else { throw RequestFault(.noRoom) }
      rest = rest.dropFirst(max(0, written))
    }
  }
}
