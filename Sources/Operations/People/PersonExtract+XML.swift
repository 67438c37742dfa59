public import Documents
public import Identity
import Register

extension PersonExtract {
  /// The extract as a letter to the person, whose address stands in it unless it is protected.
  ///
  /// Codes stand as codes, so that it can be worded in both languages.
  ///
  /// - Throws: a fault when a value holds a character that no XML document can hold.
  public func report(on day: LocalDate, by issuer: String) throws(XMLFault) -> Report {
    var writer = XMLWriter()
    try writer.element(
      "extract", ["xmlns": "urn:trygghetsregister:extract:1", "issued": day.description]
    ) { writer throws(XMLFault) in
      try writer.element("issuer", text: issuer)
      try writePerson(to: &writer)
      try writeParticipation(to: &writer)
      try writeTraining(to: &writer)
      try writeDecisions(to: &writer)
    }
    return Report(kind: "extract", madeOn: day, issuer: issuer, xml: writer.bytes)
  }

  private func writePerson(to writer: inout XMLWriter) throws(XMLFault) {
    let person = overview.person
    try writer.element("recipient") { writer throws(XMLFault) in
      try writer.element("name", text: person.details.fullName)
      guard let address = person.details.address else { return }
      try writer.element("street", text: address.street)
      try writer.element("postcode", text: address.postcode.printed)
      try writer.element("city", text: address.city)
    }
    try writer.element(
      "person",
      [
        "number": person.number.long, "born": person.birthDate?.description,
        "died": person.details.deceasedOn?.description, "level": person.details.identityLevel?.rawValue,
        "protected": person.details.isProtected ? "true" : nil,
        "attested": String(holdings.attestationCount),
      ])
    for row in holdings.formerNames {
      try writer.element("former", ["number": row.number.long], text: row.name)
    }
    for row in holdings.formerAddresses {
      try writer.element("former-address", text: "\(row.street), \(row.postcode.printed) \(row.city)")
    }
    for role in holdings.roles { try writer.element("role", ["code": role]) }
  }

  private func writeParticipation(to writer: inout XMLWriter) throws(XMLFault) {
    for row in overview.memberships {
      let membership = row.membership
      try writer.element(
        "membership",
        [
          "ring": row.ring.description, "joined": membership.joinedOn.description,
          "left": membership.leftOn?.description, "household": membership.household,
          "alias": membership.alias, "primary": String(membership.isPrimary),
          "contact": row.isContact ? "true" : nil,
        ], text: row.name)
    }
    for row in holdings.attendance {
      try writer.element(
        "attendance",
        [
          "day": row.day.description, "ring": row.ring.description, "occasion": row.occasion,
          "attested": row.isAttested ? "true" : nil,
        ]
      ) { writer throws(XMLFault) in
        for status in row.statuses { try writer.element("status", text: status.rawValue) }
      }
    }
  }

  private func writeTraining(to writer: inout XMLWriter) throws(XMLFault) {
    for row in sessions {
      try writer.element(
        "session",
        [
          "day": row.session.startsAt.day.description, "from": row.session.startsAt.clockText,
          "to": row.session.endsAt.clockText, "programme": row.session.programme,
          "module": row.session.module, "participant": String(row.isParticipant),
        ], text: row.provider)
    }
    for row in approvals {
      try writer.element(
        "approval",
        [
          "as": "trainer", "programme": row.programme, "from": row.validFrom.description,
          "to": row.validTo?.description,
        ])
    }
    for row in supervisorApprovals {
      try writer.element(
        "approval",
        ["as": row.kind.rawValue, "from": row.validFrom.description, "to": row.validTo?.description],
        text: row.basis ?? "")
    }
    for row in enrolments {
      let facts = row.facts
      try writer.element(
        "enrolment",
        [
          "programme": row.programme.rawValue, "from": row.startedOn.description,
          "to": row.withdrawnOn?.description, "profession": facts.profession?.rawValue,
          "employer": facts.employer, "fte": facts.fullTimeShare?.description,
          "profession-verified": facts.professionVerifiedOn?.description,
          "references-checked": facts.referencesCheckedOn?.description,
          "background-checked": facts.backgroundCheckedOn?.description,
        ])
    }
    for row in mediations {
      try writer.element(
        "mediation",
        [
          "month": String("\(row.month)".prefix(7)), "mediations": String(row.mediations),
          "agreements": String(row.agreements),
        ])
    }
  }

  private func writeDecisions(to writer: inout XMLWriter) throws(XMLFault) {
    for row in holdings.decisions {
      try writer.element(
        "decision",
        [
          "year": String(row.year), "version": String(row.version), "outcome": row.outcome,
          "reason": row.reason, "status": row.status, "attended": String(row.attended),
          "counted": String(row.counted), "amount": String(row.amountKronor),
          "day": row.decidedOn.description,
        ])
    }
    for row in holdings.documents {
      try writer.element(
        "document",
        [
          "number": row.number, "kind": row.kind, "letter": row.letter.map(String.init),
          "issued": row.issuedOn.description,
        ])
    }
    for row in holdings.disclosures {
      try writer.element(
        "disclosure",
        [
          "year": String(row.year), "amount": String(row.amountKronor), "sent": row.sentOn.description,
          "removed": row.removedOn?.description,
        ])
    }
    for row in handlings.reversed() {
      try writer.element(
        "handling",
        [
          "day": row.at.day.description, "time": row.at.clockText, "role": row.role, "act": row.act,
          "how": !row.isRead ? "written" : row.isOneOfMany ? "read-many" : "read", "subject": row.subject,
        ], text: row.reason ?? "")
    }
  }
}
