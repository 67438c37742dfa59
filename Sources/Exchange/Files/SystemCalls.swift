import Glibc

/// Repeats a system call for as long as a signal interrupts it; a negative answer is an error.
func uninterrupted<Answer: SignedInteger>(
  _ operation: SystemFault.Operation, _ call: () -> Answer
) throws(SystemFault) -> Answer {
  while true {
    let answer = call()
    guard answer < 0 else { return answer }
    guard errno == EINTR else { throw .last(operation) }
  }
}

/// Writes every byte, in as many calls as the system needs.
func writeAll(_ bytes: RawSpan, to descriptor: Int32) throws(SystemFault) {
  var written = 0
  while written < bytes.byteCount {
    let rest = bytes.extracting(droppingFirst: written)
    written += try uninterrupted(.write) {
      rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }
  }
}

/// What the names of temporary files have behind the name they are to get, before six letters of their own.
let temporaryMark = ".tmp-"

/// Creates a file with a name of its own that begins as given, which only this user can read.
func makeTemporaryFile(at beginning: String) throws(SystemFault) -> (descriptor: Int32, path: String) {
  var path = Array((beginning + temporaryMark + "XXXXXX").utf8CString)
  let descriptor = try uninterrupted(.write) { mkstemp(&path) }
  _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  return (descriptor, String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
}
