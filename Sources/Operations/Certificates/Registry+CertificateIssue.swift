public import Identity
public import Register
import Documents
import Store

extension Registry {
  /// Issues the certificate of a programme to a person for whom every module is full.
  ///
  /// A person who holds a valid one keeps it, unless it is to be corrected: a new one then takes its place. After a
  /// revocation or an expiry only a new training gives a new one.
  ///
  /// - Parameters:
  ///   - corrected: the certificate to be corrected.
  ///   - reason: why; it stands in the new one.
  /// - Returns: The certificate in force, and whether it was issued now.
  /// - Throws: `MODULE_MISSING` for every module; `CERTIFICATE_ENDED`; `CERTIFICATE_NOT_IN_FORCE`, `REASON_MISSING` for a
  ///   correction; `NOT_ENROLLED`, `UNKNOWN_PERSON`.
  public func issueCertificate(
    to number: IdentityNumber, _ programme: Programme, correcting corrected: DocumentNumber? = nil,
    reason: String? = nil, by press: CertificatePress
  ) throws -> (certificate: CertificateRecord, isNew: Bool) {
    try issue(programme, correcting: corrected, reason: reason, by: press) { connection in
      try connection.participant(number, seenBy: actor)
    }
  }

  /// Issues the certificate of a programme to a participant of the provider who acts, by the register's own number.
  public func issueCertificate(
    to id: PersonID, _ programme: Programme, by press: CertificatePress
  ) throws -> (certificate: CertificateRecord, isNew: Bool) {
    try issue(programme, by: press) { connection in try connection.participant(id, seenBy: actor) }
  }

  private func issue(
    _ programme: Programme, correcting corrected: DocumentNumber? = nil, reason: String? = nil,
    by press: CertificatePress, to holder: (Connection) throws -> Person
  ) throws -> (certificate: CertificateRecord, isNew: Bool) {
    try write(.certificateIssue, ActRecord(subject: programme.rawValue, reason: reason)) { transaction in
      let connection = transaction.connection
      let person = try holder(connection)
      transaction.record.person = person.id
      let (progress, seat) = try connection.trainingProgress(
        of: person.id, in: programme, under: parameters, on: today)
      let completedOn = try progress.completion()
      let standing = try connection.certificates(of: person.id, in: programme).last { $0.successor == nil }
      try checkCorrection(of: corrected, standing, reason: reason)
      if let standing {
        if let end = standing.endsOn, end <= today {
          guard completedOn > end, corrected == nil else {
            throw Refusal(
              .certificateEnded, ["number": .text(standing.number.description), "day": .day(end)],
              column: "person")
          }
        } else if corrected == nil {
          return (standing, false)
        }
      }
      let provider = try connection.issuer(of: progress, to: person.id, seat, completedOn: completedOn)
      guard actor.role != .provider || actor.provider == provider.id else { throw Refusal(.notPermitted) }
      let issued = try transaction.issue(
        progress, seat, to: person, from: provider, completedOn: completedOn,
        correcting: corrected.flatMap { number in
          reason.map { Certificate.Correction(supersedes: number, reason: $0) }
        },
        heldSince: corrected == nil ? today : standing?.heldSince ?? today, in: self, by: press)
      return (issued, true)
    }
  }

  private func checkCorrection(
    of corrected: DocumentNumber?, _ standing: CertificateRecord?, reason: String?
  ) throws(Refusal) {
    guard let corrected else { return }
    guard standing?.number == corrected else {
      throw Refusal(.certificateNotInForce, ["number": .text(corrected.description)], column: "replaces")
    }
    guard reason != nil else { throw Refusal(.reasonMissing, column: "reason") }
  }
}

extension Transaction {
  fileprivate func issue(
    _ progress: TrainingProgress, _ seat: Seat?, to person: Person, from provider: Provider,
    completedOn: LocalDate, correcting correction: Certificate.Correction?, heldSince: LocalDate,
    in registry: Registry, by press: CertificatePress
  ) throws -> CertificateRecord {
    let today = registry.today
    guard let code = VerificationCode(registry.random.bytes(16)) else {
      throw StoreError(.misuse, "no random bytes")
    }
    let year = Int(today.components.year)
    let number = DocumentNumber(year: year, serial: try connection.takeSerials(1, in: year))
    let months = try registry.parameters.value(of: .certificateValidityMonths, on: today)
    let (title, modules) = try press.names(of: progress, seat)
    let certificate = Certificate(
      number: number, issuedOn: today, verificationCode: code, service: try connection.serviceAddress(),
      validTo: months.map { heldSince.adding(months: $0) },
      issuer: .init(name: provider.name, number: provider.number), holder: person.details.fullName,
      maskedNumber: person.number.masked(on: today), programme: progress.programme, title: title,
      completedOn: completedOn, modules: modules, correction: correction)
    try issue(
      press.document(certificate, of: person.id, sealedBy: registry.store.signingKey()), with: press.renderer)
    try connection.insertCertificate(
      number, of: person.id, from: provider.id, in: progress.programme, heldSince: heldSince,
      completedOn: completedOn, validTo: certificate.validTo, entry: entry)
    record.subject = number.description
    guard let issued = try connection.certificate(number) else {
      throw StoreError(.misuse, "a certificate is not where it was put")
    }
    return issued
  }
}

extension Connection {
  /// The provider that a certificate comes from: whose participant the person is, else who held the last session.
  fileprivate func issuer(
    of progress: TrainingProgress, to person: PersonID, _ seat: Seat?, completedOn: LocalDate
  ) throws -> Provider {
    let last = try sessions(of: person, programme: progress.programme.rawValue)
      .filter { $0.endsAt.day <= completedOn }.max { $0.endsAt < $1.endsAt }
    guard let id = seat?.provider ?? last?.provider,
      let provider = try providers().first(where: { $0.id == id })
    else { throw Refusal(.unknownProvider, column: "programme") }
    return provider
  }
}

extension TrainingProgress {
  /// The day of completion.
  ///
  /// - Throws: what is missing, module by module (decision C-27).
  fileprivate func completion() throws -> LocalDate {
    let missing = modules.filter { $0.missing > 0 }.map { module in
      let minutes = module.required == nil ? 0 : module.missing
      return Refusal(
        module.required == nil ? .moduleNotTaken : .moduleMissing,
        ["module": .text(module.title), "hours": .count(minutes / 60), "minutes": .count(minutes % 60)],
        column: "programme")
    }
    if let refusals = Refusals(missing) { throw refusals }
    guard let completedOn else {
      throw Refusal(
        .moduleMissing,
        [
          "module": .text(programme.rawValue), "hours": .count(missingMinutes / 60),
          "minutes": .count(missingMinutes % 60),
        ], column: "programme")
    }
    return completedOn
  }
}
