/// A section as the two columns of a bill show it.
struct ComparedSection: Sendable {
  /// A paragraph of either wording.
  struct Paragraph: Sendable {
    enum Status: String, Sendable {
      case same, changed, added, removed
    }

    let status: Status
    let lines: [ComparedLine]
  }

  let provision: Provision
  let isNew: Bool
  /// The headings that the draft sets before it.
  let headings: [Heading]
  /// The heading that stands there and is replaced.
  let oldHeadings: [String]
  let paragraphs: [Paragraph]
  /// The act of its latest wording, for the footnote.
  let latest: String?

  init(_ section: SectionText, current: CurrentSection?, oldHeadings: [String] = []) {
    provision = section.provision
    isNew = current == nil
    headings = section.headings
    self.oldHeadings = section.headings.isEmpty || current == nil ? [] : oldHeadings
    latest = current?.latest
    paragraphs = ComparedSection.paragraphs(old: current?.passages ?? [], new: section.passages)
  }

  private static func paragraphs(old: [Passage], new: [Passage]) -> [Paragraph] {
    let likeness = Likeness(old: old.map(\.text), new: new.map(\.text))
    return Alignment.pairs(old.count, new.count, likeness: likeness.of)
      .map { pair in
        switch (pair.old.map { old[$0] }, pair.new.map { new[$0] }) {
        case (let old?, let new?) where old == new:
          Paragraph(status: .same, lines: ComparedLine.compare(old.lines, new.lines))
        case (let old?, let new?):
          Paragraph(status: .changed, lines: ComparedLine.compare(old.lines, new.lines))
        case (let old?, nil): Paragraph(status: .removed, lines: ComparedLine.compare(old.lines, []))
        case (nil, let new): Paragraph(status: .added, lines: ComparedLine.compare([], new?.lines ?? []))
        }
      }
  }
}

/// A line of a paragraph in both wordings.
struct ComparedLine: Sendable {
  /// The line as it stands, or nothing when it is new.
  let old: Line?
  /// The line as it would stand, or nothing when it goes.
  let new: Line?
  let runs: [Run]

  static func compare(_ old: [Line], _ new: [Line]) -> [ComparedLine] {
    let likeness = Likeness(old: old.map(\.text), new: new.map(\.text))
    return Alignment.pairs(old.count, new.count, likeness: likeness.of)
      .map { pair in
        let before = pair.old.map { old[$0] }
        let after = pair.new.map { new[$0] }
        return ComparedLine(
          old: before, new: after,
          runs: WordDifference.runs(old: before?.text ?? "", new: after?.text ?? ""))
      }
  }
}
