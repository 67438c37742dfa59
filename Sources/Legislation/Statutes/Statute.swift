public import Identity

/// A statute that drafts change: what numbers and headings are taken, and the wording that they change.
public struct Statute: Sendable {
  /// What is known of it as an act.
  public let act: CitedAct
  /// The day it was issued.
  public let enacted: LocalDate
  /// Where the wordings come from, and how late.
  public let source: String
  /// The act that printed it anew, or nothing.
  let reprinted: String?
  /// The latest act that is known to have changed it.
  public let readTo: String?
  /// What a drafter should check.
  let notes: [Note]
  /// The chapters that the law data holds.
  public let chapters: [Chapter]
  /// The number of its last chapter, or nothing where that is not known.
  let lastChapter: Int?
  /// What the constitution forbids, in the statute that says so.
  let limits: [Limit]
  /// Where it stands.
  public let place: SourceLine

  /// The chapter of a number, or the only one of a statute without chapters.
  func chapter(_ number: SectionNumber?) -> Chapter? {
    chapters.first { $0.number == number }
  }

  /// Whether a section is taken; nothing when the law data does not know.
  func isTaken(_ provision: Provision) -> Bool? {
    guard let chapter = chapter(provision.chapter) else {
      guard let lastChapter, let number = provision.chapter?.number else { return nil }
      return number > lastChapter ? false : nil
    }
    if chapter.taken.contains(where: { $0.contains(provision.section) && chapter.holds(provision.section) }) {
      return true
    }
    return chapter.isPartial ? nil : false
  }

  /// The wording of a section, where the law data holds it.
  func current(_ provision: Provision) -> CurrentSection? {
    chapter(provision.chapter)?.sections[provision.section]
  }
}

/// A doubt that a drafter has noted.
public struct Note: Sendable {
  /// What is doubtful.
  public let text: String
  /// Where it is noted.
  public let place: SourceLine
  /// When it holds, or nothing when it always does.
  let condition: Condition?
}

/// A chapter of a statute, or the whole of one without chapters.
public struct Chapter: Sendable {
  /// The number, or nothing in a statute without chapters.
  public let number: SectionNumber?
  /// The heading of the chapter.
  public let title: String?
  /// The sections that stand there.
  let taken: [SectionRange]
  /// Whether more sections stand there than are listed.
  let isPartial: Bool
  /// Headings by the section that they stand before.
  let headings: [SectionNumber: [String]]
  /// What must change as well when a section is inserted.
  let consequences: [Consequence]
  /// Runs of sections on one subject.
  let groups: [SectionGroup]
  /// The wordings that drafts change.
  let sections: [SectionNumber: CurrentSection]
  /// What a drafter who touches the chapter should check.
  let notes: [Note]

  /// Whether a number within a listed range is itself listed: `1–9` does not hold `2 a`.
  func holds(_ number: SectionNumber) -> Bool {
    taken.contains { $0.numbers.contains(number) }
  }

  /// The numbers that are taken, in order.
  var numbers: [SectionNumber] { taken.flatMap(\.numbers).sorted() }
}

/// The wording of a section as it stands.
public struct CurrentSection: Sendable {
  /// The paragraphs.
  let passages: [Passage]
  /// The act that gave it its latest wording, or nothing where it has never changed or is not known.
  let latest: String?
  /// An act that gives it another wording later.
  let later: String?
  /// What a drafter should check.
  let notes: [Note]
}

/// What must change as well when a section is inserted into a chapter.
struct Consequence: Sendable {
  /// What the other provision must mention of the new sections.
  enum Naming: String {
    /// Their heading.
    case heading
    /// Their numbers.
    case numbers
  }

  /// The statute that must change.
  let statute: String
  let provision: Provision
  let naming: Naming?
  /// The numbers of new sections that it concerns, or nothing when it concerns all.
  let sections: SectionRange?
  /// What the provision does, which is why it must change.
  let because: String
}

/// A run of sections on one subject.
struct SectionGroup: Sendable {
  let range: SectionRange
  let subject: String
}

/// Something that the constitution keeps from an act or an ordinance.
struct Limit: Sendable {
  let subject: String
  /// The form that may not, or nothing when neither may.
  let form: CitedAct.Form?
  let provision: String
  /// Words that betray the subject.
  let words: [String]
  let says: String
}
