import Foundation
import Testing

/// An issued document is rendered the same for as long as it exists.
@Suite struct FrozenTemplateTests {
  @Test("Years later, after new templates, a new name and a new amount, the document is the same to the byte")
  func frozen() throws {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).decided()
    try trygg.must("year", "statements", "2027", "--out", "ut", now: "2028-01-24T10:00")
    let page = try trygg.read("ut/2028-000001-7.html")

    try FileManager.default.createDirectory(
      at: trygg.folder.appendingPathComponent("mallar/html"), withIntermediateDirectories: true)
    try trygg.write("mallar/html/statement.xsl", "<not-a-stylesheet/>")
    let number = Town.numbers["M01"] ?? ""
    try trygg.write("namn.csv", "personnummer,given_name,family_name\n\(number),Robin,Nyström\n")
    try trygg.must("import", "persons", "namn.csv", now: "2031-05-02")
    let legal = try trygg.legal("benefit.amount_kr", "4000")

    let words = [
      "--templates", "mallar", "--legal", legal, "document", "render", "--number", "2028-000001-7",
    ]
    let later = try trygg(words, now: "2034-05-02T07:00")
    #expect(later.code == 0, "\(later.err)")
    #expect(later.out == page)
    let again = try trygg(
      "--templates", "mallar", "year", "statements", "2027", "--out", "igen", now: "2034-05-02T08:00")
    #expect(again.code == 0, "\(again.err)")
    #expect(try trygg.read("igen/2028-000001-7.html") == page)
  }

  private static func stylesheet(_ template: String) -> String {
    """
    <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
    \(template)
    </xsl:stylesheet>
    """
  }

  @Test(
    "Nothing is issued with a template that fails, and the next run with others issues it",
    arguments: [
      ("html/statement.xsl", "not xml <"),
      (
        "html/statement.xsl",
        stylesheet("<xsl:template match='/'><xsl:value-of select='1 +'/></xsl:template>")
      ),
      (
        "html/statement.xsl",
        stylesheet("<xsl:template match='/'><xsl:copy-of select=\"document('/etc/passwd')\"/></xsl:template>")
      ),
      (
        "text/statement.xsl",
        stylesheet("<xsl:template match='/' name='a'><xsl:call-template name='a'/></xsl:template>")
      ),
      ("parts/statement.xsl", stylesheet("<xsl:include href='/etc/passwd'/>")),
      // XHTML that no page can be set of.
      (
        "html/statement.xsl",
        stylesheet(
          """
          <xsl:template match="/"><html xmlns="http://www.w3.org/1999/xhtml" lang="sv"><head><title>x</title></head>
          <body><p>x</p><frob/></body></html></xsl:template>
          """)
      ),
    ])
  func failing(file: String, content: String) throws {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).decided()
    for folder in ["html", "text", "parts"] {
      try FileManager.default.createDirectory(
        at: trygg.folder.appendingPathComponent("mallar/\(folder)"), withIntermediateDirectories: true)
    }
    try trygg.write("mallar/\(file)", content)
    try trygg("--templates", "mallar", "year", "statements", "2027", "--out", "ut", now: "2028-01-24T10:00")
      .expect(65)
    #expect(try trygg.sql("SELECT count(*) FROM document") == "0")
    #expect(try trygg.sql("SELECT count(*) FROM template_set") == "0")
    try trygg("year", "statements", "2027", "--out", "ut", now: "2028-01-24T11:00").expect(0, "1 nya")
  }

  @Test("The doctor compiles every template and names the fault with its line")
  func doctor() throws {
    let trygg = try TryggProgram()
    try FileManager.default.createDirectory(
      at: trygg.folder.appendingPathComponent("mallar/portal/parts"), withIntermediateDirectories: true)
    try trygg.write(
      "mallar/portal/parts/layout.xsl",
      Self.stylesheet("<xsl:template match='/'><xsl:value-of select='1 +'/></xsl:template>"))
    try trygg("--templates", "mallar", "doctor")
      .expect(1, "portal/parts/layout.xsl:2:", "[DOCTOR_STYLESHEET]")
  }

  @Test("Files that two template sets share are kept once")
  func shared() throws {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).decided()
    try trygg.must("year", "statements", "2027", "--out", "ut", now: "2028-01-24T10:00")
    let files = try trygg.sql("SELECT count(*) FROM template_file")
    #expect(try trygg.sql("SELECT count(DISTINCT digest) FROM template_set") == "1")
    #expect((Int(files) ?? 0) > 10)
    try trygg.expectSound()
  }
}
