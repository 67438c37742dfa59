public import CommandLine
public import Documents
import Identity
public import Operations
import Register

// The decision as the contract writes it, for the command and the interface alike.
extension DecisionView {
  /// The members of the contract, their texts in the language of a catalogue.
  public func members(in catalogue: MessageCatalogue) -> [JSON.Member] {
    var members: [JSON.Member] = [
      .init("person", .string(number.masked)), .init("personId", .integer(Int(person.value))),
      .init("year", .integer(rules.year)), .init("outcome", .string(outcome.verdict.rawValue)),
      .init("reason", JSON(outcome.reason?.rawValue)), .init("amountKr", .integer(outcome.amount)),
      .init("attended", .integer(outcome.count.attended)), .init("counted", .integer(outcome.count.counted)),
      .init("percent", .string(outcome.count.percent)),
      .init(
        "window",
        outcome.window.map { ["from": .string("\($0.first)"), "to": .string("\($0.last)")] } ?? .null),
      .init(
        "windows",
        .array(
          windows.map { window in
            [
              "ring": .string("\(window.ring)"), "from": .string("\(window.days.first)"),
              "to": .string("\(window.days.last)"),
            ]
          })),
      .init("status", .string(status.rawValue)), .init("rings", .array(rings.map { .string("\($0)") })),
      .init("parametersFrom", .string("\(rules.from)")), .init("version", .integer(version)),
      .init("document", JSON(document.map { "\($0)" })),
    ]
    if let prospect = outcome.prospect {
      members.append(.init("reachable", .bool(prospect.isReachable)))
      members.append(.init("needed", JSON(prospect.needed)))
    }
    members.append(.init("reasons", .array(reasons.map { $0.json(catalogue) })))
    return members
  }
}

extension DecisionReason {
  fileprivate func json(_ catalogue: MessageCatalogue) -> JSON {
    func fact(_ name: String) -> JSON { JSON(facts[name].map(catalogue.plain)) }
    var parameter: String?
    if case .code(let code) = facts["parameter"] { parameter = code }
    return [
      "rule": .string(rule.rawValue), "state": .string(state.rawValue),
      "provision": .string(catalogue.citation(of: rule)), "facts": .string(decisive(catalogue)),
      "parameter": JSON(parameter), "value": fact("limit"), "valueFrom": fact("from"),
      "source": fact("source"),
      "text": .string(catalogue.sentence(for: self)),
    ]
  }

  /// The fact that decided, short.
  private func decisive(_ catalogue: MessageCatalogue) -> String {
    func fact(_ name: String) -> String { facts[name].map(catalogue.plain) ?? "–" }
    return switch rule {
    case .ring: fact("ring")
    case .age: fact("judgedOn")
    case .estate: fact("deceasedOn")
    case .training: fact("completedOn")
    case .occasions: fact("counted")
    case .threshold:
      catalogue.language == .swedish
        ? "\(fact("attended")) av \(fact("counted"))" : "\(fact("attended")) of \(fact("counted"))"
    case .household: fact("ahead")
    case .lock: fact("upcoming")
    case .attestation: fact("unattested")
    case .identity: fact("level")
    }
  }
}
