import Identity
import Register

extension Letter {
  /// The namespace of the canonical XML, whose schema is `Legal/schemas/letter.rng`.
  public static let namespace = "urn:trygghetsregister:letter:1"

  /// The canonical XML: the same letter always gives the same bytes.
  ///
  /// - Throws: a fault that names the field when a text holds a character that no XML document can hold.
  public func xml() throws(XMLFault) -> [UInt8] {
    var writer = XMLWriter()
    try writer.element(
      "letter",
      [
        "xmlns": Letter.namespace, "letter": String(letter), "number": number?.description,
        "issued": issuedOn.description, "code": verificationCode?.text,
      ]
    ) { writer throws(XMLFault) in
      try writer.element("issuer", ["register": isByKeeper ? nil : "false"], text: issuer)
      try write(recipient, to: &writer)
      for (label, value) in references {
        try writer.element("reference", ["label": label], text: value)
      }
      if let subject { try writer.element("subject", text: subject) }
      try writer.element("title", text: title)
      if let outcome { try writer.element("outcome", text: outcome) }
      for section in sections {
        try writer.element("section", ["role": section.role.rawValue]) { writer throws(XMLFault) in
          if let heading = section.heading { try writer.element("heading", text: heading) }
          for block in section.blocks { try block.write(to: &writer) }
        }
      }
      if let bill { try writer.element("bill", text: bill) }
    }
    return writer.bytes
  }

  private func write(_ recipient: Recipient, to writer: inout XMLWriter) throws(XMLFault) {
    try writer.element(
      "recipient", ["number": recipient.maskedNumber, "estate": recipient.isEstate ? "true" : nil]
    ) { writer throws(XMLFault) in
      try writer.element("name", text: recipient.name)
      for line in recipient.lines { try writer.element("line", text: line) }
      if let address = recipient.address {
        try writer.element("street", text: address.street)
        try writer.element("postcode", text: address.postcode.printed)
        try writer.element("city", text: address.city)
      }
      if let cover = recipient.cover { try writer.element("cover", text: cover) }
    }
  }
}

extension Letter.Block {
  fileprivate func write(to writer: inout XMLWriter) throws(XMLFault) {
    switch self {
    case .paragraph(let text): try writer.element("p", text: text)
    case .code(let text): try writer.element("code", text: text)
    case .room(let text): try writer.element("room", text: text)
    case .items(let items):
      try writer.element("list") { writer throws(XMLFault) in
        for item in items { try writer.element("item", text: item) }
      }
    case .facts(let facts):
      try writer.element("facts") { writer throws(XMLFault) in
        for fact in facts { try writer.element("fact", ["label": fact.label], text: fact.value) }
      }
    case .attendance(let count, let needed):
      try writer.element(
        "attendance",
        ["attended": String(count.attended), "counted": String(count.counted), "needed": String(needed)])
    case .conditions(let conditions):
      try writer.element("conditions") { writer throws(XMLFault) in
        for condition in conditions { try condition.write(to: &writer) }
      }
    case .occasions(let occasions, let columns):
      try writer.element("occasions") { writer throws(XMLFault) in
        for column in columns { try writer.element("column", text: column) }
        for occasion in occasions {
          try writer.element(
            "occasion",
            ["day": occasion.day.description, "kind": occasion.kind, "state": occasion.state.rawValue],
            text: occasion.presence)
        }
      }
    }
  }
}
