import Foundation
import Testing

/// What the register holds as pages: the extract, the list of participants, the progress of a course, the year in figures.
@Suite struct ReportTests {
  private static func town() throws -> TryggProgram {
    try Town(neighbours: [
      .init(key: "M01", present: Town.occasions("A", 1...9), name: "Åsa,<Öst> & Søn"),
      .init(key: "M02", present: Town.occasions("A", 1...8)),
    ]).decided()
  }

  @Test("The extract is a letter to the person, says why and in which role, and names no official")
  func extract() throws {
    let trygg = try ReportTests.town()
    let number = Town.numbers["M01"] ?? ""
    _ = try trygg("person", "show", "--person", number, now: "2028-01-20T10:00", actor: "Olle Tjänsteman")
    let words = ["person", "extract", "--person", number, "--form"]
    let page = try trygg(words + ["html"], now: "2028-02-01T10:00", actor: "Eva Registrator")
    // The number is the person's own and is held, so here it stands whole.
    for words in [
      "Registerutdrag", "Åsa &lt;Öst&gt; &amp; Søn", "19850709-2388", "Ringgatan 1", "visa personuppgifter",
      "registrator", "Integritetsskyddsmyndigheten", "9 av 12",
    ] {
      #expect(page.out.contains(words), "\(words)")
    }
    #expect(!page.out.contains("Tjänsteman") && !page.out.contains("Registrator<"))
    let xml = try trygg(words + ["xml", "--out", "utdrag.xml"], now: "2028-02-01T10:00")
    xml.expect(0)
    let check = try trygg.shell(
      "xmllint --noout --relaxng \(TryggProgram.root.path)/Legal/schemas/extract.rng utdrag.xml")
    #expect(check.code == 0 || check.code == 127, "\(check.err)")
    try trygg("person", "extract", "--person", number, "--out", "a.txt").expect(64)
    let english = try trygg(["--lang", "en"] + words + ["html"], now: "2028-02-01T10:00")
    #expect(english.out.contains("Extract of the register") && english.out.contains("lang=\"en\""))
  }

  @Test("What was handed on to Skatteverket stands in the extract")
  func disclosed() throws {
    let trygg = try ReportTests.town()
    let number = Town.numbers["M01"] ?? ""
    try trygg.must("year", "control-file", "2027", "--out", "ku.xml", now: "2028-01-28T10:00")
    let told = try trygg("--format", "json", "person", "extract", "--person", number, now: "2028-02-01T10:00")
      .json["disclosures"]
    #expect(told.list.count == 1)
    #expect(told[0]["recipient"].text == "Skatteverket" && told[0]["sentOn"].text == "2028-01-28")
    let page = try trygg(
      "person", "extract", "--person", number, "--form", "html", now: "2028-02-01T10:00")
    #expect(page.out.contains("kontrolluppgift för 2027"))
    let refused = try trygg(
      "--format", "json", "person", "extract", "--person", Town.numbers["M02"] ?? "", now: "2028-02-01T10:00")
    #expect(refused.json["disclosures"].list.isEmpty)
  }

  @Test("The extract of a protected person has no address, and a member gets only the own")
  func protected() throws {
    let trygg = try ReportTests.town()
    try trygg.must("person", "protect", "--person", Town.numbers["M02"] ?? "", now: "2028-01-18")
    let own = try trygg(
      "person", "extract", "--person", Town.numbers["M02"] ?? "", "--form", "html", now: "2028-02-01T10:00")
    #expect(own.out.contains("Dina uppgifter är skyddade"))
    #expect(!own.out.contains("Ringgatan"))
    try trygg.must("user", "add", "mona", "--role", "member", "--person", Town.numbers["M01"] ?? "")
    try trygg(
      "person", "extract", "--person", Town.numbers["M02"] ?? "", "--form", "html", now: "2028-02-01T10:00",
      actor: "mona"
    ).expect(77, "NOT_PERMITTED")
  }

  @Test("The list of participants has aliases alone, and nobody who is protected")
  func participants() throws {
    let trygg = try ReportTests.town()
    let words = ["member", "list", "--ring", Town.ring("A"), "--form", "html"]
    try trygg(words, now: "2028-02-01T10:00").expect(1, "NO_ALIAS")
    for (key, alias) in [("M01", "Blåklinten"), ("M02", "<Uven>")] {
      try trygg.write(
        "alias.csv",
        "ring,personnummer,household,joined_on,alias\n\(Town.ring("A")),\(Town.numbers[key] ?? ""),,2027-01-15,\(alias)\n"
      )
      try trygg.must("import", "members", "alias.csv", "--reason", "Alias.", now: "2028-01-20T10:00")
    }
    let page = try trygg(words, now: "2028-02-01T10:00")
    page.expect(0, "Deltagare i TR-1280-0001", "Blåklinten", "&lt;Uven&gt;", "den 1 februari 2028")
    for word in ["Åsa", "Granne", "850709", "Ringgatan"] { #expect(!page.out.contains(word), "\(word)") }
    try trygg.must("person", "protect", "--person", Town.numbers["M02"] ?? "", now: "2028-02-01T11:00")
    let fewer = try trygg(words, now: "2028-02-01T12:00")
    #expect(fewer.out.contains("Blåklinten") && !fewer.out.contains("Uven"))
    try trygg.must("user", "add", "kaj", "--role", "ring_contact", "--ring", Town.ring("A"))
    let contact = try trygg(words, now: "2028-02-01T12:00", actor: "kaj")
    #expect(contact.out.contains("Blåklinten") && !contact.out.contains("Uven"))
  }

  @Test("The code of a letter is in the letter, and opens the pages that the letter names")
  func code() throws {
    let trygg = try TryggProgram()
    try trygg.enter(TryggProgram.m01)
    let run = try trygg("user", "code", "--person", TryggProgram.m01, "--form", "text")
    run.expect(
      0, "Din kod", "https://trygghetsregistret.example.se/logga-in", "till och med den 29 januari 2027")
    let code = try #require(run.out.firstMatch(of: /\n([0-9A-Z]{16})\n/)?.1)
    #expect(try trygg.shell("grep -c \(code) trygghetsregister.db*").out.contains(":1") == false)
    try trygg("user", "code", "--person", TryggProgram.m01, "--out", "brev.txt").expect(64)
  }

  @Test("Each report is a PDF with its XML inside")
  func pagesPDF() throws {
    let trygg = try ReportTests.town()
    for words in [
      ["person", "extract", "--person", Town.numbers["M01"] ?? ""], ["year", "summary", "2027"],
      ["training", "progress", "--programme", "TR"],
    ] {
      let run = try trygg(words + ["--form", "pdf", "--out", "sida.pdf"], now: "2028-02-01T10:00")
      #expect(run.code == 0, "\(words): \(run.err)")
      #expect(try trygg.shell("pdfdetach -list sida.pdf").out.contains(".xml"), "\(words)")
    }
  }

  @Test("A wrong template of one's own is told with its file, its line and what is wrong")
  func wrongTemplate() throws {
    let trygg = try ReportTests.town()
    try FileManager.default.createDirectory(
      at: trygg.folder.appendingPathComponent("mallar/html"), withIntermediateDirectories: true)
    try trygg.write(
      "mallar/html/statement.xsl",
      """
      <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
        <xsl:template match="/">
          <xsl:call-template name="nowhere"/>
        </xsl:template>
      </xsl:stylesheet>
      """)
    let run = try trygg(
      "--templates", "mallar", "year", "statements", "2027", "--out", "ut", now: "2028-01-24T10:00")
    #expect(run.code != 0)
    #expect(run.err.contains("html/statement.xsl") && run.err.contains("3"), "\(run.err)")
    try trygg.write("mallar/html/statement.xsl", "<xsl:stylesheet\n")
    let broken = try trygg(
      "--templates", "mallar", "year", "statements", "2027", "--out", "ut2", now: "2028-01-24T10:00")
    #expect(broken.code != 0)
    #expect(broken.err.contains("html/statement.xsl"), "\(broken.err)")
  }
}
