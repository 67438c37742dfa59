import Documents
import Foundation
import Testing

struct StylesheetTests {
  @Test func serialisesAsTheStylesheetSays() throws {
    #expect(
      try transform(
        "<a>å</a>", by: "<xsl:template match='/'><b><xsl:value-of select='a'/></b></xsl:template>")
        == "<b>å</b>\n")
    let text =
      "<xsl:output method='text'/><xsl:template match='/'>x &lt; <xsl:value-of select='a'/></xsl:template>"
    #expect(try transform("<a>å</a>", by: text) == "x < å")
    #expect(try transform(by: "<xsl:template match='/'/>") == "")
  }

  @Test(arguments: ["a'b", "a\"b'c", "', document('/etc/passwd'), '", "<b>&amp;</b>", "", "å 😀", "/a/b"])
  func takesParametersAsText(_ value: String) throws {
    let body = """
      <xsl:output method="text"/><xsl:param name="p"/>
      <xsl:template match="/"><xsl:value-of select="$p"/></xsl:template>
      """
    #expect(try transform(by: body, parameters: ["p": value]) == value)
  }

  @Test func knowsTheExtensionsAllowed() throws {
    let body = """
      <xsl:output method="text"/><xsl:variable name="v"><i>1</i><i>2</i></xsl:variable>
      <xsl:template match="/"><xsl:value-of select="count(exsl:node-set($v)/i)"/>
      <xsl:for-each select="str:tokenize('a b')">[<xsl:value-of select="."/>]</xsl:for-each></xsl:template>
      """
    #expect(try transform(by: body) == "2[a][b]")
  }

  @Test func namesFileLineAndReasonOfWhatDoesNotCompile() throws {
    let folder = try TemplateFolder([
      "html/bad.xsl": stylesheet("<xsl:template match='/'>\n<xsl:value-of select='foo['/></xsl:template>"),
      "html/main.xsl": stylesheet("<xsl:include href='part.xsl'/>"),
      "html/part.xsl": "<xsl:stylesheet\n>",
      "html/wrong.xsl": stylesheet("<xsl:include href='bad.xsl'/>"),
    ])
    let templates = TemplateSet(folders: [folder.path])
    let bad = fault { _ = try templates.stylesheet("html/bad.xsl") }
    #expect(bad?.code == .stylesheet)
    #expect(bad?.file == "html/bad.xsl")
    #expect(bad?.line == 7)
    #expect(bad?.facts["reason"]?.contains("foo[") == true)
    #expect(fault { _ = try templates.stylesheet("html/wrong.xsl") }?.file == "html/bad.xsl")
    let part = fault { _ = try templates.stylesheet("html/main.xsl") }
    #expect(part?.code == .malformed)
    #expect(part?.file == "html/part.xsl")
    #expect(part?.line == 2)
  }

  @Test func namesFileLineAndReasonOfWhatFails() throws {
    let unknown = fault { _ = try transform(by: "<xsl:template match='/'>\n<b c='{$none}'/></xsl:template>") }
    #expect(unknown?.code == .transform)
    #expect(unknown?.file == "test.xsl")
    #expect(unknown?.line == 7)
    let stopped = fault {
      _ = try transform(
        by: "<xsl:template match='/'><b/><xsl:message terminate='yes'>utan namn</xsl:message></xsl:template>")
    }
    #expect(stopped?.facts["reason"]?.contains("utan namn") == true)
  }

  @Test func refusesASourceThatIsNotOne() {
    #expect(fault { _ = try transform("<a", by: "<xsl:template match='/'/>") }?.code == .malformed)
    #expect(
      fault { _ = try transform("<!DOCTYPE a><a/>", by: "<xsl:template match='/'/>") }?.code == .doctype)
  }

  @Test func givesStylesheetsMessagesDatesAndNumbers() throws {
    let catalogue = try MessageCatalogue(
      parsing: Array(
        """
        <messages xmlns="urn:trygghetsregister:messages:1" language="sv">
          <message code="SHARE" source="C-17">Du var med {n} av {of} gånger.</message>
        </messages>
        """.utf8), file: "sv.xml")
    let body = """
      <xsl:output method="text"/>
      <xsl:template match="a"><xsl:value-of select="f:message('SHARE', 'n', @n, 'of', 12)"/>|<xsl:value-of
        select="f:source('SHARE')"/>|<xsl:value-of select="f:remedy('SHARE')"/>|<xsl:value-of
        select="f:date(@on)"/>|<xsl:value-of select="f:amount(2000)"/>|<xsl:value-of
        select="f:percent(@n, 12)"/></xsl:template>
      """
    #expect(
      try transform("<a n='9' on='2028-01-24'/>", by: body, messages: catalogue)
        == "Du var med 9 av 12 gånger.|C-17||den 24 januari 2028|2\u{A0}000|75,00\u{A0}%")
    for call in [
      "f:message('NONE')", "f:message('SHARE', 'n', 1)", "f:message('SHARE', 'n')", "f:message()",
      "f:date('igår')",
      "f:amount('x')", "f:percent(1)", "f:percent(-1, 2)", "f:other()",
    ] {
      let body = "<xsl:template match='/'><b><xsl:value-of select=\"\(call)\"/></b></xsl:template>"
      #expect(fault { _ = try transform(by: body, messages: catalogue) }?.code == .transform, "\(call)")
    }
  }

  /// Runs share the compiled stylesheet and nothing else, also where libxslt writes into it.
  @Test func isSharedByManyThreads() async throws {
    let folder = try TemplateFolder([
      "main.xsl": stylesheet(
        """
        <xsl:include href="part.xsl"/><xsl:strip-space elements="*"/><xsl:key name="k" match="i" use="@k"/>
        <xsl:decimal-format name="d" decimal-separator="," grouping-separator=" "/>
        <xsl:template match="/a"><html><xsl:apply-templates select="i"><xsl:sort select="@k"/></xsl:apply-templates>
          <xsl:value-of select="count(key('k', 'x1'))"/>
          <xsl:value-of select="format-number(12345.5, '# ##0,00', 'd')"/>
          <xsl:value-of select="f:date('2028-01-24')"/></html></xsl:template>
        """),
      "part.xsl": stylesheet(
        "<xsl:template match='i'><p id='{generate-id()}'><xsl:number/>:<xsl:value-of select='@k'/></p></xsl:template>"
      ),
    ])
    let sheet = try TemplateSet(folders: [folder.path]).stylesheet("main.xsl")
    let messages = MessageCatalogue(language: .english)
    let documents = (0..<8).map { variant in
      Array(("<a>" + (0..<20).map { " <i k='x\($0 % (variant + 2))'/>" }.joined() + "</a>").utf8)
    }
    let expected = try documents.map { try sheet.transform($0, messages: messages) }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for worker in 0..<8 {
        group.addTask {
          for round in 0..<250 {
            let index = (worker + round) % documents.count
            guard try sheet.transform(documents[index], messages: messages) == expected[index] else {
              return false
            }
          }
          return true
        }
      }
      for try await same in group { #expect(same) }
    }
  }

  @Test func compilesOnManyThreads() async throws {
    let folder = try TemplateFolder(
      Dictionary(
        uniqueKeysWithValues: (0..<40).map { number in
          let body = number % 2 == 0 ? "<b>\(number)</b>" : "<xsl:value-of select='\(number)('/>"
          return ("s\(number).xsl", stylesheet("<xsl:template match='/'>\(body)</xsl:template>"))
        }))
    let templates = TemplateSet(folders: [folder.path])
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        group.addTask {
          let found = fault { _ = try templates.stylesheet("s\(number).xsl") }
          // Each thread hears its own errors and nobody else's.
          #expect(found?.file == (number % 2 == 0 ? nil : "s\(number).xsl"))
        }
      }
    }
  }
}
