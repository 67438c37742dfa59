import Identity
import Register

/// Whether the words of a draft hold: the acts and sections they cite, terms, numbers and style.
struct TextCheck {
  private let act: DraftAct
  private let bill: Bill
  private let law: Law
  private let references: References
  private(set) var findings: [Finding] = []

  init(_ act: DraftAct, of bill: Bill, law: Law, _ references: References) {
    self.act = act
    self.bill = bill
    self.law = law
    self.references = references
    let statute: Statute? = if case .amending(let statute, _) = act.content { statute } else { nil }
    for section in act.sections { check(section, statute) }
    checkTerms()
  }

  private mutating func check(_ section: SectionText, _ statute: Statute?) {
    let place = "\(section.provision) \(statute?.act.title ?? act.title)"
    func finding(_ code: Finding.Code, _ facts: [String: Fact]) -> Finding {
      Finding(code, place: place, facts, section.place)
    }
    if section.comment == nil { findings.append(finding(.commentMissing, [:])) }
    for note in section.notes { findings.append(finding(.note, ["note": .text(note.text)])) }
    let current = statute?.current(section.provision)
    let compared = ComparedSection(section, current: current)
    for paragraph in compared.paragraphs where paragraph.status == .added || paragraph.status == .changed {
      // What the wording in force says already is not the draft's fault.
      let standing = faults(in: paragraph.lines.compactMap { $0.old?.text }, section, statute, finding)
      findings += faults(in: paragraph.lines.compactMap { $0.new?.text }, section, statute, finding)
        .filter { !standing.contains($0) }
    }
    for act in law.orderedActs {
      guard let called = act.called, compared.addedWords.contains(called) else { continue }
      findings.append(
        finding(.nameOutdated, ["name": .text(called), "means": .text(law.meaning(of: act))]))
    }
    let added = Vocabulary.SearchedText(compared.addedWords)
    for avoided in law.vocabulary.avoided where avoided.form == nil || avoided.form == act.form {
      if let word = avoided.found(in: added) { findings.append(finding(avoided.code, avoided.facts(word))) }
    }
    for (limiting, limit) in law.limits where limit.form == nil || limit.form == act.form {
      guard limit.words.contains(where: added.contains) else { continue }
      findings.append(
        finding(
          limit.form == nil ? .constitution : .delegation,
          [
            "provision": .text("\(limit.provision) \(limiting.title)"), "says": .text(limit.says),
            "subject": .text(limit.subject),
          ]))
    }
    for number in ComparedSection(masking: section, current: current).addedWords.literalNumbers {
      let others = bill.numbers.others(than: number)
      findings.append(
        others.isEmpty
          ? finding(.numberLiteral, ["number": .text(number)])
          : finding(.numberDiffers, ["number": .text(number), "values": .text(others)]))
    }
  }

  private func faults(
    in lines: [String], _ section: SectionText, _ statute: Statute?,
    _ finding: (Finding.Code, [String: Fact]) -> Finding
  ) -> [Finding] {
    references.faults(in: lines.joined(separator: " "), of: section, statute: statute, act: act)
      .map(finding)
  }

  /// A term must be defined in the act or come with the act that defines it.
  private mutating func checkTerms() {
    let text = act.sections.flatMap { $0.passages.map(\.text) }.joined(separator: " ")
    let defined = act.definedTerms
    for (name, id) in law.vocabulary.terms where text.contains(name) && !defined.contains(name) {
      guard let defining = law.newActs[id] else { continue }
      guard !text.contains(defining.designation(in: bill.commencement.year)) else { continue }
      findings.append(
        Finding(
          .termUndefined, place: act.title, ["term": .text(name), "act": .text(defining.indefinite)]))
    }
  }
}

extension ComparedSection {
  /// The comparison of wordings in which every number that is a reference is masked.
  init(masking section: SectionText, current: CurrentSection?) {
    self.init(
      SectionText(
        provision: section.provision, headings: [], passages: section.masked, masked: [], comment: nil,
        notes: [], proposal: section.proposal, place: section.place), current: current)
  }

  /// The words that the draft brings.
  var addedWords: String {
    paragraphs.flatMap { $0.lines.flatMap { $0.runs.filter { $0.kind == .added }.map(\.text) } }
      .joined(separator: " ")
  }
}
