import Store

/// SHA-256 of a style sheet, by which a page's policy lets it through (Content Security Policy, level 3).
public enum StyleDigest {
  /// The digest.
  public static func sha256(_ bytes: [UInt8]) -> [UInt8] { Digest.sha256(bytes) }
}
