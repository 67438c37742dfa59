import Documents
import Testing

struct MessageCatalogueTests {
  private func catalogue(_ content: String, language: String = "sv") throws -> MessageCatalogue {
    try MessageCatalogue(
      parsing: Array(
        "<messages xmlns='urn:trygghetsregister:messages:1' language='\(language)'>\n\(content)\n</messages>"
          .utf8),
      file: "sv.xml")
  }

  private let checkDigit = """
    <group name="csv"><message code="CHECK_DIGIT" source="C-88 {rule}" remedy="Rätta {column}.">
      Kontrollsiffran i {column}
      stämmer inte.
    </message></group>
    """

  @Test func fillsTextSourceAndRemedy() throws {
    let messages = try catalogue(checkDigit + "<message code='PLAIN'>Klart.</message>")
    let facts = ["column": "contact", "rule": "a"]
    #expect(messages.language == .swedish)
    #expect(messages.text("CHECK_DIGIT", facts) == "Kontrollsiffran i contact stämmer inte.")
    #expect(messages.source("CHECK_DIGIT", facts) == "C-88 a")
    #expect(messages.remedy("CHECK_DIGIT", facts) == "Rätta contact.")
    #expect(messages.text("PLAIN") == "Klart.")
    #expect(messages.source("PLAIN") == nil)
    #expect(Set(messages.codes) == ["CHECK_DIGIT", "PLAIN"])
  }

  @Test func leavesUnknownPlaceholdersVisibleAndReportsThem() throws {
    let messages = try catalogue(checkDigit)
    #expect(messages.text("CHECK_DIGIT") == "Kontrollsiffran i {column} stämmer inte.")
    #expect(messages.unfilled("CHECK_DIGIT", facts: ["column"]) == ["rule"])
    #expect(messages.unfilled("CHECK_DIGIT", facts: ["column", "rule", "more"]).isEmpty)
  }

  /// A value is never read as a pattern, whatever signs it holds.
  @Test func fillsOnce() throws {
    let messages = try catalogue("<message code='A'>{a} {b} {</message>")
    #expect(messages.text("A", ["a": "{b}", "b": "}{a}"]) == "{b} }{a} {")
  }

  @Test func fallsBackToTheCodeAndItsFacts() throws {
    let messages = try catalogue("")
    #expect(messages.text("NEW_CODE") == "NEW_CODE")
    #expect(messages.text("NEW_CODE", ["row": "3", "column": "name"]) == "NEW_CODE (column: name, row: 3)")
    #expect(messages.remedy("NEW_CODE") == nil)
  }

  @Test func refusesACodeTwice() {
    let found = fault { _ = try catalogue(checkDigit + "\n<message code='CHECK_DIGIT'>Igen.</message>") }
    #expect(
      found
        == XMLFault(
          .messageDuplicate, file: "sv.xml", line: 6, facts: ["element": "message", "code": "CHECK_DIGIT"]))
  }

  @Test(arguments: [
    ("<message>x</message>", XMLFault.Code.attributeMissing), ("<messag code='A'/>", .elementUnknown),
    ("<message code='A' remdy='x'/>", .attributeUnknown),
    ("<message code='A'><b/></message>", .elementUnknown),
    ("<group><group/></group>", .elementUnknown),
  ])
  func refusesWhatItDoesNotKnow(_ content: String, _ code: XMLFault.Code) {
    let found = fault { _ = try catalogue(content) }
    #expect(found?.code == code)
    #expect(found?.line == 2)
  }

  @Test func refusesAnotherLanguage() {
    #expect(fault { _ = try catalogue("", language: "fi") }?.code == .attributeValue)
  }

  @Test func findsWhatTwoLanguagesDisagreeOn() throws {
    let swedish = try catalogue(
      "<message code='A'>{x}</message><message code='B'>{x}</message><message code='C'/>")
    let english = try catalogue(
      "<message code='A'>The {x}</message><message code='B'>{y}</message>", language: "en")
    #expect(swedish.disagreements(with: english) == ["B", "C"])
    #expect(english.disagreements(with: swedish) == ["B", "C"])
  }
}
