/// One step of an amending act.
enum Amendment: Sendable {
  case repeal(Provision)
  case removeHeading(before: Provision)
  case renumber(Provision, to: Provision)
  case replace(SectionText)
  case moveHeading(before: Provision, to: Provision)
  case insertChapter(SectionNumber, title: String)
  case insert(SectionText)

  /// The wording that the step brings.
  var section: SectionText? {
    switch self {
    case .replace(let section), .insert(let section): section
    default: nil
    }
  }

  /// Where the step stands among the others: in the order of the statute.
  var order: Provision {
    switch self {
    case .repeal(let place), .removeHeading(let place), .renumber(let place, _), .moveHeading(let place, _):
      place
    case .replace(let section), .insert(let section): section.provision
    case .insertChapter(let number, _): Provision(chapter: number, section: SectionNumber(0))
    }
  }
}

/// A section in the wording that a draft gives it.
public struct SectionText: Sendable {
  /// Where it stands.
  public internal(set) var provision: Provision
  /// The headings before it.
  public let headings: [Heading]
  /// The paragraphs.
  public let passages: [Passage]
  /// The paragraphs with every number that is a reference masked.
  let masked: [Passage]
  /// The commentary on it.
  public let comment: String?
  /// What the drafter doubts.
  let notes: [Note]
  /// The proposal that it comes from.
  public let proposal: String
  /// Where its draft stands.
  let place: SourceLine
}
