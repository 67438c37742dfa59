import Identity
import Register

extension Certificate {
  /// The namespace of the canonical XML, whose schema is `Legal/schemas/certificate.rng`.
  public static let namespace = "urn:trygghetsregister:certificate:1"

  /// The canonical XML: the same certificate always gives the same bytes.
  ///
  /// - Throws: a fault when a name holds a character that no XML document can hold.
  public func xml() throws(XMLFault) -> [UInt8] {
    var writer = XMLWriter()
    try writer.element(
      "certificate",
      [
        "xmlns": Certificate.namespace, "number": number.description, "issued": issuedOn.description,
        "code": verificationCode.text, "verify": service.verification(of: verificationCode),
        "valid-to": validTo?.description, "programme": programme.rawValue,
        "completed": completedOn.description, "minutes": String(minutes),
      ]
    ) { writer throws(XMLFault) in
      try writer.element(
        "issuer", ["number": issuer.number.hyphenated, "public": String(issuer.isPublic)], text: issuer.name)
      try writer.element("holder", ["number": maskedNumber], text: holder)
      if let correction {
        try writer.element(
          "correction", ["supersedes": correction.supersedes.description], text: correction.reason)
      }
      try writer.element("title", text: title)
      for module in modules {
        try writer.element(
          "module", ["code": module.code, "minutes": String(module.minutes)], text: module.title)
      }
    }
    return writer.bytes
  }
}

extension Certificate.Issuer {
  /// Whether the provider is a public body, whose organisation number begins with 2.
  ///
  /// A certificate from anyone else is no decision of an authority and cannot be appealed (letters 20 and 21).
  public var isPublic: Bool { number.tenDigits.hasPrefix("2") }
}
