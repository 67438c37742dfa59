internal import CSQLite

extension Connection {
  /// How many pages are copied between two reports of progress: 4 MB.
  private static let slice: Int32 = 1_000

  /// Copies all of a register to an empty file, as a single file without a write-ahead log.
  static func copy(_ source: Connection, to path: String, progress: (Int, Int) -> Void) throws(StoreError) {
    let target = try Connection(path: path, access: .write)
    try target.takeOver(source, progress: progress)
    guard try target.value("PRAGMA journal_mode = DELETE", as: String.self) == "delete" else {
      throw StoreError(.busy, path)
    }
  }

  /// Replaces the contents of this connection's file by another's, in one transaction.
  ///
  /// The source should be inside a transaction when others may write to it, else the copy begins anew.
  func takeOver(_ source: Connection, progress: (Int, Int) -> Void = { _, _ in }) throws(StoreError) {
    guard let backup = sqlite3_backup_init(handle, "main", source.handle, "main") else {
      throw StoreError(lastOf: handle, path)
    }
    var result = SQLITE_OK
    while result == SQLITE_OK {
      result = sqlite3_backup_step(backup, Connection.slice)
      let total = Int(sqlite3_backup_pagecount(backup))
      progress(total - Int(sqlite3_backup_remaining(backup)), total)
    }
    // Finishing also undoes a copy that stopped half-way.
    let finished = sqlite3_backup_finish(backup)
    guard result == SQLITE_DONE, finished == SQLITE_OK else { throw StoreError(sqliteCode: result, path) }
  }

  /// Throws what is wrong with a whole register: its pages, its references, its audit log.
  func refuseDamage(schema: Schema, head: AuditHead, key: PublicKey) throws {
    _ = try schema.checkedVersion(of: self)
    let fault = try firstDamage(check: "PRAGMA integrity_check(1)")
    if let fault { throw StoreError(.damaged, "\(path): \(fault)") }
    let report = try verifyAudit(head: head, kept: nil, keys: [key])
    if let fault = report.faults.first {
      throw StoreError(.damaged, "\(path): \(fault.kind.rawValue) \(fault.number)")
    }
  }

  /// The first thing that a check of pages or the check of references finds, or nothing.
  func firstDamage(check: String) throws(StoreError) -> String? {
    let answer = try value(check, as: String.self)
    guard answer == "ok" else { return answer ?? "" }
    return try value("PRAGMA foreign_key_check", as: String.self)
  }
}
