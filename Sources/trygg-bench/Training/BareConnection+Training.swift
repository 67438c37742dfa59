import CSQLite
import Register

extension BareConnection {
  /// Inserts every session of a series by one prepared statement, in batches as the import does.
  func insert(_ series: TrainingSeries, batch: Int = 20_000) throws {
    let statement = try prepare(
      """
      INSERT INTO session (provider, reference, programme, module, person, starts_at, ends_at, trainer,
        supervisor, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, NULL, ?8, 2)
      """)
    defer { sqlite3_finalize(statement) }
    for start in stride(from: 0, to: series.count, by: batch) {
      try execute("BEGIN IMMEDIATE")
      for index in start..<min(start + batch, series.count) {
        let session = series[index]
        sqlite3_bind_int64(statement, 1, session.provider.value)
        bind(session.reference, to: statement, at: 2)
        bind(session.programme, to: statement, at: 3)
        bind(session.module, to: statement, at: 4)
        sqlite3_bind_int64(statement, 5, session.person.value)
        sqlite3_bind_int64(statement, 6, session.startsAt.seconds)
        sqlite3_bind_int64(statement, 7, session.endsAt.seconds)
        if let supervisor = session.supervisor {
          sqlite3_bind_int64(statement, 8, supervisor.value)
        } else {
          sqlite3_bind_null(statement, 8)
        }
        guard sqlite3_step(statement) == SQLITE_DONE else { throw failure }
        sqlite3_reset(statement)
      }
      try execute("COMMIT")
    }
  }

  private func bind(_ text: String, to statement: OpaquePointer, at index: Int32) {
    var text = text
    text.withUTF8 { bytes in
      _ = csqlite_bind_text(statement, index, bytes.baseAddress, Int32(bytes.count))
    }
  }

  /// The minutes of every participant and module, added up to one number.
  func trainingMinutes() throws -> Int {
    let statement = try prepare(
      """
      SELECT person, module, count(*), sum((ends_at - starts_at) / 60) FROM session
      WHERE reversed IS NULL AND programme = 'SM' GROUP BY person, module
      """)
    defer { sqlite3_finalize(statement) }
    var minutes = 0
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: minutes += Int(sqlite3_column_int64(statement, 3))
      case SQLITE_DONE: return minutes
      default: throw failure
      }
    }
  }

  private func prepare(_ sql: String) throws -> OpaquePointer {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
      throw failure
    }
    return statement
  }
}
