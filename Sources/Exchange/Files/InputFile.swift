import Glibc

/// An input that can be read more than once, at any place.
///
/// A file is read where it lies. A pipe is first copied to a temporary file without a name, since an import
/// reads its input through once before it stores the first row.
final class InputFile {
  private let descriptor: Int32

  /// The size in bytes when it was opened.
  let byteCount: Int

  /// Opens a file by its path; `-` is the standard input.
  convenience init(path: String) throws(SystemFault) {
    guard path != "-" else {
      try self.init(spooling: STDIN_FILENO)
      return
    }
    let opened = try uninterrupted(.read) { open(path, O_RDONLY | O_CLOEXEC) }
    if try InputFile.status(of: opened).isRegular {
      try self.init(owning: opened)
    } else {
      defer { close(opened) }
      try self.init(spooling: opened)
    }
  }

  /// Copies what is left of a stream to a temporary file that only this user can read.
  convenience init(spooling stream: Int32) throws(SystemFault) {
    let spool = try InputFile.makeSpool()
    do {
      try InputFile.copy(from: stream, to: spool)
    } catch {
      close(spool)
      throw error
    }
    try self.init(owning: spool)
  }

  /// Holds bytes in a temporary file that only this user can read.
  convenience init(spooling bytes: [UInt8]) throws(SystemFault) {
    let spool = try InputFile.makeSpool()
    do {
      try writeAll(bytes.span.bytes, to: spool)
    } catch {
      close(spool)
      throw error
    }
    try self.init(owning: spool)
  }

  private init(owning descriptor: Int32) throws(SystemFault) {
    self.descriptor = descriptor
    byteCount = try InputFile.status(of: descriptor).size
  }

  deinit {
    close(descriptor)
  }

  /// Reads bytes from a place on, and tells how many; none at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemFault) -> Int {
    try uninterrupted(.read) { pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)) }
  }

  private static func status(of descriptor: Int32) throws(SystemFault) -> (isRegular: Bool, size: Int) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last(.read) }
    return (status.st_mode & S_IFMT == S_IFREG, Int(status.st_size))
  }

  static func makeSpool() throws(SystemFault) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let (spool, path) = try makeTemporaryFile(at: folder + "/trygg")
    unlink(path)
    return spool
  }

  private static func copy(from stream: Int32, to spool: Int32) throws(SystemFault) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { buffer.deallocate() }
    while true {
      let count = try uninterrupted(.read) { Glibc.read(stream, buffer.baseAddress, buffer.count) }
      guard count > 0 else { return }
      try writeAll(buffer.bytes.extracting(first: count), to: spool)
    }
  }
}
