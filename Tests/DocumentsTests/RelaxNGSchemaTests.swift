import Documents
import Testing

struct RelaxNGSchemaTests {
  private static let grammar = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:x"
      datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
    <start><element name="ring"><interleave>
      <element name="name"><text/></element>
      <zeroOrMore><element name="member"><attribute name="number"><data type="string">
        <param name="pattern">[0-9]{8}-[0-9]{4}</param></data></attribute>
        <attribute name="joined"><data type="date"/></attribute></element></zeroOrMore>
    </interleave></element></start></grammar>
    """

  private func schema(_ grammar: String = RelaxNGSchemaTests.grammar) throws -> RelaxNGSchema {
    try RelaxNGSchema(parsing: Array(grammar.utf8), file: "ring.rng")
  }

  private func validate(_ document: String) throws -> [XMLFault] {
    try schema().validate(Array(document.utf8), file: "ring.xml")
  }

  @Test func acceptsWhatIsValid() throws {
    #expect(
      try validate(
        "<ring xmlns='urn:x'><member number='19850709-9805' joined='2027-01-20'/><name>Öst</name></ring>"
      ).isEmpty)
  }

  @Test func namesTheLineOfWhatIsNot() throws {
    let faults = try validate(
      "<ring xmlns='urn:x'>\n<name/>\n<member joined='2027-13-20' number='x'/>\n</ring>")
    #expect(faults.first?.code == .invalid)
    #expect(faults.first?.file == "ring.xml")
    #expect(faults.first?.line == 3)
    #expect(try validate("<ring/>").isEmpty == false)
  }

  @Test func repeatsNoValueFromTheDocument() throws {
    for document in [
      "<ring xmlns='urn:x'><name/><member number='850709-9805' joined='2027-01-20'/></ring>",
      "<ring xmlns='urn:x'><name/><member number='19850709-9805' joined='850709-9805'/></ring>",
    ] {
      let faults = try validate(document)
      #expect(!faults.isEmpty)
      #expect(!faults.contains { $0.description.contains("9805") })
    }
  }

  @Test func refusesAttacksInTheDocument() throws {
    #expect(fault { _ = try validate("<!DOCTYPE ring><ring/>") }?.code == .doctype)
    #expect(fault { _ = try validate("<ring>") }?.code == .malformed)
  }

  @Test func refusesAWrongGrammarWithItsLine() {
    let found = fault {
      _ = try schema(RelaxNGSchemaTests.grammar.replacing("<interleave>", with: "<interleaf>"))
    }
    #expect(found?.file == "ring.rng")
    let unknown = fault {
      _ = try schema(
        "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'>\n<ref name='none'/></element>")
    }
    #expect(unknown?.code == .schema)
    #expect(unknown?.line == 2)
  }

  @Test(arguments: ["include", "externalRef"])
  func readsNothingItIncludes(_ name: String) throws {
    let folder = try TemplateFolder(["part.rng": RelaxNGSchemaTests.grammar])
    let reference = "<\(name) href='\(folder.path)/part.rng'/>"
    let grammar =
      name == "include"
      ? "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>\(reference)</grammar>"
      : "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'>\(reference)</element>"
    #expect(fault { _ = try schema(grammar) }?.code == .schema)
  }

  @Test func isSharedByManyThreads() async throws {
    let schema = try schema()
    let valid = Array(
      "<ring xmlns='urn:x'><member number='19850709-9805' joined='2027-01-20'/><name/></ring>".utf8)
    let wrong = Array("<ring xmlns='urn:x'>\n<name/><member number='1' joined='2027-01-20'/></ring>".utf8)
    let expected = try schema.validate(wrong, file: "w")
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<200 {
            #expect((try? schema.validate(valid, file: "v"))?.isEmpty == true)
            #expect((try? schema.validate(wrong, file: "w")) == expected)
          }
        }
      }
    }
  }
}
