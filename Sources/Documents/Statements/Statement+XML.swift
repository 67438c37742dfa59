import Identity
import Register

extension Statement {
  /// The namespace of the canonical XML, whose schema is `Legal/schemas/statement.rng`.
  public static let namespace = "urn:trygghetsregister:statement:1"

  /// The canonical XML: the same statement always gives the same bytes.
  ///
  /// - Throws: a fault when a name holds a character that no XML document can hold.
  public func xml() throws(XMLFault) -> [UInt8] {
    var writer = XMLWriter()
    try writer.element(
      "statement",
      [
        "xmlns": Statement.namespace, "number": number.description, "issued": issuedOn.description,
        "code": verificationCode.text, "verify": service.verification(of: verificationCode),
        "year": String(year),
      ]
    ) { writer throws(XMLFault) in
      try writer.element("issuer", text: issuer)
      try write(recipient, to: &writer)
      if let correction {
        try writer.element(
          "correction",
          ["act": correction.act.rawValue, "supersedes": correction.supersedes.description],
          text: correction.reason ?? "")
      }
      try writer.element(
        "decision",
        [
          "version": String(version), "decided": decidedOn.description, "automated": String(isAutomated),
          "amount": String(amount), "rules": ruleSet,
        ]
      ) { writer throws(XMLFault) in
        for window in windows {
          try writer.element(
            "window",
            [
              "ring": window.ring.description, "from": window.days.first.description,
              "to": window.days.last.description,
            ])
        }
        try writer.element(
          "attendance",
          [
            "attended": String(count.attended), "counted": String(count.counted), "percent": count.percent,
            "needed": String(needed),
          ])
        for condition in conditions { try condition.write(to: &writer) }
      }
      if let incomeNeutralText { try writer.element("income-neutral", text: incomeNeutralText) }
    }
    return writer.bytes
  }

  private func write(_ recipient: Recipient, to writer: inout XMLWriter) throws(XMLFault) {
    try writer.element(
      "recipient", ["number": recipient.maskedNumber, "estate": String(recipient.isEstate)]
    ) { writer throws(XMLFault) in
      try writer.element("name", text: recipient.name)
      if let address = recipient.address {
        try writer.element("street", text: address.street)
        try writer.element("postcode", text: address.postcode.printed)
        try writer.element("city", text: address.city)
      }
    }
  }
}

extension Statement.Condition {
  /// Writes the condition as statements and letters have it.
  func write(to writer: inout XMLWriter) throws(XMLFault) {
    try writer.element(
      "condition", ["rule": rule, "state": state, "value-from": valueFrom?.description]
    ) { writer throws(XMLFault) in
      try writer.element("text", text: text)
      try writer.element("provision", text: citation)
      if let translation {
        try writer.element("translation", ["language": translation.language.rawValue]) {
          writer throws(XMLFault) in
          try writer.element("text", text: translation.text)
          try writer.element("provision", text: translation.citation)
        }
      }
    }
  }
}
