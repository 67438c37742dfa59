import CSQLite
import Register

/// SQLite without anything of ours between, for baselines.
final class BareConnection {
  let handle: OpaquePointer

  struct Failure: Error {
    let message: String
  }

  /// Opens a register with the settings that the program writes under.
  init(_ path: String) throws {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(path, &opened, flags, nil) == SQLITE_OK, let opened else {
      throw Failure(message: "cannot open \(path)")
    }
    handle = opened
    try execute(
      """
      PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON;
      PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA secure_delete = ON;
      """)
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  func execute(_ script: String) throws {
    guard sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  /// Puts what the write-ahead log holds into the file.
  func gatherInOneFile() throws {
    try execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  /// Inserts the first entries of a series by one prepared statement, in batches as the import does.
  ///
  /// Tells how many it inserted. Those of the absent may be left out, since no entry is absence too (decision C-61).
  @discardableResult
  func insert(
    first count: Int, of series: AttendanceSeries, withAbsence: Bool = true, batch: Int = 20_000
  ) throws -> Int {
    var statement: OpaquePointer?
    let sql = """
      INSERT INTO attendance (occasion, person, version, status, attested_by, entry)
      VALUES (?1, ?2, 1, ?3, ?4, 2)
      """
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw failure }
    defer { sqlite3_finalize(statement) }
    var inserted = 0
    for start in stride(from: 0, to: count, by: batch) {
      try execute("BEGIN IMMEDIATE")
      for index in start..<min(start + batch, count) {
        let entry = series[index]
        guard withAbsence || entry.status != .absent else { continue }
        sqlite3_bind_int64(statement, 1, entry.occasion.value)
        sqlite3_bind_int64(statement, 2, entry.person.value)
        sqlite3_bind_int64(statement, 3, entry.status.stored)
        if let attester = entry.attestedBy {
          sqlite3_bind_int64(statement, 4, attester.value)
        } else {
          sqlite3_bind_null(statement, 4)
        }
        guard sqlite3_step(statement) == SQLITE_DONE else { throw failure }
        sqlite3_reset(statement)
        inserted += 1
      }
      try execute("COMMIT")
    }
    return inserted
  }

  /// What the table of attendance holds, in one text: two tables with the same rows give the same.
  func attendanceSum() throws -> String {
    var statement: OpaquePointer?
    let sql = """
      SELECT count(*) || ' ' || sum(occasion * 31 + person) || ' ' || sum(person % 97 * status) || ' '
        || total(attested_by) FROM attendance
      """
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw failure }
    defer { sqlite3_finalize(statement) }
    guard sqlite3_step(statement) == SQLITE_ROW, let text = sqlite3_column_text(statement, 0) else {
      throw failure
    }
    return String(cString: text)
  }

  /// How often the members were called and came.
  struct Participation: Hashable {
    var members: Int64 = 0
    var called: Int64 = 0
    var present: Int64 = 0
  }

  /// Joins memberships, occasions and attendance, counts for each member, and adds up what was counted.
  func participation() throws -> Participation {
    try participation(
      """
      SELECT m.person, count(*), sum(a.status = 1) FROM membership m JOIN occasion o ON o.ring = m.ring
      LEFT JOIN attendance a ON a.occasion = o.id AND a.person = m.person GROUP BY m.person
      """)
  }

  /// What the decisions say of the same.
  func decidedParticipation() throws -> Participation {
    try participation("SELECT person, counted, attended FROM decision")
  }

  private func participation(_ sql: String) throws -> Participation {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw failure }
    defer { sqlite3_finalize(statement) }
    var sum = Participation()
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        sum.members += 1
        sum.called += sqlite3_column_int64(statement, 1)
        sum.present += sqlite3_column_int64(statement, 2)
      case SQLITE_DONE: return sum
      default: throw failure
      }
    }
  }

  var failure: Failure { Failure(message: String(cString: sqlite3_errmsg(handle))) }
}

extension AttendanceStatus {
  /// The number that the register stores.
  fileprivate var stored: Int64 {
    switch self {
    case .absent: 0
    case .present: 1
    case .excused: 2
    }
  }
}
