/// The touched provisions of a statute as they would read when its amending act applies.
public struct Consolidation: Sendable {
  /// A section with where its wording comes from.
  public struct Section: Sendable {
    /// What has made it read as it does.
    public enum Origin: Hashable, Sendable {
      /// The act that gave its latest wording, or nothing for the original one.
      case current(String?)
      /// A draft that words it.
      case draft(String)
      /// A draft that gives it another number, which it had before.
      case renumbered(String)
    }

    /// Where it stands.
    public let provision: Provision
    /// The headings before it.
    public var headings: [Heading]
    /// The paragraphs.
    public let passages: [Passage]
    /// Where the wording comes from.
    public let origin: Origin
  }

  /// The statute.
  public let statute: Statute
  /// The sections in order.
  public let sections: [Section]
  /// The sections that the act repeals.
  public let repealed: [Provision]

  /// The sections of the statute that the law data words, as they stand.
  public init(_ statute: Statute) {
    self.statute = statute
    self.sections = statute.currentSections.sorted { $0.provision < $1.provision }
    self.repealed = []
  }

  /// Carries out the ingress of an act as it reads, with the wordings that stand under it.
  ///
  /// Nothing but the words of the ingress decides what is done, so that an act whose ingress is wrong gives something
  /// else than was meant. Nothing when the ingress cannot be carried out: it is not written as one, it orders a wording
  /// that the act does not hold, changes what does not stand or inserts what does.
  init?(_ statute: Statute, ingress: String, wordings: [SectionText]) {
    guard let instructions = Instruction.read(ingress, statute: statute.act.title) else { return nil }
    var sections = Dictionary(statute.currentSections.map { ($0.provision, $0) }) { first, _ in first }
    var repealed: [Provision] = []
    let words = Dictionary(wordings.map { ($0.provision, $0) }) { first, _ in first }
    func worded(_ place: Provision, headed: Bool) -> Section? {
      guard let text = words[place], headed == !text.headings.isEmpty else { return nil }
      return Section(
        provision: place, headings: text.headings, passages: text.passages, origin: .draft(text.proposal))
    }
    for instruction in instructions {
      switch instruction {
      case .repeal(let places):
        repealed += places
        for place in places { sections[place] = nil }
      case .removeHeadings(let places):
        for place in places { sections[place]?.headings = [] }
      case .renumber(let old, let new):
        guard statute.isTaken(old) != false else { return nil }
        if let section = sections.removeValue(forKey: old) {
          sections[new] = Section(
            provision: new, headings: section.headings, passages: section.passages,
            origin: .renumbered(old.description))
        }
      case .moveHeading(let old, let new):
        let headings = sections[old]?.headings ?? statute.headings(before: old)
        sections[new]?.headings = headings
        sections[old]?.headings = []
      case .replace(let places, let headings):
        for place in places {
          guard let current = sections[place] else { return nil }
          let inserts = instructions.contains {
            if case .insert(_, let heads) = $0 { heads.contains(place) } else { false }
          }
          guard var section = worded(place, headed: headings.contains(place) || inserts) else { return nil }
          if section.headings.isEmpty { section.headings = current.headings }
          sections[place] = section
        }
      case .insertChapters(let numbers):
        for text in wordings where text.provision.chapter.map(numbers.contains) == true {
          sections[text.provision] = worded(text.provision, headed: !text.headings.isEmpty)
        }
      case .insert(let places, let headings):
        for place in places {
          guard sections[place] == nil, let section = worded(place, headed: headings.contains(place))
          else { return nil }
          sections[place] = section
        }
      }
    }
    self.statute = statute
    self.sections = sections.values.sorted { $0.provision < $1.provision }
    self.repealed = repealed
  }
}

extension Consolidation {
  /// The statute as a bill leaves it, or nothing when the bill's own ingress does not lead there.
  public init?(_ statute: Statute, with bill: Bill) {
    guard let act = bill.amending(statute.act.sfs) else {
      self.init(statute)
      return
    }
    self.init(statute, ingress: act.ingress.text, wordings: act.sections)
  }
}

extension Statute {
  /// The headings before a section, whose wording the law data need not hold.
  fileprivate func headings(before place: Provision) -> [Heading] {
    (chapter(place.chapter)?.headings[place.section] ?? []).map { Heading(text: $0, level: 1) }
  }

  fileprivate var currentSections: [Consolidation.Section] {
    chapters.flatMap { chapter in
      chapter.sections.map { number, section in
        Consolidation.Section(
          provision: Provision(chapter: chapter.number, section: number),
          headings: headings(before: Provision(chapter: chapter.number, section: number)),
          passages: section.passages, origin: .current(section.latest))
      }
    }
  }
}
