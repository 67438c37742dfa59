import Documents
import Identity
import Legislation
import Register
import Store

/// An event of a ring with all that its letter tells of it.
struct RingCase {
  let ring: Ring
  let event: RingEvent
  /// Where the event stands among those of the ring.
  let place: Int
  /// The day of the decision, which may lie after the day that it concerns.
  let decidedOn: LocalDate
  /// Whom the letter goes to beside the ring.
  let contact: Person?
  /// The conditions of registration that fail.
  let failures: [Refusal]

  /// The letters of the table that may tell of the event, the one for a deregistration being for the officer to name.
  var letters: [Int] {
    switch event.state {
    case .incomplete: [1]
    case .registered: isLifting ? [7] : [2]
    case .refused: [3]
    case .dismissed: [4]
    case .deregistered: [5, 6]
    case .supervised: [7]
    case .applied, .withdrawn: []
    }
  }

  /// Whether the event ends a supervision.
  var isLifting: Bool { place > 0 && ring.events[place - 1].state == .supervised }

  /// What the letter is of.
  func subject(_ letter: Int) -> String { "ring \(ring.number) event \(place) letter \(letter)" }
}

extension LetterPress {
  /// A letter on an event of a ring, to its contact person at the ring's address.
  func letter(
    _ number: Int, of one: RingCase, numbered document: DocumentNumber, by officer: String,
    _ order: RingLetterOrder
  ) throws -> Letter {
    let language = catalogue.language
    var facts = facts
    facts[.ringName] = one.ring.application.name
    facts[.day] = language.date(one.event.day)
    let last = order.answerBy ?? one.event.lastDay
    facts[.lastDay] = last.map(language.date)
    facts[.dayAfter] = last.map { language.date($0.adding(days: 1)) }
    facts[.provision] = book[number]?.finalBy
    var (kind, letter) = try begin(
      number, to: recipient(of: one), facts, acknowledged: order.acknowledgesUncertain)
    letter.subject = book.say(.subjectRing, facts)
    // Outside the decision itself a protected person's letter names no ring (decision C-96).
    if letter.recipient.cover == nil {
      letter.references.append((book.say(.labelRing), one.ring.number.description))
    }
    if let last { letter.references.append((book.say(.labelAnswerBy), last.description)) }
    if one.isLifting, number == 7 { letter.outcome = book.say(.outcomeLifted, facts) }
    letter.sections += grounds(number, of: one, facts)
    facts[.day] = language.date(one.decidedOn)
    facts[.decision] = document.description
    if number != 8 {
      letter.sections.append(decided(facts, by: officer, named: order.named, kind.provisions))
    }
    facts[.day] = language.date(one.event.day)
    for text in kind.texts where number != 8 {
      letter.sections.append(
        section(text, .appeal, for: one.event.state == .deregistered ? [.deregistered] : [], facts))
    }
    return letter
  }

  private func recipient(of one: RingCase) -> Letter.Recipient {
    guard let contact = one.contact else {
      var recipient = Letter.Recipient(name: one.ring.application.name)
      recipient.address = one.ring.application.address
      return recipient
    }
    var recipient = Letter.Recipient(contact, on: today, book)
    guard recipient.cover == nil else { return recipient }
    recipient.lines = [one.ring.application.name]
    recipient.address = one.ring.application.address ?? recipient.address
    return recipient
  }

  private func grounds(_ number: Int, of one: RingCase, _ facts: LetterFacts) -> [Letter.Section] {
    var sections: [Letter.Section] = []
    let failures = one.failures.map { failure in
      let written = catalogue.written(failure.facts)
      // The provision; what follows it there is the line of the analysis, which means nothing to the ring.
      let provision = catalogue.source(failure.code.rawValue, written)?.split(separator: ";").first
      let source = provision.map { " (\($0))" } ?? ""
      return catalogue.text(failure.code.rawValue, written) + source
    }
    if number == 8 { sections.append(section("K-ring", .lead, facts, under: book[8]?.title.pattern ?? "")) }
    if !failures.isEmpty {
      sections.append(
        .init(
          .plain, book.say(number == 1 ? .headingMissing : .headingReasons), [.items(failures)]))
    }
    // An event that the register made by itself gives codes as its reason; those stand as failures above.
    if number != 1, let reason = one.event.reason {
      let stated: Letter.Block = .paragraph(catalogue[reason].map { $0.text.filled(with: [:]) } ?? reason)
      if failures.isEmpty {
        sections.append(.init(.plain, book.say(.headingReasons), [stated]))
      } else {
        sections[sections.count - 1].blocks.append(stated)
      }
    }
    switch number {
    case 1:
      sections.append(
        .init(
          .note, book.say(.headingWhatToDo),
          [.paragraph(book.say(.completeHow, facts)), .paragraph(book.say(.completeOtherwise, facts))]))
    case 2: sections.append(.init(.note, book.say(.headingNext), [.paragraph(book.say(.registeredNext))]))
    case 7 where !one.isLifting:
      sections.append(.init(.note, book.say(.headingNext), [.paragraph(book.say(.supervisedNext))]))
    default: break
    }
    return sections
  }
}
