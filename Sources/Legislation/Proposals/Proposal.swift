/// One of the source's proposals, word for word, and the drafts that answer it.
public struct Proposal: Sendable {
  /// The identifier, such as `TR-R1`.
  public let id: String
  /// The area, such as `trygghetsringar`.
  public let area: Area
  /// The line of the source.
  public let line: Int
  /// The source's words, unchanged.
  public let verbatim: String
  /// What the source asks, in a sentence.
  public let asks: String
  /// What the law says about it today.
  public let lawToday: String
  /// How the drafts answer it, or why no change is needed.
  public let answer: String
  /// What a motion asks of the government.
  let request: String
  /// What the drafts mean for those whom they concern.
  let effects: [Effect]
  /// What the source itself would write.
  let asProposed: SourceDraft
  /// The acts that answer it.
  let drafts: [Draft]
  /// Where it stands.
  public let place: SourceLine

  /// Whether the answer is that nothing needs to change.
  public var needsNoChange: Bool { drafts.isEmpty }
}

/// What the drafts of a proposal mean for someone.
struct Effect: Sendable {
  /// Whom or what it concerns, in the order of a bill's part on consequences.
  enum Subject: String, CaseIterable, Sendable {
    case individuals = "enskilda"
    case municipalities = "kommuner"
    case authorities = "myndigheter"
    case privacy = "integritet"
    case children = "barn"
    case equality = "likabehandling"
    case europe = "eu"
  }

  let subject: Subject
  /// What it is, whose numbers are references.
  let pieces: [Piece]
}

/// The areas of the reform, in the order of the source.
public enum Area: String, CaseIterable, Sendable {
  case rings = "trygghetsringar"
  case mediators = "samhallsmedlare"
  case budgets = "trygghetsbudgetar"
  case justice = "reparativ-rattvisa"
  case centres = "trygghetscenter"
}

/// What the source proposes, as far as a program can read it.
struct SourceDraft: Sendable {
  /// The statute that it names, or nothing when it proposes a new one.
  let statute: String?
  /// The name of the new act that it proposes.
  let newAct: String?
  let form: CitedAct.Form?
  /// The chapter where it would have to stand.
  let chapter: SectionNumber?
  /// The heading that its provision would have.
  let heading: String?
  /// The subjects that it would rule on.
  let about: [String]
  /// A subject that the constitution or the order of the statute keeps apart.
  let subject: String?
  /// Why it has that subject.
  let because: String?
  /// Whom it would bind.
  let binds: String?
  /// The European act that it would except from.
  let exempts: String?
  /// A subject that it says the law covers already.
  let claims: String?
  /// The provision that comes nearest.
  let nearest: String?
  /// Its ready wording.
  let section: SourceSection?
  let place: SourceLine
}

/// The ready wording of the source.
struct SourceSection: Sendable {
  /// Where the source places it, or nothing when it does not say.
  let provision: Provision?
  let passages: [Passage]
}

/// An act or ordinance that a proposal leads to.
enum Draft: Sendable {
  case amending(statute: String, DraftBody)
  case new(NewActName, DraftBody)
  case repealing(statute: String, SourceLine)

  var body: DraftBody? {
    switch self {
    case .amending(_, let body), .new(_, let body): body
    case .repealing: nil
    }
  }
}

/// A new act by its name, without the year that its commencement gives.
struct NewActName: Hashable, Sendable {
  let id: String
  let form: CitedAct.Form
  /// What follows the number: `om registrering av trygghetsringar`.
  let title: String

  /// The designation in the definite form, with the number still open.
  func designation(in year: Int) -> String {
    "\(form == .act ? "lagen" : "förordningen") (\(year):000) \(title)"
  }

  /// The title of the act itself.
  var indefinite: String { "\(form == .act ? "lag" : "förordning") \(title)" }
}

/// The provisions of a draft.
struct DraftBody: Sendable {
  let sections: [DraftSection]
  let steps: [DraftStep]
  /// What stands under the line after the sentence on commencement.
  let inForce: [DraftPassage]
  let notes: [Note]
  let place: SourceLine
}

/// A step that says what to do instead of how it shall read.
enum DraftStep: Sendable {
  case repeal(Provision)
  case renumber(Provision, to: Provision)
  case removeHeading(before: Provision)
  case moveHeading(before: Provision, to: Provision)
  case newChapter(SectionNumber, title: String)
}

/// A section in its edited wording.
struct DraftSection: Sendable {
  let provision: Provision
  let headings: [Heading]
  let passages: [DraftPassage]
  /// Another proposal with which this wording is the common one.
  let with: String?
  /// The commentary on it, whose numbers are references too.
  let comment: [Piece]?
  let notes: [Note]
  let place: SourceLine
}

/// A heading before a section.
public struct Heading: Hashable, Sendable {
  /// The words.
  public let text: String
  /// 1 for a main heading, 2 for one under it.
  public let level: Int
}
