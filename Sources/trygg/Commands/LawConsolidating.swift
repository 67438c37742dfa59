import CommandLine
import Documents
import Identity
import Legislation

/// `law consolidate`: how a statute's touched provisions would read.
enum LawConsolidating {
  enum Form: String, CaseIterable, Sendable {
    case text, html, akn
  }

  private static let statute = Argument.required(
    Text(sv: "sfs", en: "sfs"), .text,
    help: Text(sv: "Författningens nummer, 1999:1229.", en: "The statute's number, 1999:1229."))
  private static let with = Option.repeated(
    "with", .text,
    help: Text(sv: "Förslag eller område som ska gälla.", en: "A proposal or area that shall apply."))
  private static let day = Option.optional(
    "as-of", .date, help: Text(sv: "Dagen då lydelsen gäller.", en: "The day on which the wording applies."),
    absence: Text(sv: "dagen för ikraftträdande", en: "the day of commencement"))
  private static let form = Option.defaulting(
    "form", .choice(Form.self), to: "text", help: Text(sv: "Formen.", en: "The form."))

  static let command = Command.act(
    "consolidate",
    abstract: Text(
      sv: "Visa hur de berörda paragraferna skulle lyda.", en: "Show how the touched provisions would read."),
    parameters: [statute, with, day, form, Common.out],
    examples: ["trygg law consolidate 1999:1229 --with TR-R1"]
  ) { session in
    let invocation = session.invocation
    let law = try session.law()
    guard let found = law.statutes[invocation[statute]] else {
      throw UnknownLaw(statute: invocation[statute], in: law)
    }
    let chosen = invocation[with].isEmpty ? [] : try session.proposals(invocation[with], of: law)
    let (bill, _) = try session.bill(chosen, law, asProposed: false)
    let on = invocation[day] ?? bill.commencement
    guard let text = on < bill.commencement ? Consolidation(found) : Consolidation(found, with: bill) else {
      throw UnknownLaw.notConsolidated(found.act.title)
    }
    if session.isJSON, invocation[Common.out] == nil {
      return try invocation.output.print(text.json(on: on.description))
    }
    let bytes: [UInt8] =
      switch invocation[form] {
      case .text: Array(text.text().utf8)
      case .html:
        try session.templates.render(try text.xml(on: on), by: "html/law-consolidation.xsl", in: .swedish)
      case .akn:
        try session.templates.render(try text.xml(on: on), by: "akn/law-consolidation.xsl", in: .swedish)
      }
    try session.deliver(bytes, to: invocation[Common.out])
  }
}

extension Consolidation {
  fileprivate func json(on day: String) -> JSON {
    [
      "statute": .string(statute.act.title), "on": .string(day),
      "sections": .array(
        sections.map { section in
          [
            "provision": .string(section.provision.description),
            "headings": .array(section.headings.map { .string($0.text) }),
            "paragraphs": .array(section.passages.map { .string($0.text) }),
            "origin": .string(section.origin.words),
          ]
        }),
      "repealed": .array(repealed.map { .string($0.description) }),
    ]
  }
}
