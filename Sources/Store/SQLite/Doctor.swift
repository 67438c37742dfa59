internal import CSQLite
import Glibc

/// A look at the register's files that leaves what they hold as it is and goes on after the first fault.
///
/// The audit log is checked apart, by `verifyAudit`.
public struct Doctor {
  private let files: RegisterFiles
  private let schema: Schema
  private var findings: [Finding] = []

  /// Everything found about the register at a path, in the order of the checks.
  public static func examine(_ path: String, schema: Schema) -> [Finding] {
    var doctor = Doctor(files: RegisterFiles(path), schema: schema)
    doctor.examineFolder()
    doctor.examineFiles()
    doctor.examineKey()
    doctor.examineLock()
    doctor.examineContents()
    doctor.noteVersion()
    return doctor.findings
  }

  private init(files: RegisterFiles, schema: Schema) {
    self.files = files
    self.schema = schema
  }

  private mutating func examineFolder() {
    let folder = folder(of: files.database)
    if access(folder, W_OK) != 0 { findings.append(.fault(.folderNotWritable, ["path": folder])) }
    // In a sticky folder, such as /tmp, only the owner of a file may replace it.
    var status = stat()
    if stat(folder, &status) == 0, status.st_mode & S_IWOTH != 0, status.st_mode & S_ISVTX == 0 {
      findings.append(.fault(.folderOpenToOthers, ["path": folder]))
    }
  }

  private mutating func examineFiles() {
    let all: [(path: String, isNeeded: Bool)] = [
      (files.database, true), (files.key, true), (files.publicKey, true), (files.head, true),
      (files.queue, false),
      (files.lock, false), (files.writeAheadLog, false),
    ]
    for (path, isNeeded) in all {
      var status = stat()
      guard stat(path, &status) == 0 else {
        if isNeeded { findings.append(.fault(.fileMissing, ["path": path])) }
        continue
      }
      if status.st_mode & 0o077 != 0 {
        let mode = String(status.st_mode & 0o777, radix: 8)
        findings.append(.fault(.openToOthers, ["path": path, "mode": mode]))
      }
      if status.st_uid != geteuid() { findings.append(.fault(.ownedByAnother, ["path": path])) }
      if path == files.writeAheadLog {
        findings.append(.note(.writeAheadLog, ["path": path, "bytes": "\(status.st_size)"]))
      }
    }
  }

  private mutating func examineKey() {
    guard let key = try? SigningKey(contentsOf: files.key) else { return }
    let publicKey = try? PublicKey(contentsOf: files.publicKey)
    if let publicKey, publicKey != key.publicKey {
      findings.append(.fault(.keyPairDiffers, ["path": files.key]))
    }
  }

  private mutating func examineLock() {
    let descriptor = open(files.lock, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_SH | LOCK_NB) != 0 { findings.append(.note(.writing)) }
  }

  private mutating func examineContents() {
    do {
      let database = try Database(examining: files.database, schema: schema)
      try database.read { connection in try examine(connection) }
    } catch {
      let code = (error as? StoreError)?.code ?? .cannotOpen
      findings.append(.fault(.cannotOpen, ["path": files.database, "code": code.rawValue]))
    }
  }

  private mutating func examine(_ connection: Connection) throws {
    let version = try schema.checkedVersion(of: connection)
    if version < schema.version {
      findings.append(.note(.olderVersion, ["version": "\(version)", "supported": "\(schema.version)"]))
    } else {
      for name in try schema.differences(from: connection) {
        findings.append(.fault(.schemaDiffers, ["name": name]))
      }
    }
    let mode = try connection.value("PRAGMA journal_mode", as: String.self) ?? ""
    if mode != "wal" { findings.append(.fault(.noWriteAheadLog, ["mode": mode])) }
    let pages = try connection.value("PRAGMA quick_check(1)", as: String.self) ?? ""
    if pages != "ok" { findings.append(.fault(.pagesDamaged, ["first": pages])) }
    if let table = try connection.value("PRAGMA foreign_key_check", as: String.self) {
      findings.append(.fault(.referenceBroken, ["table": table]))
    }
  }

  /// The first version without the race that the write lock keeps away: sqlite.org/wal.html#walresetbug
  private static let firstWithoutRace = 3_051_003

  private mutating func noteVersion() {
    let guarded = sqlite3_libversion_number() < Doctor.firstWithoutRace
    findings.append(
      .note(.sqliteVersion, ["version": String(cString: sqlite3_libversion()), "guarded": "\(guarded)"]))
  }
}
