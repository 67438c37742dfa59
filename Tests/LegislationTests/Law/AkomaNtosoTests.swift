import Documents
import Foundation
import Identity
import Testing

@testable import Legislation

@Suite("Akoma Ntoso")
struct AkomaNtosoTests {
  let fixture: LawFixture
  let templates = TemplateSet(folders: [Shipped.templates.path])

  init() throws { fixture = try LawFixture() }

  @Test(
    "Every draft is valid by the official schema", arguments: LawFixture.ids + ["trygghetsringar", "all"])
  func draft(word: String) throws {
    try expectAkomaNtoso(try render(try fixture.bill(word)))
  }

  @Test("The source's own drafts are valid too", arguments: LawFixture.ids)
  func asProposed(id: String) throws {
    try expectAkomaNtoso(try render(try fixture.asProposed(id)))
  }

  @Test("A consolidated statute is valid", arguments: ["1999:1229", "2009:400", "2002:445"])
  func consolidation(sfs: String) throws {
    let statute = try #require(fixture.law.statutes[sfs])
    let text = try #require(Consolidation(statute, with: try fixture.bill("all")))
    let xml = try text.xml(on: try #require(LocalDate("2027-01-01")))
    try expectAkomaNtoso(try templates.render(xml, by: "akn/law-consolidation.xsl", in: .swedish))
  }

  private func render(_ bill: Bill) throws -> [UInt8] {
    try templates.render(try fixture.document(bill).xml(), by: "akn/law-draft.xsl", in: .swedish)
  }
}

/// Asks xmllint whether a document is valid by the official schema.
func expectAkomaNtoso(_ document: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = URL.temporaryDirectory.appending(path: "akn-\(UUID().uuidString).xml")
  try Data(document).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/xmllint")
  process.arguments = [
    "--nonet", "--noout", "--schema",
    Shipped.root.appending(path: "Tests/Fixtures/akn/akomantoso30.xsd").path,
    file.path,
  ]
  let errors = Pipe()
  process.standardError = errors
  try process.run()
  let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  #expect(process.terminationStatus == 0, "\(said.prefix(600))", sourceLocation: sourceLocation)
}
