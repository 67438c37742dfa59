internal import CSQLite

/// What went wrong with the register's file, as facts for the message catalogue.
///
/// It never holds a bound value, since those are personal data.
public struct StoreError: Error, Hashable, Sendable {
  /// The kinds of fault, by what the user can do about them.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// Another process wrote for longer than the wait.
    case busy = "REGISTER_BUSY"
    /// No file stands at the path.
    case missing = "REGISTER_MISSING"
    /// A file already stands where a new one should.
    case exists = "REGISTER_EXISTS"
    /// The file belongs to another program or is no database.
    case notARegister = "REGISTER_FOREIGN"
    /// A newer version of this program wrote the file.
    case newerVersion = "REGISTER_NEWER"
    /// The file holds what this program never writes.
    case damaged = "REGISTER_DAMAGED"
    /// The file may not be written.
    case readOnly = "REGISTER_READ_ONLY"
    /// The folder may not be written, which even reading needs.
    case folderNotWritable = "REGISTER_FOLDER_READ_ONLY"
    /// No folder stands where the file should be made.
    case folderMissing = "REGISTER_FOLDER_MISSING"
    /// A backup lacks a file that was made beside it.
    case companionMissing = "BACKUP_INCOMPLETE"
    /// The file may not be opened.
    case cannotOpen = "REGISTER_CANNOT_OPEN"
    /// The disk or the permitted size is used up.
    case diskFull = "DISK_FULL"
    /// The disk failed.
    case inputOutput = "DISK_FAULT"
    /// The register refused a row: uniqueness, a reference, a check, or a row that is never changed.
    case constraint = "REGISTER_CONSTRAINT"
    /// The audit log ends before its signed head, or no head stands beside it.
    case auditCut = "AUDIT_CUT"
    /// The program asked for something impossible.
    case misuse = "REGISTER_MISUSE"
  }

  /// The kind of fault.
  public let code: Code

  /// SQLite's extended result code, 0 when the fault is not SQLite's.
  public let sqliteCode: Int32

  /// The statement, path or column that it concerns, without values.
  public let context: String

  /// States a fault that SQLite did not find.
  public init(_ code: Code, _ context: String, sqliteCode: Int32 = 0) {
    self.code = code
    self.sqliteCode = sqliteCode
    self.context = context
  }

  /// States a fault by SQLite's extended result code.
  init(sqliteCode: Int32, _ context: String) {
    self.init(Code(sqliteCode: sqliteCode), context, sqliteCode: sqliteCode)
  }

  /// States the last fault of a connection; SQLite's message names tables and columns, never values.
  init(lastOf connection: OpaquePointer?, _ context: String) {
    let message = connection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? ""
    let code = connection.map { sqlite3_extended_errcode($0) } ?? SQLITE_NOMEM
    self.init(sqliteCode: code, "\(message): \(context)")
  }
}

extension StoreError.Code {
  /// The kind of fault behind an extended result code.
  init(sqliteCode: Int32) {
    switch sqliteCode & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
    case SQLITE_NOTADB: self = .notARegister
    case SQLITE_CORRUPT, SQLITE_FORMAT, SQLITE_MISMATCH: self = .damaged
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: self = .readOnly
    case SQLITE_CANTOPEN: self = .cannotOpen
    case SQLITE_FULL: self = .diskFull
    case SQLITE_IOERR, SQLITE_NOLFS: self = .inputOutput
    case SQLITE_CONSTRAINT, SQLITE_TOOBIG: self = .constraint
    default: self = .misuse
    }
  }
}
