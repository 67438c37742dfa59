import CommandLine
import Documents
import Exchange
import Identity
import Operations
import Portal
import Register

enum CertificateCommands {
  static let group = Command(
    "certificate",
    abstract: Text(
      sv: "Certifikat för utbildningarna, och intyg om ringutbildning.",
      en: "Certificates of the programmes, and attestations of ring training."),
    subcommands: [issue, show, revoke, list, publish])

  private static let number = Option.required(
    "number", .document, help: Text(sv: "Certifikatets nummer.", en: "The certificate's number."))

  private static let replaces = Option.optional(
    "replaces", .document,
    help: Text(
      sv: "Certifikatet som rättas; det nya tar dess plats och bär skälet i --reason.",
      en: "The certificate to be corrected; the new one takes its place and carries the --reason."))

  private static let issue = Command.act(
    "issue",
    abstract: Text(
      sv: "Utfärda certifikat till den som har fullgjort varje moment.",
      en: "Issue the certificate of a person who has completed every module."),
    parameters: [Common.person, Common.programme, replaces, Common.reason],
    examples: ["trygg certificate issue --person - --programme SM"]
  ) { session in
    let person = try session.invocation[Common.person].number(session, option: "--person")
    let (certificate, isNew) = try session.registry().issueCertificate(
      to: person, session.invocation[Common.programme], correcting: session.invocation[replaces],
      reason: session.invocation[Common.reason],
      by: session.certificatePress())
    try session.answer(["number": .string("\(certificate.number)"), "issued": .bool(isNew)]) {
      try session.print(
        isNew
          ? session.say(
            sv: "Certifikat \(certificate.number) är utfärdat.",
            en: "Certificate \(certificate.number) is issued.")
          : session.say(
            sv: "Ingen ändring: certifikat \(certificate.number) gäller redan.",
            en: "No change: certificate \(certificate.number) is valid already."))
      session.next(
        "trygg certificate show --number \(certificate.number)",
        "trygg certificate show --number \(certificate.number) --form pdf --out certifikat.pdf")
    }
  }

  private static let form = Option.optional(
    "form", .choice(CertificateForm.self),
    help: Text(
      sv: "Skriv ut certifikatet självt; jwt är ett Open Badges 3.0-märke.",
      en: "Write the certificate itself; jwt is an Open Badges 3.0 credential."),
    absence: Text(sv: "läget", en: "its standing"))

  private static let show = Command.act(
    "show",
    abstract: Text(
      sv: "Visa ett certifikat och om det gäller en viss dag.",
      en: "Show a certificate and whether it is valid on a day."),
    parameters: [number, Common.on, form, Common.out],
    examples: [
      "trygg certificate show --number 2027-000001-9 --on 2028-02-01",
      "trygg certificate show --number 2027-000001-9 --form pdf --out certifikat.pdf",
    ]
  ) { session in
    let (number, day) = (session.invocation[number], session.invocation[Common.on] ?? session.now.day)
    let registry = try session.registry()
    let view = try registry.showCertificate(number, on: day)
    guard let form = session.invocation[form] else {
      return try session.answer(.object(view.members(on: day))) { try view.print(session, on: day) }
    }
    let bytes =
      if let form = DocumentForm(rawValue: form.rawValue) {
        try registry.renderDocument(number, as: form, with: session.renderer(workers: 1))
      } else {
        try registry.badge(of: number)
      }
    try session.deliver(bytes, to: session.invocation[Common.out])
  }

  private static let reason = Option.required(
    "reason", .text, help: Text(sv: "Skälet.", en: "The reason."))
  private static let decision = Option.defaulting(
    "decision", .text, to: "-",
    help: Text(
      sv: "Beslutet det vilar på: nummer och vem som fattade det, utan personnamn.",
      en: "The decision it rests on: its number and who made it, without a person's name."))
  private static let fromBeginning = Option.flag(
    "from-beginning",
    help: Text(
      sv: "Certifikatet har aldrig gällt; bara om beslutet säger det.",
      en: "The certificate was never valid; only if the decision says so."))

  private static let revoke = Command.act(
    "revoke",
    abstract: Text(
      sv: "Återkalla ett certifikat från och med en dag.", en: "Take a certificate back from a day on."),
    parameters: [number, Common.on, reason, decision, fromBeginning],
    examples: [
      """
      trygg certificate revoke --number 2027-000001-9 --on 2028-02-01 --reason "grovt åsidosättande" \
      --decision "Medlingscentralen Syd 2028-14"
      """
    ]
  ) { session in
    let number = session.invocation[number]
    let (certificate, isNew) = try session.registry().revokeCertificate(
      number, from: session.invocation[Common.on] ?? session.now.day,
      fromBeginning: session.invocation[fromBeginning], decision: session.invocation[decision],
      reason: session.invocation[reason])
    let from = certificate.endsOn.map { "\($0)" } ?? ""
    try session.answer([
      "number": .string("\(number)"), "revokedFrom": .string(from), "changed": .bool(isNew),
    ]) {
      try session.print(
        isNew
          ? session.say(
            sv: "Certifikat \(number) är återkallat från och med \(from).",
            en: "Certificate \(number) is revoked from \(from).")
          : session.say(sv: "Ingen ändring: det stod redan så.", en: "No change: it stood so already."))
    }
  }

  private static let person = Option.optional(
    "person", .person,
    help: Text(sv: "Bara en persons certifikat.", en: "One person's certificates."),
    absence: Text(sv: "alla", en: "all"))
  private static let programme = Option.optional(
    "programme", .choice(Programme.self), help: Text(sv: "Bara ett program.", en: "One programme."),
    absence: Text(sv: "alla", en: "all"))

  private static let list = Command.act(
    "list", abstract: Text(sv: "Lista certifikat.", en: "List certificates."),
    parameters: [person, programme, Common.on], examples: ["trygg certificate list --programme SM"]
  ) { session in
    let day = session.invocation[Common.on] ?? session.now.day
    let views = try session.registry().listCertificates(
      of: try session.invocation[person]?.number(session, option: "--person"),
      in: session.invocation[programme], on: day
    ).certificates
    try session.answer(["certificates": .array(views.map { .object($0.members(on: day)) })]) {
      var table = Table([
        .text(session.say(sv: "Nummer", en: "Number")), .text("Program"),
        .text(session.say(sv: "Person", en: "Person")), .text(session.say(sv: "Namn", en: "Name")),
        .text(session.say(sv: "Utfärdat", en: "Issued")), .text(session.say(sv: "Läge", en: "Standing")),
      ])
      for view in views {
        table.append([
          "\(view.certificate.number)", view.certificate.programme.rawValue, view.maskedNumber, view.holder,
          "\(view.certificate.issuedOn)", view.standing.code,
        ])
      }
      try session.invocation.output.print(table)
    }
  }

  private static let folder = Option.required(
    "out", .folder, help: Text(sv: "Mapp att skriva till.", en: "Folder to write to."))

  private static let publish = Command.act(
    "publish",
    abstract: Text(
      sv: "Skriv de filer som webbplatsen ska visa för den som kontrollerar märken.",
      en: "Write the files that the web site must show to whoever checks badges."),
    discussion: Text(
      sv: "Registrets nycklar som DID-dokument och listan över certifikat som inte längre gäller.",
      en: "The register's keys as a DID document, and the list of certificates that no longer hold."),
    parameters: [folder], examples: ["trygg certificate publish --out webb"]
  ) { session in
    let folder = session.invocation[folder]
    let files = try session.registry().badgeFiles()
    for file in files {
      let parts = file.path.split(separator: "/").map(String.init)
      try OutputFolder(([folder] + parts.dropLast()).joined(separator: "/")).write(
        parts.last ?? "", file.bytes)
    }
    try session.answer(["files": .array(files.map { .string($0.path) })]) {
      for file in files { try session.print(file.path) }
    }
  }
}

/// The shapes in which a certificate is given out: those of every document, and the badge.
enum CertificateForm: String, CaseIterable, Sendable {
  case html, text, xml, pdf, jwt
}

extension CertificateView {
  fileprivate func print(_ session: Session, on day: LocalDate) throws {
    let title = session.wording.text("certificate.programme-\(certificate.programme.rawValue)")
    try session.print("\(certificate.number)  \(title)")
    try session.print("\(holder), \(maskedNumber)")
    try session.print(
      session.say(sv: "Fullgjord: ", en: "Completed: ") + "\(certificate.completedOn)"
        + session.say(sv: ", utfärdat: ", en: ", issued: ") + "\(certificate.issuedOn)")
    try session.print(session.say(sv: "Kontrollkod: ", en: "Verification code: ") + verificationCode.grouped)
    try session.print(standing.sentence(on: day, session.wording))
  }
}
