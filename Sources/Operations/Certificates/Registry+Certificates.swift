public import Identity
public import Register
import Documents
import Store

/// A certificate as it is shown: what has become of it, whose it is and what it says.
public struct CertificateView: Sendable {
  /// The certificate.
  public let certificate: CertificateRecord
  /// What it is worth on the day asked about.
  public let standing: DocumentStanding
  /// The holder's number with the birth number hidden.
  public let maskedNumber: String
  /// The holder's name now; the certificate keeps the name of its day.
  public let holder: String
  /// By what anyone who is given it can ask about it.
  public let verificationCode: VerificationCode
}

extension Registry {
  /// A certificate and what it is worth on a day.
  ///
  /// - Throws: `UNKNOWN_DOCUMENT`, also for a certificate that is not the actor's to see.
  public func showCertificate(_ number: DocumentNumber, on day: LocalDate) throws -> CertificateView {
    try tellingFaults(of: store.files.database) {
      let person = try store.read { connection in try connection.certificate(number)?.person }
      return try read(.certificateShow, ActRecord(subject: number.description, person: person)) {
        connection, _ in
        try connection.view(try knownCertificate(number, in: connection), on: day)
      }
    }
  }

  /// The certificates of a person, a programme or all, a page at a time, and how many there are.
  ///
  /// A provider and a member see their own, a provider none of a holder with protected identity.
  ///
  /// - Throws: `NOT_PERMITTED` for a member who asks about another; `UNKNOWN_PERSON`, also for a provider about a person
  ///   who is not its participant.
  public func listCertificates(
    of number: IdentityNumber? = nil, in programme: Programme? = nil, on day: LocalDate,
    isLatestFirst: Bool = false, limit: Int = .max, offset: Int = 0
  ) throws -> (certificates: [CertificateView], total: Int) {
    try read(.certificateList, ActRecord(subject: programme?.rawValue)) { connection, record in
      var filter = CertificateFilter()
      filter.person = try number.map { try connection.participant($0, seenBy: actor).id }
      filter.programme = programme
      filter.isLatestFirst = isLatestFirst
      switch actor.role {
      case .member: filter.person = try connection.actingPerson(actor).id
      case .provider:
        guard let provider = actor.provider else { throw Refusal(.notPermitted) }
        filter.provider = provider
        filter.leavesOutProtected = true
      default: break
      }
      record.person = filter.person
      let own = try connection.certificates(filter, limit: limit, offset: offset)
      record.detail["certificates"] = String(own.count)
      return (try own.map { try connection.view($0, on: day) }, try connection.certificateCount(filter))
    }
  }

  /// Takes a certificate back from a day on, or from the beginning when the decision says so (decision C-92).
  ///
  /// - Returns: The certificate, and whether it was taken back now.
  /// - Throws: `UNKNOWN_DOCUMENT`; `REVOKED_BEFORE_ISSUE`; `CERTIFICATE_ENDED` when it was taken back otherwise before;
  ///   `CERTIFICATE_NOT_IN_FORCE` for one that was replaced.
  public func revokeCertificate(
    _ number: DocumentNumber, from day: LocalDate, fromBeginning isFromBeginning: Bool = false,
    decision: String, reason: String
  ) throws -> (certificate: CertificateRecord, isNew: Bool) {
    try write(.certificateRevoke, ActRecord(subject: number.description, reason: reason)) { transaction in
      let connection = transaction.connection
      let certificate = try knownCertificate(number, in: connection)
      transaction.record.person = certificate.person
      if let revocation = certificate.revocation {
        guard revocation.from == day, revocation.isFromBeginning == isFromBeginning else {
          throw Refusal(
            .certificateEnded, ["number": .text(number.description), "day": .day(revocation.from)],
            column: "number")
        }
        return (certificate, false)
      }
      guard certificate.successor == nil else {
        throw Refusal(.certificateNotInForce, ["number": .text(number.description)], column: "number")
      }
      guard day >= certificate.issuedOn else {
        throw Refusal(
          .revokedBeforeIssue, ["day": .day(day), "issued": .day(certificate.issuedOn)], column: "on")
      }
      try connection.insertRevocation(
        .init(from: day, isFromBeginning: isFromBeginning, decidedOn: today, decision: decision),
        of: certificate.place, entry: transaction.entry)
      transaction.record.detail["from"] = day.description
      return (try knownCertificate(number, in: connection), true)
    }
  }

  /// The certificate of a document, if it is the actor's to see.
  func knownCertificate(_ number: DocumentNumber, in connection: Connection) throws -> CertificateRecord {
    guard let certificate = try connection.certificate(number), try isVisible(certificate, in: connection)
    else { throw Refusal(.unknownDocument, ["number": .text(number.description)], column: "number") }
    return certificate
  }

  /// Tells whether a certificate is the actor's to see: a member's own, a provider's own unless its holder is protected.
  func isVisible(_ certificate: CertificateRecord, in connection: Connection) throws -> Bool {
    switch actor.role {
    case .member: try connection.isSame(certificate.person, actor.person)
    case .provider:
      try certificate.provider == actor.provider
        && connection.person(certificate.person)?.details.isProtected == false
    default: true
    }
  }
}

extension Connection {
  func view(_ certificate: CertificateRecord, on day: LocalDate) throws -> CertificateView {
    guard let person = try person(certificate.person), let document = try document(certificate.number) else {
      throw StoreError(.damaged, "certificate \(certificate.number)")
    }
    return CertificateView(
      certificate: certificate, standing: certificate.standing(on: day), maskedNumber: person.number.masked,
      holder: person.details.fullName, verificationCode: document.verificationCode)
  }
}
