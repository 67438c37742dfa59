import Glibc

/// Small files beside the register that only its owner may read.
enum PrivateFile {
  /// The bytes of a file.
  static func read(_ path: String, limit: Int = 4_096) throws(StoreError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError(errno: errno, path) }
    defer { close(descriptor) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      let got = Glibc.read(descriptor, buffer.baseAddress, limit)
      if got < 0 { failure = errno }
      count = max(0, got)
    }
    guard failure == 0 else { throw StoreError(errno: failure, path) }
    return bytes
  }

  /// Makes a new file that survives a power cut, and refuses to replace one.
  static func create(_ path: String, _ bytes: [UInt8]) throws(StoreError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError(creating: path, errno: errno) }
    defer { close(descriptor) }
    guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      let failure = errno
      unlink(path)
      throw StoreError(errno: failure, path)
    }
  }

  /// Puts a file in the place of another, whole or not at all, also through a power cut.
  static func replace(_ path: String, _ bytes: [UInt8]) throws(StoreError) {
    let temporary = path + ".new"
    unlink(temporary)
    try create(temporary, bytes)
    guard rename(temporary, path) == 0 else { throw StoreError(errno: errno, path) }
    try synchronizeFolder(of: path)
  }

  /// Puts bytes over those of a file of the same length, in one call: a reader sees the old or the new.
  static func overwrite(_ path: String, _ bytes: [UInt8]) throws(StoreError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError(errno: errno, path) }
    defer { close(descriptor) }
    guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else {
      throw StoreError(errno: errno, path)
    }
  }
}
