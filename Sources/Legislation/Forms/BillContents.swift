/// The chapters of a bill's document, numbered in the order of a bill, with what stands in each.
struct BillContents {
  /// What a chapter holds.
  enum Kind: String, CaseIterable {
    case decision, acts, ordinances, unchanged, effects, commentary

    var title: String {
      switch self {
      case .decision: "Förslag till riksdagsbeslut"
      case .acts: "Lagtext"
      case .ordinances: "Förslag till förordningar"
      case .unchanged: "Förslag som inte kräver någon ändring"
      case .effects: "Konsekvenser"
      case .commentary: "Författningskommentar"
      }
    }
  }

  struct Chapter {
    let kind: Kind
    let number: Int
    /// The headings under it, in order.
    let entries: [String]

    /// The number of an entry, counted from 0.
    func number(of entry: Int) -> String { "\(number).\(entry + 1)" }

    /// The heading of an entry with its number.
    func heading(of entry: Int) -> String { "\(number(of: entry)) \(entries[entry])" }
  }

  let chapters: [Chapter]

  init(_ document: BillDocument) {
    var chapters: [Chapter] = []
    for kind in Kind.allCases {
      guard let entries = document.entries(of: kind) else { continue }
      chapters.append(Chapter(kind: kind, number: chapters.count + 1, entries: entries))
    }
    self.chapters = chapters
  }

  subscript(kind: Kind) -> Chapter? {
    chapters.first { $0.kind == kind }
  }
}

extension BillDocument {
  /// The headings under a chapter, or nothing when the document has no such chapter.
  fileprivate func entries(of kind: BillContents.Kind) -> [String]? {
    switch kind {
    case .decision: bill.acts.isEmpty || bill.isAsProposed ? nil : []
    case .acts: bill.acts.isEmpty ? nil : bill.acts.map { "Förslag till \($0.title)" }
    case .ordinances: bill.ordinances.isEmpty ? nil : bill.ordinances.map { "Förslag till \($0.title)" }
    case .unchanged: unchanged.isEmpty ? nil : []
    case .effects: effects.isEmpty ? nil : effects.map(\.title)
    case .commentary: commented.isEmpty ? nil : commented.map { "Förslaget till \($0.title)" }
    }
  }

  /// The proposals that need no change.
  var unchanged: [Proposal] { bill.isAsProposed ? [] : bill.proposals.filter(\.needsNoChange) }

  /// The acts whose provisions have a commentary.
  var commented: [DraftAct] { bill.all.filter { $0.sections.contains { $0.comment != nil } } }

  /// What the bill costs and means, each part with its heading.
  var effects: [(title: String, paragraphs: [String])] {
    let costs = costs.flatMap(\.sentences)
    return (costs.isEmpty ? [] : [("Kostnader", costs)])
      + bill.effects.map { ($0.subject.title, $0.paragraphs) }
  }
}
