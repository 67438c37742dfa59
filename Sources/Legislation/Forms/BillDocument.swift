public import Documents
public import Identity
import Register

/// A bill as the one XML document from which every form is rendered.
public struct BillDocument: Sendable {
  /// The namespace of the document.
  static let namespace = "urn:trygghetsregister:draft:1"

  /// A finding with its sentence.
  public struct Stated: Sendable {
    /// The finding.
    public let finding: Finding
    /// What it says.
    public let sentence: String

    /// Puts a sentence to a finding.
    public init(_ finding: Finding, _ sentence: String) {
      self.finding = finding
      self.sentence = sentence
    }
  }

  /// The bill.
  let bill: Bill
  /// What was found.
  public let findings: [Stated]
  /// The budgets of the areas that it answers wholly.
  let costs: [CostReport]
  /// The day it is made.
  let day: LocalDate

  /// Gathers what a document of a bill holds.
  public init(_ bill: Bill, findings: [Stated], costs: [CostReport] = [], on day: LocalDate) {
    self.bill = bill
    self.findings = findings
    self.costs = costs
    self.day = day
  }

  /// The document in UTF-8.
  ///
  /// - Throws: a fault when a text holds a character that XML cannot.
  public func xml() throws(XMLFault) -> [UInt8] {
    var writer = XMLWriter()
    let contents = BillContents(self)
    try writer.element(
      "bill",
      [
        "xmlns": BillDocument.namespace, "commencement": bill.commencement.description,
        "generated": day.description, "as-proposed": bill.isAsProposed ? "true" : "false",
        "ids": bill.proposals.map(\.id).joined(separator: " "),
      ]
    ) { writer throws(XMLFault) in
      try write(contents, &writer)
      if contents[.decision] != nil {
        try writer.element("decision") { writer throws(XMLFault) in
          for sentence in bill.decision { try writer.element("p", text: sentence.bound) }
        }
      }
      for (kind, acts) in [(BillContents.Kind.acts, bill.acts), (.ordinances, bill.ordinances)] {
        guard let chapter = contents[kind] else { continue }
        try writer.element("part", ["kind": kind.rawValue]) { writer throws(XMLFault) in
          for (index, act) in acts.enumerated() { try write(act, index, chapter, &writer) }
        }
      }
      try writeUnchanged(&writer)
      try writeEffects(contents, &writer)
      try writeFindings(&writer)
    }
    return writer.bytes
  }

  private func write(_ contents: BillContents, _ writer: inout XMLWriter) throws(XMLFault) {
    try writer.element("contents") { writer throws(XMLFault) in
      for chapter in contents.chapters {
        try writer.element(
          "chapter",
          [
            "kind": chapter.kind.rawValue, "number": String(chapter.number), "title": chapter.kind.title,
          ]
        ) { writer throws(XMLFault) in
          for (index, entry) in chapter.entries.enumerated() {
            try writer.element(
              "entry", ["number": chapter.number(of: index), "ref": chapter.kind.mark(index)],
              text: entry.bound)
          }
        }
      }
    }
  }

  private func writeUnchanged(_ writer: inout XMLWriter) throws(XMLFault) {
    for proposal in unchanged {
      try writer.element("unchanged", ["id": proposal.id], text: proposal.answer.bound)
    }
  }

  private func writeEffects(_ contents: BillContents, _ writer: inout XMLWriter) throws(XMLFault) {
    for (index, effect) in effects.enumerated() {
      try writer.element("effect", ["ref": BillContents.Kind.effects.mark(index)]) {
        writer throws(XMLFault) in
        for paragraph in effect.paragraphs { try writer.element("p", text: paragraph.bound) }
      }
    }
  }

  private func writeFindings(_ writer: inout XMLWriter) throws(XMLFault) {
    try writer.element("findings") { writer throws(XMLFault) in
      for stated in findings {
        try writer.element(
          "finding",
          [
            "code": stated.finding.code.rawValue, "severity": stated.finding.severity.rawValue,
            "in": stated.finding.isInSource ? "source" : "draft", "place": stated.finding.subject,
          ], text: stated.sentence.bound)
      }
    }
  }

  private func write(
    _ act: DraftAct, _ index: Int, _ chapter: BillContents.Chapter, _ writer: inout XMLWriter
  ) throws(XMLFault) {
    try writer.element(
      "act",
      [
        "number": chapter.number(of: index), "id": chapter.kind.mark(index),
        "title": act.title, "form": act.form.rawValue, "kind": act.kindWord, "sfs": act.amended?.act.sfs,
        "name": act.amended?.act.title.bound, "enacted": act.amended?.enacted.description,
        "proposals": act.proposals.joined(separator: " "),
      ]
    ) { writer throws(XMLFault) in
      let ingress = act.ingress
      try writer.element("ingress", ["reprinted": act.reprinting]) { writer throws(XMLFault) in
        try writer.element("opening", text: ingress.opening.bound)
        for clause in ingress.clauses { try writer.element("clause", text: clause.bound) }
      }
      try writeContent(of: act, &writer)
      try writer.element("in-force") { writer throws(XMLFault) in
        for passage in act.inForce { try writer.element("p", text: passage.text.bound) }
      }
      try writeComments(on: act, &writer)
    }
  }

  private func writeContent(of act: DraftAct, _ writer: inout XMLWriter) throws(XMLFault) {
    switch act.content {
    case .amending(let statute, let amendments):
      for amendment in amendments {
        switch amendment {
        case .insertChapter(let number, let title):
          try writer.element("chapter", ["number": number.description], text: title)
        case .replace(let section), .insert(let section):
          let chapter = statute.chapter(section.provision.chapter)
          try writer.write(
            ComparedSection(
              section, current: statute.current(section.provision),
              oldHeadings: chapter?.headings[section.provision.section] ?? []),
            after: chapter?.numbers.last { $0 < section.provision.section })
        case .repeal(let place): try writer.step("repeal", place)
        case .removeHeading(let place): try writer.step("remove-heading", place)
        case .renumber(let old, let new): try writer.step("renumber", old, to: new)
        case .moveHeading(let old, let new): try writer.step("move-heading", old, to: new)
        }
      }
    case .new(_, let sections):
      for section in sections { try writer.write(ComparedSection(section, current: nil), after: nil) }
    case .quoting(let source):
      try writer.element(
        "quote",
        ["wording": source.isWording ? "true" : "false", "section": source.provision?.description]
      ) { writer throws(XMLFault) in
        for passage in source.passages { try writer.element("p", text: passage.text) }
      }
    case .repealing: break
    }
  }

  private func writeComments(on act: DraftAct, _ writer: inout XMLWriter) throws(XMLFault) {
    let commented = act.sections.filter { $0.comment != nil }
    guard !commented.isEmpty else { return }
    try writer.element("commentary") { writer throws(XMLFault) in
      for section in commented {
        try writer.element(
          "comment", ["section": section.provision.description], text: (section.comment ?? "").bound)
      }
    }
  }
}

extension BillContents.Kind {
  /// The mark of an entry, by which links lead to it.
  fileprivate func mark(_ index: Int) -> String { "\(rawValue)-\(index + 1)" }
}

extension XMLWriter {
  /// A step of an amending act that brings no wording.
  fileprivate mutating func step(_ kind: String, _ place: Provision, to new: Provision? = nil)
    throws(XMLFault)
  {
    try element(
      "step",
      [
        "kind": kind, "chapter": place.chapter?.description, "number": place.section.description,
        "to-chapter": new?.chapter?.description, "to": new?.section.description,
      ])
  }

  fileprivate mutating func write(
    _ section: ComparedSection, after: SectionNumber?
  ) throws(XMLFault) {
    try element(
      "section",
      [
        "chapter": section.provision.chapter?.description, "number": section.provision.section.description,
        "change": section.isNew ? "insertion" : "substitution", "latest": section.latest,
        "after": after?.description,
      ]
    ) { writer throws(XMLFault) in
      for heading in section.oldHeadings { try writer.element("old-heading", text: heading) }
      for heading in section.headings {
        try writer.element("heading", ["level": String(heading.level)], text: heading.text)
      }
      for paragraph in section.paragraphs {
        try writer.element("paragraph", ["status": paragraph.status.rawValue]) { writer throws(XMLFault) in
          for line in paragraph.lines { try writer.write(line) }
        }
      }
    }
  }

  private mutating func write(_ line: ComparedLine) throws(XMLFault) {
    let old = line.old?.label
    let new = line.new?.label
    let term: String? = if case .term(let term) = line.new?.marker { term } else { nil }
    let kind: String =
      switch (line.new ?? line.old)?.marker {
      case .omitted: "omitted"
      case .opening: "opening"
      default: "point"
      }
    try element(
      "line",
      [
        "kind": kind, "old": line.old == nil ? nil : old ?? "", "new": line.new == nil ? nil : new ?? "",
        "term": term,
      ]
    ) { writer throws(XMLFault) in
      for run in line.runs {
        let space = run.isJoined ? nil : run.text.hasPrefix("§") ? "\u{A0}" : " "
        try writer.element(run.kind.rawValue, ["space": space], text: run.text.bound)
      }
    }
  }
}

extension DraftAct {
  fileprivate var kindWord: String {
    switch content {
    case .amending: "amending"
    case .new: "new"
    case .repealing: "repealing"
    case .quoting: "quoting"
    }
  }

  /// The footnote on the statute when it has been printed anew, `Lagen omtryckt 2008:803.`
  var reprinting: String? {
    amended.flatMap { statute in statute.reprinted.map { "\(statute.act.collective) omtryckt \($0)." } }
  }

  /// The statute that it changes.
  var amended: Statute? {
    if case .amending(let statute, _) = content { statute } else { nil }
  }
}

extension Bill {
  /// What riksdagen is asked to decide.
  var decision: [String] {
    let sentences = acts.map { "Riksdagen antar regeringens förslag till \($0.title)." }
    guard sentences.count > 1 else { return sentences }
    return sentences.enumerated().map { "\($0.offset + 1). \($0.element)" }
  }
}
