import Documents
import Foundation
import Identity
import Register
import Testing

@testable import Legislation

/// The shipped law data with the values in force at a commencement.
struct LawFixture {
  let law: Law
  let parameters: Parameters
  let models: [CostModel]

  init(_ folder: String = Shipped.law.path) throws {
    law = try LawFolder(folder).law()
    parameters = try LawFolder(folder).parameters()
    models = try LawFolder(folder).costModels()
  }

  /// The bill that answers a proposal, an area or all.
  func bill(_ words: String..., from day: String = "2027-01-01") throws -> Bill {
    let chosen = try words.flatMap { try #require(law.proposals(named: $0)) }
    let ids = Set(chosen.map(\.id))
    let commencement = try #require(LocalDate(day))
    return try Bill(
      law.proposals.filter { ids.contains($0.id) }, law: law,
      setting: DraftSetting(parameters: parameters, commencement: commencement))
  }

  func asProposed(_ id: String) throws -> Bill {
    Bill(
      asProposed: try #require(law.proposals(named: id)), law: law,
      commencement: try #require(LocalDate("2027-01-01")))
  }

  func findings(_ bill: Bill, on day: String = "2026-11-20") throws -> [Finding] {
    bill.findings(law: law, on: try #require(LocalDate(day)), leadMonths: 9)
  }

  /// The document of a bill, its findings worded in Swedish.
  func document(_ bill: Bill) throws -> BillDocument {
    let messages = try TemplateSet(folders: [Shipped.templates.path]).messages(.swedish)
    let stated = try findings(bill).map { finding in
      BillDocument.Stated(
        finding,
        messages.text(
          finding.code.rawValue,
          finding.facts.mapValues { fact in
            switch fact {
            case .text(let text): text
            case .day(let day): day.description
            default: "\(fact)"
            }
          }))
    }
    let areas = bill.isAsProposed ? [] : law.areas(answeredBy: bill.proposals)
    let costs = try models.filter { areas.contains($0.area) }
      .map { try CostReport($0, parameters: parameters, on: bill.commencement) }
    return BillDocument(
      bill, findings: stated, costs: costs, on: try #require(LocalDate("2026-11-20")))
  }

  static let ids = [
    "TR-R1", "TR-R2", "TR-R3", "TR-R4", "SM-R1", "SM-R2", "SM-R3", "TB-R1", "TB-R2", "TB-R3", "RR-R1",
    "RR-R2", "RR-R3", "TC-R1", "TC-R2", "TC-R3",
  ]
}

/// Compares a text with the one kept under `Snapshots`; `RECORD_SNAPSHOTS=1` keeps the new one instead.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws
{
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Snapshots").appending(path: name)
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try Data(text.utf8).write(to: file)
    return
  }
  guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("no snapshot \(name); record it with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
    return
  }
  #expect(text == kept, sourceLocation: sourceLocation)
}
