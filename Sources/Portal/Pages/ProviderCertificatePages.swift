import Documents
import HTTP
import Identity
import Operations
import Register

// The certificates of a provider: issued when a participant is complete, listed, and fetched in every form.
extension Visit {
  func certificatesPage() throws -> Response {
    let list = PageList(self, at: "/utbildning/certifikat", by: [programmeFacet])
    let (certificates, total) = try registry(as: .provider).listCertificates(
      in: list["program"].flatMap(Programme.init), on: today, isLatestFirst: true, limit: list.size,
      offset: list.offset)
    return try page("certificates", area: .provider, up: Visit.providerHome) { writer in
      try list.write(total: total, to: &writer, in: self)
      for certificate in certificates { try write(certificate, to: &writer) }
    }
  }

  func write(_ view: CertificateView, to writer: inout XMLWriter) throws(XMLFault) {
    let certificate = view.certificate
    try writer.element(
      "certificate",
      [
        "number": certificate.number.description, "holder": view.holder, "masked": view.maskedNumber,
        "programme": certificate.programme.rawValue, "issued": certificate.issuedOn.description,
        "standing": view.standing.code,
        "holds": view.standing.code == DocumentStanding.valid.code ? "true" : nil,
        "path": Visit.path(of: certificate.person, in: certificate.programme),
        "code": view.verificationCode.grouped,
      ])
  }

  func issueCertificate() throws -> Response {
    let (person, programme) = try askedParticipant()
    do {
      let (_, isNew) = try registry(as: .provider).issueCertificate(
        to: person, programme, by: pages.certificatePress)
      return redirect(
        to: Visit.path(of: person, in: programme), done: isNew ? "certificate" : "certificate-held")
    } catch let refusals as Refusals {
      return try participantPage(refusals.all)
    } catch let refusal as Refusal where refusal.code == .certificateEnded {
      return try participantPage([refusal])
    }
  }

  func certificateFile() throws -> Response {
    try document(from: try registry(as: .provider))
  }
}
