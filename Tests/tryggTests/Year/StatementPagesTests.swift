import Foundation
import Testing

/// The yearly statement as PDF, with the document itself inside.
@Suite("StatementTests as PDF") struct StatementPagesTests {
  private static let number = "2028-000001-7"

  private static func town() throws -> TryggProgram {
    try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).decided()
  }

  @Test("One run writes every form, and the PDF carries the XML that is the document")
  func forms() throws {
    let trygg = try StatementPagesTests.town()
    try trygg.must("year", "statements", "2027", "--out", "ut", "--form", "pdf,html,xml", now: "2028-01-24")
    let file = "ut/\(StatementPagesTests.number)"
    let check = try trygg.shell(
      "pdfdetach -save 1 -o inside.xml \(file).pdf && cmp inside.xml \(file).xml && pdftotext -layout \(file).pdf -"
    )
    check.expect(0)
    for words in ["Årsbesked för 2027", "9 av 12", "Sida 1 av"] { #expect(check.out.contains(words)) }
    #expect(try trygg.read("\(file).html").contains("Årsbesked för 2027"))
  }

  @Test("The same document is the same PDF on another day")
  func again() throws {
    let trygg = try StatementPagesTests.town()
    try trygg.must("year", "statements", "2027", "--out", "ut", "--form", "pdf", now: "2028-01-24")
    try trygg.must(
      "document", "render", "--number", StatementPagesTests.number, "--form", "pdf", "--out", "igen.pdf",
      now: "2031-05-02")
    try trygg.shell("cmp ut/\(StatementPagesTests.number).pdf igen.pdf").expect(0)
  }

  @Test("Without Typst the run says how to install it, and issues nothing")
  func missing() throws {
    let trygg = try StatementPagesTests.town()
    let run = try trygg(
      "year", "statements", "2027", "--out", "ut", "--form", "html,pdf", now: "2028-01-24",
      environment: ["TRYGG_PYTHON": "/usr/bin/true"])
    run.expect(69, "COMPONENT_MISSING", "make setup")
    #expect(try trygg.sql("SELECT count(*) FROM document") == "0")
    let html = try trygg(
      "year", "statements", "2027", "--out", "ut", now: "2028-01-24",
      environment: ["TRYGG_PYTHON": "/usr/bin/true"])
    html.expect(0)
  }
}
