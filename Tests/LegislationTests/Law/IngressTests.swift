import Testing

@testable import Legislation

@Suite("What an amending act says that it does")
struct IngressTests {
  let fixture: LawFixture

  init() throws { fixture = try LawFixture() }

  static let expected: [(proposal: String, statute: String, ingress: String)] = [
    (
      "TR-R1", "1999:1229",
      "Härigenom föreskrivs i fråga om inkomstskattelagen (1999:1229) dels att 1 kap. 11 § och 67 kap. 1 och 2 §§ ska ha följande lydelse, dels att det ska införas fyra nya paragrafer, 67 kap. 53–56 §§, och närmast före 67 kap. 53–56 §§ nya rubriker av följande lydelse."
    ),
    (
      "TR-R1", "2011:1244",
      "Härigenom föreskrivs i fråga om skatteförfarandelagen (2011:1244) dels att 22 kap. 1 § och 23 kap. 2 § ska ha följande lydelse, dels att det ska införas en ny paragraf, 22 kap. 31 §, och närmast före 22 kap. 31 § en ny rubrik av följande lydelse."
    ),
    (
      "all", "2009:400",
      "Härigenom föreskrivs i fråga om offentlighets- och sekretesslagen (2009:400) dels att 10 kap. 15 a, 19 och 21 §§, 26 kap. 15 §, 27 kap. 6 och 10 §§ och 40 kap. 8 § ska ha följande lydelse, dels att det ska införas sex nya paragrafer, 26 kap. 3 a och 9 f §§, 27 kap. 2 b §, 35 kap. 10 f och 10 g §§ och 40 kap. 1 b §, och närmast före 26 kap. 3 a §, 27 kap. 2 b § och 40 kap. 1 b § nya rubriker av följande lydelse."
    ),
    (
      "all", "1942:740",
      "Härigenom föreskrivs i fråga om rättegångsbalken dels att 36 kap. 5 § ska ha följande lydelse, dels att det ska införas en ny paragraf, 20 kap. 7 c §, av följande lydelse."
    ),
    (
      "all", "2002:445",
      "Härigenom föreskrivs i fråga om lagen (2002:445) om medling med anledning av brott dels att 6 och 10 §§ ska ha följande lydelse, dels att det ska införas sex nya paragrafer, 11–16 §§, och närmast före 11–16 §§ nya rubriker av följande lydelse."
    ),
    (
      "all", "2025:400",
      "Härigenom föreskrivs i fråga om socialtjänstlagen (2025:400) dels att 19 kap. 1 § ska ha följande lydelse, dels att det ska införas en ny paragraf, 6 kap. 9 §, och närmast före 6 kap. 9 § en ny rubrik av följande lydelse."
    ),
    (
      "TB-R2", "2023:442",
      "Härigenom föreskrivs i fråga om förordningen (2023:442) om statsbidrag till kommuner för brottsförebyggande åtgärder dels att 4, 6 och 11 §§ ska ha följande lydelse, dels att det ska införas en ny paragraf, 5 a §, av följande lydelse."
    ),
    (
      "RR-R1", "1964:167",
      "Härigenom föreskrivs att 16 § lagen (1964:167) med särskilda bestämmelser om unga lagöverträdare ska ha följande lydelse."
    ),
    (
      "TR-R3", "1972:207",
      "Härigenom föreskrivs att det i skadeståndslagen (1972:207) ska införas en ny paragraf, 2 kap. 7 §, av följande lydelse."
    ),
    (
      "TB-R1", "2017:725",
      "Härigenom föreskrivs att det i kommunallagen (2017:725) ska införas en ny paragraf, 8 kap. 2 a §, och närmast före 8 kap. 2 a § en ny rubrik av följande lydelse."
    ),
  ]

  @Test("The ingress is that of a bill", arguments: expected)
  func ingress(proposal: String, statute: String, ingress: String) throws {
    let act = try #require(try fixture.bill(proposal).amending(statute))
    #expect(act.ingress.text == ingress)
  }

  @Test(
    "Carried out by its own words, every amending act gives the wording proposed",
    arguments: LawFixture.ids + ["all"])
  func roundTrip(word: String) throws {
    for act in try fixture.bill(word).all {
      guard let statute = act.amended else { continue }
      let read = try #require(
        Consolidation(statute, ingress: act.ingress.text, wordings: act.sections), "\(act.title)")
      for section in act.sections {
        let result = try #require(read.sections.first { $0.provision == section.provision })
        #expect(result.passages == section.passages)
        #expect(section.headings.isEmpty || result.headings == section.headings)
      }
      // What the ingress does not name stays as it was.
      for current in Consolidation(statute).sections
      where !act.sections.contains(where: { $0.provision == current.provision }) {
        let kept = try #require(read.sections.first { $0.provision == current.provision })
        #expect(kept.passages == current.passages)
      }
    }
  }

  @Test("An ingress that names another section, or counts wrongly, cannot be carried out")
  func wrongIngress() throws {
    let act = try #require(try fixture.bill("TR-R1").amending("1999:1229"))
    let statute = try #require(act.amended)
    for (words, other) in [
      ("67 kap. 1 och 2 §§", "67 kap. 1 och 3 §§"), ("fyra nya paragrafer", "fem nya paragrafer"),
      ("67 kap. 53–56 §§, och", "67 kap. 53–57 §§, och"), ("nya rubriker av", "nya rubriker som"),
    ] {
      let wrong = act.ingress.text.replacing(words, with: other)
      #expect(wrong != act.ingress.text)
      #expect(Consolidation(statute, ingress: wrong, wordings: act.sections) == nil, "\(words)")
    }
  }

  @Test("Every step has its clause, in the order of acts in force, and reads back")
  func steps() throws {
    let statute = try #require(fixture.law.statutes["2002:445"])
    func provision(_ number: Int) -> Provision { Provision(section: SectionNumber(number)) }
    let text = SectionText(
      provision: Provision(section: SectionNumber(10)), headings: [],
      passages: [Passage(lines: [Line(marker: .opening, text: "Ny lydelse.")])], masked: [], comment: nil,
      notes: [], proposal: "X", place: statute.place)
    let ingress = Ingress(
      statute: statute,
      [
        .repeal(provision(7)), .removeHeading(before: provision(5)),
        .renumber(provision(8), to: provision(12)),
        .replace(text), .moveHeading(before: provision(9), to: provision(10)),
      ])
    #expect(
      ingress.clauses == [
        "att 7 § ska upphöra att gälla", "att rubriken närmast före 5 § ska utgå",
        "att nuvarande 8 § ska betecknas 12 §", "att 10 § ska ha följande lydelse",
        "att rubriken närmast före 9 § ska sättas närmast före 10 §",
      ])
    #expect(
      Instruction.read(ingress.text, statute: statute.act.title) == [
        .repeal([provision(7)]), .removeHeadings([provision(5)]), .renumber(provision(8), to: provision(12)),
        .replace([provision(10)], headings: []), .moveHeading(before: provision(9), to: provision(10)),
      ])
  }
}
