import CommandLine
import Documents
import Exchange
import Operations
import Register

enum DocumentCommands {
  static let group = Command(
    "document", abstract: Text(sv: "Utfärdade dokument.", en: "Issued documents."),
    subcommands: [list, show, render, DocumentVerifyCommand.command])

  private static let number = Option.required(
    "number", .document, help: Text(sv: "Dokumentets nummer.", en: "The document's number."))

  private static let list = Command.act(
    "list", abstract: Text(sv: "Lista en persons dokument.", en: "List a person's documents."),
    parameters: [Common.person], examples: ["trygg document list --person -"]
  ) { session in
    let person = try session.invocation[Common.person].number(session, option: "--person")
    let documents = try session.registry().listDocuments(of: person)
    try session.answer(["documents": .array(documents.map(\.json))]) {
      var table = Table([
        .text(session.say(sv: "Nummer", en: "Number")), .text(session.say(sv: "Slag", en: "Kind")),
        .text(session.say(sv: "Utfärdat", en: "Issued")),
      ])
      for document in documents {
        table.append(["\(document.number)", document.kindName(session), "\(document.issuedOn)"])
      }
      try session.invocation.output.print(table)
    }
  }

  private static let show = Command.act(
    "show",
    abstract: Text(sv: "Visa vad som är känt om ett dokument.", en: "Show what is known of a document."),
    parameters: [number], examples: ["trygg document show --number 2028-000001-7"]
  ) { session in
    let document = try session.registry().showDocument(session.invocation[number])
    try session.answer(document.json) {
      try session.print("\(document.number)  \(document.kindName(session))")
      try session.print(session.say(sv: "Utfärdat: ", en: "Issued: ") + "\(document.issuedOn)")
      try session.print("SHA-256: " + document.digestText)
      if let earlier = document.supersedes {
        try session.print(session.say(sv: "Ersätter: ", en: "Supersedes: ") + "\(earlier)")
      }
      if document.isReplaced {
        try session.print(
          session.say(sv: "Ersatt", en: "Replaced")
            + (document.inForce.map { session.say(sv: " av \($0)", en: " by \($0)") } ?? ""))
      }
    }
  }

  private static let form = Option.defaulting(
    "form", .choice(DocumentForm.self), to: "html",
    help: Text(sv: "Formen.", en: "The form."))

  private static let render = Command.act(
    "render",
    abstract: Text(
      sv: "Skriv ett dokument som sida, PDF, text eller XML.",
      en: "Write a document as page, PDF, text or XML."),
    parameters: [number, form, Common.out],
    examples: [
      "trygg document render --number 2028-000001-7 --out årsbesked.html",
      "trygg document render --number 2028-000001-7 --form pdf --out årsbesked.pdf",
    ]
  ) { session in
    let bytes = try session.registry().renderDocument(
      session.invocation[number], as: session.invocation[form], with: session.renderer(workers: 1))
    try session.deliver(bytes, to: session.invocation[Common.out])
  }
}

extension DocumentRecord {
  fileprivate var json: JSON {
    [
      "number": .string("\(number)"), "kind": .string(kind), "letter": JSON(letter),
      "issuedOn": .string("\(issuedOn)"),
      "sha256": .string(digestText), "code": .string(verificationCode.text),
      "supersedes": JSON(supersedes.map { "\($0)" }), "replaced": .bool(isReplaced),
      "inForce": JSON(inForce.map { "\($0)" }),
    ]
  }

  fileprivate func kindName(_ session: Session) -> String {
    session.wording.text("document.\(letter.map { "letter-\($0)" } ?? kind)")
  }

  fileprivate var digestText: String {
    let digits = Array("0123456789abcdef")
    return String(sha256.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
