import CommandLine
import Documents
import Exchange
import Foundation
import Identity
import Operations
import Portal
import Register

enum DocumentVerifyCommand {
  private static let file = Argument.required(
    Text(sv: "FIL", en: "FILE"), .file,
    help: Text(sv: "Handlingen som XML eller PDF.", en: "The document as XML or PDF."))
  private static let key = Option.optional(
    "key", .file,
    help: Text(sv: "Registrets öppna nyckel, filen .pub.", en: "The register's public key, its file .pub."),
    absence: Text(sv: "registrets egen", en: "the register's own"))

  static let command = Command(
    "verify",
    abstract: Text(
      sv: "Kontrollera att en handling är äkta och säg vad den säger.",
      en: "Check that a document is genuine and tell what it says."),
    discussion: Text(
      sv: """
        Den öppna nyckeln räcker. Finns registret till hands sägs också om handlingen gäller, är ersatt eller \
        återkallad. Sigillet gäller den XML som ligger i en PDF; sidorna görs om ur den och jämförs.
        """,
      en: """
        The public key is enough. With the register at hand it is also told whether the document is valid, replaced or \
        revoked. The seal is of the XML within a PDF; the pages are made again from it and compared.
        """),
    parameters: [file, key, Common.on],
    examples: [
      "trygg document verify årsbesked.pdf", "trygg document verify intyg.xml --key trygghetsregistret.pub",
    ]
  ) { invocation in
    let session = Session(invocation)
    let given = try telling(invocation[file]) { try WholeFile.read(invocation[file]) }
    let isPDF = PDFAttachment.isPDF(given)
    let register = try session.registerAtHand()
    let keys = try keys(session, register)
    let check = DocumentCheck(isPDF ? try PDFAttachment.xml(in: given) ?? [] : given, by: keys)
    let day = invocation[Common.on] ?? session.now.day
    let isGenuine = check.seal == .holds
    let verification = Verification(
      check: check, day: day, standing: isGenuine ? try register?.standing(of: check, on: day) : nil,
      pages: isGenuine && isPDF
        ? try check.comparePages(of: given, register: register, renderer: session.renderer(workers: 1)) : nil)
    try session.answer(verification.json(session)) { try verification.print(session) }
    return verification.isSound ? .done : .refused
  }

  /// The keys of the file that is named, else of the register, else of the `.pub` file that stands where it would.
  private static func keys(_ session: Session, _ register: Registry?) throws -> SealKeys {
    if session.invocation[key] == nil, let register { return try register.sealKeys() }
    let path = session.invocation[key] ?? session.registerPath + ".pub"
    do {
      return try telling(path) {
        try SealKeys(parsing: String(decoding: WholeFile.read(path, limit: 1 << 20), as: UTF8.self))
      }
    } catch let refusal as Refusal {
      throw BadArgument(refusal)
    }
  }
}

extension Session {
  /// The register, where there is one to ask.
  fileprivate func registerAtHand() throws -> Registry? {
    FileManager.default.fileExists(atPath: registerPath) ? try registry() : nil
  }
}

/// What is told of a file that was checked.
private struct Verification {
  let check: DocumentCheck
  let day: LocalDate
  let standing: DocumentStanding?
  let pages: PageComparison?

  /// Whether the check found no fault; a document that has been replaced or revoked is genuine all the same.
  var isSound: Bool {
    check.seal == .holds && standing != .unknown && standing != .removed && pages != .differ
  }

  func print(_ session: Session) throws {
    let wording = session.wording
    try session.print(wording.sentence(code: check.seal.rawValue, facts: [:]))
    guard let claim = check.claim else { return }
    guard check.seal == .holds else {
      return try session.print(
        session.say(
          sv: "Den säger sig vara: \(claim.kindName(session)) \(claim.number).",
          en: "It claims to be: \(claim.kindName(session)) \(claim.number)."))
    }
    try session.print(
      "\(claim.kindName(session)) \(claim.number), \(session.wording.date(claim.issuedOn))")
    if let pages { try session.print(wording.sentence(code: pages.code, facts: [:])) }
    if let standing { try session.print(standing.sentence(on: day, wording)) }
    try session.print("")
    for line in content(session) { try session.print(line) }
  }

  func json(_ session: Session) -> JSON {
    var members: [JSON.Member] = [
      .init("verdict", .string(check.seal.verdict)), .init("seal", .string(check.seal.rawValue)),
      .init("kind", JSON(check.claim?.kind)), .init("number", JSON(check.claim.map { "\($0.number)" })),
      .init("issuedOn", JSON(check.claim.map { "\($0.issuedOn)" })),
    ]
    if let standing { members += standing.members(on: day) }
    if let pages { members.append(.init("pages", .string(pages.code))) }
    if check.seal == .holds {
      members.append(.init("content", .array(content(session).map { .string($0) })))
    }
    return .object(members)
  }

  /// What a genuine document says, as its plain text.
  private func content(_ session: Session) -> [String] {
    guard let document = check.document,
      let text = try? session.renderer(workers: 1).render(document, as: .text)
    else { return [] }
    return String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }
}

extension DocumentCheck.Claim {
  fileprivate func kindName(_ session: Session) -> String {
    session.wording.text("document.\(kind)")
  }
}
