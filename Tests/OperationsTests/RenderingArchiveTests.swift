import Documents
import Foundation
import Identity
import Register
import Testing

@testable import Operations
@testable import Store

/// A document from before templates were tried, issued with some that fail.
@Suite struct RenderingArchiveTests {
  @Test("A document whose own templates fail on it is rendered by those in use")
  func falling() throws {
    let register = try DecidedRegister()
    let store = try register.registry("2028-01-24").store
    let current = DocumentRenderer(
      templates: TemplateSet(folders: [DecidedRegister.repository.appending(path: "Templates").path]),
      python: "none", in: .swedish)
    var files = try current.templates.allFiles()
    files["html/statement.xsl"] = Array("not xml <".utf8)
    let failing = try TemplateSet(files: files).digest()
    try store.write { [files] connection in
      try connection.insertTemplateSet(failing, files: files, entry: 1)
    }
    let xml = try Data(
      contentsOf: DecidedRegister.repository.appending(path: "Tests/Fixtures/pdf/statement.xml"))
    let document = StoredDocument(
      number: try #require(DocumentNumber("2028-000001-7")), kind: "statement", person: nil, decision: nil,
      issuedOn: LocalDate.firstDay(of: 2028),
      verificationCode: try #require(VerificationCode([UInt8](repeating: 1, count: 16))),
      templateSet: failing,
      xml: Array(xml), supersedes: nil, sealedBy: try store.signingKey())
    let archive = RenderingArchive(store, current: current)
    for form in [DocumentForm.html, .text] {
      #expect(try archive.render(document, as: form) == current.render(IssuedDocument(document), as: form))
    }
  }
}
