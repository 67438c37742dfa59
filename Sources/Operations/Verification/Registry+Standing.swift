public import Identity
public import Register
import Store

extension Registry {
  /// What a checked document is worth on a day, as far as the register answers for it.
  ///
  /// It does so only for the very document that it issued. Of a person with protected identity it tells the registrar
  /// alone; to all others such a document is as unknown as one that never was (decision C-96).
  public func standing(of check: DocumentCheck, on day: LocalDate) throws -> DocumentStanding {
    try look(.documentVerify) { connection in
      if let document = try issued(check, in: connection) {
        return try connection.standing(of: document, on: day)
      }
      // The register's own seal holds and nothing else takes a document away.
      guard check.seal == .holds, let claim = check.claim, try connection.document(claim.number) == nil,
        try connection.isRetired(claim.year)
      else { return .unknown }
      return .removed
    }
  }

  /// The very document that was checked, if the register issued it and may say so.
  func issued(_ check: DocumentCheck, in connection: Connection) throws -> StoredDocument? {
    guard let claim = check.claim, let document = try connection.document(claim.number),
      document.sha256 == check.sha256, try mayTell(of: document, in: connection)
    else { return nil }
    return document
  }

  private func mayTell(of document: StoredDocument, in connection: Connection) throws -> Bool {
    guard !actor.isRegistrar, let person = document.person else { return true }
    return try connection.person(person)?.details.isProtected == false
  }
}

extension Connection {
  /// What a document is worth on a day.
  func standing(of document: StoredDocument, on day: LocalDate) throws -> DocumentStanding {
    if let certificate = try certificate(document.number) { return certificate.standing(on: day) }
    guard day >= document.issuedOn else { return .notYetIssued(document.issuedOn) }
    let inForce = try documentInForce(for: document)
    return inForce == document.number ? .valid : .replaced(by: inForce)
  }
}
