import Glibc

/// An input that is small enough to be read at once.
public enum WholeFile {
  /// The bytes of a file, `-` for the standard input.
  ///
  /// - Throws: a fault when it cannot be read, `EFBIG` when it is larger than the limit.
  public static func read(_ path: String, limit: Int = 64 << 20) throws(SystemFault) -> [UInt8] {
    let file = try InputFile(path: path)
    guard file.byteCount <= limit else { throw SystemFault(operation: .read, errorNumber: EFBIG) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: file.byteCount, alignment: 1)
    defer { buffer.deallocate() }
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = try file.read(into: rest, at: filled)
      guard count > 0 else { break }
      filled += count
    }
    return Array(buffer[..<filled])
  }
}
