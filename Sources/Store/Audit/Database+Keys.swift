import Glibc

extension Database {
  /// The key that will take the place of the one in use, made on the first call and the same until it has done so.
  public func nextKey(random: RandomSource) throws(StoreError) -> SigningKey {
    try SigningKey.load(files.nextKey, orMakeFrom: random)
  }

  /// Puts the next key in the place of the one in use and signs the head of the log anew.
  ///
  /// The public keys come first: whatever interrupts this, a seal is never made by a key that nobody knows. What was
  /// interrupted is finished by doing it again.
  ///
  /// - Parameter known: every public key, the next one first.
  public func takeNextKey(known: [PublicKey]) throws {
    try holdingLock { connection in
      let key = try SigningKey(contentsOf: files.nextKey)
      try publishKeys(known)
      guard rename(files.nextKey, files.key) == 0 else { throw StoreError(errno: errno, files.key) }
      try synchronizeFolder(of: files.key)
      try AuditHead(connection.lastTip(), key: key).write(to: files.head)
    }
  }

  /// Writes the public keys beside the register, the one in use first.
  public func publishKeys(_ keys: [PublicKey]) throws(StoreError) {
    try PrivateFile.replace(files.publicKey, PublicKey.file(keys))
  }
}

/// Which file stands at a path, so that another in its place is noticed.
struct FileIdentity: Equatable {
  private let device: UInt
  private let number: UInt
  private let changedAt: Int

  init(of path: String) throws(StoreError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw StoreError(errno: errno, path) }
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
    changedAt = status.st_ctim.tv_sec &* 1_000_000_000 &+ status.st_ctim.tv_nsec
  }
}
