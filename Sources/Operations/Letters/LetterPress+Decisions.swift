import Documents
import Identity
import Legislation
import Register
import Store

// The letters 8 to 13, of the yearly decision.
extension LetterPress {
  /// The letter of a decision: communicated, decided, reviewed or with a slip put right.
  ///
  /// - Parameter named: Whether the officer's name stands in it; in the register it always does (33 § förvaltningslagen).
  func letter(of one: DecisionCase, numbered number: DocumentNumber, named: Bool) throws -> Letter {
    var facts = facts
    one.fill(&facts, in: catalogue)
    facts[.number] = number.description
    facts[.outcome] = book.say(one.isGranted ? .outcomeGranted : .outcomeRefused, facts)
    var (kind, letter) = try begin(
      one.letter, to: Letter.Recipient(one.person, on: today, book), facts)
    letter.subject = book.say(.subject, facts)
    if kind.number == 8 {
      communicate(one, kind, facts, &letter)
    } else {
      tell(one, kind, facts, named, &letter)
    }
    return letter
  }

  private func communicate(
    _ one: DecisionCase, _ kind: LetterKind, _ facts: LetterFacts, _ letter: inout Letter
  ) {
    if let last = one.answerBy { letter.references.append((book.say(.labelAnswerBy), last.description)) }
    letter.sections.append(section("K", .lead, facts, under: letter.title))
    if let proposal = proposal(one, facts) { letter.sections.append(proposal) }
    letter.sections.append(why(one, facts))
    let steps = whatToCheck(one) + [book.say(.doAnswer, facts), book.say(.doNothing)]
    letter.sections.append(.init(.note, book.say(.headingWhatToDo), [.items(steps)]))
    letter.sections += grounds(of: one, facts)
    letter.sections.append(
      .init(
        .plain, book.say(.headingAnswer),
        [
          .paragraph(book.say(.answerHow, facts)), .room(book.say(.answerLine)),
          .room(book.say(.answerSignature)),
        ]))
  }

  /// That a decision would be changed to detriment, and on which ground after two years.
  private func proposal(_ one: DecisionCase, _ facts: LetterFacts) -> Letter.Section? {
    guard let change = one.decision.change, one.earlier != nil else { return nil }
    var words = book.say(.proposeDetriment, facts)
    if change == .lateDetriment { words += " " + book.say(.proposeLateDetriment, facts) }
    return .init(.plain, nil, [.paragraph(words)])
  }

  private func tell(
    _ one: DecisionCase, _ kind: LetterKind, _ facts: LetterFacts, _ named: Bool, _ letter: inout Letter
  ) {
    if kind.number == 13 { letter.sections.append(correction(one, facts)) }
    if kind.number == 11 || kind.number == 12 { letter.sections.append(review(one, facts)) }
    letter.sections.append(why(one, facts))
    if one.isGranted {
      letter.sections.append(section("S", .note, facts))
    } else {
      let steps = whatToCheck(one) + [book.say(.doReview, facts), book.say(.doNothing)]
      letter.sections.append(
        .init(.note, book.say(.headingWhatToDo), [.items(steps)]))
    }
    letter.sections += grounds(of: one, facts)
    letter.sections.append(
      decided(facts, by: one.decision.officer, named: named, kind.provisions))
    if !letter.recipient.isEstate {
      letter.sections.append(.init(.plain, nil, [.paragraph(book.say(.kind))]))
    }
    let isLate = ReviewTimes(year: one.decision.year).mayEndByReceipt(decidedOn: one.decision.datedOn)
    letter.sections.append(
      section(isLate ? "B2" : "B", .appeal, for: one.isGranted ? [] : [.notGranted], facts))
  }

  /// Why the outcome is as it is, every condition that fails, and by how much.
  private func why(_ one: DecisionCase, _ facts: LetterFacts) -> Letter.Section {
    var blocks: [Letter.Block]
    if one.isGranted {
      blocks = [.paragraph(book.say(.whyGranted, facts))]
    } else {
      blocks = one.outcome.unmet.all.compactMap { reason in
        whyNot(reason, one, facts).map { .paragraph($0) }
      }
    }
    if one.statedReason != nil, one.decision.slipEntry == nil {
      blocks.append(.paragraph(book.say(.stated, facts)))
    }
    if one.outcome.count.counted > 0 {
      blocks.append(.attendance(one.outcome.count, needed: one.needed))
    }
    return .init(.plain, book.say(.headingWhy), blocks)
  }

  /// Why one condition fails, and nothing else than what the register knows.
  private func whyNot(_ reason: OutcomeReason, _ one: DecisionCase, _ facts: LetterFacts) -> String? {
    guard let words = book.why(reason, facts) else { return nil }
    switch reason {
    case .belowThreshold:
      return words + " " + book.say(facts[.missing] == "1" ? .shortOne : .shortMany, facts)
    case .tooFewOccasions where one.listsUncounted: return words + " " + book.say(.occasionsListed)
    case .identityUnproven where !one.identityGaps.isEmpty:
      return one.identityGaps.map { $0 == .level ? words : book.say(.whyBirthDate) }
        .joined(separator: " ")
    default: return words
    }
  }

  /// What the member can look at or do, by what fails.
  private func whatToCheck(_ one: DecisionCase) -> [String] {
    var steps: [String] = []
    func add(_ words: LetterBook.Words) {
      let step = book.say(words)
      if !steps.contains(step) { steps.append(step) }
    }
    for reason in one.outcome.unmet.all {
      switch reason {
      case .belowThreshold, .tooFewOccasions:
        add(one.occasions?.isEmpty == false ? .doAttendance : .doAttendanceUnlisted)
      case .identityUnproven where !one.identityGaps.isEmpty:
        for gap in one.identityGaps { add(gap == .level ? .doIdentity : .doBirthDate) }
      case .untrained: add(.doTraining)
      case .ringNotRegistered: add(.doRing)
      default: add(.doFacts)
      }
    }
    return steps
  }

  /// That a slip is put right, in which document, and what it was.
  private func correction(_ one: DecisionCase, _ facts: LetterFacts) -> Letter.Section {
    var facts = facts
    facts[.decision] = one.corrected?.description
    var told = section("R", .lead, facts)
    if one.statedReason != nil { told.blocks.append(.paragraph(book.say(.stated, facts))) }
    return told
  }

  /// By which act the decision takes the place of another.
  private func review(_ one: DecisionCase, _ facts: LetterFacts) -> Letter.Section {
    var facts = facts
    facts[.decision] = one.earlier?.description
    var lines: [String] = []
    switch one.decision.change {
    case .detriment: lines.append(book.say(.reviewDetriment, facts))
    case .lateDetriment:
      lines += [book.say(.reviewDetriment, facts), book.say(.reviewLateDetriment, facts)]
    case .advantage: lines.append(book.say(.reviewAdvantage, facts))
    default: lines.append(book.say(.reviewNeutral, facts))
    }
    return .init(.lead, nil, lines.map { .paragraph($0) })
  }

  /// The facts, the conditions with provision and arithmetic, and, unless all is given, the occasions.
  private func grounds(of one: DecisionCase, _ facts: LetterFacts) -> [Letter.Section] {
    let count = one.outcome.count
    var rows = [(book.say(.labelPerson), one.person.number.masked(on: today))]
    rows += one.decision.facts.windows.map { window in
      (book.say(.labelWindow), "\(window.days.first)–\(window.days.last), \(window.ring)")
    }
    rows.append((book.say(.labelAttendance), "\(count.attended) av \(count.counted)"))
    if count.counted > 0 {
      rows.append((book.say(.labelShare), catalogue.language.percent(count.attended, of: count.counted)))
      rows.append((book.say(.labelNeeded), "\(one.needed) av \(count.counted)"))
    }
    let kronor = catalogue.language.amount(one.outcome.amount)
    rows.append((book.say(.labelAmount), "\(kronor)\u{A0}kr"))
    rows.append((book.say(.labelRules), one.ruleSet))
    var sections: [Letter.Section] = [
      .init(.plain, book.say(.headingFacts), [.facts(rows)]),
      .init(.plain, nil, [.conditions(one.conditions(in: catalogue))]),
    ]
    if !one.isGranted {
      sections.append(.init(.plain, book.say(.headingOccasions, facts), [occasions(of: one)]))
    }
    return sections
  }

  private func occasions(of one: DecisionCase) -> Letter.Block {
    guard let judged = one.occasions else { return .paragraph(book.say(.occasionsChanged)) }
    guard !judged.isEmpty else { return .paragraph(book.say(.occasionsNone)) }
    return .occasions(
      judged.map { judgement in
        Letter.Occasion(
          day: judgement.occasion.day, kind: catalogue.text(judgement.occasion.kind.rawValue),
          presence: catalogue.text(judgement.treatment.rawValue), state: judgement.treatment.side)
      }, columns: [book.say(.columnDay), book.say(.columnKind), book.say(.columnPresence)])
  }
}

extension OccasionTreatment {
  /// On which side of the fraction an occasion stands in a decision.
  var side: Letter.Occasion.State {
    switch self {
    case .attended: .attended
    case .missed, .unattested: .missed
    default: .uncounted
    }
  }
}
