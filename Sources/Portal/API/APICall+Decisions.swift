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
    return json(try registry.showDecision(of: try ownNumber(), year: year))
  }

  /// The decision of a person for a year, or where the person stands.
  func decision(_ item: [String: String]) throws -> JSON {
    guard let text = item["year"] else { throw Refusal(.valueMissing, column: "year") }
    guard let year = Int(text), (1...9999).contains(year) else { throw Refusal(.valueFormat, column: "year") }
    return json(try registry.showDecision(of: try person(item), year: year))
  }

  private func json(_ decision: DecisionView) -> JSON { .object(decision.members(in: wording.catalogue)) }
}
