import CommandLine
import Documents
import Identity
import Legislation
import Register

/// The work of policy staff: the source's proposals, the drafts that answer them, and what the checks find.
enum LawCommands {
  static let group = Command(
    "law", abstract: Text(sv: "Författningsutkast.", en: "Draft provisions."),
    discussion: Text(
      sv: """
        Förslagen står i Legal/proposals och de författningar som ändras i Legal/statutes. Med --legal pekas en egen \
        mapp ut: kopiera Legal, ändra i en fil och se hela utkastet ändras.
        """,
      en: """
        The proposals stand in Legal/proposals and the statutes that they change in Legal/statutes. --legal names a \
        folder of your own: copy Legal, edit a file and see the whole draft change.
        """),
    subcommands: [list, show, draft, check, consolidate, verbatim, memo, diff])

  private static let proposal = Argument.required(
    Text(sv: "förslag", en: "proposal"), .text, help: Text(sv: "Förslaget.", en: "The proposal."))
  static let proposals = Argument.repeated(
    Text(sv: "förslag", en: "proposal"), .text,
    help: Text(
      sv: "Ett förslag (TR-R1), ett område (trygghetsringar) eller all.",
      en: "A proposal (TR-R1), an area (trygghetsringar) or all."))
  static let commencement = Option.optional(
    "commencement", .date, help: Text(sv: "Dagen för ikraftträdande.", en: "The day of commencement."),
    absence: Text(sv: "när skattereduktionen först gäller", en: "when the tax reduction first applies"))

  private static let list = Command.act(
    "list", abstract: Text(sv: "Lista de sexton förslagen.", en: "List the sixteen proposals."),
    examples: ["trygg law list"]
  ) { session in
    let law = try session.law()
    let setting = session.setting(try session.parameters(), on: nil)
    let listed = try law.proposals.map { proposal in
      (proposal, try Bill([proposal], law: law, setting: setting).all.map(\.title))
    }
    try session.answer(["proposals": .array(listed.map { $0.json(drafts: $1) })]) {
      for (proposal, drafts) in listed { try session.print(proposal, drafts: drafts) }
    }
  }

  private static let show = Command.act(
    "show", abstract: Text(sv: "Visa ett förslag.", en: "Show a proposal."), parameters: [proposal],
    examples: ["trygg law show TR-R1"]
  ) { session in
    let law = try session.law()
    let chosen = try session.proposals([session.invocation[proposal]], of: law)
    let (bill, document) = try session.bill(chosen, law, asProposed: false)
    let findings = document.findings
    let listed = chosen.map { proposal in
      (proposal, bill.all.filter { $0.proposals.contains(proposal.id) }.map(\.title))
    }
    try session.answer([
      "proposals": .array(listed.map { $0.json(drafts: $1) }),
      "findings": .array(findings.map(\.json)),
    ]) {
      for (proposal, drafts) in listed {
        try session.print(proposal.verbatim)
        try session.print("")
        try session.print(proposal, drafts: drafts)
      }
      for stated in findings { try session.print(session.line(of: stated)) }
    }
  }

  private enum AnnexForm: String, CaseIterable, Sendable {
    case text, html, xml, pdf
  }

  private static let form = Option.defaulting(
    "form", .choice(AnnexForm.self), to: "text", help: Text(sv: "Formen.", en: "The form."))

  private static let verbatim = Command.act(
    "verbatim",
    abstract: Text(sv: "De sexton förslagen ordagrant.", en: "The sixteen proposals word for word."),
    parameters: [form, Common.out], examples: ["trygg law verbatim"]
  ) { session in
    let law = try session.law()
    let annex = VerbatimAnnex(law)
    if session.isJSON {
      let proposals = law.proposals.map { proposal -> JSON in
        ["id": .string(proposal.id), "line": .integer(proposal.line), "text": .string(proposal.verbatim)]
      }
      return try session.invocation.output.print(["proposals": .array(proposals)])
    }
    let bytes: [UInt8] =
      switch session.invocation[form] {
      case .text: Array(annex.text().utf8)
      case .xml: try annex.xml()
      case .html: try session.templates.render(try annex.xml(), by: "html/law-verbatim.xsl", in: .swedish)
      case .pdf: try session.page(of: try annex.xml(), by: "html/law-verbatim.xsl", named: "ordagrant.xml")
      }
    try session.deliver(bytes, to: session.invocation[Common.out])
  }

  private static let draft = LawDrafting.command

  private static let draftsOnly = Option.flag(
    "drafts",
    help: Text(
      sv: "Bara fynd i utkasten, inte i källans egna förslag.",
      en: "Only what is found in the drafts, not in the source's own proposals."))

  private static let check = Command(
    "check",
    abstract: Text(sv: "Kontrollera förslagen mot gällande rätt.", en: "Check proposals against the law."),
    discussion: Text(
      sv: "Slutar med 1 om något fynd är ett fel.", en: "Ends with 1 when any finding is an error."),
    parameters: [proposals, draftsOnly, commencement],
    examples: ["trygg law check", "trygg law check SM-R1", "trygg law check all --drafts"]
  ) { invocation in
    let session = Session(invocation)
    let law = try session.law()
    let chosen = try session.proposals(invocation[proposals], of: law)
    let (_, document) = try session.bill(chosen, law, asProposed: false, on: invocation[commencement])
    let findings = document.findings.filter { !(invocation[draftsOnly] && $0.finding.isInSource) }
    try session.answer(["findings": .array(findings.map(\.json))]) {
      for stated in findings { try session.print(session.line(of: stated)) }
      if findings.isEmpty { try session.print(session.say(sv: "Inga fynd.", en: "Nothing found.")) }
    }
    return findings.contains { $0.finding.severity == .error } ? .refused : .done
  }

  private static let consolidate = LawConsolidating.command
  private static let memo = LawMemo.command
  private static let diff = LawComparing.command
}

extension Session {
  /// The statutes and proposals of the law data.
  func law() throws -> Law {
    try lawFolder.law()
  }

  /// The proposals that some words name, each once and in the order of the source; all when there are no words.
  func proposals(_ words: [String], of law: Law) throws -> [Proposal] {
    var chosen: Set<String> = []
    for word in words.isEmpty ? ["all"] : words {
      guard let found = law.proposals(named: word) else { throw UnknownLaw.proposal(word) }
      chosen.formUnion(found.map(\.id))
    }
    return law.proposals.filter { chosen.contains($0.id) }
  }

  /// A bill with everything that the checks find in it.
  func bill(
    _ chosen: [Proposal], _ law: Law, asProposed: Bool, on commencement: LocalDate? = nil
  ) throws -> (Bill, BillDocument) {
    let parameters = try parameters()
    let setting = setting(parameters, on: commencement)
    let bill =
      asProposed
      ? Bill(asProposed: chosen, law: law, commencement: setting.commencement)
      : try Bill(chosen, law: law, setting: setting)
    let findings = bill.findings(law: law, on: now.day, leadMonths: parameters.leadMonths(on: now.day))
    let stated = findings.map { BillDocument.Stated($0, wording.text($0.code.rawValue, $0.facts)) }
    let areas = asProposed ? [] : law.areas(answeredBy: chosen)
    let costs = try lawFolder.costModels().filter { areas.contains($0.area) }
      .map { try CostReport($0, parameters: parameters, on: setting.day) }
    return (bill, BillDocument(bill, findings: stated, costs: costs, on: now.day))
  }

  /// What drafts are written for: a day that is given, else when the tax reduction first applies.
  func setting(_ parameters: Parameters, on commencement: LocalDate?) -> DraftSetting {
    DraftSetting(
      parameters: parameters, commencement: commencement ?? parameters.commencement ?? now.day)
  }

  fileprivate func print(_ proposal: Proposal, drafts: [String]) throws {
    var listing = Listing()
    listing.append(proposal.id, proposal.asks)
    listing.append("  " + say(sv: "gällande rätt", en: "the law today"), proposal.lawToday)
    listing.append("  " + say(sv: "svar", en: "answer"), proposal.answer)
    listing.append(
      "  " + say(sv: "utkast", en: "drafts"),
      drafts.isEmpty
        ? say(sv: "ingen ändring behövs", en: "no change is needed") : drafts.joined(separator: "\n"))
    try invocation.output.print(listing)
    try print("")
  }

  func line(of stated: BillDocument.Stated) -> String {
    let severity =
      switch stated.finding.severity {
      case .error: say(sv: "fel", en: "error")
      case .warning: say(sv: "varning", en: "warning")
      case .note: say(sv: "anmärkning", en: "note")
      }
    let place =
      stated.finding.isInSource
      ? say(sv: "källan, ", en: "the source, ") + stated.finding.subject : stated.finding.subject
    return "\(severity) \(stated.finding.code.rawValue) \(place): \(stated.sentence)"
  }
}

/// A word that names nothing in the law data.
enum UnknownLaw: Error {
  case proposal(String)
  case statute(String)
  case repealed(CitedAct, CitedAct.Repeal, by: String)
  case noFile(CitedAct)
  case notConsolidated(String)

  /// What is said of a number that no statute of the law data has.
  init(statute sfs: String, in law: Law) {
    guard let act = law.acts[sfs] else {
      self = .statute(sfs)
      return
    }
    self = act.repeal.map { .repealed(act, $0, by: law.acts[$0.by]?.title ?? $0.by) } ?? .noFile(act)
  }

  var code: String {
    switch self {
    case .proposal: "LAW_UNKNOWN_PROPOSAL"
    case .statute: "LAW_UNKNOWN_STATUTE"
    case .repealed: "LAW_ACT_REPEALED"
    case .noFile: "LAW_STATUTE_MISSING"
    case .notConsolidated: "LAW_NOT_CONSOLIDATED"
    }
  }

  var facts: [String: Fact] {
    switch self {
    case .proposal(let name): ["name": .text(name)]
    case .statute(let act), .notConsolidated(let act): ["act": .text(act)]
    case .repealed(let act, let repeal, let by):
      ["act": .text(act.title), "day": .day(repeal.on), "by": .text(by)]
    case .noFile(let act): ["act": .text(act.title)]
    }
  }
}

extension Proposal {
  fileprivate func json(drafts: [String]) -> JSON {
    [
      "id": .string(id), "area": .string(area.rawValue), "line": .integer(line), "asks": .string(asks),
      "lawToday": .string(lawToday), "answer": .string(answer),
      "drafts": .array(drafts.map { .string($0) }), "verbatim": .string(verbatim),
    ]
  }
}

extension BillDocument.Stated {
  var json: JSON {
    var members: [JSON.Member] = [
      .init("code", .string(finding.code.rawValue)), .init("severity", .string(finding.severity.rawValue)),
      .init("in", .string(finding.isInSource ? "source" : "draft")), .init("place", .string(finding.subject)),
      .init("message", .string(sentence)),
    ]
    if let place = finding.place {
      members.append(.init("file", .string(place.file)))
      members.append(.init("line", .integer(place.line)))
    }
    return .object(members)
  }
}
