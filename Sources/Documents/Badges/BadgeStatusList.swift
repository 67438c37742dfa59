public import Register

/// Which certificates no longer hold, as a Bitstring Status List 1.0: one bit for each, set for good.
public struct BadgeStatusList: Sendable {
  /// The path under the service's address.
  static let path = "certifikat/status.jwt"

  /// The bits, the first the highest of the first byte.
  private let bits: [UInt8]

  /// Lists the certificates that no longer hold by their places, which begin with 1.
  ///
  /// The list has room for 131 072, the least that hides which of them somebody asks about, and doubles when it must.
  public init(ended places: [Int64], count: Int64) {
    var size = 131_072
    while size <= count { size *= 2 }
    var bits = [UInt8](repeating: 0, count: size / 8)
    for place in places { bits[Int(place) / 8] |= 0x80 >> UInt8(place % 8) }
    self.bits = bits
  }

  /// The list as a credential signed by the issuer.
  public func file(of issuer: BadgeIssuer, at moment: Moment) throws -> BadgeIssuer.File {
    guard let compressed = Gzip.compressed(bits) else {
      throw XMLFault(.tooLarge, file: BadgeStatusList.path)
    }
    let address = "\(issuer.service.text)/\(BadgeStatusList.path)"
    let payload = Payload(
      iss: issuer.did, jti: address, nbf: moment.seconds, sub: "\(address)#list", id: address,
      issuer: issuer.did, validFrom: moment.description,
      credentialSubject: .init(id: "\(address)#list", encodedList: "u" + Base64URL.text(compressed)))
    return BadgeIssuer.File(
      path: BadgeStatusList.path, mediaType: "application/vc+jwt",
      bytes: Array(try issuer.token(payload).text.utf8))
  }

  private struct Payload: Encodable {
    struct Subject: Encodable {
      let id: String
      let type = "BitstringStatusList"
      let statusPurpose = "revocation"
      let encodedList: String
    }

    enum CodingKeys: String, CodingKey {
      case context = "@context"
      case iss, jti, nbf, sub, id, type, issuer, validFrom, credentialSubject
    }

    let context = ["https://www.w3.org/ns/credentials/v2"]
    let iss: String
    let jti: String
    let nbf: Int64
    let sub: String
    let id: String
    let type = ["VerifiableCredential", "BitstringStatusListCredential"]
    let issuer: String
    let validFrom: String
    let credentialSubject: Subject
  }
}
