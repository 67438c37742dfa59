import CZip
import Glibc

/// Files put together into one archive, always the same bytes for the same files.
public struct ZipArchive: Sendable {
  private var files: [(name: String, contents: [UInt8])] = []

  /// Makes an archive without files.
  public init() {}

  /// Adds a file after those before it.
  public mutating func add(_ name: String, _ contents: [UInt8]) {
    files.append((name, contents))
  }

  /// The archive.
  ///
  /// - Throws: a fault when the library cannot make it, which means that memory has run out.
  public func bytes() throws(XMLFault) -> [UInt8] {
    guard let source = zip_source_buffer_create(nil, 0, 0, nil) else { throw ZipArchive.failed }
    // The archive takes the source over; one hold is kept to read it afterwards.
    zip_source_keep(source)
    defer { zip_source_free(source) }
    guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, nil) else {
      zip_source_free(source)
      throw ZipArchive.failed
    }
    for (name, contents) in files {
      guard ZipArchive.add(name, contents, to: archive) else {
        zip_discard(archive)
        throw ZipArchive.failed
      }
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw ZipArchive.failed
    }
    return try ZipArchive.read(source)
  }

  private static let failed = XMLFault(.tooLarge, file: "zip", facts: ["reason": "out of memory"])

  /// The first day that an archive can hold, so that the clock leaves no trace.
  private static let epoch = 315_619_200

  private static func add(_ name: String, _ contents: [UInt8], to archive: OpaquePointer) -> Bool {
    // The library frees the copy with the source, which lives until the archive is closed.
    guard let copy = malloc(max(contents.count, 1)) else { return false }
    contents.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { copy.copyMemory(from: base, byteCount: bytes.count) }
    }
    guard let file = zip_source_buffer(archive, copy, UInt64(contents.count), 1) else {
      free(copy)
      return false
    }
    let index = zip_file_add(archive, name, file, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(file)
      return false
    }
    return zip_file_set_mtime(archive, UInt64(index), epoch, 0) == 0
  }

  private static func read(_ source: OpaquePointer) throws(XMLFault) -> [UInt8] {
    var status = zip_stat_t()
    guard zip_source_open(source) == 0, zip_source_stat(source, &status) == 0 else { throw failed }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    let count = bytes.withUnsafeMutableBytes { buffer in
      buffer.baseAddress.map { zip_source_read(source, $0, UInt64(buffer.count)) } ?? 0
    }
    guard count == Int64(bytes.count) else { throw failed }
    return bytes
  }
}
