import Foundation

/// A JSON document signed with Ed25519 in the compact form of RFC 7515: header, payload and signature with full stops.
public struct JSONWebToken: Sendable {
  /// The token.
  public let text: String

  private struct Header: Encodable {
    let alg = "EdDSA"
    let typ = "JWT"
    let kid: String
  }

  /// Signs a payload; its members stand in the order of their names, so that the same payload gives the same token.
  ///
  /// - Parameters:
  ///   - key: where the public key is found, a DID with a fragment.
  ///   - sign: gives the signature, 64 bytes, of a message.
  init(_ payload: some Encodable, key: String, sign: ([UInt8]) -> [UInt8]) throws {
    let message = try [JSONWebToken.encoded(Header(kid: key)), JSONWebToken.encoded(payload)]
      .map { Base64URL.text($0) }.joined(separator: ".")
    text = message + "." + Base64URL.text(sign(Array(message.utf8)))
  }

  /// JSON with its members in the order of their names.
  static func encoded(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }
}

/// Base 64 with the alphabet for addresses and without padding (RFC 4648, section 5).
enum Base64URL {
  static func text(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
      "=", with: "")
  }
}
