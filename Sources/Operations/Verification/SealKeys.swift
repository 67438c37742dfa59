public import Register
import Store

/// The public keys that seals are checked by: the one in use and those before it.
public struct SealKeys: Sendable {
  let keys: [PublicKey]

  /// Reads what the `.pub` file of a register holds, a key of 64 hexadecimal digits to a line.
  ///
  /// - Throws: `SEAL_KEY_FORMAT`.
  public init(parsing text: String) throws(Refusal) {
    let lines = text.split(whereSeparator: \.isNewline)
    keys = lines.compactMap { PublicKey(String($0)) }
    guard !keys.isEmpty, keys.count == lines.count else { throw Refusal(.sealKeyFormat, column: "key") }
  }

  init(_ keys: [PublicKey]) {
    self.keys = keys
  }

  /// The key of a seal, when it is known.
  func key(named text: String) -> PublicKey? {
    keys.first { $0.description == text }
  }
}

extension Registry {
  /// The keys that have sealed the documents of the register; they are no secret.
  public func sealKeys() throws -> SealKeys {
    try tellingFaults(of: store.files.database) {
      SealKeys(try store.read { connection in try connection.sealKeys() }.map(\.key))
    }
  }
}
