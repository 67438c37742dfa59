public import Register

/// Something that a check found in a draft or in the source's proposal.
///
/// The wording stands in the message catalogue under the code.
public struct Finding: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, CaseIterable, Sendable {
    case error, warning, note
  }

  /// What was found.
  public let code: Code
  /// Whether it lies in the source's own proposal, which the drafts mend.
  public let isInSource: Bool
  /// The proposal or the provision that it is about.
  public let subject: String
  /// The values that it rests on.
  public let facts: [String: Fact]
  /// Where the data stands that it rests on.
  public let place: SourceLine?

  /// How much it matters.
  public var severity: Severity { code.severity }

  init(
    _ code: Code, inSource: Bool = false, place subject: String, _ facts: [String: Fact] = [:],
    _ place: SourceLine? = nil
  ) {
    self.code = code
    self.isInSource = inSource
    self.subject = subject
    self.facts = facts
    self.place = place
  }
}

extension Finding {
  /// What a check can find.
  public enum Code: String, CaseIterable, Sendable {
    /// The act does not apply any more.
    case actRepealed = "LAW_ACT_REPEALED"
    /// The act stands neither among the statutes nor in the catalogue.
    case actUnknown = "LAW_ACT_UNKNOWN"
    /// A name that is not, or no longer, an act's own.
    case nameOutdated = "LAW_NAME_OUTDATED"
    /// The act is cited by another title than its own.
    case titleDiffers = "LAW_TITLE_DIFFERS"
    /// The constitution keeps the subject from every form.
    case constitution = "LAW_CONSTITUTION"
    /// The constitution keeps the subject from an ordinance.
    case delegation = "LAW_DELEGATION"
    /// European law cannot be excepted from by a national act.
    case europeanLaw = "LAW_EUROPEAN"
    /// A provision elsewhere that lists, numbers or presupposes is not changed as well.
    case consequenceMissing = "LAW_CONSEQUENCE_MISSING"
    /// An act on the subject exists.
    case actExists = "LAW_ACT_EXISTS"
    /// A provision in force covers the subject.
    case alreadyCovered = "LAW_ALREADY_COVERED"
    /// No provision covers what is said to be covered.
    case claimUnfounded = "LAW_CLAIM_UNFOUNDED"
    /// The place belongs to another subject.
    case placeWrong = "LAW_PLACE_WRONG"
    /// Another act is about the subject.
    case statuteWrong = "LAW_STATUTE_WRONG"
    /// The act does not bind those it is meant for.
    case addressee = "LAW_ADDRESSEE"
    /// A provision has no commentary.
    case commentMissing = "LAW_COMMENT_MISSING"
    /// The term has another meaning in an act in force.
    case termTaken = "LAW_TERM_TAKEN"
    /// The term is defined in two acts of the bill.
    case termTwice = "LAW_TERM_TWICE"
    /// The term is used where no act that defines it is named.
    case termUndefined = "LAW_TERM_UNDEFINED"
    /// A word that a draft may not hold.
    case wordAvoided = "LAW_WORD_AVOIDED"
    /// A word that a draft may not hold and that nothing need replace.
    case wordStruck = "LAW_WORD_STRUCK"
    /// A number that is neither a parameter nor given with its source.
    case numberLiteral = "LAW_NUMBER_LITERAL"
    /// A number that no parameter of its unit has.
    case numberDiffers = "LAW_NUMBER_DIFFERS"
    /// The section is taken and its wording is not at hand.
    case sectionTaken = "LAW_SECTION_TAKEN"
    /// The number is not the next free one.
    case sectionGap = "LAW_SECTION_GAP"
    /// Whether the number is free is not known.
    case sectionUncertain = "LAW_SECTION_UNCERTAIN"
    /// Another draft claims the number, so the next one is given.
    case numberShifted = "LAW_NUMBER_SHIFTED"
    /// Two drafts change the same section and no common wording is given.
    case draftConflict = "LAW_DRAFT_CONFLICT"
    /// A reference leads to nothing.
    case referenceNowhere = "LAW_REFERENCE_NOWHERE"
    /// The section is to have another wording by an act already decided.
    case futureWording = "LAW_FUTURE_WORDING"
    /// A part of the current wording is not at hand.
    case wordingIncomplete = "LAW_WORDING_INCOMPLETE"
    /// The source describes and gives no wording.
    case wordingMissing = "LAW_WORDING_MISSING"
    /// The source does not say where the provision shall stand.
    case placeMissing = "LAW_PLACE_MISSING"
    /// Too little time to decide before the commencement.
    case commencementTooEarly = "COMMENCEMENT_TOO_EARLY"
    /// A doubt that the drafter has noted.
    case note = "LAW_NOTE"

    /// How much it matters.
    var severity: Severity {
      switch self {
      case .actRepealed, .constitution, .delegation, .europeanLaw, .consequenceMissing, .placeWrong,
        .statuteWrong, .termTaken, .termTwice, .wordAvoided, .wordStruck, .sectionTaken, .draftConflict,
        .numberDiffers,
        .referenceNowhere, .claimUnfounded, .addressee, .nameOutdated, .titleDiffers:
        .error
      case .actUnknown, .actExists, .alreadyCovered, .commentMissing, .termUndefined, .numberLiteral,
        .sectionGap, .futureWording, .commencementTooEarly:
        .warning
      case .sectionUncertain, .numberShifted, .wordingIncomplete, .wordingMissing, .placeMissing, .note:
        .note
      }
    }
  }
}
