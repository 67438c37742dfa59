import Documents
import Foundation
import Testing

/// What a stylesheet in a user's own folder may try.
struct StylesheetAttackTests {
  private func template(_ content: String) -> String {
    "<xsl:template match='/'><out>\(content)</out></xsl:template>"
  }

  @Test(arguments: [
    "/etc/hostname", "file:///etc/hostname", "http://localhost:1/x.xml", "test.xsl", "../x.xml", "",
    "template:/set/test.xsl", "template:/set/secret.xml",
  ])
  func readsNoDocument(_ address: String) throws {
    let body = template("<xsl:copy-of select=\"document('\(address)')\"/>")
    let found = fault { _ = try transform(by: body) }
    #expect(found?.code == .transform)
    #expect(found?.line == 6)
  }

  @Test(arguments: [
    "<exsl:document href='FILE'>x</exsl:document>",
    "<xsl:document href='FILE' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>x</xsl:document>",
  ])
  func writesNoFile(_ instruction: String) throws {
    let folder = try TemplateFolder([:])
    let file = folder.path + "/stolen.xml"
    let body = template(instruction.replacing("FILE", with: file))
    #expect(fault { _ = try transform(by: body) }?.code == .transform)
    #expect(!FileManager.default.fileExists(atPath: file))
    // No folder either.
    let deeper = template(instruction.replacing("FILE", with: folder.path + "/new/x.xml"))
    #expect(fault { _ = try transform(by: deeper) } != nil)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/new"))
  }

  @Test(
    arguments: ["include", "import"],
    [
      "ABSOLUTE", "file://ABSOLUTE", "../secret.xsl", "../../secret.xsl", "../../../../../../../../ABSOLUTE",
      "http://localhost:1/secret.xsl", "ftp://localhost/secret.xsl", "//localhost/secret.xsl",
      "template:/secret.xsl",
      "template://set/secret.xsl", "part.xsl?x", "%2e%2e/secret.xsl", ".hidden.xsl", "missing.xsl", "",
    ])
  func includesNothingFromOutside(_ instruction: String, _ address: String) throws {
    let folder = try TemplateFolder([
      "secret.xsl": stylesheet("<xsl:template match='/'>stolen</xsl:template>"),
      "set/part.xsl": stylesheet(""), "set/.hidden.xsl": stylesheet(""),
    ])
    let reference = address.replacing("ABSOLUTE", with: folder.path + "/secret.xsl")
    try folder.write(stylesheet("<xsl:\(instruction) href='\(reference)'/>"), to: "set/main.xsl")
    let templates = TemplateSet(folders: [folder.path + "/set"])
    #expect(fault { _ = try templates.stylesheet("main.xsl") } != nil)
  }

  @Test(arguments: ["../secret.xsl", "/etc/hostname", "a//b.xsl", "", ".", "a/../b.xsl", "sp ace.xsl"])
  func servesNoNameThatLeadsOut(_ name: String) throws {
    let folder = try TemplateFolder(["secret.xsl": stylesheet(""), "set/b.xsl": stylesheet("")])
    let templates = TemplateSet(folders: [folder.path + "/set"])
    #expect(fault { _ = try templates.contents(of: name) } == XMLFault(.templateMissing, file: name))
  }

  @Test func refusesADoctypeInATemplate() throws {
    let folder = try TemplateFolder([
      "a.xsl": "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" + stylesheet(template("&e;"))
    ])
    #expect(fault { _ = try TemplateSet(folders: [folder.path]).stylesheet("a.xsl") }?.code == .doctype)
  }

  @Test(arguments: [
    ("urn:evil", "e:run()"), ("http://icl.com/saxon", "e:evaluate('1')"),
    ("http://exslt.org/dynamic", "e:evaluate('1')"), ("http://exslt.org/crypto", "e:md5('1')"),
    ("http://xmlsoft.org/XSLT/", "e:test()"),
  ])
  func knowsNoOtherExtension(_ namespace: String, _ call: String) {
    let body = template("<x xmlns:e='\(namespace)'><xsl:value-of select=\"\(call)\"/></x>")
    #expect(fault { _ = try transform(by: body) }?.code == .transform)
  }

  /// Those of other processors that libxslt knows but that nobody registered here, and one nobody knows.
  @Test(arguments: [
    ("http://icl.com/saxon", "output href='FILE'"), ("http://xmlsoft.org/XSLT/", "test"),
    ("org.apache.xalan.xslt.extensions.Redirect", "write file='FILE'"), ("urn:evil", "run"),
    ("http://exslt.org/crypto", "md5"),
  ])
  func knowsNoOtherExtensionElement(_ namespace: String, _ element: String) throws {
    let folder = try TemplateFolder([:])
    let file = folder.path + "/stolen.xml"
    let sheet = stylesheet(
      template("<e:\(element.replacing("FILE", with: file))>x</e:\(element.prefix { $0 != " " })>")
    )
    .replacing("xmlns:exsl", with: "xmlns:e=\"\(namespace)\" xmlns:exsl")
    .replacing("prefixes=\"exsl func\"", with: "prefixes=\"e\"")
    try folder.write(sheet, to: "test.xsl")
    let templates = TemplateSet(folders: [folder.path])
    let found = fault {
      _ = try templates.stylesheet("test.xsl")
        .transform(Array("<a/>".utf8), messages: MessageCatalogue(language: .swedish))
    }
    #expect(found?.code == .transform)
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func endsEndlessRecursion() {
    let body = "<xsl:template match='/' name='t'><a><xsl:call-template name='t'/></a></xsl:template>"
    #expect(fault { _ = try transform(by: body) }?.code == .transform)
    let variables = """
      <xsl:template match='/' name='t'><xsl:param name="p"/><xsl:variable name="v" select="concat($p, 'x')"/>
      <xsl:apply-templates select="/"><xsl:with-param name="p" select="$v"/></xsl:apply-templates></xsl:template>
      """
    #expect(fault { _ = try transform(by: variables) }?.code == .transform)
    let functions = """
      <func:function name="f:r"><func:result select="f:r()"/></func:function>
      <xsl:template match='/'><xsl:value-of select="f:r()"/></xsl:template>
      """
    #expect(fault { _ = try transform(by: functions) } != nil)
  }

  @Test func endsLoopsThatGrowWithACube() {
    let document = "<a>" + String(repeating: "<i/>", count: 2_000) + "</a>"
    let body = template("<xsl:value-of select='count(//i[count(//i[count(//i) &gt; 0]) &gt; 0])'/>")
    #expect(fault { _ = try transform(document, by: body) }?.code == .transform)
    let instructions = template(
      "<xsl:for-each select='//i'><xsl:for-each select='//i'><xsl:for-each select='//i'><xsl:if test='false()'/>"
        + "</xsl:for-each></xsl:for-each></xsl:for-each>")
    #expect(fault { _ = try transform(document, by: instructions) }?.code == .transform)
  }

  /// libxslt hands out a document although the run failed; it must not be taken for a result.
  @Test func givesNothingWhenTheRunFailedHalfway() {
    for failure in [
      "<xsl:value-of select='$none'/>", "<xsl:message terminate='yes'/>",
      "<xsl:value-of select=\"e:x()\" xmlns:e='urn:e'/>",
      "<xsl:copy-of select=\"document('/etc/hostname')\"/>",
    ] {
      #expect(
        fault { _ = try transform(by: template("before\(failure)after")) }?.code == .transform, "\(failure)")
    }
  }
}
