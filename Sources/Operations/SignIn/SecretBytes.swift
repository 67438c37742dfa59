import Store

/// Random bytes and digests for what a browser holds and a page allows.
public enum SecretBytes {
  /// That many random bytes from the operating system.
  public static func make(_ count: Int) -> [UInt8] { RandomSource.system.bytes(count) }

  /// SHA-256 of some bytes.
  public static func sha256(_ bytes: [UInt8]) -> [UInt8] { Digest.sha256(bytes) }

  /// SHA-256 of a text.
  public static func sha256(_ text: String) -> [UInt8] { Digest.sha256(Array(text.utf8)) }
}
