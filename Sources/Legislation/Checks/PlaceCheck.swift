import Register

/// Whether the sections of a draft stand where they can, and whether what lists them is changed as well.
struct PlaceCheck {
  private let bill: Bill
  private let law: Law
  private(set) var findings: [Finding] = []

  init(_ act: DraftAct, of bill: Bill, law: Law) {
    self.bill = bill
    self.law = law
    switch act.content {
    case .amending(let statute, let amendments):
      checkPlaces(statute, amendments, vacated: act.vacated)
      checkConsequences(statute, amendments)
      let touched = Set(act.sections.map(\.provision.chapter))
      for note in statute.notes {
        findings.append(Finding(.note, place: statute.act.title, ["note": .text(note.text)], note.place))
      }
      for chapter in statute.chapters where touched.contains(chapter.number) {
        let place = (chapter.number.map { "\($0) kap. " } ?? "") + statute.act.title
        for note in chapter.notes {
          findings.append(Finding(.note, place: place, ["note": .text(note.text)], note.place))
        }
      }
    case .new(let name, let sections):
      for (index, section) in sections.enumerated()
      where section.provision.section != SectionNumber(index + 1) {
        findings.append(
          Finding(
            .sectionGap, place: name.indefinite, ["provision": .text(section.provision.description)],
            section.place))
      }
    case .repealing, .quoting: break
    }
  }

  private mutating func checkPlaces(
    _ statute: Statute, _ amendments: [Amendment], vacated: Set<Provision>
  ) {
    var claimed = Set(
      amendments.compactMap { if case .renumber(_, let new) = $0 { new } else { nil } })
    for amendment in amendments {
      switch amendment {
      case .replace(let section):
        let place = "\(section.provision) \(statute.act.title)"
        guard let current = statute.current(section.provision) else {
          findings.append(Finding(.sectionTaken, place: place, [:], section.place))
          continue
        }
        if let later = current.later {
          findings.append(Finding(.futureWording, place: place, ["act": .text(later)], section.place))
        }
        if current.passages.contains(where: { $0.lines.contains { $0.marker == .omitted } }) {
          findings.append(Finding(.wordingIncomplete, place: place, [:], section.place))
        }
        for note in current.notes {
          findings.append(Finding(.note, place: place, ["note": .text(note.text)], note.place))
        }
      case .insert(let section):
        checkNumber(of: section, in: statute, claimed)
        claimed.insert(section.provision)
      case .repeal(let place): checkStands(place, in: statute)
      case .renumber(let old, let new):
        checkStands(old, in: statute)
        if statute.isTaken(new) == true, !vacated.contains(new) {
          findings.append(Finding(.sectionTaken, place: "\(new) \(statute.act.title)", [:]))
        }
      case .removeHeading, .moveHeading, .insertChapter: break
      }
    }
  }

  /// A section that is to go must be there.
  private mutating func checkStands(_ place: Provision, in statute: Statute) {
    guard statute.isTaken(place) == false else { return }
    let place = "\(place) \(statute.act.title)"
    findings.append(Finding(.referenceNowhere, place: place, ["provision": .text(place)]))
  }

  private mutating func checkNumber(of section: SectionText, in statute: Statute, _ claimed: Set<Provision>) {
    let provision = section.provision
    let place = "\(provision) \(statute.act.title)"
    guard let chapter = statute.chapter(provision.chapter), !chapter.isPartial else {
      findings.append(Finding(.sectionUncertain, place: place, [:], section.place))
      return
    }
    let number = provision.section
    let before: SectionNumber? =
      switch number.letter {
      case nil: number.number > 1 ? SectionNumber(number.number - 1) : nil
      case UInt8(ascii: "a"): SectionNumber(number.number)
      case let letter?: SectionNumber(number.number, letter: letter - 1)
      }
    guard let before else { return }
    let isThere =
      chapter.holds(before) || claimed.contains(Provision(chapter: provision.chapter, section: before))
    if !isThere {
      findings.append(Finding(.sectionGap, place: place, ["provision": .text(place)], section.place))
    }
  }

  private mutating func checkConsequences(_ statute: Statute, _ amendments: [Amendment]) {
    for chapter in statute.chapters {
      let inserted: [SectionText] = amendments.compactMap {
        if case .insert(let section) = $0, section.provision.chapter == chapter.number {
          section
        } else {
          nil
        }
      }
      for consequence in chapter.consequences {
        let concerned = inserted.filter { section in
          consequence.sections.map { $0.contains(section.provision.section) } ?? true
        }
        guard let first = concerned.first, !isMet(consequence, by: concerned) else { continue }
        findings.append(
          Finding(
            .consequenceMissing, place: "\(first.provision) \(statute.act.title)", consequence.facts(law),
            first.place))
      }
    }
  }

  private func isMet(_ consequence: Consequence, by inserted: [SectionText]) -> Bool {
    guard
      let changed = bill.amending(consequence.statute)?.sections.first(where: {
        $0.provision == consequence.provision
      })
    else { return false }
    let text = changed.passages.map(\.text).joined(separator: " ")
    switch consequence.naming {
    case nil: return true
    case .heading:
      let headings = inserted.flatMap(\.headings).filter { $0.level == 1 }
      return headings.allSatisfy { text.contains($0.text.prefix(1).lowercased() + $0.text.dropFirst()) }
    case .numbers:
      let citations = ProvisionList.listed(in: text)
      return inserted.allSatisfy { section in
        citations.contains { citation in
          (citation.chapter ?? consequence.provision.chapter) == section.provision.chapter
            && citation.ranges.contains { $0.contains(section.provision.section) }
        }
      }
    }
  }
}
