import Glibc

/// Bytes that are gathered on the disk and not in memory, to be read once they are all there.
///
/// The file has no name, so nobody else can read it and it goes with the program, however that ends.
public final class SpoolFile {
  private let descriptor: Int32

  /// How many bytes it holds.
  public private(set) var byteCount = 0

  private static let pieceSize = 1 << 16

  /// Makes an empty file where temporary files lie.
  public init() throws(SystemFault) {
    descriptor = try InputFile.makeSpool()
  }

  deinit {
    close(descriptor)
  }

  /// Adds bytes at the end.
  public func append(_ bytes: UnsafeRawBufferPointer) throws(SystemFault) {
    try writeAll(bytes.bytes, to: descriptor)
    byteCount += bytes.count
  }

  /// Hands over everything from the beginning, piece by piece.
  public func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    var (piece, place) = ([UInt8](repeating: 0, count: SpoolFile.pieceSize), 0)
    while place < byteCount {
      let count = try uninterrupted(.read) {
        piece.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(place)) }
      }
      guard count > 0 else { throw SystemFault(operation: .read, errorNumber: EIO) }
      try body(count == piece.count ? piece : Array(piece[..<count]))
      place += count
    }
  }
}
