public import Register

/// Who signs badges: the register under its web address, a `did:web`, with its keys.
public struct BadgeIssuer: Sendable {
  /// Where the web service of the register answers.
  let service: ServiceAddress
  /// The name of who keeps the register.
  let name: String
  /// The public keys of 32 bytes, the one in use first.
  private let keys: [[UInt8]]
  private let sign: @Sendable ([UInt8]) -> [UInt8]

  /// A file that the web service shows, by its path under the service's address.
  public struct File: Sendable {
    /// The path, `did.json` say.
    public let path: String
    /// What kind of file it is.
    public let mediaType: String
    /// The file.
    public let bytes: [UInt8]
  }

  /// Names an issuer.
  ///
  /// - Parameters:
  ///   - keys: every key that has signed, the one in use first.
  ///   - sign: gives the Ed25519 signature of a message by the key in use.
  public init(
    service: ServiceAddress, name: String, keys: [[UInt8]], sign: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) {
    self.service = service
    self.name = name
    self.keys = keys
    self.sign = sign
  }

  /// The identifier, which leads to the document with the keys: `did:web:register.example.se`.
  var did: String {
    (["did:web", service.host.replacing(":", with: "%3A")] + service.path).joined(separator: ":")
  }

  /// Signs a payload by the key in use.
  func token(_ payload: some Encodable) throws -> JSONWebToken {
    try JSONWebToken(payload, key: "\(did)#\(fragment(keys[0]))", sign: sign)
  }

  /// The document that the identifier leads to, with every key.
  public func document() throws -> File {
    let methods = keys.map { key in
      DIDDocument.Method(
        id: "\(did)#\(fragment(key))", controller: did, publicKeyJwk: .init(x: Base64URL.text(key)))
    }
    let document = DIDDocument(
      id: did, verificationMethod: methods, assertionMethod: methods.map(\.id))
    return File(
      path: service.path.isEmpty ? ".well-known/did.json" : "did.json", mediaType: "application/did+json",
      bytes: try JSONWebToken.encoded(document))
  }

  /// What names a key within the document: its first eight bytes.
  private func fragment(_ key: [UInt8]) -> String {
    "key-" + Base64URL.text(Array(key.prefix(8)))
  }
}

private struct DIDDocument: Encodable {
  struct Method: Encodable {
    struct Key: Encodable {
      let kty = "OKP"
      let crv = "Ed25519"
      let x: String
    }

    let id: String
    let type = "JsonWebKey2020"
    let controller: String
    let publicKeyJwk: Key
  }

  enum CodingKeys: String, CodingKey {
    case context = "@context"
    case id, verificationMethod, assertionMethod
  }

  let context = ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/jws-2020/v1"]
  let id: String
  let verificationMethod: [Method]
  let assertionMethod: [String]
}
