public import Identity
import Register
import Store

/// A key that has sealed documents of the register.
public struct SealKeyRecord: Hashable, Sendable {
  /// The public key, 64 hexadecimal digits.
  public let publicKey: String
  /// The day since when it was in use.
  public let since: LocalDate
  /// Whether it seals now.
  public let isInUse: Bool
}

extension Registry {
  /// The keys that have sealed the register's documents, the latest first; they are no secret.
  public func listKeys() throws -> [SealKeyRecord] {
    try look(.keyList) { connection in
      let current = try store.signingKey().publicKey
      return try connection.sealKeys().map { key, day in
        SealKeyRecord(publicKey: key.description, since: day, isInUse: key == current)
      }
    }
  }

  /// Makes a new key to seal with; what the old one sealed stays genuine, and the old key itself is gone.
  public func replaceKey(reason: String) throws -> SealKeyRecord {
    try authorise(.keyReplace, ActRecord(reason: reason))
    return try tellingFaults(of: store.files.database) {
      let key = try store.nextKey(random: random).publicKey
      let known = try write(.keyReplace, ActRecord(detail: ["key": key.description], reason: reason)) {
        transaction in
        try transaction.connection.noteSealKey(key, on: today, entry: transaction.entry)
        return try transaction.connection.sealKeys().map(\.key)
      }
      try store.takeNextKey(known: [key] + known.filter { $0 != key })
      return SealKeyRecord(publicKey: key.description, since: today, isInUse: true)
    }
  }

  /// Makes the key of a restored register known to it, and writes out every key that its documents were sealed by.
  func adoptKey() throws {
    let key = try store.signingKey().publicKey
    let known = try store.write { connection in
      try connection.noteSealKey(key, on: today, entry: try connection.nextEntryNumber())
      try connection.audit(entry(.registerRestore, .done, ActRecord()), random: random)
      return try connection.sealKeys().map(\.key)
    }
    try store.publishKeys([key] + known.filter { $0 != key })
  }
}
