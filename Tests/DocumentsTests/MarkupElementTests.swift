import Documents
import Testing

struct MarkupElementTests {
  @Test func keepsNamesNamespacesOrderAndLines() throws {
    let root = try parse(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <p:law xmlns:p="urn:p" xmlns="urn:d" b="2" a="1" p:c="3">
        <section>ett <em>två</em><![CDATA[ <tre>]]></section>
        <!-- left out --><?left out?>
        <section/>
      </p:law>
      """)
    #expect(root.name == "law")
    #expect(root.namespace == "urn:p")
    #expect(root.attributes.map(\.name) == ["b", "a", "c"])
    #expect(root.attributes.map(\.namespace) == ["", "", "urn:p"])
    #expect(root["a"] == "1")
    #expect(root["c"] == nil)
    #expect(root.children.map(\.line) == [3, 5])
    let section = try root.required(child: "section")
    #expect(section.namespace == "urn:d")
    #expect(section.text == "ett två <tre>")
    #expect(section.nodes.count == 3)
    #expect(root.children(named: "section").count == 2)
  }

  @Test func expandsCharacterReferencesInTextAndAttributes() throws {
    let root = try parse("<a b=\"&lt;&#229;&#10;&quot;\">&amp;&#x1F600;</a>")
    #expect(root["b"] == "<å\n\"")
    #expect(root.text == "&😀")
  }

  @Test func readsByteOrderMark() throws {
    #expect(try parse("\u{FEFF}<a>å</a>").text == "å")
  }

  @Test func countsLinesBeyondSixteenBits() throws {
    let root = try parse("<a>" + String(repeating: "\n", count: 70_000) + "<b>x</b></a>")
    #expect(root.child(named: "b")?.line == 70_001)
  }

  @Test func namesFileLineAndAttributeOfWhatIsMissing() throws {
    let root = try parse("<a>\n  <value from='2027-13-01'/>\n</a>")
    let value = try root.required(child: "value")
    #expect(
      fault { _ = try value.required("source") }
        == XMLFault(
          .attributeMissing, file: "test.xml", line: 2, facts: ["element": "value", "attribute": "source"]))
    #expect(
      fault { _ = try value.required("from", Int.init) }
        == XMLFault(
          .attributeValue, file: "test.xml", line: 2,
          facts: ["element": "value", "attribute": "from", "value": "2027-13-01"]))
    #expect(try value.optional("to", Int.init) == nil)
    #expect(fault { _ = try root.required(child: "none") }?.code == .elementMissing)
    #expect(fault { try root.allowOnly(attributes: [], children: ["other"]) }?.line == 2)
    #expect(fault { try value.allowOnly(attributes: ["form"]) }?.facts["attribute"] == "from")
  }
}
