import Documents

extension BillDocument {
  /// The bill as plain text, changed provisions in two columns; differing words stand between underscores.
  public func text() -> String {
    let contents = BillContents(self)
    var lines = bill.all.count > 1 ? self.lines(of: contents) : []
    for chapter in contents.chapters {
      lines += ["\(chapter.number) \(chapter.kind.title)", ""] + self.lines(in: chapter)
    }
    lines += ["Fynd", ""]
    if findings.isEmpty { lines.append("Inga.") }
    for stated in findings { lines += self.lines(of: stated) }
    return TextColumns.page(of: lines)
  }

  private func lines(of contents: BillContents) -> [String] {
    var lines = ["Innehållsförteckning", ""]
    for chapter in contents.chapters {
      lines.append("\(chapter.number) \(chapter.kind.title)")
      for index in chapter.entries.indices {
        lines += TextColumns.lines(chapter.heading(of: index), width: TextColumns.page - 3).map { "   " + $0 }
      }
    }
    return lines + ["Fynd", "", ""]
  }

  private func lines(in chapter: BillContents.Chapter) -> [String] {
    switch chapter.kind {
    case .decision: bill.decision.flatMap(paragraph) + ["", ""]
    case .acts:
      (bill.isAsProposed ? [] : ["Regeringen har följande förslag till lagtext.", "", ""])
        + acts(bill.acts, in: chapter)
    case .ordinances: acts(bill.ordinances, in: chapter)
    case .unchanged: unchanged.flatMap { paragraph("\($0.id). \($0.answer)") + [""] } + [""]
    case .effects:
      zip(effects.indices, effects).flatMap { index, effect in
        [chapter.heading(of: index), ""] + effect.paragraphs.flatMap { paragraph($0) + [""] }
      } + [""]
    case .commentary:
      zip(commented.indices, commented).flatMap { index, act in
        paragraph(chapter.heading(of: index)) + [""] + commentary(on: act)
      } + [""]
    }
  }

  private func paragraph(_ text: String) -> [String] { TextColumns.lines(text, width: TextColumns.page) }

  private func acts(_ acts: [DraftAct], in chapter: BillContents.Chapter) -> [String] {
    zip(acts.indices, acts).flatMap { index, act in
      paragraph(chapter.heading(of: index)) + [""] + lines(of: act) + ["", ""]
    }
  }

  /// The commentary on an act, provision by provision.
  func commentary(on act: DraftAct) -> [String] {
    act.sections.flatMap { section in
      section.comment.map { [section.provision.description] + paragraph($0) + [""] } ?? []
    }
  }

  /// An act from its opening to its footnotes, on a page of its own.
  func lines(of act: DraftAct) -> [String] {
    var page = TextPage()
    let ingress = act.ingress
    page.full(page.noting(act, in: ingress.opening))
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

  /// The opening of an act with the mark of the footnote that says when the statute was printed anew.
  mutating func noting(_ act: DraftAct, in opening: String) -> String {
    guard let title = act.amended?.act.title, let note = act.reprinting else { return opening }
    footnotes.append(note)
    return opening.replacing(title, with: "\(title) (\(footnotes.count))", maxReplacements: 1)
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
    let text = runs.filter { $0.kind == kind || $0.kind == .same }.joined { run in
      marks && run.kind == kind ? "_\(run.text)_" : run.text
    }
    let term = if case .term(let term) = line.marker { "\(term): " } else { "" }
    return TextColumns.lines(term + text, width: TextColumns.column, label: line.label)
  }
}
