/// One thing that a look at the register's files found, as facts for the message catalogue.
public struct Finding: Hashable, Sendable {
  /// The kinds of finding.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The register cannot be opened: `code` tells why.
    case cannotOpen = "DOCTOR_CANNOT_OPEN"
    /// Others than the owner may touch a file: `mode` in octal.
    case openToOthers = "DOCTOR_OPEN_TO_OTHERS"
    /// Another account owns a file.
    case ownedByAnother = "DOCTOR_OWNED_BY_ANOTHER"
    /// A file that belongs to the register is not there.
    case fileMissing = "DOCTOR_FILE_MISSING"
    /// The folder may not be written, so that not even reading works.
    case folderNotWritable = "DOCTOR_FOLDER_READ_ONLY"
    /// Everyone may write in the folder and so replace the register.
    case folderOpenToOthers = "DOCTOR_FOLDER_OPEN"
    /// The file was written by an older program: `version` of `supported`.
    case olderVersion = "DOCTOR_OLDER"
    /// A table, index or trigger differs from what the migrations make: `name`.
    case schemaDiffers = "DOCTOR_SCHEMA_DIFFERS"
    /// The pages or the indices do not fit together: `first` fault.
    case pagesDamaged = "DOCTOR_PAGES_DAMAGED"
    /// A row refers to one that is not there: `table`.
    case referenceBroken = "DOCTOR_REFERENCE_BROKEN"
    /// The write-ahead log is off, so readers and writers wait for each other: `mode`.
    case noWriteAheadLog = "DOCTOR_NO_WAL"
    /// The size of the write-ahead log: `bytes`.
    case writeAheadLog = "DOCTOR_WAL"
    /// Someone is writing right now.
    case writing = "DOCTOR_WRITING"
    /// SQLite's version: `version`; `guarded` when it is one that the write lock protects from its own fault.
    case sqliteVersion = "DOCTOR_SQLITE"
    /// The key beside the register does not belong to its public key.
    case keyPairDiffers = "DOCTOR_KEY_PAIR"
  }

  /// What was found.
  public let code: Code

  /// Whether it is a fault, or else a fact worth knowing.
  public let isFault: Bool

  /// The values, by the names that the wording uses.
  public let facts: [String: String]

  static func fault(_ code: Code, _ facts: [String: String] = [:]) -> Finding {
    Finding(code: code, isFault: true, facts: facts)
  }

  static func note(_ code: Code, _ facts: [String: String] = [:]) -> Finding {
    Finding(code: code, isFault: false, facts: facts)
  }
}
