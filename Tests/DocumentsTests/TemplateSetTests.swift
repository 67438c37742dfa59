import Documents
import Testing

struct TemplateSetTests {
  private let greeting = stylesheet("<xsl:template name='g'>shipped</xsl:template>")
  private let page = stylesheet(
    "<xsl:include href='../common/g.xsl'/><xsl:template match='/'><p><xsl:call-template name='g'/></p></xsl:template>"
  )
  private let sv = "<messages xmlns='urn:trygghetsregister:messages:1' language='sv'/>"

  @Test func takesWhatTheFirstFolderLacksFromTheNext() throws {
    let shipped = try TemplateFolder(["html/p.xsl": page, "common/g.xsl": greeting, "i18n/sv.xml": sv])
    let own = try TemplateFolder(["common/g.xsl": greeting.replacing("shipped", with: "own")])
    let plain = TemplateSet(folders: [shipped.path])
    let overridden = TemplateSet(folders: [own.path, shipped.path])
    func rendered(_ templates: TemplateSet) throws -> String {
      String(
        decoding: try templates.render(Array("<a/>".utf8), by: "html/p.xsl", in: .swedish), as: UTF8.self)
    }
    #expect(try rendered(plain) == "<p>shipped</p>\n")
    #expect(try rendered(overridden) == "<p>own</p>\n")
    #expect(overridden.names() == ["html/p.xsl", "common/g.xsl", "i18n/sv.xml"])
    #expect(try plain.digest() != overridden.digest())
    #expect(try plain.stylesheet("html/p.xsl") === plain.stylesheet("html/p.xsl"))
  }

  @Test func digestsNamesAndBytes() throws {
    let first = try TemplateFolder(["a.xsl": "1", "b/c.css": "2", ".hidden": "x", "b/__cache__/d": "y"])
    let same = try TemplateFolder(["b/c.css": "2", "a.xsl": "1"])
    let renamed = try TemplateFolder(["b/d.css": "2", "a.xsl": "1"])
    let moved = try TemplateFolder(["a.xsl": "12", "b/c.css": ""])
    func digest(_ folder: TemplateFolder) throws -> [UInt8] {
      try TemplateSet(folders: [folder.path]).digest()
    }
    #expect(try digest(first).count == 32)
    #expect(try digest(first) == digest(same))
    #expect(try digest(first) != digest(renamed))
    #expect(try digest(first) != digest(moved))
  }

  /// A document is rendered with what its set's digest covers, although the folder has changed.
  @Test func rendersWhatItDigested() throws {
    let folder = try TemplateFolder([
      "p.xsl": stylesheet("<xsl:template match='/'><b>1</b></xsl:template>"), "i18n/sv.xml": sv,
    ])
    let templates = TemplateSet(folders: [folder.path])
    let before = try templates.digest()
    try folder.write(stylesheet("<xsl:template match='/'><b>2</b></xsl:template>"), to: "p.xsl")
    let result = try templates.render(Array("<a/>".utf8), by: "p.xsl", in: .swedish)
    #expect(String(decoding: result, as: UTF8.self) == "<b>1</b>\n")
    #expect(try templates.digest() == before)
  }

  @Test func tellsTheStylesheetItsLanguage() throws {
    let folder = try TemplateFolder([
      "p.xsl": stylesheet(
        "<xsl:param name='language'/><xsl:template match='/'><b l='{$language}'/></xsl:template>"),
      "i18n/en.xml": sv.replacing("'sv'", with: "'en'"),
    ])
    let templates = TemplateSet(folders: [folder.path])
    let result = try templates.render(Array("<a/>".utf8), by: "p.xsl", in: .english)
    #expect(String(decoding: result, as: UTF8.self) == "<b l=\"en\"/>\n")
    #expect(fault { _ = try templates.messages(.swedish) } == XMLFault(.templateMissing, file: "i18n/sv.xml"))
  }
}
