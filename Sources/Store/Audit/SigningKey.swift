internal import CSodium

/// The register's Ed25519 key, which signs the head of the audit log and seals documents.
public struct SigningKey: Sendable {
  /// What anyone needs to check a signature.
  public let publicKey: PublicKey

  private let secret: [UInt8]

  /// Makes the key that 32 random bytes stand for.
  init(seed: [UInt8]) {
    precondition(seed.count == Int(crypto_sign_SEEDBYTES), "an Ed25519 seed is 32 bytes")
    Sodium.makeReady()
    var publicBytes = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
    var secret = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
    crypto_sign_seed_keypair(&publicBytes, &secret, seed)
    self.publicKey = PublicKey(bytes: publicBytes)
    self.secret = secret
  }

  /// Reads a key file: the seed as 64 hexadecimal digits and a line break.
  public init(contentsOf path: String) throws(StoreError) {
    let text = String(decoding: try PrivateFile.read(path), as: UTF8.self)
    guard text.hasSuffix("\n"), let seed = Hexadecimal.bytes(text.dropLast()),
      seed.count == Int(crypto_sign_SEEDBYTES)
    else { throw StoreError(.damaged, path) }
    self.init(seed: seed)
  }

  /// Reads a register's key, or makes it, and sees to it that the public key stands beside it.
  static func loadOrCreate(_ files: RegisterFiles, random: RandomSource) throws(StoreError) -> SigningKey {
    let key = try load(files.key, orMakeFrom: random)
    try PrivateFile.overwrite(files.publicKey, Array("\(key.publicKey)\n".utf8))
    return key
  }

  /// Reads a key file, or makes it.
  static func load(_ path: String, orMakeFrom random: RandomSource) throws(StoreError) -> SigningKey {
    do {
      return try SigningKey(contentsOf: path)
    } catch {
      guard error.code == .missing else { throw error }
    }
    let seed = random.bytes(Int(crypto_sign_SEEDBYTES))
    try PrivateFile.create(path, Array("\(Hexadecimal.text(seed))\n".utf8))
    return SigningKey(seed: seed)
  }

  /// The 64 bytes of the signature of a message.
  public func signature(of message: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
    crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
    return signature
  }
}

/// The public half of the register's key.
public struct PublicKey: Hashable, Sendable, CustomStringConvertible {
  /// The 32 bytes of the key.
  public let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits, with or without a line break after them.
  public init?(_ text: String) {
    let digits = text.hasSuffix("\n") ? text.dropLast() : text[...]
    guard let bytes = Hexadecimal.bytes(digits), bytes.count == Int(crypto_sign_PUBLICKEYBYTES) else {
      return nil
    }
    self.bytes = bytes
  }

  /// Reads the key in use from a `.pub` file, its first line.
  public init(contentsOf path: String) throws(StoreError) {
    self = try PublicKey.keys(contentsOf: path)[0]
  }

  /// Reads a `.pub` file: at least one key to a line, the one in use first and those before it after it.
  static func keys(contentsOf path: String) throws(StoreError) -> [PublicKey] {
    let text = String(decoding: try PrivateFile.read(path, limit: 1 << 16), as: UTF8.self)
    let lines = text.split(separator: "\n")
    let keys = lines.compactMap { PublicKey(String($0)) }
    guard !keys.isEmpty, keys.count == lines.count else { throw StoreError(.damaged, path) }
    return keys
  }

  /// What a `.pub` file holds.
  static func file(_ keys: [PublicKey]) -> [UInt8] {
    Array(keys.map { "\($0)\n" }.joined().utf8)
  }

  /// Whether a signature was made by the key's owner over exactly that message.
  public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    signature.count == Int(crypto_sign_BYTES)
      && crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
  }

  /// The key as 64 hexadecimal digits.
  public var description: String { Hexadecimal.text(bytes) }
}
