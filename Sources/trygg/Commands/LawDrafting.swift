import CommandLine
import Documents
import Exchange
import Legislation
import Register

/// `law draft`: the acts that answer proposals, in one of their forms.
enum LawDrafting {
  private static let form = Option.defaulting(
    "form", .choice(LawForm.self), to: "text", help: Text(sv: "Formen.", en: "The form."))
  private static let asProposed = Option.flag(
    "as-proposed",
    help: Text(
      sv: "Källans egen författning, numrering och lydelse.",
      en: "The source's own statute, number and wording."))
  private static let chosen = Argument.repeated(
    Text(sv: "förslag", en: "proposal"), .text,
    help: Text(
      sv: "Ett förslag (TR-R1), ett område (trygghetsringar) eller all.",
      en: "A proposal (TR-R1), an area (trygghetsringar) or all."), required: true)

  static let command = Command.act(
    "draft",
    abstract: Text(
      sv: "Skriv utkasten som svarar på förslag.", en: "Write the drafts that answer proposals."),
    parameters: [chosen, form, asProposed, LawCommands.commencement, Common.out],
    examples: [
      "trygg law draft TR-R1", "trygg law draft trygghetsringar --form html --out utkast.html",
      "trygg law draft RR-R1 --as-proposed",
    ]
  ) { session in
    let invocation = session.invocation
    let law = try session.law()
    let proposals = try session.proposals(invocation[chosen], of: law)
    let (_, document) = try session.bill(
      proposals, law, asProposed: invocation[asProposed], on: invocation[LawCommands.commencement])
    try session.deliver(try session.render(document, as: invocation[form]), to: invocation[Common.out])
  }
}

extension Session {
  fileprivate func render(_ document: BillDocument, as form: LawForm) throws -> [UInt8] {
    switch form {
    case .text: Array(document.text().utf8)
    case .xml: try document.xml()
    case .html: try templates.render(try document.xml(), by: "html/law-draft.xsl", in: .swedish)
    case .akn: try templates.render(try document.xml(), by: "akn/law-draft.xsl", in: .swedish)
    case .pdf: try page(of: try document.xml(), by: "html/law-draft.xsl", named: "utkast.xml")
    case .motion: Array(document.motion().utf8)
    case .docx: try document.word(templates)
    }
  }

  /// Sets a document of policy work as pages, with its XML inside.
  func page(of source: [UInt8], by stylesheet: String, named name: String) throws -> [UInt8] {
    let xhtml = try templates.render(
      source, by: stylesheet, in: .swedish, parameters: ["medium": "page"])
    return try PDFRenderer(templates: templates, python: python, workers: 1).render(
      PDFPage(
        xhtml: xhtml, date: now.day, author: "Trygghetsregistret",
        attachment: PDFPage.Attachment(name: name, description: "Handlingen som XML", bytes: source)))
  }
}
