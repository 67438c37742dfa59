import Foundation
import Testing

/// The yearly statement as a member gets it (D5).
@Suite struct StatementTests {
  private static let number = "2028-000001-7"

  /// The page of the only statement of a town.
  private func statement(_ neighbour: Town.Neighbour, form: String = "html") throws -> (TryggProgram, String)
  {
    let trygg = try Town(neighbours: [neighbour]).decided()
    try trygg.must("year", "statements", "2027", "--out", "ut", "--form", form, now: "2028-01-24T10:00")
    let suffix = form == "text" ? "txt" : form
    return (trygg, try trygg.read("ut/\(StatementTests.number).\(suffix)"))
  }

  private static let exactly = Town.Neighbour(key: "M01", present: Town.occasions("A", 1...9))

  @Test(
    "DOK-01: the statement says what the member needs",
    arguments: [
      "Årsbesked för 2027", "850709-****", "TR-1280-0001", "2027-01-20–2027-12-31", "9 av 12",
      "75,00\u{A0}%", "2\u{A0}000\u{A0}kr<", "2\u{A0}000\u{A0}kronor", "2027-01-01/", "2028-000001-7",
      "Det här är inte ett beslut om slutlig skatt.",
      "Den kan bli lägre än 2\u{A0}000\u{A0}kronor om din skatt är lägre.",
      "Närvaro vid 9 av 12 sammankomster som räknas.", "lang=\"sv\"", "scope=\"row\"",
    ])
  func says(_ words: String) throws {
    let (_, page) = try statement(StatementTests.exactly)
    #expect(page.contains(words))
  }

  @Test("DOK-01: the statement says nothing that it may not")
  func saysNothingElse() throws {
    let (trygg, page) = try statement(StatementTests.exactly)
    let text = try trygg(
      "document", "render", "--number", StatementTests.number, "--form", "text", now: "2028-03-01")
    text.expect(0)
    for document in [page, text.out] {
      #expect(document.contains("2388") == false, "the birth number")
      for word in ["utsatt", "skattefritt", "utbetalning", "trygghetsavdrag", "M12"] {
        #expect(!document.contains(word), "\(word)")
      }
    }
  }

  @Test("DOK-02: the same statement again is the same bytes")
  func again() throws {
    let (trygg, page) = try statement(StatementTests.exactly)
    let second = try trygg(
      "--format", "json", "year", "statements", "2027", "--out", "igen", now: "2028-05-02T07:00")
    #expect(second.json["issued"].number == 0)
    #expect(second.json["unchanged"].number == 1)
    #expect(try trygg.read("igen/\(StatementTests.number).html") == page)
    let rendered = try trygg("document", "render", "--number", StatementTests.number, now: "2029-01-01")
    #expect(rendered.out == page)
    let shown = try trygg("--format", "json", "document", "show", "--number", StatementTests.number)
    #expect(shown.json["sha256"].text?.count == 64)
    #expect(shown.json["issuedOn"].text == "2028-01-24")
  }

  @Test("The document is its XML, which the schema of the house knows")
  func schema() throws {
    let (trygg, xml) = try statement(StatementTests.exactly, form: "xml")
    #expect(xml.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<statement "))
    let schema = try trygg.legal("benefit.amount_kr", "2000") + "/schemas/statement.rng"
    let check = try trygg.shell("xmllint --noout --relaxng \(schema) ut/*.xml")
    #expect(check.code == 0 || check.code == 127, "\(check.err)")
  }

  @Test("DOK-06: any name is shown as it is written")
  func oddName() throws {
    var neighbour = StatementTests.exactly
    neighbour.name = "\"Åsa \"\"Öst\"\"\",<O'Neil> & Søn"
    let (trygg, page) = try statement(neighbour)
    #expect(page.contains("Åsa \"Öst\" &lt;O'Neil&gt; &amp; Søn"))
    let text = try trygg("document", "render", "--number", StatementTests.number, "--form", "text")
    #expect(text.out.contains("\nÅsa \"Öst\" <O'Neil> & Søn\n"))
  }

  @Test("AVD-20: a deceased member's statement goes to the estate")
  func estate() throws {
    let (_, page) = try statement(
      .init(key: "M07", present: Town.occasions("A", 1...6), name: "Karin,Lind", diedOn: "2027-09-20"))
    #expect(page.contains("Dödsboet efter Karin Lind"))
    #expect(page.contains("i beslutet om slutlig skatt för den avlidna"))
    #expect(
      !page.contains("ditt beslut") && !page.contains("Du bestämmer") && !page.contains("din födelsedag"))
    #expect(page.contains("2\u{A0}000\u{A0}kronor"))
  }

  @Test("A member reads the own statement, and another's does not exist")
  func access() throws {
    let (trygg, _) = try statement(StatementTests.exactly)
    try trygg.must("user", "add", "mona", "--role", "member", "--person", Town.numbers["M01"] ?? "")
    try trygg.must("user", "add", "karl", "--role", "member", "--person", Town.numbers["M12"] ?? "")
    let words = ["document", "render", "--number", StatementTests.number]
    #expect(try trygg(words, actor: "mona").code == 0)
    let other = try trygg(words, actor: "karl")
    other.expect(1, "UNKNOWN_DOCUMENT")
    #expect(other.out.isEmpty)
  }

  @Test("The demonstration goes from an empty folder to statements")
  func demonstration() throws {
    let trygg = try TryggProgram(register: false)
    let run = try trygg("demo", "--out", "demo")
    run.expect(0)
    #expect(run.out.contains("$ trygg year decide 2027 --now 2028-01-17"))
    let pages = try FileManager.default.contentsOfDirectory(
      atPath: trygg.folder.appendingPathComponent("demo/arsbesked").path
    ).filter { $0.hasSuffix(".html") }
    #expect(pages.count > 100)
    let form =
      FileManager.default.fileExists(atPath: trygg.folder.appendingPathComponent("demo/avslag.pdf").path)
      ? "pdf" : "html"
    for name in ["arsbesked/2028-000001-7", "certifikat", "avslag"] {
      #expect(run.out.contains("demo/\(name).\(form)"))
      #expect(try trygg.shell("test -s demo/\(name).\(form)").code == 0, "\(name)")
    }
    #expect(run.out.contains("demo/arsbesked/2028-000001-7.html"))
    let again = try trygg("--format", "json", "--lang", "en", "demo", "--out", "other")
    #expect(again.json["statements"].number == pages.count)
    let without = try trygg(
      ["demo", "--out", "utan"], environment: ["TRYGG_PYTHON": "/nonexistent"])
    without.expect(0, "utan/avslag.html", "PDF-arbetaren saknas", "make setup")
    #expect(try trygg.read("utan/avslag.html").contains("Du hade behövt vara med en gång till."))
  }
}
