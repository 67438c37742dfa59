public import Register

/// The table of letters with their texts and words, as the law data hold them.
public struct LetterBook: Sendable {
  /// How many letters the table has.
  static let count = 26

  /// The letters in the order of the table.
  public let kinds: [LetterKind]
  let texts: [String: LetterText]
  let words: [String: LetterWords]
  let waiting: [OutcomeReason: (missing: LetterWords, whom: LetterWords)]
  /// Whether the letters rest on an act that is only proposed, which each of them must say.
  public let isBill: Bool

  /// A letter by its number in the table.
  public subscript(number: Int) -> LetterKind? { kinds.first { $0.number == number } }

  /// A text by its name in the table.
  public func text(_ name: String) -> LetterText? { texts[name] }

  /// Words by their name, filled with the facts of a case.
  public func say(_ name: Words, _ facts: LetterFacts = LetterFacts()) -> String {
    words[name.rawValue]?.filled(with: facts) ?? name.rawValue
  }

  /// Why an outcome is as it is, in words for the member; nothing for what is never told in a letter.
  public func why(_ reason: OutcomeReason, _ facts: LetterFacts) -> String? {
    words["why.\(reason.rawValue)"]?.filled(with: facts)
  }

  /// What is missing and from whom, while a case waits for a reason.
  public func waiting(for reason: OutcomeReason, _ facts: LetterFacts) -> (missing: String, whom: String)? {
    waiting[reason].map { ($0.missing.filled(with: facts), $0.whom.filled(with: facts)) }
  }

  /// The words that letters are made of beside those of each letter and its text.
  public enum Words: String, CaseIterable, Sendable {
    case bill, subject, estate, mediated, kind, stated
    case subjectRing = "subject.ring"
    case labelDecision = "label.decision"
    case labelAnswerBy = "label.answer-by"
    case labelPerson = "label.person"
    case labelRing = "label.ring"
    case labelWindow = "label.window"
    case labelAttendance = "label.attendance"
    case labelShare = "label.share"
    case labelNeeded = "label.needed"
    case labelAmount = "label.amount"
    case labelRules = "label.rules"
    case labelAbout = "label.about"
    case headingWhy = "heading.why"
    case headingWhatToDo = "heading.what-to-do"
    case headingFacts = "heading.facts"
    case headingOccasions = "heading.occasions"
    case headingNext = "heading.next"
    case headingDecided = "heading.decided"
    case headingAnswer = "heading.answer"
    case headingMissing = "heading.missing"
    case headingReasons = "heading.reasons"
    case headingCode = "heading.code"
    case outcomeGranted = "outcome.granted"
    case outcomeRefused = "outcome.refused"
    case outcomeLifted = "outcome.lifted"
    case whyGranted = "why.granted"
    case whyBirthDate = "why.birth-date"
    case shortOne = "short.one"
    case shortMany = "short.many"
    case doAttendance = "do.attendance"
    case doAttendanceUnlisted = "do.attendance-unlisted"
    case doTraining = "do.training"
    case doRing = "do.ring"
    case doIdentity = "do.identity"
    case doBirthDate = "do.birth-date"
    case doFacts = "do.facts"
    case doAnswer = "do.answer"
    case doReview = "do.review"
    case doNothing = "do.nothing"
    case occasionsChanged = "occasions.changed"
    case occasionsListed = "occasions.listed"
    case occasionsNone = "occasions.none"
    case columnDay = "occasions.column.day"
    case columnKind = "occasions.column.kind"
    case columnPresence = "occasions.column.presence"
    case proposeDetriment = "propose.detriment"
    case proposeLateDetriment = "propose.late-detriment"
    case reviewAdvantage = "review.advantage"
    case reviewNeutral = "review.neutral"
    case reviewDetriment = "review.detriment"
    case reviewLateDetriment = "review.late-detriment"
    case missingIdentity = "missing.identity"
    case missingBirthDate = "missing.birth-date"
    case missingBoth = "missing.both"
    case decidedAutomated = "decided.automated"
    case decidedOfficer = "decided.officer"
    case decidedUnnamed = "decided.unnamed"
    case decidedOn = "decided.on"
    case decidedProvisions = "decided.provisions"
    case answerHow = "answer.how"
    case answerLine = "answer.line"
    case answerSignature = "answer.signature"
    case completeHow = "complete.how"
    case completeOtherwise = "complete.otherwise"
    case registeredNext = "registered.next"
    case supervisedNext = "supervised.next"
    case codeHow = "code.how"
    case codeUntil = "code.until"
    case codeCare = "code.care"
  }
}
