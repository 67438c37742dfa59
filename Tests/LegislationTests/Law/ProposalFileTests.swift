import Documents
import Foundation
import Identity
import Register
import Testing

@testable import Legislation

@Suite("Proposal files as a policy officer writes them")
struct ProposalFileTests {
  /// What a writer gets wrong, on which line it then stands, and what the fault names.
  static let mistakes: [(file: String, text: String, other: String, code: String, names: String)] = [
    ("TR-R1", "of=\"benefit.amount_kr\"", "of=\"benefit.amount\"", "XML_ATTRIBUTE_VALUE", "benefit.amount"),
    (
      "TR-R1", "of=\"attendance.threshold\" as=\"percent\"", "of=\"attendance.threshold\" as=\"duration\"",
      "XML_ATTRIBUTE_VALUE", "duration"
    ),
    ("TR-R2", "as=\"fraction\"", "as=\"bråkdel\"", "XML_INVALID", ""),
    (
      "TR-R1", "if=\"benefit.dodsbo=true\"", "if=\"benefit.estate=true\"", "XML_ATTRIBUTE_VALUE",
      "benefit.estate=true"
    ),
    (
      "TR-R1", "<amend statute=\"1999:1229\">", "<amend statute=\"1999:1230\">", "LAW_ACT_UNKNOWN",
      "1999:1230"
    ),
    (
      "SM-R1", "<amend statute=\"2025:400\">", "<amend statute=\"2001:453\">", "LAW_ACT_REPEALED",
      "socialtjänstlagen (2001:453)"
    ),
    (
      "TC-R1", "<amend statute=\"2022:1718\">", "<amend statute=\"2014:1104\">", "LAW_STATUTE_MISSING",
      "polisförordningen (2014:1104)"
    ),
    ("TR-R1", "<new-act id=\"RL\"/>", "<new-act id=\"RX\"/>", "XML_ATTRIBUTE_VALUE", "RX"),
    ("TR-R1", "<same p=\"1–2\"/>", "<same p=\"1–5\"/>", "XML_ATTRIBUTE_VALUE", "1–5"),
    ("SM-R3", "<plan of=\"SM\"/>", "<plan of=\"XX\"/>", "XML_INVALID", ""),
    ("TB-R1", "<p>Resultatet", "<stycke>Resultatet", "XML_MALFORMED", ""),
    ("TB-R1", "number=\"2 a\"", "number=\"2a\"", "XML_INVALID", ""),
    ("TB-R1", "<request>", "<begäran>x</begäran><request>", "XML_INVALID", ""),
    ("TR-R1", "id=\"TR-R1\"", "id=\"TR-R9\"", "XML_ATTRIBUTE_VALUE", "TR-R9"),
    ("RR-R3", "with=\"SM-R2\"", "with=\"SM-R9\"", "XML_ATTRIBUTE_VALUE", "SM-R9"),
  ]

  @Test("A mistake is named with its file and its line", arguments: mistakes)
  func mistake(file: String, text: String, other: String, code: String, names: String) throws {
    let copy = try LawCopy()
    let name = "proposals/\(file).xml"
    try copy.replace(text, with: other, in: name)
    let error = #expect(throws: LawFaults.self) { try LawFolder(copy.path).law() }
    let fault = try #require(error?.all.first)
    #expect(fault.code == code)
    #expect(fault.file.hasSuffix("\(file).xml"))
    #expect(names.isEmpty || fault.facts.values.contains(.text(names)))
    let lines = try String(contentsOfFile: copy.path + "/" + name, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    // A paragraph is named by the line where it starts, so the mistake stands on that line or soon after it.
    let places = lines.indices.filter { lines[$0].contains(other) }.map { $0 + 1 }
    #expect(fault.line > 0 && places.contains { (fault.line - 3...fault.line + 3).contains($0) })
  }

  @Test("The example of the guide is a proposal that loads, drafts and has no errors")
  func guide() throws {
    let guide = try String(
      contentsOf: Shipped.law.appending(path: "proposals/README.md"), encoding: .utf8)
    let parts = guide.components(separatedBy: "```")
    let example = try #require(parts.first { $0.hasPrefix("xml\n") }?.dropFirst(4))
    let copy = try LawCopy()
    try String(example).write(
      toFile: copy.path + "/proposals/TB-R1.xml", atomically: true, encoding: .utf8)
    let fixture = try LawFixture(copy.path)
    let bill = try fixture.bill("TB-R1")
    #expect(try fixture.findings(bill).filter { !$0.isInSource && $0.severity == .error } == [])
    let text = try fixture.document(bill).text().collapsed
    #expect(
      text.contains("ska införas en ny paragraf, 8 kap. 2 a §, och närmast före 8 kap. 2 a § en ny rubrik"))
    #expect(text.contains("Rätt att rösta har den som har fyllt 16 år."))
    #expect(try fixture.findings(bill).contains { $0.code == .note && $0.subject.contains("8 kap. 2 a §") })
  }

  @Test("A changed programme changes the drafts and the budgets that rest on it")
  func programme() throws {
    let copy = try LawCopy()
    try copy.replace("minutes=\"12000\"", with: "minutes=\"13200\"", in: "programmes/SM.xml")
    try copy.replace(
      "code=\"PRA\" title=\"Praktik\" minutes=\"3600\"",
      with: "code=\"PRA\" title=\"Praktik\" minutes=\"4800\"",
      in: "programmes/SM.xml")
    let changed = try LawFixture(copy.path)
    let section = try #require(
      try changed.bill("SM-R3").acts.first?.sections.first { $0.provision.description == "3 §" })
    #expect(section.passages[0].text.contains("minst 220 timmar, varav minst 80 timmar praktik"))
    let model = try #require(changed.models.first { $0.area == .mediators })
    let day = try #require(LocalDate("2027-01-01"))
    let report = try CostReport(model, parameters: changed.parameters, on: day)
    #expect(report.lines.first { $0.title == "Utbildning" }?.recomputed.rounded == 11_000_000)
  }

  @Test("A motion asks for every proposal in the words of the genre", arguments: LawFixture.ids)
  func motion(id: String) throws {
    let fixture = try LawFixture()
    let text = try fixture.document(try fixture.bill(id)).motion().collapsed
    #expect(
      text.hasPrefix(
        "Förslag till riksdagsbeslut Riksdagen ställer sig bakom det som anförs i motionen om att "))
    #expect(text.contains(" och tillkännager detta för regeringen. Motivering "))
  }

  @Test("A motion may propose the wording of acts, and asks the government for ordinances")
  func actMotion() throws {
    let fixture = try LawFixture()
    let text = try fixture.document(try fixture.bill("TR-R2")).actMotion().collapsed
    #expect(
      text.hasPrefix(
        "Förslag till riksdagsbeslut 1. Riksdagen antar det i motionen framlagda förslaget till lag om registrering av trygghetsringar. 2. "
      ))
    #expect(
      text.contains(
        "om att regeringen bör meddela en förordning om registrering av trygghetsringar och tillkännager detta för regeringen. Lagförslag Förslag till lag om registrering av trygghetsringar Härigenom föreskrivs följande."
      ))
    let none = try fixture.document(try fixture.bill("TC-R3"))
    #expect(none.actMotion() == none.motion())
  }
}
