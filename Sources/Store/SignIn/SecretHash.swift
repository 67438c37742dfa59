internal import CSodium
import Synchronization

/// A slow hash of a short secret, so that a stolen register does not give the secrets away: Argon2id.
///
/// One hash takes 64 MB and some 70 ms, so they are made one at a time, whatever is asked of the service.
public enum SecretHash {
  private static let turn = Mutex(())

  /// Hashes a secret with a salt of its own.
  ///
  /// - Throws: `misuse` when there is no memory for it.
  public static func make(_ secret: String) throws(StoreError) -> String {
    Sodium.makeReady()
    var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let result = turn.withLock { _ in
      crypto_pwhash_str(
        &text, secret, UInt64(secret.utf8.count), UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE),
        Int(crypto_pwhash_MEMLIMIT_INTERACTIVE))
    }
    guard result == 0 else { throw StoreError(.misuse, "no memory for a hash") }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Tells whether a secret is the one of a hash.
  public static func matches(_ secret: String, _ hash: String) -> Bool {
    Sodium.makeReady()
    return turn.withLock { _ in
      crypto_pwhash_str_verify(hash, secret, UInt64(secret.utf8.count)) == 0
    }
  }
}
