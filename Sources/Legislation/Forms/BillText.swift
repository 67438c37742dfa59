import Documents

extension BillDocument {
  /// The bill as plain text, changed provisions in two columns; differing words stand between underscores.
  public func text() -> String {
    var lines: [String] = []
    if !bill.acts.isEmpty, !bill.isAsProposed {
      lines += ["1 Förslag till riksdagsbeslut", ""]
      for sentence in bill.decision { lines += TextColumns.lines(sentence, width: TextColumns.page) }
      lines += ["", "", "2 Lagtext", "", "Regeringen har följande förslag till lagtext.", "", ""]
    }
    lines += acts(bill.acts, chapter: 2)
    if !bill.ordinances.isEmpty {
      lines += [bill.acts.isEmpty ? "Förslag till förordningar" : "3 Förslag till förordningar", "", ""]
      lines += acts(bill.ordinances, chapter: 3)
    }
    lines += commentary
    lines += ["Fynd", ""]
    if findings.isEmpty { lines.append("Inga.") }
    for stated in findings { lines += self.lines(of: stated) }
    return lines.map { $0.replacing(/[ ]+$/, with: "") }.joined(separator: "\n") + "\n"
  }

  private func acts(_ acts: [DraftAct], chapter: Int) -> [String] {
    acts.enumerated().flatMap { index, act in
      ["\(chapter).\(index + 1) Förslag till \(act.title)", ""].flatMap {
        TextColumns.lines($0, width: TextColumns.page, indent: 0).isEmpty
          ? [""] : TextColumns.lines($0, width: TextColumns.page)
      } + lines(of: act) + ["", ""]
    }
  }

  private func lines(of act: DraftAct) -> [String] {
    var page = TextPage()
    let ingress = act.ingress
    page.full(ingress.opening)
    for (index, clause) in ingress.clauses.enumerated() {
      page.full("dels \(clause)" + (index + 1 < ingress.clauses.count ? "," : "."))
    }
    page.gap()
    switch act.content {
    case .amending(let statute, let amendments):
      if amendments.contains(where: { $0.section != nil }) { page.columnHeads() }
      var chapter: SectionNumber?
      for amendment in amendments {
        if case .insertChapter(let number, let title) = amendment {
          page.centred("\(number) kap. \(title)")
          chapter = number
        }
        guard let section = amendment.section else { continue }
        if section.provision.chapter != chapter, let number = section.provision.chapter {
          page.centred("\(number) kap.")
          page.gap()
          chapter = number
        }
        let old = statute.chapter(section.provision.chapter)?.headings[section.provision.section] ?? []
        page.compared(
          ComparedSection(section, current: statute.current(section.provision), oldHeadings: old))
      }
    case .new(_, let sections):
      for section in sections { page.section(section) }
    case .quoting(let source):
      if source.isWording { page.columnHeads() }
      if let provision = source.provision { page.centred("\(provision)") }
      for passage in source.passages {
        if source.isWording { page.right(passage) } else { page.full("”\(passage.text)”") }
        page.gap()
      }
    case .repealing: break
    }
    page.inForce(act.inForce)
    return page.lines
  }

  private var commentary: [String] {
    let commented = bill.all.filter { $0.sections.contains { $0.comment != nil } }
    guard !commented.isEmpty else { return [] }
    var lines = ["Författningskommentar", ""]
    for act in commented {
      lines += TextColumns.lines("Förslaget till \(act.title)", width: TextColumns.page) + [""]
      for section in act.sections {
        guard let comment = section.comment else { continue }
        lines += [section.provision.description]
        lines += TextColumns.lines(comment, width: TextColumns.page) + [""]
      }
    }
    return lines
  }

  private func lines(of stated: Stated) -> [String] {
    let finding = stated.finding
    let severity =
      ["error": "Fel", "warning": "Varning", "note": "Anmärkning"][finding.severity.rawValue] ?? ""
    let place = finding.isInSource ? "källan, \(finding.subject)" : finding.subject
    return TextColumns.lines(
      "\(severity) \(finding.code.rawValue) (\(place)): \(stated.sentence)", width: TextColumns.page)
      + [""]
  }
}

/// A page of plain text as it grows.
private struct TextPage {
  var lines: [String] = []
  private var footnotes: [String] = []

  mutating func gap() { if lines.last != "" { lines.append("") } }

  mutating func full(_ text: String, label: String? = nil) {
    lines += TextColumns.lines(text, width: TextColumns.page, label: label)
  }

  mutating func centred(_ text: String) { lines.append(TextColumns.centred(text)) }

  mutating func columnHeads() {
    lines += TextColumns.beside(["Nuvarande lydelse"], ["Föreslagen lydelse"])
    gap()
  }

  /// A section of a new act, in one column with its number in the text.
  mutating func section(_ section: SectionText) {
    for heading in section.headings { full(heading.text) }
    gap()
    for (index, passage) in section.passages.enumerated() {
      for (place, line) in passage.lines.enumerated() {
        let number = index == 0 && place == 0 ? "\(section.provision.section) § " : ""
        full(number + line.plain, label: line.label)
      }
      gap()
    }
  }

  mutating func right(_ passage: Passage) {
    for line in passage.lines {
      let right = TextColumns.lines(line.plain, width: TextColumns.column, label: line.label)
      lines += TextColumns.beside([], right)
    }
  }

  mutating func compared(_ section: ComparedSection) {
    for heading in section.oldHeadings {
      lines += TextColumns.beside(
        TextColumns.lines(heading, width: TextColumns.column), [])
    }
    for heading in section.headings {
      lines += TextColumns.beside([], TextColumns.lines(heading.text, width: TextColumns.column))
    }
    if !section.headings.isEmpty { gap() }
    if let latest = section.latest { footnotes.append("Senaste lydelse \(latest).") }
    centred("\(section.provision.section) §" + (section.latest == nil ? "" : " (\(footnotes.count))"))
    gap()
    for paragraph in section.paragraphs {
      switch paragraph.status {
      case .same: for line in paragraph.lines { full(line.new?.plain ?? "", label: line.new?.label) }
      case .added, .changed, .removed:
        let marks = paragraph.status == .changed
        var left: [String] = []
        var right: [String] = []
        for line in paragraph.lines {
          let before = line.side(of: .removed, line.old, marks)
          let after = line.side(of: .added, line.new, marks)
          left += before
          right += after
          // The points of both columns keep level.
          while marks && left.count < right.count { left.append("") }
          while marks && right.count < left.count { right.append("") }
        }
        lines += TextColumns.beside(left, right)
      }
      gap()
    }
  }

  mutating func inForce(_ passages: [Passage]) {
    guard !passages.isEmpty else { return }
    gap()
    centred("–––––––––")
    gap()
    for (index, passage) in passages.enumerated() {
      full(passage.text, label: passages.count > 1 ? "\(index + 1)." : nil)
    }
    if !footnotes.isEmpty { gap() }
    for (index, footnote) in footnotes.enumerated() { full(footnote, label: "(\(index + 1))") }
  }
}

extension Line {
  /// The line with a defined term before its meaning, and a row of dashes for wording that is not at hand.
  fileprivate var plain: String {
    switch marker {
    case .term(let term): "\(term): \(text)"
    case .omitted: "– – – – – – – – – –"
    case .opening, .point, .dash: text
    }
  }
}

extension ComparedLine {
  /// The lines of one column, with the words that stand in it alone between underscores.
  fileprivate func side(of kind: Run.Kind, _ line: Line?, _ marks: Bool) -> [String] {
    guard let line else { return [] }
    if line.marker == .omitted { return [line.plain] }
    let text = runs.compactMap { run -> String? in
      guard run.kind == kind else { return run.kind == .same ? run.text : nil }
      return marks ? "_\(run.text)_" : run.text
    }.joined(separator: " ")
    let term = if case .term(let term) = line.marker { "\(term): " } else { "" }
    return TextColumns.lines(term + text, width: TextColumns.column, label: line.label)
  }
}
