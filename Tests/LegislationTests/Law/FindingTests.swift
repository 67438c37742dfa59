import Foundation
import Register
import Testing

@testable import Legislation

@Suite("What the checks find")
struct FindingTests {
  let fixture: LawFixture

  init() throws { fixture = try LawFixture() }

  /// The twelve main points of the reference, each by its number with the proposal that it lies in.
  static let mainPoints: [(point: Int, proposal: String, code: Finding.Code, fact: String)] = [
    (1, "SM-R1", .actRepealed, "socialtjänstlagen (2025:400)"),
    (2, "TB-R1", .constitution, "14 kap. 1 § regeringsformen"),
    (3, "TR-R1", .wordAvoided, "trygghetsavdrag"),
    (4, "TR-R1", .consequenceMissing, "1 kap. 11 § inkomstskattelagen (1999:1229)"),
    (4, "TR-R1", .consequenceMissing, "67 kap. 1 § inkomstskattelagen (1999:1229)"),
    (4, "TR-R1", .consequenceMissing, "67 kap. 2 § inkomstskattelagen (1999:1229)"),
    (4, "TR-R1", .consequenceMissing, "22 kap. 1 § skatteförfarandelagen (2011:1244)"),
    (4, "TR-R1", .consequenceMissing, "23 kap. 2 § skatteförfarandelagen (2011:1244)"),
    (5, "TR-R2", .delegation, "skatt"),
    (6, "SM-R3", .actExists, "lagen (2002:445) om medling med anledning av brott"),
    (6, "SM-R3", .actExists, "lagen (2011:860) om medling i vissa privaträttsliga tvister"),
    (6, "SM-R3", .termTaken, "medlingsöverenskommelse"),
    (6, "RR-R2", .actExists, "lagen (2002:445) om medling med anledning av brott"),
    (7, "RR-R3", .alreadyCovered, "35 kap. 14 § offentlighets- och sekretesslagen (2009:400)"),
    (8, "TC-R2", .alreadyCovered, "10 kap. 15 a § offentlighets- och sekretesslagen (2009:400)"),
    (
      8, "TC-R2", .alreadyCovered,
      "6 § lagen (2025:170) om skyldighet att lämna uppgifter till de brottsbekämpande myndigheterna"
    ),
    (9, "TB-R3", .claimUnfounded, "40 kap. 1 § offentlighets- och sekretesslagen (2009:400)"),
    (10, "RR-R1", .placeWrong, "20 kap. 7 c §"),
    (
      11, "TB-R2", .actExists,
      "förordningen (2023:442) om statsbidrag till kommuner för brottsförebyggande åtgärder"
    ),
    (12, "TC-R1", .statuteWrong, "förordningen (2022:1718) med instruktion för Polismyndigheten"),
    (12, "TC-R1", .delegation, "kommunens befogenheter"),
  ]

  /// What else is wrong in the source.
  static let otherFindings: [(proposal: String, code: Finding.Code, fact: String)] = [
    ("TR-R4", .addressee, "deltagare i trygghetsringar"),
    ("TR-R4", .europeanLaw, "EU:s dataskyddsförordning"),
    ("TR-R4", .nameOutdated, "Sekretesslagen"),
    ("TC-R3", .nameOutdated, "12 kap. jordabalken"),
    ("TC-R3", .alreadyCovered, "1 kap. 2 § lagen (2016:1145) om offentlig upphandling"),
  ]

  @Test("Each of the twelve points comes out of what the source says and the law", arguments: mainPoints)
  func mainPoint(point: Int, proposal: String, code: Finding.Code, fact: String) throws {
    try expectFound(proposal, code, fact)
  }

  @Test("No point is left out")
  func points() {
    #expect(Set(Self.mainPoints.map(\.point)) == Set(1...12))
  }

  @Test("So do the other faults of the source", arguments: otherFindings)
  func source(proposal: String, code: Finding.Code, fact: String) throws {
    try expectFound(proposal, code, fact)
  }

  private func expectFound(_ proposal: String, _ code: Finding.Code, _ fact: String) throws {
    let findings = SourceCheck(try #require(fixture.law.proposals(named: proposal)?.first), law: fixture.law)
      .findings
    #expect(findings.contains { $0.code == code && $0.facts.values.contains(.text(fact)) })
  }

  /// The fact of the law that each point rests on, and the law with that fact otherwise.
  static let premises:
    [(point: Int, proposal: String, code: Finding.Code, file: String, text: String, other: String)] =
      [
        (
          1, "SM-R1", .actRepealed, "catalogue", " repealed=\"2025-07-01\" by=\"2025:400\"",
          " about=\"socialtjänst\""
        ),
        (2, "TB-R1", .constitution, "1974-152", "bindande för kommunen", "bindande för staten"),
        (3, "TR-R1", .wordAvoided, "vocabulary", "word=\"trygghetsavdrag*\"", "word=\"otrygghetsavdrag*\""),
        (4, "TR-R1", .consequenceMissing, "1999-1229", "<on-insertion", ""),
        (5, "TR-R2", .delegation, "1974-152", "subject=\"skatt\"", "subject=\"tull\""),
        (6, "SM-R3", .termTaken, "2011-860", "medlingsöverenskommelse", "förlikningsavtal"),
        (
          7, "RR-R3", .alreadyCovered, "2009-400", "subject=\"sekretess vid medling med anledning av brott\"",
          "subject=\"sekretess vid förlikning\""
        ),
        (
          9, "TB-R3", .claimUnfounded, "2009-400", "subject=\"röstsekretess vid allmänna val\"",
          "subject=\"röstsekretess vid medborgarbudget\""
        ),
        (
          10, "RR-R1", .placeWrong, "1942-740", "subject=\"målsägandens åtalsrätt\"",
          "subject=\"åtalsunderlåtelse\""
        ),
        (11, "TB-R2", .actExists, "2023-442", "about=\"statsbidrag till kommuner\"", "about=\"stipendier\""),
        (
          12, "TC-R1", .statuteWrong, "2022-1718", "about=\"Polismyndighetens uppgifter\"",
          "about=\"intendentur\""
        ),
      ]

  @Test("A point falls when the law that it rests on is another", arguments: premises)
  func premise(
    point: Int, proposal: String, code: Finding.Code, file: String, text: String, other: String
  ) throws {
    let copy = try LawCopy()
    let name = "statutes/\(file).xml"
    if other.isEmpty {
      try copy.strike(text, in: name)
    } else {
      try copy.replace(text, with: other, in: name)
    }
    let law = try LawFolder(copy.path).law()
    let found = SourceCheck(try #require(law.proposals(named: proposal)?.first), law: law).findings
    #expect(
      !found.contains { $0.code == code && (point != 3 || $0.facts["word"] == .text("trygghetsavdrag")) })
  }

  @Test("The drafts that are shipped have no errors, alone or together", arguments: LawFixture.ids + ["all"])
  func drafts(word: String) throws {
    let errors = try fixture.findings(try fixture.bill(word)).filter {
      !$0.isInSource && $0.severity == .error
    }
    #expect(errors == [])
  }

  @Test("A commencement that cannot be decided in time is found, and the draft is still made")
  func tooEarly() throws {
    let bill = try fixture.bill("TR-R1")
    #expect(try fixture.findings(bill).contains { $0.code == .commencementTooEarly })
    #expect(try !fixture.findings(bill, on: "2026-03-01").contains { $0.code == .commencementTooEarly })
    #expect(!bill.acts.isEmpty)
  }

  @Test("Two drafts that claim one number get one each, and the finding says so")
  func shifted() throws {
    let bill = try fixture.bill("TR-R4", "TC-R2")
    let numbers = bill.amending("2009:400")?.sections.map(\.provision.description)
    #expect(numbers == ["26 kap. 9 f §", "35 kap. 10 f §", "35 kap. 10 g §"])
    #expect(try fixture.findings(bill).contains { $0.code == .numberShifted })
  }

  /// What is broken in a copy of the law data, and what the checks say then.
  static let broken: [(file: String, text: String, other: String, proposal: String, code: Finding.Code)] = [
    (
      "proposals/TB-R2.xml",
      "<comment>Bidrag till medborgarbudget läggs till som en andra bidragsform. Projektbidraget ändras inte.</comment>",
      "", "TB-R2", .commentMissing
    ),
    ("proposals/SM-R3.xml", "<plan of=\"SM\"/>", "200 timmar", "SM-R3", .numberLiteral),
    (
      "proposals/TR-R2.xml", "i 66 och 67 kap. skatteförfarandelagen (2011:1244)",
      "i 66 och 67 kap. lagen (2011:1244) om skatt", "TR-R2", .titleDiffers
    ),
    (
      "proposals/TB-R1.xml", "rösta om hur medel", "rösta och/eller yttra sig om hur medel", "TB-R1",
      .wordAvoided
    ),
    ("proposals/TB-R1.xml", "number=\"2 a\"", "number=\"2 c\"", "TB-R1", .sectionGap),
    ("proposals/TC-R1.xml", "statute=\"2023:196\"", "statute=\"2026:125\"", "TC-R1", .sectionUncertain),
    ("proposals/TR-R1.xml", "och 27–56 §§", "och 27–55 §§", "TR-R1", .consequenceMissing),
    (
      "proposals/TR-R1.xml", "enligt 14–16 §§ samma lag, vilka ska", "enligt 14–36 §§ samma lag, vilka ska",
      "TR-R1", .referenceNowhere
    ),
    (
      "proposals/TR-R1.xml", "<number of=\"benefit.amount_kr\"/> kronor", "2 000 kronor", "TR-R1",
      .numberLiteral
    ),
    (
      "proposals/TR-R1.xml", "<number of=\"benefit.amount_kr\"/> kronor för", "2 500 kronor för", "TR-R1",
      .numberDiffers
    ),
    (
      "proposals/TR-R1.xml", "minst <number of=\"attendance.threshold\" as=\"percent\"/> av de",
      "minst 60 procent av de", "TR-R1", .numberDiffers
    ),
    (
      "proposals/SM-R2.xml", "första stycket, 3, 3 a, 4 och 6 §§, 29", "första stycket, 3, 4 och 6 §§, 29",
      "SM-R2",
      .consequenceMissing
    ),
    (
      "proposals/SM-R2.xml", "1, 3, 3 a, 4, 6 och 10 a §§", "1, 3, 4, 6 och 10 a §§", "SM-R2",
      .consequenceMissing
    ),
    ("proposals/TB-R3.xml", "1 §, 1 b § första stycket samt 2", "1, 2", "TB-R3", .consequenceMissing),
    (
      "proposals/TR-R2.xml", "Skatteverket ska varje år följa upp",
      "En kommun är skyldig att och varje kommun ska följa upp",
      "TR-R2", .delegation
    ),
    (
      "proposals/TR-R1.xml", "uppgår till <number", "enligt 99 kap. 1 § uppgår till <number", "TR-R1",
      .referenceNowhere
    ),
    ("parameters/benefit.xml", ">skattereduktion</value>", ">utbetalning</value>", "TR-R1", .note),
    ("proposals/TB-R1.xml", "hur medel", "2 nya paragrafer om hur medel", "TB-R1", .wordAvoided),
    ("proposals/TB-R1.xml", "rösta om hur medel", "yttra sig/rösta om hur medel", "TB-R1", .wordStruck),
    ("proposals/TB-R1.xml", "Resultatet är rådgivande.", "Skall resultatet följas?", "TB-R1", .wordAvoided),
    ("proposals/SM-R2.xml", "i samband med medlingen", "enligt Sekretesslagen", "SM-R2", .nameOutdated),
    (
      "proposals/RR-R2.xml", "<amend statute=\"2002:445\">",
      "<amend statute=\"2002:445\"><repeal number=\"17\"/>",
      "RR-R2", .referenceNowhere
    ),
    (
      "proposals/RR-R2.xml", "<amend statute=\"2002:445\">",
      "<amend statute=\"2002:445\"><renumber number=\"7\" to=\"9\"/>", "RR-R2", .sectionTaken
    ),
    (
      "proposals/RR-R1.xml", "<amend statute=\"1942:740\">",
      "<amend statute=\"1942:740\"><repeal chapter=\"20\" number=\"7\"/>", "RR-R1", .referenceNowhere
    ),
    (
      "statutes/2018-219.xml", "<on-insertion change=\"2 §\"", "<on-insertion change=\"1 §\"", "TR-R4",
      .consequenceMissing
    ),
    ("proposals/TR-R1.xml", "number=\"56\"", "number=\"58\"", "TR-R1", .sectionGap),
    ("proposals/TR-R1.xml", "number=\"53\"", "number=\"52\"", "TR-R1", .sectionTaken),
    ("proposals/TR-R2.xml", "Anmäld frånvaro räknas", "Anmäld frånvaro skall räknas", "TR-R2", .wordAvoided),
    (
      "proposals/TR-R2.xml", "Skatteverket ska varje år följa upp", "Kommunen ska varje år följa upp",
      "TR-R2", .delegation
    ),
    (
      "proposals/TR-R2.xml", "överklagande av beslut om slutlig skatt",
      "omprövning enligt lagen (2020:9999) om skatt", "TR-R2", .actUnknown
    ),
    ("proposals/SM-R3.xml", "name=\"uppgörelse\"", "name=\"trygghetsring\"", "all", .termTwice),
    (
      "proposals/RR-R2.xml", "lagakraftvunnen dom, ska",
      "lagakraftvunnen dom enligt socialtjänstlagen (2001:453), ska", "RR-R2", .actRepealed
    ),
    (
      "proposals/TB-R1.xml", "Resultatet är rådgivande.", "Resultatet är bindande för kommunen.", "TB-R1",
      .constitution
    ),
  ]

  @Test("What a drafter breaks is found", arguments: broken)
  func found(file: String, text: String, other: String, proposal: String, code: Finding.Code) throws {
    let copy = try LawCopy()
    try copy.replace(text, with: other, in: file)
    let broken = try LawFixture(copy.path)
    #expect(try broken.findings(try broken.bill(proposal)).contains { $0.code == code && !$0.isInSource })
  }

  @Test("Every finding has its sentence in both languages", arguments: Finding.Code.allCases)
  func sentences(code: Finding.Code) throws {
    let file = { (language: String) in
      try String(contentsOf: Shipped.templates.appending(path: "i18n/\(language).xml"), encoding: .utf8)
    }
    #expect(try file("sv").contains("code=\"\(code.rawValue)\""))
    #expect(try file("en").contains("code=\"\(code.rawValue)\""))
  }
}

/// A copy of all law data that a test may change.
final class LawCopy {
  let path: String

  init() throws {
    path = URL.temporaryDirectory.appending(path: "legal-\(UUID().uuidString)").path
    try FileManager.default.copyItem(atPath: Shipped.law.path, toPath: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Strikes every line of a file that holds a text.
  func strike(_ text: String, in name: String) throws {
    let file = path + "/" + name
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let kept = lines.filter { !$0.contains(text) }
    try #require(kept.count < lines.count)
    try kept.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
  }

  /// Replaces a text that must stand in the file.
  func replace(_ text: String, with other: String, in name: String) throws {
    let file = path + "/" + name
    let before = try String(contentsOfFile: file, encoding: .utf8)
    try #require(before.contains(text), "\(name) does not hold \(text)")
    try before.replacing(text, with: other).write(toFile: file, atomically: true, encoding: .utf8)
  }
}
