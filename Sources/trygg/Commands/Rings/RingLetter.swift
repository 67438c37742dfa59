import CommandLine
import Identity
import Legislation
import Operations
import Register

/// A decision on a ring as a reader gets it: day, content, provisions, circumstances and how to appeal.
struct RingLetter {
  private let decision: RingDecision
  private let wording: Wording
  private let book: LetterBook

  init(_ decision: RingDecision, _ wording: Wording, _ book: LetterBook) {
    self.decision = decision
    self.wording = wording
    self.book = book
  }

  private var code: String { "letter.ring.\(decision.state.rawValue)" }

  private var facts: [String: Fact] {
    [
      "ring": .text("\(decision.ring.number)"), "name": .text(decision.ring.application.name),
      "day": .text(wording.date(decision.day)), "decided": .text(wording.date(decision.decidedOn)),
      "officer": .text(decision.decidedBy),
      "reason": .text(decision.reason),
    ]
  }

  /// How to appeal, by the text that the table of letters has for the decision.
  private var appeal: [String] {
    let (text, cases): (String?, Set<LetterText.Case>) =
      switch decision.state {
      case .refused, .dismissed: ("A", [])
      case .deregistered: ("A", [.deregistered])
      case .supervised: ("E", [])
      case .applied, .incomplete, .registered, .withdrawn: (nil, [])
      }
    var facts = LetterFacts()
    facts[.postalAddress] = decision.postalAddress
    facts[.day] = wording.date(decision.day)
    facts[.provision] = book[7]?.finalBy
    return text.flatMap { book.text($0) }?.lines(for: cases, facts)
      .map { $0.kind == .item ? "– \($0.words)" : $0.words } ?? []
  }

  /// The letter, paragraph by paragraph.
  var paragraphs: [String] {
    var text = [
      wording.text("letter.heading", facts), "", wording.text(code, facts),
      wording.text("letter.reason", facts),
    ]
    text += decision.failures.map { "– " + wording.plainWithSource($0) }
    if let provisions = wording.source(code) {
      text.append(wording.text("letter.provisions", ["provisions": .text(provisions)]))
    }
    if !appeal.isEmpty { text += [""] + appeal }
    return text + (book.isBill ? ["", book.say(.bill)] : [])
  }

  /// The letter for programs.
  var json: JSON {
    [
      "ring": .string("\(decision.ring.number)"), "state": .string(decision.state.rawValue),
      "on": .string("\(decision.day)"), "decidedOn": .string("\(decision.decidedOn)"),
      "decidedBy": .string(decision.decidedBy), "decision": .string(wording.text(code, facts)),
      "reason": .string(decision.reason), "provisions": JSON(wording.source(code)),
      "conditions": wording.json(decision.failures), "appeal": .array(appeal.map(JSON.string)),
    ]
  }
}

extension Wording {
  /// What is wrong and the provision behind it, without what to do.
  fileprivate func plainWithSource(_ refusal: Refusal) -> String {
    let source = source(refusal.code.rawValue).map { " (\($0))" } ?? ""
    return plain(refusal) + source
  }
}
