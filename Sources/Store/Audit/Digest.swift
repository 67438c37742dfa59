internal import CCrypto
internal import CSodium

/// SHA-256 over a sequence of fields that can be read in one way only.
///
/// Each field is written as: one byte 0 for a field that is absent, else one byte 1, the length in bytes as
/// eight bytes with the highest first, and the bytes. A text is its UTF-8, an integer eight bytes with the
/// highest first. So `"ab", "c"` and `"a", "bc"`, or nothing and the empty text, never give the same digest.
public struct Digest {
  /// The count of bytes of a digest.
  public static let length = 32

  private var state = crypto_hash_sha256_state()

  /// Begins a digest whose first field names what is hashed, so that no two kinds can stand for each other.
  public init(_ kind: StaticString) {
    crypto_hash_sha256_init(&state)
    add(UnsafeRawBufferPointer(start: kind.utf8Start, count: kind.utf8CodeUnitCount))
  }

  /// Adds a text.
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a text, or that there is none.
  public mutating func add(_ text: String?) {
    if let text { add(text) } else { addNothing() }
  }

  /// Adds an integer.
  public mutating func add(_ number: Int64) {
    withUnsafeBytes(of: number.bigEndian) { add($0) }
  }

  /// Adds an integer, or that there is none.
  public mutating func add(_ number: Int64?) {
    if let number { add(number) } else { addNothing() }
  }

  /// Adds bytes.
  public mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add($0) }
  }

  /// Adds bytes, or that there are none.
  public mutating func add(_ bytes: [UInt8]?) {
    if let bytes { add(bytes) } else { addNothing() }
  }

  /// The 32 bytes of the digest of all fields so far.
  public func value() -> [UInt8] {
    var state = state
    var bytes = [UInt8](repeating: 0, count: Digest.length)
    crypto_hash_sha256_final(&state, &bytes)
    return bytes
  }

  /// The plain SHA-256 of some bytes, as other programs compute it.
  ///
  /// OpenSSL uses the processor's own instructions for it and is some seven times as fast as libsodium.
  public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Digest.length)
    if EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil) != 1 {
      crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    }
    return digest
  }

  /// Adds bytes that are lent, without a copy.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var present: UInt8 = 1
    crypto_hash_sha256_update(&state, &present, 1)
    withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { length in
      _ = crypto_hash_sha256_update(&state, length.baseAddress, 8)
    }
    guard let start = bytes.baseAddress else { return }
    crypto_hash_sha256_update(&state, start, UInt64(bytes.count))
  }

  private mutating func addNothing() {
    var absent: UInt8 = 0
    crypto_hash_sha256_update(&state, &absent, 1)
  }
}

/// The plain SHA-256 of bytes that come piece by piece, as other programs compute it.
public struct PlainDigest {
  private var state = crypto_hash_sha256_state()

  /// Begins a digest.
  public init() {
    crypto_hash_sha256_init(&state)
  }

  /// Adds bytes that are lent.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    crypto_hash_sha256_update(&state, bytes.baseAddress, UInt64(bytes.count))
  }

  /// The 32 bytes of the digest of all so far.
  public func value() -> [UInt8] {
    var state = state
    var bytes = [UInt8](repeating: 0, count: Digest.length)
    crypto_hash_sha256_final(&state, &bytes)
    return bytes
  }
}
