import Documents
import Foundation
import Testing

/// What an uploaded or altered document may try.
struct ParserAttackTests {
  @Test(arguments: [
    // Reads a file through an entity.
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
    // Reads a file as an external subset.
    "<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a/>",
    "<!DOCTYPE a PUBLIC \"-//X\" \"http://localhost:1/x.dtd\"><a/>",
    // Grows without end.
    "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
      + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><a b=\"&c;\">&c;</a>",
    // Default attributes, parameter entities.
    "<!DOCTYPE a [<!ATTLIST a b CDATA 'x'>]><a/>",
    "<!DOCTYPE a [<!ENTITY % x SYSTEM 'file:///etc/hostname'> %x;]><a/>",
    "<!DOCTYPE html><a/>",
  ])
  func refusesAnyDoctype(_ document: String) {
    #expect(fault { _ = try parse("\n" + document) } == XMLFault(.doctype, file: "test.xml", line: 2))
  }

  @Test(arguments: [
    ("<a>&x;</a>", 1), ("<a>\n<b></a>", 2), ("<a/>\n<b/>", 2), ("<x:a/>", 1), ("<a b='1' b='2'/>", 1),
    ("<a>\u{8}</a>", 1), ("<a>&#0;</a>", 1), ("<a>]]></a>", 1), ("", 1), ("<a", 1),
  ])
  func refusesWhatIsNotWellFormed(_ document: String, line: Int) {
    let found = fault { _ = try parse(document) }
    #expect(found?.code == .malformed)
    #expect(found?.line == line)
  }

  @Test func refusesAllButUTF8() {
    let latin1 =
      Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>".utf8) + [0xE5] + Array("</a>".utf8)
    #expect(fault { _ = try MarkupElement(parsing: latin1, file: "x") }?.code == .malformed)
    #expect(fault { _ = try parse("<a>").text }?.code == .malformed)
    #expect(fault { _ = try MarkupElement(parsing: [0x3C, 0x61, 0x3E, 0xC3, 0x28], file: "x") } != nil)
  }

  @Test func leavesXIncludeAlone() throws {
    let root = try parse(
      "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='/etc/hostname' parse='text'/></a>")
    #expect(root.text.isEmpty)
    #expect(root.children.map(\.name) == ["include"])
  }

  @Test func capsBytesBeforeItParses() {
    let bytes = Array("<a>not even closed".utf8)
    let found = fault { _ = try MarkupElement(parsing: bytes, file: "x", limit: bytes.count - 1) }
    #expect(found == XMLFault(.tooLarge, file: "x", facts: ["bytes": "18", "limit": "17"]))
  }

  @Test func capsTexts() {
    let long = String(repeating: "x", count: DocumentSize.standardLimit)
    for document in [
      "<a>\(long)</a>", "<a><![CDATA[\(long)]]></a>", "<a/><!--\(long)-->", "<?p \(long)?><a/>",
    ] {
      #expect(fault { _ = try parse(document) }?.code == .tooLarge)
    }
  }

  @Test func capsDepth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(try parse(nested(256)).name == "a")
    #expect(fault { _ = try parse(nested(257 + 1)) }?.code == .tooDeep)
    #expect(fault { _ = try parse(nested(1_000_000)) }?.code == .tooDeep)
  }

  @Test func capsAttributesAndNames() {
    let long = String(repeating: "x", count: 10_000_001)
    #expect(fault { _ = try parse("<a b='\(long)'/>") }?.code == .malformed)
    #expect(fault { _ = try parse("<\(long)/>") }?.code == .malformed)
  }
}
