import Glibc

extension Database {
  /// Copies the register into a new file while others read and write it.
  ///
  /// The copy is one unchanging state, a single file readable by its owner alone, checked before it gets its
  /// name. Beside it go the public key and the signed head, never the signing key: whoever finds a backup
  /// must not be able to seal documents.
  ///
  /// - Parameter progress: Called now and then with how many pages are copied, of how many.
  /// - Throws: `exists`, `damaged` with what the check found, and the faults of the file system.
  public func backUp(to path: String, progress: (Int, Int) -> Void = { _, _ in }) throws {
    let copy = RegisterFiles(path)
    for taken in [copy.database, copy.head, copy.publicKey] where access(taken, F_OK) == 0 {
      throw StoreError(.exists, taken)
    }
    // Taken before the copy, so that the head can only lag behind it.
    let head = try AuditHead(contentsOf: files.head)
    let keys = try PublicKey.keys(contentsOf: files.publicKey)
    try NewFile.make(path) { temporary in
      try read { source in try Connection.copy(source, to: temporary, progress: progress) }
      let connection = try Connection(path: temporary, access: .read)
      try connection.refuseDamage(schema: schema, head: head, key: keys[0])
    }
    try PrivateFile.create(copy.head, Array("\(head)\n".utf8))
    try PrivateFile.create(copy.publicKey, PublicKey.file(keys))
    try synchronizeFolder(of: path)
  }

  /// Brings a backup back as a register, after the checks that a new backup goes through.
  ///
  /// A register that stands at the path is overwritten only when told so, in one transaction, so that a
  /// service that has it open goes on with the restored one. If it is damaged, move it away first. The audit
  /// log's head is signed again with the key at the path, or a new one when there is none; the caller adds
  /// the entry that says so.
  ///
  /// - Throws: `exists`, `notARegister`, `newerVersion`, `damaged` and the faults of the file system.
  public static func restore(
    from backup: String, to path: String, replacing: Bool, schema: Schema, random: RandomSource,
    patience: Duration = patience
  ) throws -> Database {
    let stands = access(path, F_OK) == 0
    guard replacing || !stands else { throw StoreError(.exists, path) }
    guard access(backup, R_OK) == 0 else { throw StoreError(errno: errno, backup) }
    let source = try Connection(path: backup, access: .read)
    let origin = RegisterFiles(backup)
    for companion in [origin.head, origin.publicKey] where access(companion, R_OK) != 0 {
      throw errno == ENOENT ? StoreError(.companionMissing, companion) : StoreError(errno: errno, companion)
    }
    let head = try AuditHead(contentsOf: origin.head)
    try source.refuseDamage(schema: schema, head: head, key: PublicKey(contentsOf: origin.publicKey))
    let files = RegisterFiles(path)
    if stands {
      let database = try Database(path: path, schema: schema, patience: patience)
      try database.holdingLock { connection in
        try connection.takeOver(source)
        try signRestored(connection, files, random: random)
      }
    } else {
      try NewFile.make(path) { temporary in
        try Connection.copy(source, to: temporary) { _, _ in }
        try signRestored(Connection(path: temporary, access: .read), files, random: random)
      }
    }
    return try Database(path: path, schema: schema, patience: patience)
  }

  /// Signs the restored log's end; after a crash just before, writes are refused until it is repeated.
  private static func signRestored(
    _ connection: Connection, _ files: RegisterFiles, random: RandomSource
  ) throws {
    let key = try SigningKey.loadOrCreate(files, random: random)
    try AuditHead(connection.lastTip(), key: key).write(to: files.head)
  }
}
