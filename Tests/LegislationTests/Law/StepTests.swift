import Documents
import Foundation
import Identity
import Testing

@testable import Legislation

/// What the shipped drafts do not need, but a drafter may: repeal, renumber, move, a new chapter, an act repealed.
@Suite("Every step that an amending act may take")
struct StepTests {
  let fixture: LawFixture
  let templates = TemplateSet(folders: [Shipped.templates.path])
  private let copy: LawCopy

  init() throws {
    copy = try LawCopy()
    try copy.replace(
      "exempts=\"2014/24/EU\"/>",
      with: """
        exempts="2014/24/EU"/>
        <amend statute="2002:445">
          <repeal number="7"/>
          <renumber number="8" to="8 a"/>
          <remove-heading before="5"/>
          <section number="10"><comment>Ny lydelse.</comment><p>Medlaren ska medverka till att avtal träffas.</p></section>
          <move-heading before="9" to="10"/>
        </amend>
        <amend statute="1942:740">
          <chapter number="20 a" title="Om medling före åtal">
            <section number="1"><comment>Nytt kapitel.</comment><p>Åklagaren får skjuta upp beslutet.</p></section>
            <section number="2"><heading>Avtal</heading><comment>Nytt kapitel.</comment><p>Avtalet ska vara skriftligt.</p></section>
          </chapter>
        </amend>
        <repeal-act statute="2011:860"/>
        """, in: "proposals/TC-R3.xml")
    fixture = try LawFixture(copy.path)
  }

  @Test("The ingress names every step in the order of acts in force, and reads back")
  func ingress() throws {
    let bill = try fixture.bill("TC-R3")
    let mediation = try #require(bill.amending("2002:445"))
    #expect(
      mediation.ingress.text
        == """
        Härigenom föreskrivs i fråga om lagen (2002:445) om medling med anledning av brott dels att 7 § ska upphöra att \
        gälla, dels att rubriken närmast före 5 § ska utgå, dels att nuvarande 8 § ska betecknas 8 a §, dels att 10 § \
        ska ha följande lydelse, dels att rubriken närmast före 9 § ska sättas närmast före 10 §.
        """)
    let procedure = try #require(bill.amending("1942:740"))
    #expect(
      procedure.ingress.text
        == """
        Härigenom föreskrivs att det i rättegångsbalken ska införas ett nytt kapitel, 20 a kap., av följande lydelse.
        """)
    #expect(
      bill.all.map(\.ingress.opening).contains(
        "Härigenom föreskrivs att lagen (2011:860) om medling i vissa privaträttsliga tvister ska upphöra att gälla den 1 januari 2027."
      ))
    for act in [mediation, procedure] {
      let statute = try #require(act.amended)
      let read = try #require(Consolidation(statute, with: bill))
      for section in act.sections {
        #expect(read.sections.first { $0.provision == section.provision }?.passages == section.passages)
      }
    }
    let statute = try #require(mediation.amended)
    let moved = try #require(Consolidation(statute, with: bill))
    #expect(moved.repealed.map(\.description) == ["7 §"])
    #expect(
      moved.sections.first { $0.provision.description == "10 §" }?.headings.map(\.text) == ["Medlingsmötet"])
  }

  @Test("The XML and Akoma Ntoso hold every step")
  func steps() throws {
    let xml = try fixture.document(try fixture.bill("TC-R3")).xml()
    let akn = try templates.render(xml, by: "akn/law-draft.xsl", in: .swedish)
    try expectAkomaNtoso(akn)
    let text = String(decoding: xml, as: UTF8.self)
    for kind in ["repeal", "renumber", "remove-heading", "move-heading"] {
      #expect(text.contains("<step kind=\"\(kind)\""))
    }
    let legal = String(decoding: akn, as: UTF8.self)
    for type in ["repeal", "renumbering", "replacement", "substitution", "insertion"] {
      #expect(legal.contains("textualMod type=\"\(type)\"") || legal.contains("type=\"\(type)\""), "\(type)")
    }
    #expect(legal.contains("<heading>Om medling före åtal</heading>"))
    #expect(legal.contains("destination href=\"/akn/se/act/2002-05-30/2002-445#sec_5__heading\""))
  }

  @Test("The other forms hold the new chapter once and no empty columns")
  func forms() throws {
    let document = try fixture.document(try fixture.bill("TC-R3"))
    let html = String(
      decoding: try templates.render(try document.xml(), by: "html/law-draft.xsl", in: .swedish),
      as: UTF8.self)
    #expect(html.components(separatedBy: "Om medling före åtal").count == 2)
    #expect(document.text().components(separatedBy: "20 a kap. Om medling före åtal").count == 2)
    #expect(try document.word(templates).starts(with: [0x50, 0x4B]))
  }
}
