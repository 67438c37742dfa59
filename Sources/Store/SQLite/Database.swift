import Glibc
import Synchronization

/// The register's file: one writer at a time over all processes, and readers that never wait for it.
///
/// A reader sees the register as it stood when its transaction began.
public final class Database: Sendable {
  /// Where the file stands.
  public let path: String

  /// How long a writer waits for others before it is told that the register is busy.
  public static let patience: Duration = .seconds(30)

  let schema: Schema
  private let patience: Duration
  private let lock = Mutex<WriteLock?>(nil)
  private let idleWriter = Mutex<Idle?>(nil)
  private let idleReaders = Mutex<[Idle]>([])

  /// Opens a register that exists, bringing an older one up to date.
  ///
  /// - Throws: `missing`, `notARegister`, `newerVersion`, `folderNotWritable` and the faults of the file system.
  public convenience init(path: String, schema: Schema, patience: Duration = patience) throws {
    try self.init(existing: path, schema: schema, patience: patience)
    let version = try read { connection in try schema.checkedVersion(of: connection) }
    if version < schema.version { try migrate() }
  }

  /// Makes a new register, readable by its owner alone.
  ///
  /// A file that an interrupted attempt left without any table is taken over.
  ///
  /// - Throws: `exists` and the faults of the file system.
  public static func create(
    path: String, schema: Schema, patience: Duration = patience
  ) throws -> Database {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw StoreError(errno: errno, path) }
    close(descriptor)
    let database = Database(unchecked: path, schema: schema, patience: patience)
    try database.holdingLock { connection in
      guard try schema.isUnused(connection) else { throw StoreError(.exists, path) }
      guard try connection.value("PRAGMA journal_mode = WAL", as: String.self) == "wal" else {
        throw StoreError(.cannotOpen, "\(path): no write-ahead log on this file system")
      }
      try schema.migrate(connection)
    }
    try synchronizeFolder(of: path)
    return database
  }

  private init(unchecked path: String, schema: Schema, patience: Duration) {
    self.path = path
    self.schema = schema
    self.patience = patience
  }

  private convenience init(existing path: String, schema: Schema, patience: Duration) throws(StoreError) {
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

  /// Writes all of the body's rows, or none when it throws.
  @discardableResult
  public func write<Result>(_ body: (Connection) throws -> Result) throws -> Result {
    try holdingLock { connection in
      try connection.transaction("BEGIN IMMEDIATE", body)
    }
  }

  /// Brings the register's tables up to date.
  private func migrate() throws {
    try holdingLock { connection in try schema.migrate(connection) }
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
        let opened = try WriteLock(path: path, patience: patience)
        lock = opened
        return opened
      } catch let error as StoreError {
        throw explained(error)
      }
    }
  }

  private func connect(_ access: Connection.Access) throws(StoreError) -> Connection {
    do {
      return try Connection(path: path, access: access)
    } catch {
      throw explained(error)
    }
  }

  /// Names the folder when it is what stands in the way, since SQLite only says that it cannot open a file.
  private func explained(_ error: StoreError) -> StoreError {
    guard [.cannotOpen, .readOnly].contains(error.code) else { return error }
    let folder = folder(of: path)
    guard access(folder, W_OK) != 0 else { return error }
    return StoreError(.folderNotWritable, folder, sqliteCode: error.sqliteCode)
  }
}

/// A connection on its way between threads.
///
/// It is sendable because a connection either lies idle in its `Database` or is lent to one caller, whose call lasts
/// until it lies there again; it is never both.
private struct Idle: @unchecked Sendable {
  let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }
}
