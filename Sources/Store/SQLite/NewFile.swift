import Glibc

/// A file that appears under its name only when it is whole and on the disk.
enum NewFile {
  /// Lets `body` fill an empty file, readable by its owner alone, and gives it its name if nothing bears it.
  static func make(_ path: String, _ body: (_ temporary: String) throws -> Void) throws {
    let temporary = path + "-partial"
    // SQLite would take the log of a register that is gone for this one's.
    guard access(RegisterFiles(path).writeAheadLog, F_OK) != 0 else {
      throw StoreError(.exists, RegisterFiles(path).writeAheadLog)
    }
    // What an interrupted attempt left is of no use to anyone.
    remove(temporary)
    try PrivateFile.create(temporary, [])
    do {
      try body(temporary)
      try synchronize(temporary)
      // Unlike a renaming, a second name is refused when something already bears it.
      guard link(temporary, path) == 0 else { throw StoreError(errno: errno, path) }
    } catch {
      remove(temporary)
      throw error
    }
    remove(temporary)
    try synchronizeFolder(of: path)
  }

  private static func remove(_ temporary: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(temporary + suffix) }
  }

  private static func synchronize(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError(errno: errno, path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw StoreError(errno: errno, path) }
  }
}
