import CommandLine
import Documents
import Exchange
import Identity
import Legislation
import Register

/// `law draft`: the acts that answer proposals, in one of their forms or in several at once.
enum LawDrafting {
  private static let forms = Option.defaulting(
    "form", .forms(LawForm.self), to: "text",
    help: Text(
      sv: "Formen, eller flera med komma: text, html, pdf, docx, akn, xml, motion, motion-act.",
      en: "The form, or several with commas: text, html, pdf, docx, akn, xml, motion, motion-act."))
  private static let out = Option.optional(
    "out", .file,
    help: Text(
      sv: "Fil att skriva till, eller mapp när formerna är flera.",
      en: "File to write to, or a folder when there are several forms."),
    absence: Text(sv: "standard ut", en: "standard output"))
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
    discussion: Text(
      sv: "Flera former skrivs i mappen under de namn som förslagen har, som all.html och all.docx.",
      en: "Several forms are written in the folder by the proposals' names, such as all.html and all.docx."),
    parameters: [chosen, forms, asProposed, LawCommands.commencement, out],
    examples: [
      "trygg law draft TR-R1", "trygg law draft trygghetsringar --form html --out utkast.html",
      "trygg law draft RR-R1 --as-proposed",
      "trygg law draft all --form html,text,akn,docx,xml --out lagförslag",
    ]
  ) { session in
    let invocation = session.invocation
    let forms = invocation[forms]
    let file = invocation[out]
    guard let first = forms.first, forms.count == 1 || file != nil else {
      throw UsageError.missing([out.declaration])
    }
    let law = try session.law()
    let proposals = try session.proposals(invocation[chosen], of: law)
    let (bill, document) = try session.bill(
      proposals, law, asProposed: invocation[asProposed], on: invocation[LawCommands.commencement])
    if session.isJSON, file == nil {
      return try invocation.output.print([
        "commencement": .string(bill.commencement.description), "acts": .array(bill.acts.map(\.json)),
        "ordinances": .array(bill.ordinances.map(\.json)),
        "findings": .array(document.findings.map(\.json)),
      ])
    }
    guard forms.count > 1, let file else {
      return try session.deliver(try session.render(document, as: first), to: file)
    }
    let name = invocation[chosen].joined(separator: "-")
    try telling(file) {
      let folder = try OutputFolder(file)
      for form in forms {
        try folder.write(name + form.fileEnd, try session.render(document, as: form), durably: false)
      }
      folder.synchronize()
    }
  }
}

extension DraftAct {
  fileprivate var json: JSON {
    [
      "title": .string(title), "proposals": .array(proposals.map { .string($0) }),
      "ingress": .string(opening),
      "sections": .array(
        sections.map { section in
          [
            "provision": .string(section.provision.description),
            "headings": .array(section.headings.map { .string($0.text) }),
            "paragraphs": .array(section.passages.map { .string($0.text) }),
          ]
        }), "inForce": .array(closing.map { .string($0) }),
    ]
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
    case .actMotion: Array(document.actMotion().utf8)
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
