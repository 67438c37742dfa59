import Identity
import Register

/// A certificate as an Open Badges 3.0 credential in the form of a JWT, which other systems read and check.
///
/// It is written from the canonical XML, so it says what the certificate says, and nothing of the holder but the name.
public struct Badge: Sendable {
  private let payload: Payload

  /// Writes the badge of a certificate.
  ///
  /// - Parameters:
  ///   - certificate: the canonical XML.
  ///   - place: the certificate's place in the status list.
  /// - Throws: a fault when the XML is no certificate.
  public init(_ certificate: [UInt8], place: Int64, of issuer: BadgeIssuer) throws(XMLFault) {
    let root = try MarkupElement(parsing: certificate, file: "certificate")
    let address = try root.required("verify")
    let provider = try root.required(child: "issuer")
    let programme = try root.required("programme")
    let minutes = try root.required("minutes") { Int($0) }
    let title = try root.required(child: "title").text
    let issuedOn = try root.required("issued") { LocalDate($0) }
    let validTo = try root.optional("valid-to") { LocalDate($0) }
    let number = try provider.required("number")
    let starts = Moment(startOf: issuedOn)
    let list = "\(issuer.service.text)/\(BadgeStatusList.path)"
    let ends = validTo.map { Moment(startOf: $0.adding(days: 1)) }
    payload = Payload(
      iss: issuer.did, jti: address, nbf: starts.seconds, exp: ends?.seconds, id: address, name: title,
      issuer: .init(id: issuer.did, name: issuer.name), validFrom: starts.description,
      validUntil: ends?.description,
      credentialSubject: .init(
        identifier: [.init(identityHash: try root.required(child: "holder").text)],
        achievement: .init(
          id: "\(issuer.service.text)/program/\(programme)", name: title,
          description: "\(title), \(Badge.hours(minutes))",
          criteria: .init(
            narrative: try Badge.narrative(root.children(named: "module")))),
        source: .init(id: "\(issuer.service.text)/anordnare/\(number)", name: provider.text)),
      credentialStatus: .init(
        id: "\(list)#\(place)", statusListIndex: String(place), statusListCredential: list))
  }

  /// The badge signed by its issuer.
  public func token(signedBy issuer: BadgeIssuer) throws -> JSONWebToken {
    try issuer.token(payload)
  }

  private static func narrative(_ modules: [MarkupElement]) throws(XMLFault) -> String {
    var parts: [String] = []
    for module in modules {
      parts.append("\(module.text): \(hours(try module.required("minutes") { Int($0) }))")
    }
    return parts.joined(separator: "; ")
  }

  private static func hours(_ minutes: Int) -> String {
    minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
  }
}

extension Badge {
  private struct Payload: Encodable {
    struct Profile: Encodable {
      let id: String
      let type = ["Profile"]
      let name: String
    }

    struct Subject: Encodable {
      struct Identifier: Encodable {
        let type = "IdentityObject"
        let hashed = false
        let identityType = "name"
        let identityHash: String
      }

      struct Achievement: Encodable {
        struct Criteria: Encodable {
          let narrative: String
        }

        let id: String
        let type = ["Achievement"]
        let achievementType = "Certificate"
        let inLanguage = "sv"
        let name: String
        let description: String
        let criteria: Criteria
      }

      let type = ["AchievementSubject"]
      let identifier: [Identifier]
      let achievement: Achievement
      /// Who assessed, the provider, on behalf of the issuer.
      let source: Profile
    }

    struct Status: Encodable {
      let id: String
      let type = "BitstringStatusListEntry"
      let statusPurpose = "revocation"
      let statusListIndex: String
      let statusListCredential: String
    }

    enum CodingKeys: String, CodingKey {
      case context = "@context"
      case iss, jti, nbf, exp, id, type, name, issuer, validFrom, validUntil, credentialSubject,
        credentialStatus
    }

    let context = [
      "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]
    let iss: String
    let jti: String
    let nbf: Int64
    let exp: Int64?
    let id: String
    let type = ["VerifiableCredential", "OpenBadgeCredential"]
    let name: String
    let issuer: Profile
    let validFrom: String
    let validUntil: String?
    let credentialSubject: Subject
    let credentialStatus: Status
  }
}
