import Documents
import HTTP
import Identity
import Operations
import Register

// Registerutdrag: all that the register holds of the reader, and when, why and in which role it was read.
extension Visit {
  /// How many lines of the log a page shows, the latest first.
  private static let handlingsShown = 200

  func extractPage() throws -> Response {
    let extract = try registry(as: .member).extractPerson(try ownNumber())
    return try page("extract", area: .member, up: ("member", "/mina-sidor")) { writer in
      try write(extract, to: &writer)
    }
  }

  private func write(_ extract: PersonExtract, to writer: inout XMLWriter) throws(XMLFault) {
    let person = extract.overview.person
    let address = person.details.address.map { "\($0.street), \($0.postcode.printed) \($0.city)" }
    try writer.element(
      "person",
      [
        "number": person.number.long, "name": person.details.fullName, "address": address,
        "born": person.birthDate?.description, "protected": person.details.isProtected ? "true" : nil,
        "attested": String(extract.holdings.attestationCount),
      ])
    for former in extract.holdings.formerNames {
      try writer.element("former", ["number": former.number.long, "name": former.name])
    }
    for former in extract.holdings.formerAddresses {
      try writer.element(
        "former-address", text: "\(former.street), \(former.postcode.printed) \(former.city)")
    }
    for row in extract.overview.memberships { try write(row, to: &writer) }
    for row in extract.holdings.attendance {
      try writer.element(
        "attendance",
        [
          "day": row.day.description, "ring": row.ring.description,
          "statuses": row.statuses.map { text($0.rawValue) }.joined(separator: " → "),
          "attested": row.isAttested ? "true" : nil,
        ])
    }
    for row in extract.sessions {
      try writer.element(
        "session",
        [
          "programme": row.session.programme, "module": row.session.module, "provider": row.provider,
          "day": row.session.startsAt.day.description, "from": row.session.startsAt.clockText,
          "to": row.session.endsAt.clockText, "participant": row.isParticipant ? "true" : nil,
        ])
    }
    for row in extract.holdings.decisions {
      try writer.element(
        "decision",
        [
          "year": String(row.year), "outcome": text(row.outcome), "status": text(row.status),
          "version": String(row.version), "day": row.decidedOn.description,
        ])
    }
    for row in extract.holdings.documents {
      try writer.element("document", ["number": row.number, "issued": row.issuedOn.description])
    }
    for row in extract.holdings.disclosures {
      try writer.element(
        "disclosure",
        [
          "year": String(row.year), "sent": row.sentOn.description, "removed": row.removedOn?.description,
        ])
    }
    let number = max(1, min(request.query["sida"].flatMap { Int($0) } ?? 1, 1 << 20))
    let rest = extract.handlings.reversed().dropFirst((number - 1) * Visit.handlingsShown)
    try writer.element(
      "pages",
      [
        "previous": number > 1 ? String(number - 1) : nil,
        "next": rest.count > Visit.handlingsShown ? String(number + 1) : nil,
      ])
    for row in rest.prefix(Visit.handlingsShown) {
      try writer.element(
        "handling",
        [
          "day": row.at.day.description, "time": row.at.clockText, "role": text(row.role),
          "purpose": text("act.\(row.act)"), "read": row.isRead ? "true" : nil, "subject": row.subject,
          "reason": row.reason, "many": row.isOneOfMany ? "true" : nil,
        ])
    }
  }
}
