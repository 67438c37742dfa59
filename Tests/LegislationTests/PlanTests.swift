import Foundation
import Identity
import Legislation
import Register
import Testing

struct PlanTests {
  @Test("The shipped plans are those of the source: 200 and 80 hours")
  func shippedPlans() throws {
    let parameters = try LawFolder(Shipped.law.path).parameters()
    let mediator = try parameters.plan(of: .mediator, startedOn: LocalDate.firstDay(of: 2027))
    #expect(mediator.modules.map(\.code) == ["KON", "MED", "BUR", "DEE", "KUL", "JUR", "PRA"])
    #expect(mediator.modules.map { $0.minutes / 60 } == [20, 40, 20, 20, 20, 20, 60])
    #expect(mediator.minutes == 200 * 60)
    #expect(mediator.practiceMinutes == 60 * 60)
    #expect(mediator.module("PRA")?.supervisedBy == .practice)
    #expect(mediator.module("PRA")?.advisedAfter == ["DEE", "JUR"])
    let justice = try parameters.plan(of: .restorativeJustice, startedOn: LocalDate.firstDay(of: 2027))
    #expect(justice.modules.map(\.code) == ["RJ"])
    #expect(justice.minutes == 80 * 60)
    #expect(justice.entry?.conditions == "plan.RJ.entry")
  }

  @Test("The plan in force on the first day binds")
  func versions() throws {
    let spoiled = try SpoiledLaw()
    try spoiled.replace(
      "</programme>",
      with: """
        <plan from="2029-07-01" minutes="6000" source="Beslut" taught-by="trainer">
          <module code="RJ" title="Reparativ rättvisa" minutes="6000" source="Beslut"/>
        </plan></programme>
        """, in: "RJ.xml", of: "programmes")
    let parameters = try spoiled.law.parameters()
    func minutes(_ day: String) throws -> Int {
      try parameters.plan(of: .restorativeJustice, startedOn: #require(LocalDate(day))).minutes
    }
    #expect(try minutes("2029-06-30") == 4800)
    #expect(try minutes("2029-07-01") == 6000)
    #expect { try minutes("2026-12-31") } throws: { ($0 as? Refusal)?.code == .planNotInForce }
  }

  static let faults: [(text: String, other: String, code: String, line: Int)] = [
    ("title=\"Praktik\" minutes=\"3600\"", "title=\"Praktik\" minutes=\"4200\"", "PLAN_SUM", 6),
    ("code=\"KUL\"", "code=\"KON\"", "PLAN_MODULE", 11),
    ("advised-after=\"DEE JUR\"", "advised-after=\"DEE LAG\"", "PLAN_MODULE", 14),
    ("\"practice.max_span_weeks\"", "\"practice.weeks\"", "PARAMETER_UNKNOWN", 14),
    ("\"plan.SM.nominal_weeks\"", "\"plan.RJ.entry\"", "PARAMETER_TYPE", 6),
    ("code=\"SM\"", "code=\"XX\"", "XML_INVALID", 4),
  ]

  @Test("A plan that does not hold together is refused with its file and line", arguments: faults)
  func faultyPlans(fault: (text: String, other: String, code: String, line: Int)) throws {
    let spoiled = try SpoiledLaw()
    try spoiled.replace(fault.text, with: fault.other, in: "SM.xml", of: "programmes")
    #expect {
      try spoiled.law.parameters()
    } throws: { error in
      guard let found = (error as? LawFaults)?.all.first else { return false }
      return found.code == fault.code && found.line == fault.line && found.file.hasSuffix("/SM.xml")
    }
  }

  @Test("Two plans from one day, or none at all, are refused")
  func doubledAndMissing() throws {
    let doubled = try SpoiledLaw()
    let plan = try String(contentsOf: doubled.file("RJ.xml", in: "programmes"), encoding: .utf8)
    let body = try #require(plan.firstMatch(of: /<plan[\s\S]*<\/plan>/)).output
    try doubled.replace("</programme>", with: "\(body)</programme>", in: "RJ.xml", of: "programmes")
    #expect { try doubled.law.parameters() } throws: {
      ($0 as? LawFaults)?.all.map(\.code) == ["PLAN_OVERLAP"]
    }
    let missing = try SpoiledLaw()
    try FileManager.default.removeItem(at: missing.file("RJ.xml", in: "programmes"))
    #expect { try missing.law.parameters() } throws: {
      ($0 as? LawFaults)?.all.map(\.code) == ["PLAN_MISSING"]
    }
  }
}
