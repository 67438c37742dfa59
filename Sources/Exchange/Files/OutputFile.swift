import Glibc

/// A file that is written through a buffer, and that takes its place only when it is whole.
///
/// The content lies in a temporary file beside the target, readable by this user only, until `commit` renames
/// it. A pipe or a device, `/dev/stdout` say, is written as it comes.
public final class OutputFile {
  private let descriptor: Int32
  private let place: Place
  private var buffer: [UInt8] = []
  private var isCommitted = false

  private enum Place {
    case stream(isOwned: Bool)
    case replacing(target: String, temporary: String)
  }

  private static let bufferSize = 1 << 16

  /// Writes to an open descriptor, which stays open afterwards.
  public init(descriptor: Int32) {
    self.descriptor = descriptor
    place = .stream(isOwned: false)
    buffer.reserveCapacity(OutputFile.bufferSize)
  }

  /// Writes a file in place of the one at a path, if there is one.
  public init(replacing path: String) throws(SystemFault) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      descriptor = try uninterrupted(.write) { open(path, O_WRONLY | O_CLOEXEC) }
      place = .stream(isOwned: true)
    } else {
      let target = OutputFile.resolved(path)
      let (opened, temporary) = try makeTemporaryFile(at: target)
      descriptor = opened
      place = .replacing(target: target, temporary: temporary)
    }
    buffer.reserveCapacity(OutputFile.bufferSize)
  }

  deinit {
    switch place {
    case .stream(isOwned: false): break
    case .stream(isOwned: true): close(descriptor)
    case .replacing(_, let temporary):
      close(descriptor)
      if !isCommitted { unlink(temporary) }
    }
  }

  /// Adds bytes at the end.
  public func append(_ bytes: some Sequence<UInt8>) throws(SystemFault) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= OutputFile.bufferSize { try flush() }
  }

  /// Adds one byte at the end.
  func append(_ byte: UInt8) throws(SystemFault) {
    buffer.append(byte)
    if buffer.count >= OutputFile.bufferSize { try flush() }
  }

  /// Writes what the buffer holds, down to the disk, so that putting the file in its place can hardly fail.
  public func synchronize() throws(SystemFault) {
    try flush()
    guard case .replacing = place else { return }
    _ = try uninterrupted(.write) { fsync(descriptor) }
  }

  /// Writes what the buffer holds and puts the file in its place.
  ///
  /// - Parameter durably: whether to wait for the disk, which takes long where files are many. Whoever does not wait
  ///   synchronises the folder at the end.
  public func commit(durably: Bool = true) throws(SystemFault) {
    guard !isCommitted else { return }
    if durably { try synchronize() } else { try flush() }
    guard case .replacing(let target, let temporary) = place else { return }
    guard rename(temporary, target) == 0 else { throw .last(.write) }
    isCommitted = true
  }

  private func flush() throws(SystemFault) {
    defer { buffer.removeAll(keepingCapacity: true) }
    try writeAll(buffer.span.bytes, to: descriptor)
  }

  /// Follows a link at the path, so that the link stays and what it points to is replaced.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
