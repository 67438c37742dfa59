internal import CSQLite

/// One connection to the register's file, used by one thread at a time.
///
/// `Database` hands it out; the queries of this module extend it.
public final class Connection {
  /// What a connection may do with its file.
  enum Access { case read, write }

  /// Set once, before the first connection of the process; where that comes too late, SQLite is only slower.
  private static let isConfigured =
    csqlite_count_no_memory() == SQLITE_OK && csqlite_keep_undo_in_memory(4 << 20) == SQLITE_OK

  /// How long SQLite itself waits; writers queue before that in the write lock.
  private static let busyMilliseconds: Int32 = 10_000

  let path: String
  let access: Access
  let handle: OpaquePointer
  var statements: [String: Statement] = [:]

  /// The last audit entry that the latest transaction added; another process may write the next one.
  var auditTip: AuditTip?

  /// Opens an existing file.
  ///
  /// Opening touches no page: whether the file is a register shows with the first statement.
  init(path: String, access: Access) throws(StoreError) {
    _ = Connection.isConfigured
    var opened: OpaquePointer?
    let mode = access == .read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
    // One thread at a time holds a connection, so SQLite need not lock it: sqlite.org/threadsafe.html
    let flags = mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let result = sqlite3_open_v2(path, &opened, flags, nil)
    guard result == SQLITE_OK, let opened else {
      // SQLite makes a handle to tell the fault even when it could not open.
      sqlite3_close_v2(opened)
      throw StoreError(sqliteCode: result, path)
    }
    self.path = path
    self.access = access
    self.handle = opened
    try harden()
  }

  deinit {
    statements.removeAll()
    // A statement that outlives its connection keeps the handle until it is finalised.
    sqlite3_close_v2(handle)
  }

  /// Distrusts the file and keeps every commit: sqlite.org/security.html, engineering notes 3.2.
  private func harden() throws(StoreError) {
    sqlite3_busy_timeout(handle, Connection.busyMilliseconds)
    let options: [(option: Int32, on: Int32)] = [
      (SQLITE_DBCONFIG_DEFENSIVE, 1),
      (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
      (SQLITE_DBCONFIG_DQS_DDL, 0),
      (SQLITE_DBCONFIG_DQS_DML, 0),
      (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
      (SQLITE_DBCONFIG_ENABLE_FKEY, 1),
      // SQLite 3.40 may damage the file when two processes checkpoint at once: only the lock's holder does.
      (SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1),
    ]
    for (option, on) in options where csqlite_set(handle, option, on) != SQLITE_OK {
      throw StoreError(lastOf: handle, path)
    }
    guard PackedGathering.offer(to: handle) else { throw StoreError(lastOf: handle, path) }
    try execute(
      """
      PRAGMA synchronous = FULL;
      PRAGMA recursive_triggers = ON;
      PRAGMA cell_size_check = ON;
      PRAGMA mmap_size = 0;
      PRAGMA secure_delete = ON;
      PRAGMA cache_size = -16000;
      """)
    // The writer checkpoints inside its COMMIT, so under the lock; a reader never does. A checkpoint waits for the disk
    // twice, so a long run has one for several batches: 4 000 pages are 16 MB.
    sqlite3_wal_autocheckpoint(handle, access == .write ? 4_000 : 0)
  }

  /// Whether readers go on while a writer writes.
  var keepsWriteAheadLog: Bool {
    get throws(StoreError) { try value("PRAGMA journal_mode", as: String.self) == "wal" }
  }

  /// Lets readers go on while a writer writes, from now on and for every connection.
  func keepWriteAheadLog() throws(StoreError) {
    guard try value("PRAGMA journal_mode = WAL", as: String.self) == "wal" else {
      throw StoreError(.cannotOpen, "\(path): no write-ahead log here")
    }
  }

  /// Runs statements that take no values and give no rows.
  func execute(_ script: String) throws(StoreError) {
    guard sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK else {
      throw StoreError(lastOf: handle, script)
    }
  }

  /// Makes a statement to be run many times.
  func prepare(_ sql: String) throws(StoreError) -> Statement {
    try Statement(sql, on: handle)
  }

  /// Whether a transaction is open.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Runs `body` between `begin` and COMMIT, or undoes it when it throws.
  func transaction<Result>(
    _ begin: String, _ body: (Connection) throws -> Result
  ) throws -> Result {
    auditTip = nil
    try run(begin)
    do {
      let result = try body(self)
      try run("COMMIT")
      return result
    } catch {
      // After a full disk or an input/output fault SQLite may have rolled back by itself.
      if isInTransaction { try? execute("ROLLBACK") }
      auditTip = nil
      throw error
    }
  }
}
