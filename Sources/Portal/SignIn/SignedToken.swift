import CCrypto
import Foundation

/// A signed token (JSON Web Token, RFC 7519) taken apart; what it claims counts only after its signature is verified.
struct SignedToken {
  let algorithm: String
  let keyID: String?
  let claims: [String: Any]
  private let signed: [UInt8]
  private let signature: [UInt8]

  /// Takes a token apart.
  init(_ text: String) throws(IdentificationFault) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Base64URL.object(parts[0]), let claims = Base64URL.object(parts[1]),
      let signature = Base64URL.bytes(parts[2]), let algorithm = header["alg"] as? String,
      header["crit"] == nil
    else { throw .token }
    self.algorithm = algorithm
    self.keyID = header["kid"] as? String
    self.claims = claims
    self.signature = signature
    signed = Array(text.utf8.prefix(parts[0].utf8.count + 1 + parts[1].utf8.count))
  }

  /// Tells whether one of the keys made the signature.
  func isSigned(by keys: [PublicKey]) -> Bool {
    keys.contains { key in
      (keyID == nil || key.id == nil || key.id == keyID) && key.verifies(signature, over: signed, by: algorithm)
    }
  }
}

/// Bytes as text in URLs (RFC 4648, section 5).
enum Base64URL {
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    let usual = String(text).replacing("-", with: "+").replacing("_", with: "/") + padding
    return Data(base64Encoded: usual).map { [UInt8]($0) }
  }

  static func text(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  static func object(_ text: some StringProtocol) -> [String: Any]? {
    bytes(text).flatMap { try? JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] }
  }
}

/// A public key of a provider (JSON Web Key, RFC 7517).
///
/// The pointer is what makes the class unchecked. It is sound because the key is written in `init` alone, and libcrypto
/// lets any number of threads verify by one key.
final class PublicKey: @unchecked Sendable {
  let id: String?
  private let kind: Kind
  private let key: OpaquePointer

  private enum Kind { case rsa, p256, ed25519 }

  /// Reads a key for signatures, or nothing when it is of a kind that is not taken.
  init?(_ value: [String: Any]) {
    guard (value["use"] as? String ?? "sig") == "sig" else { return nil }
    func bytes(_ name: String) -> [UInt8]? { (value[name] as? String).flatMap { Base64URL.bytes($0) } }
    let made: (Kind, OpaquePointer?)?
    switch (value["kty"] as? String, value["crv"] as? String) {
    case ("RSA", _):
      guard let modulus = bytes("n"), let exponent = bytes("e"), modulus.count >= 256 else { return nil }
      made = (.rsa, ccrypto_rsa_key(modulus, modulus.count, exponent, exponent.count))
    case ("EC", "P-256"):
      guard let x = bytes("x"), let y = bytes("y"), x.count == 32, y.count == 32 else { return nil }
      made = (.p256, ccrypto_p256_key([4] + x + y, 65))
    case ("OKP", "Ed25519"):
      guard let x = bytes("x"), x.count == 32 else { return nil }
      made = (.ed25519, ccrypto_ed25519_key(x, 32))
    default: return nil
    }
    guard let (kind, key) = made, let key else { return nil }
    (self.kind, self.key, id) = (kind, key, value["kid"] as? String)
  }

  deinit {
    EVP_PKEY_free(key)
  }

  /// Tells whether the key made a signature by an algorithm that fits it; `none` and shared secrets fit no key.
  func verifies(_ signature: [UInt8], over message: [UInt8], by algorithm: String) -> Bool {
    func holds(_ signature: [UInt8], hashed: Bool, pss: Bool) -> Bool {
      ccrypto_verifies(
        key, hashed ? 1 : 0, pss ? 1 : 0, signature, signature.count, message, message.count) == 1
    }
    switch (algorithm, kind) {
    case ("RS256", .rsa): return holds(signature, hashed: true, pss: false)
    case ("PS256", .rsa): return holds(signature, hashed: true, pss: true)
    case ("ES256", .p256):
      guard signature.count == 64 else { return false }
      var der = [UInt8](repeating: 0, count: 80)
      let length = ccrypto_der_signature(signature, &der, der.count)
      return length > 0 && holds(Array(der.prefix(length)), hashed: true, pss: false)
    case ("EdDSA", .ed25519): return holds(signature, hashed: false, pss: false)
    default: return false
    }
  }
}
