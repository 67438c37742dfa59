import Documents
import Foundation
import HTTP
import Legislation
import Operations
import Register

// The pages of policy staff: the proposals with what is found in them, the drafts in every form, the budgets.
extension Pages {
  var policyRoutes: [Route] {
    [
      get("/forslag") { visit in try visit.proposalsPage() },
      get("/forslag/budget") { visit in try visit.memoPage() },
      get("/forslag/budget/{form}") { visit in try visit.memoFile() },
      get("/forslag/utkast/{file}") { visit in try visit.draftFile() },
      get("/forslag/{id}") { visit in try visit.proposalPage() },
    ]
  }
}

extension Visit {
  private static var policyHome: (name: String, path: String) { ("policy", "/forslag") }

  private func draft(_ proposals: [Proposal], _ law: Law) throws -> BillDocument {
    let parameters = pages.registry.parameters
    let day = parameters.commencement ?? today
    let bill = try Bill(proposals, law: law, setting: DraftSetting(parameters: parameters, commencement: day))
    let findings = bill.findings(law: law, on: today, leadMonths: parameters.leadMonths(on: today))
    // A draft is a Swedish document, whatever language its page is read in.
    let swedish = try pages.templates.messages(.swedish)
    let areas = law.areas(answeredBy: proposals)
    return BillDocument(
      bill,
      findings: findings.map {
        BillDocument.Stated($0, swedish.text($0.code.rawValue, swedish.written($0.facts)))
      },
      costs: try pages.lawFolder.costModels().filter { areas.contains($0.area) }
        .map { try CostReport($0, parameters: parameters, on: day) }, on: today)
  }

  private func law() throws -> Law {
    _ = try account(.policy)
    return try pages.lawFolder.law()
  }

  fileprivate func proposalsPage() throws -> Response {
    let law = try law()
    let severities = [Finding.Severity.error, .warning, .note]
    let list = PageList(
      self, at: "/forslag",
      by: [
        .init(
          name: "omrade", options: Area.allCases.map { ($0.rawValue, text("policy.area.\($0.rawValue)")) }),
        .init(name: "fynd", options: severities.map { ($0.rawValue, text("policy.with-\($0.rawValue)")) }),
      ])
    let area = list["omrade"].flatMap(Area.init)
    var found: [(proposal: Proposal, findings: [BillDocument.Stated])] = []
    for proposal in law.proposals where area == nil || proposal.area == area {
      let findings = try draft([proposal], law).findings
      let fits = list["fynd"].map { asked in findings.contains { $0.finding.severity.rawValue == asked } }
      if fits ?? true { found.append((proposal, findings)) }
    }
    return try page("policy", area: .policy) { writer in
      try list.write(total: found.count, to: &writer, in: self)
      for area in Area.allCases where found.contains(where: { $0.proposal.area == area }) {
        try writer.element("section", ["area": area.rawValue]) { writer throws(XMLFault) in
          for (proposal, findings) in list.shown(of: found) where proposal.area == area {
            try write(proposal, findings, to: &writer)
          }
        }
      }
    }
  }

  private func write(
    _ proposal: Proposal, _ findings: [BillDocument.Stated], to writer: inout XMLWriter
  ) throws(XMLFault) {
    func count(_ severity: Finding.Severity) -> String? {
      let count = findings.count { $0.finding.severity == severity }
      return count > 0 ? String(count) : nil
    }
    try writer.element(
      "proposal",
      [
        "id": proposal.id, "asks": proposal.asks.unbroken, "law": proposal.lawToday.unbroken,
        "answer": proposal.answer.unbroken,
        "line": String(proposal.line), "errors": count(.error), "warnings": count(.warning),
        "notes": count(.note), "unchanged": proposal.needsNoChange ? "true" : nil,
      ])
  }

  fileprivate func proposalPage() throws -> Response {
    let law = try law()
    guard let proposal = law.proposals.first(where: { $0.id == request.parameters["id"] }) else {
      throw PageFault.absent
    }
    let document = try draft([proposal], law)
    return try page("proposal", area: .policy, up: Visit.policyHome) { writer in
      try write(proposal, document.findings, to: &writer)
      try writer.element("verbatim", text: proposal.verbatim.unbroken)
      for stated in document.findings {
        try writer.element(
          "finding",
          [
            "severity": stated.finding.severity.rawValue, "code": stated.finding.code.rawValue,
            "place": stated.finding.subject.unbroken, "source": stated.finding.isInSource ? "true" : nil,
          ], text: stated.sentence.unbroken)
      }
    }
  }

  // MARK: Files

  private static func type(of form: LawForm) -> String {
    switch form {
    case .html: "application/xhtml+xml; charset=utf-8"
    case .xml, .akn: "application/xml; charset=utf-8"
    case .pdf: "application/pdf"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .text, .motion, .actMotion: "text/plain; charset=utf-8"
    }
  }

  /// `TR-R1.pdf`, `trygghetsringar.docx` or `all.html`; the ends of a name that say the form.
  private static let suffixes: [String: LawForm] = [
    "html": .html, "pdf": .pdf, "docx": .docx, "txt": .text, "xml": .xml, "akn": .akn,
  ]

  fileprivate func draftFile() throws -> Response {
    let law = try law()
    let parts = (request.parameters["file"] ?? "").split(separator: ".")
    guard parts.count == 2, let form = Visit.suffixes[String(parts[1])],
      let proposals = law.proposals(named: String(parts[0]))
    else { throw PageFault.absent }
    let document = try draft(proposals, law)
    let templates = pages.templates
    let bytes: [UInt8] =
      switch form {
      case .text: Array(document.text().utf8)
      case .motion: Array(document.motion().utf8)
      case .actMotion: Array(document.actMotion().utf8)
      case .xml: try document.xml()
      case .html: try templates.render(try document.xml(), by: "html/law-draft.xsl", in: .swedish)
      case .akn: try templates.render(try document.xml(), by: "akn/law-draft.xsl", in: .swedish)
      case .docx: try document.word(templates)
      case .pdf: try setPages(of: try document.xml(), by: "html/law-draft.xsl", named: "utkast.xml")
      }
    return file(bytes, "utkast-\(parts[0]).\(parts[1])", Visit.type(of: form), isShown: form == .html)
  }

  private func setPages(of xml: [UInt8], by stylesheet: String, named name: String) throws -> [UInt8] {
    let xhtml = try pages.templates.render(
      xml, by: stylesheet, in: .swedish, parameters: ["medium": "page"])
    return try pages.lawPress.render(
      PDFPage(
        xhtml: xhtml, date: today, author: "Trygghetsregistret",
        attachment: PDFPage.Attachment(name: name, description: "Handlingen som XML", bytes: xml)))
  }

  private func file(_ bytes: [UInt8], _ name: String, _ type: String, isShown: Bool) -> Response {
    let response = Response(type: type, bytes).adding(
      "Content-Disposition", "\(isShown ? "inline" : "attachment"); filename=\"\(name)\"")
    guard isShown, let style = Visit.style(in: bytes) else { return response }
    let digest = Data(SecretBytes.sha256(style)).base64EncodedString()
    return response.adding("Content-Security-Policy", Visit.policy(style: digest))
  }

  /// The style sheet that stands within a page.
  private static func style(in bytes: [UInt8]) -> [UInt8]? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let start = text.range(of: "<style>"), let end = text.range(of: "</style>") else { return nil }
    // The policy hashes what the parser gives, in which references stand as the characters they name.
    let style = text[start.upperBound..<end.lowerBound].replacing("&gt;", with: ">").replacing(
      "&lt;", with: "<"
    )
    .replacing("&amp;", with: "&")
    return Array(style.utf8)
  }

  // MARK: Budgets

  private func memorandum() throws -> Memorandum {
    _ = try account(.policy)
    let parameters = pages.registry.parameters
    let day = parameters.commencement ?? today
    let law = try pages.lawFolder.law()
    let drafts = try Bill(
      law.proposals, law: law, setting: DraftSetting(parameters: parameters, commencement: day))
    return Memorandum(
      try pages.lawFolder.costModels().map { try CostReport($0, parameters: parameters, on: day) },
      drafts: drafts, on: today)
  }

  fileprivate func memoPage() throws -> Response {
    let memo = try memorandum()
    let most = memo.reports.map { max($0.firstYear.wholeKronor, $0.running.wholeKronor) }.max() ?? 1
    return try page("memo", area: .policy, up: Visit.policyHome) { writer in
      for report in memo.reports {
        try writer.element(
          "budget",
          [
            "title": report.title, "first": report.firstYear.kronor, "running": report.running.kronor,
            "first-share": String(1000 * report.firstYear.wholeKronor / max(1, most)),
            "running-share": String(1000 * report.running.wholeKronor / max(1, most)),
          ]
        ) { writer throws(XMLFault) in
          for line in report.lines {
            try writer.element(
              "line",
              [
                "title": line.title, "number": line.line.map(String.init),
                "stated": line.stated.map(line.written), "recomputed": line.written(line.recomputed),
                "deviates": line.deviates ? "true" : nil,
              ])
          }
        }
      }
      try writer.element("total", ["first": memo.firstYear.kronor, "running": memo.running.kronor])
    }
  }

  fileprivate func memoFile() throws -> Response {
    let memo = try memorandum()
    switch request.parameters["form"] {
    case "txt":
      return file(Array(memo.text().utf8), "budget.txt", "text/plain; charset=utf-8", isShown: false)
    case "xml": return file(try memo.xml(), "budget.xml", "application/xml; charset=utf-8", isShown: false)
    case "pdf":
      let bytes = try setPages(of: try memo.xml(), by: "html/law-memo.xsl", named: "budget.xml")
      return file(bytes, "budget.pdf", "application/pdf", isShown: false)
    default: throw PageFault.absent
    }
  }
}

extension Fraction {
  fileprivate var wholeKronor: Int { numerator / denominator }
}
