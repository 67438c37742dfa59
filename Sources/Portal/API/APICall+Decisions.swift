import CommandLine
import Documents
import HTTP
import Identity
import Operations
import Register

extension APICall {
  /// The own decision of a year, or where the person stands.
  func ownDecision() throws -> JSON {
    guard let year = Int(request.parameters["year"] ?? ""), (1...9999).contains(year) else {
      throw RequestFault(.notFound)
    }
    return try registry.showDecision(of: try ownNumber(), year: year).json(wording)
  }

  /// The decision of a person for a year, or where the person stands.
  func decision(_ item: [String: String]) throws -> JSON {
    guard let text = item["year"] else { throw Refusal(.valueMissing, column: "year") }
    guard let year = Int(text), (1...9999).contains(year) else { throw Refusal(.format, column: "year") }
    return try registry.showDecision(of: try person(item), year: year).json(wording)
  }
}

extension DecisionView {
  /// The decision as the contract writes it.
  fileprivate func json(_ wording: APIWording) -> JSON {
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
    let catalogue = wording.catalogue
    members.append(
      .init(
        "reasons",
        .array(
          reasons.map { reason in
            [
              "rule": .string(reason.rule.rawValue), "state": .string(reason.state.rawValue),
              "provision": .string(catalogue.citation(of: reason.rule)),
              "text": .string(catalogue.sentence(for: reason)),
            ]
          })))
    return .object(members)
  }
}
