import CommandLine
import Identity
import Operations
import Register

// What has become of a decision: how it came about, what it replaces, how it was served and what is proposed.
extension DecisionView {
  /// Further members of the decision's JSON; those that do not apply are left out.
  var acts: [JSON.Member] {
    var members: [JSON.Member] = []
    func add(_ name: String, _ value: String?) {
      if let value { members.append(.init(name, .string(value))) }
    }
    add("change", change?.rawValue)
    add("ground", ground?.rawValue)
    add("statedReason", statedReason)
    add("supersedes", supersedes.map { "\($0)" })
    add("letter", letter.map { "\($0)" })
    add("answeredOn", answeredOn.map { "\($0)" })
    add("appealBy", appealBy.map { "\($0)" })
    if !services.isEmpty {
      members.append(
        .init(
          "services",
          .array(services.map { ["method": .string($0.method.rawValue), "day": .string("\($0.day)")] })))
    }
    if let slip { members.append(.init("slip", slip.json)) }
    if let proposal { members.append(.init("proposal", proposal.json)) }
    return members
  }

  /// The same as lines of a label and a value.
  func actLines(_ session: Session) -> [(label: (sv: String, en: String), value: String)] {
    let wording = session.wording
    var lines: [(label: (sv: String, en: String), value: String)] = []
    if let change {
      lines.append(
        (
          ("Ändring", "Change"),
          wording.text(change.rawValue) + (ground.map { " (66\u{A0}kap. 27\u{A0}§ \($0.citation))" } ?? "")
        ))
    }
    if let supersedes { lines.append((("Ersätter", "Supersedes"), "\(supersedes)")) }
    if let statedReason { lines.append((("Skäl", "Reason"), statedReason.printable)) }
    if version > 0, status == .decided {
      lines.append(
        (("Beslutat av", "Decided by"), officer ?? session.say(sv: "automatiserat", en: "automated")))
    }
    if let slip {
      let place = slip.document.map { session.say(sv: " i \($0)", en: " in \($0)") } ?? ""
      lines.append(
        (
          ("Rättelse", "Slip put right"),
          (slip.correctedOn.map { "\($0), " } ?? "") + wording.text("slip.\(slip.kind.rawValue)") + place
        ))
      if let reason = slip.reason { lines.append((("Skäl", "Reason"), reason.printable)) }
    }
    if let answeredOn { lines.append((("Svar kom", "Answer came"), "\(answeredOn)")) }
    for service in services {
      lines.append((("Delgivning", "Service"), "\(wording.text(service.method.rawValue)) \(service.day)"))
    }
    if let appealBy { lines.append((("Överklagas senast", "Appeal by"), "\(appealBy)")) }
    if let proposal {
      lines.append(
        (
          ("Föreslagen ändring", "Proposed change"),
          session.say(
            sv: "\(proposal.outcome), version \(proposal.version), brev \(proposal.communicatedOn)",
            en: "\(proposal.outcome), version \(proposal.version), letter \(proposal.communicatedOn)")
            + (proposal.ground.map { " (66\u{A0}kap. 27\u{A0}§ \($0.citation))" } ?? "")
        ))
      if let day = proposal.answeredOn {
        lines.append((("Svar kom", "Answer came"), "\(day)"))
      } else if let day = proposal.answerBy {
        lines.append((("Sista dag för svar", "Last day for answer"), "\(day)"))
      }
      if let day = proposal.groundNeededAfter {
        lines.append(
          (
            ("Varning", "Warning"),
            session.say(
              sv:
                "Efter \(day) kan ändringen bara beslutas med en grund i 66\u{A0}kap. 27\u{A0}§ skatteförfarandelagen (--ground), och den ska personen först få veta.",
              en:
                "After \(day) the change can only be decided on a ground of chapter 66 section 27 of the Tax Procedures Act (--ground), of which the person must first be told."
            )
          ))
      }
    }
    return lines
  }
}

extension DecisionView.Slip {
  fileprivate var json: JSON {
    [
      "kind": .string(kind.rawValue), "correctedOn": JSON(correctedOn.map { "\($0)" }),
      "document": JSON(document.map { "\($0)" }), "reason": JSON(reason),
    ]
  }
}

extension DecisionView.Proposal {
  fileprivate var json: JSON {
    [
      "version": .integer(version), "outcome": .string(outcome.verdict.rawValue),
      "reason": JSON(outcome.reason?.rawValue), "amountKr": .integer(outcome.amount),
      "attended": .integer(outcome.count.attended), "counted": .integer(outcome.count.counted),
      "percent": .string(outcome.count.percent), "communicatedOn": .string("\(communicatedOn)"),
      "answerBy": JSON(answerBy.map { "\($0)" }), "answeredOn": JSON(answeredOn.map { "\($0)" }),
      "ground": JSON(ground?.rawValue), "groundNeededAfter": JSON(groundNeededAfter.map { "\($0)" }),
    ]
  }
}
