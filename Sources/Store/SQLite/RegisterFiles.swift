/// The files that belong to one register, all in its folder and readable by its owner alone.
public struct RegisterFiles: Hashable, Sendable {
  /// The register itself.
  public let database: String

  /// Names the files of the register at a path.
  public init(_ database: String) {
    self.database = database
  }

  /// Where writers queue.
  var queue: String { database + "-queue" }

  /// What a writer holds.
  var lock: String { database + "-lock" }

  /// The signed head of the audit log.
  public var head: String { database + "-head" }

  /// The signing key, which backups leave out; keep a copy of it in a safe place.
  public var key: String { database + ".key" }

  /// A key that is about to take the place of the one in use.
  var nextKey: String { key + ".next" }

  /// The public keys, the one in use first, for anyone who checks a seal.
  public var publicKey: String { database + ".pub" }

  /// What SQLite keeps beside the register.
  var writeAheadLog: String { database + "-wal" }
}
