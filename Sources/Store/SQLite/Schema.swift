/// One step in the life of the register's tables.
///
/// A step that has been released is never changed; a later one corrects it.
public struct Migration: Sendable {
  /// The steps count from 1 without a gap.
  let number: Int

  let apply: @Sendable (Connection) throws -> Void

  /// A step that a closure takes.
  init(_ number: Int, _ apply: @escaping @Sendable (Connection) throws -> Void) {
    self.number = number
    self.apply = apply
  }

  /// A step written in SQL.
  init(_ number: Int, sql: String) {
    self.init(number) { connection in try connection.execute(sql) }
  }
}

/// The tables of a register as the migrations that make them, in order.
public struct Schema: Sendable {
  /// The four bytes `TRYG`, by which a file is known as a register.
  static let applicationID: Int64 = 0x5452_5947

  let migrations: [Migration]

  /// The version of a file on which every migration has run.
  public var version: Int { migrations.count }

  /// Takes migrations numbered 1, 2, 3 …
  init(_ migrations: [Migration]) {
    precondition(migrations.map(\.number) == Array(1...migrations.count), "migrations count from 1")
    self.migrations = migrations
  }

  /// The version of a file that is a register and not newer than this program.
  func checkedVersion(of connection: Connection) throws(StoreError) -> Int {
    let application = try connection.value("PRAGMA application_id", as: Int64.self)
    guard application == Schema.applicationID else { throw StoreError(.notARegister, connection.path) }
    let found = try connection.value("PRAGMA user_version", as: Int.self) ?? 0
    guard found <= version else {
      throw StoreError(.newerVersion, "\(connection.path): \(found) > \(version)")
    }
    return found
  }

  /// Whether a file holds nothing yet and belongs to nobody.
  func isUnused(_ connection: Connection) throws(StoreError) -> Bool {
    let application = try connection.value("PRAGMA application_id", as: Int64.self)
    let tables = try connection.value("SELECT count(*) FROM sqlite_schema", as: Int.self)
    return application == 0 && tables == 0
  }

  /// Runs the migrations that a file lacks, each in a transaction of its own.
  func migrate(_ connection: Connection) throws {
    // A table that others refer to can be rebuilt only while references are not enforced, and this switch
    // has no effect inside a transaction; what it let through is looked for before each commit.
    try connection.execute("PRAGMA foreign_keys = OFF")
    defer { try? connection.execute("PRAGMA foreign_keys = ON") }
    // Another process may have been first, so the version is read under the lock.
    let found = try isUnused(connection) ? 0 : checkedVersion(of: connection)
    for migration in migrations.dropFirst(found) {
      try connection.transaction("BEGIN IMMEDIATE") { connection in
        try migration.apply(connection)
        try connection.forEach("PRAGMA foreign_key_check") { row in
          throw StoreError(
            .constraint, "migration \(migration.number) breaks references of \(try row.text(0))")
        }
        try connection.execute(
          """
          PRAGMA application_id = \(Schema.applicationID);
          PRAGMA user_version = \(migration.number);
          """)
      }
    }
  }
}
