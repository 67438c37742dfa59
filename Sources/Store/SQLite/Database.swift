import Glibc
import Synchronization

/// The register's file: one writer at a time over all processes, and readers that never wait for it.
///
/// A reader sees the register as it stood when its transaction began.
public final class Database: Sendable {
  /// The register and what belongs to it.
  public let files: RegisterFiles

  /// How long a writer waits for others before it is told that the register is busy.
  public static let patience: Duration = .seconds(30)

  let schema: Schema
  private let patience: Duration
  private let lock = Mutex<WriteLock?>(nil)
  private let key = Mutex<(key: SigningKey, file: FileIdentity)?>(nil)
  private let idleWriter = Mutex<Idle?>(nil)
  private let idleReaders = Mutex<[Idle]>([])

  /// Entries of reads on their way to the disk.
  let reads = AuditGroup()

  /// Opens a register that exists, bringing an older one up to date.
  ///
  /// - Throws: `missing`, `notARegister`, `newerVersion`, `folderNotWritable` and the faults of the file
  ///   system.
  public convenience init(path: String, schema: Schema, patience: Duration = patience) throws {
    try self.init(examining: path, schema: schema, patience: patience)
    let isCurrent = try read { connection in
      let version = try schema.checkedVersion(of: connection)
      return try version == schema.version && connection.keepsWriteAheadLog
    }
    if !isCurrent { try bringUpToDate() }
  }

  /// Makes a new register with its signing key, readable by its owner alone.
  ///
  /// What an interrupted attempt left is taken over: a file without any table, a key.
  ///
  /// - Throws: `exists` and the faults of the file system.
  public static func create(
    path: String, schema: Schema, random: RandomSource, patience: Duration = patience
  ) throws -> Database {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw StoreError(creating: path, errno: errno) }
    close(descriptor)
    let database = Database(unchecked: path, schema: schema, patience: patience)
    try database.holdingLock { connection in
      guard try schema.isUnused(connection) else { throw StoreError(.exists, path) }
      let key = try SigningKey.loadOrCreate(database.files, random: random)
      try AuditHead(.empty, key: key).write(to: database.files.head)
      try connection.keepWriteAheadLog()
      try schema.migrate(connection)
    }
    try synchronizeFolder(of: path)
    return database
  }

  private init(unchecked path: String, schema: Schema, patience: Duration) {
    self.files = RegisterFiles(path)
    self.schema = schema
    self.patience = patience
  }

  /// Opens a file without a look inside, for a check of what it holds.
  convenience init(examining path: String, schema: Schema, patience: Duration = patience) throws(StoreError) {
    guard access(path, F_OK) == 0 else { throw StoreError(errno: errno, path) }
    self.init(unchecked: path, schema: schema, patience: patience)
  }

  /// Reads from one unchanging state of the register.
  public func read<Result>(_ body: (Connection) throws -> Result) throws -> Result {
    let idle = try idleReaders.withLock { $0.popLast() } ?? Idle(connect(.read))
    defer { idleReaders.withLock { $0.append(idle) } }
    do {
      return try idle.connection.transaction("BEGIN", body)
    } catch let error as StoreError {
      throw explained(error)
    }
  }

  /// Writes all of the body's rows, or none when it throws, and signs the audit log's new head.
  @discardableResult
  public func write<Result>(_ body: (Connection) throws -> Result) throws -> Result {
    try holdingLock { connection in
      // Read under the lock, under which it is also replaced.
      let key = try signingKey()
      let result = try connection.transaction("BEGIN IMMEDIATE", body)
      if let tip = connection.auditTip {
        // The act is done whether or not its head can be signed; a head that lags behind is sound.
        try? AuditHead(tip, key: key).write(to: files.head)
      }
      return result
    }
  }

  /// Looks whether the pages and the indices fit together, in some seconds for a gigabyte.
  ///
  /// - Throws: `damaged` with the first fault.
  public func quickCheck() throws {
    let found = try read { connection in try connection.value("PRAGMA quick_check(1)", as: String.self) ?? ""
    }
    guard found == "ok" else { throw StoreError(.damaged, found) }
  }

  /// The key that signs the audit log and seals documents.
  public func signingKey() throws(StoreError) -> SigningKey {
    try key.withLock { known throws(StoreError) in
      // Another process may have put a new key in its place.
      let file = try FileIdentity(of: files.key)
      if let known, known.file == file { return known.key }
      let loaded = try SigningKey(contentsOf: files.key)
      known = (loaded, file)
      return loaded
    }
  }

  /// Brings an older or restored file to what this program writes.
  private func bringUpToDate() throws {
    try holdingLock { connection in
      try connection.keepWriteAheadLog()
      try schema.migrate(connection)
    }
  }

  /// Lends the one writing connection of this process while no other process writes.
  func holdingLock<Result>(_ body: (Connection) throws -> Result) throws -> Result {
    try writeLock().hold {
      let idle = try idleWriter.withLock { $0.take() } ?? Idle(connect(.write))
      defer { idleWriter.withLock { $0 = idle } }
      do {
        return try body(idle.connection)
      } catch let error as StoreError {
        throw explained(error)
      }
    }
  }

  private func writeLock() throws -> WriteLock {
    try lock.withLock { lock in
      if let lock { return lock }
      do {
        let opened = try WriteLock(files, patience: patience)
        lock = opened
        return opened
      } catch let error as StoreError {
        throw explained(error)
      }
    }
  }

  private func connect(_ access: Connection.Access) throws(StoreError) -> Connection {
    do {
      return try Connection(path: files.database, access: access)
    } catch {
      throw explained(error)
    }
  }

  /// Names the folder when it is what stands in the way, since SQLite only says that it cannot open a file.
  private func explained(_ error: StoreError) -> StoreError {
    guard [.cannotOpen, .readOnly].contains(error.code) else { return error }
    let folder = folder(of: files.database)
    guard access(folder, W_OK) != 0 else { return error }
    return StoreError(.folderNotWritable, folder, sqliteCode: error.sqliteCode)
  }
}

/// A connection on its way between threads.
///
/// It is sendable because a connection either lies idle in its `Database` or is lent to one caller, whose
/// call lasts until it lies there again; it is never both.
private struct Idle: @unchecked Sendable {
  let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }
}
