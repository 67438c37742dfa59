import CommandLine
import Identity
import Operations
import Register

/// A decision on a ring as a reader gets it: day, content, provisions, circumstances and how to appeal.
struct RingLetter {
  private let decision: RingDecision
  private let wording: Wording

  init(_ decision: RingDecision, _ wording: Wording) {
    self.decision = decision
    self.wording = wording
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

  /// The appeal text of the kind of decision, by the letters it has in the law's table.
  private var appeal: [String] {
    switch decision.state {
    case .refused, .dismissed: wording.paragraphs("letter.appeal.A")
    case .deregistered:
      wording.paragraphs("letter.appeal.A") + [wording.text("letter.appeal.A.deregistered", facts)]
    case .supervised: [wording.text("letter.appeal.E")]
    case .applied, .incomplete, .registered, .withdrawn: []
    }
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
    return text + ["", wording.text("letter.bill")]
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
