import Documents
import Foundation
import Identity
import Register
import Testing

@testable import Legislation

@Suite("The drafts")
struct DraftTests {
  let fixture: LawFixture

  init() throws { fixture = try LawFixture() }

  @Test("The sixteen proposals are the source's, word for word")
  func verbatim() throws {
    let lines = try String(
      contentsOf: Shipped.root.appending(path: "Tests/Fixtures/proposals-verbatim.txt"), encoding: .utf8
    ).split(separator: "\n").map(String.init)
    #expect(fixture.law.proposals.map(\.id) == LawFixture.ids)
    #expect(fixture.law.proposals.map(\.verbatim) == lines)
    #expect(lines.contains { $0.contains("Anmälningssplikt") })
  }

  @Test("Every draft reads as it did", arguments: LawFixture.ids + ["all"])
  func snapshot(word: String) throws {
    try expectSnapshot(try fixture.document(try fixture.bill(word)).text(), "draft-\(word).txt")
  }

  @Test("The source's own drafts read as they did", arguments: LawFixture.ids)
  func asProposed(id: String) throws {
    try expectSnapshot(try fixture.document(try fixture.asProposed(id)).text(), "as-proposed-\(id).txt")
  }

  @Test("The source's paragraph keeps its number and words when it is asked for")
  func sourceWording() throws {
    let text = try fixture.document(try fixture.asProposed("RR-R1")).text()
    #expect(
      text.collapsed.contains(
        "Härigenom föreskrivs att det i rättegångsbalken ska införas en ny paragraf, 20 kap. 8 a §, av följande lydelse."
      ))
    let moved = try fixture.document(try fixture.asProposed("SM-R1")).text().collapsed
    #expect(moved.contains("socialtjänstlagen (2001:453) ska införas en ny paragraf av följande lydelse."))
  }

  @Test("Commencement and tax years follow the day")
  func commencement() throws {
    let act = try #require(try fixture.bill("TR-R1").amending("1999:1229"))
    #expect(
      act.inForce.map(\.text) == [
        "Denna lag träder i kraft den 1 januari 2027.",
        "Lagen tillämpas första gången för beskattningsår som börjar efter den 31 december 2026.",
      ])
    let later = try #require(try fixture.bill("TR-R1", from: "2027-07-01").amending("1999:1229"))
    #expect(later.inForce.count == 3)
  }

  @Test("A new amount changes the act and stands nowhere else")
  func amount() throws {
    let copy = try LawCopy()
    try copy.replace("2000</value>", with: "2500</value>", in: "parameters/benefit.xml")
    let changed = try LawFixture(copy.path)
    let section = { (fixture: LawFixture) in
      try #require(
        try fixture.bill("TR-R1").amending("1999:1229")?.sections.first {
          $0.provision.description == "67 kap. 55 §"
        })
    }
    #expect(try section(fixture).passages.first?.text.contains("2\u{A0}000 kronor") == true)
    #expect(try section(changed).passages.first?.text.contains("2\u{A0}500 kronor") == true)
    let all = try changed.bill("all").all.flatMap { $0.sections.flatMap { $0.passages.map(\.text) } }
    #expect(!all.contains { $0.contains("2\u{A0}000 kronor") || $0.contains("2000") })
  }

  static let values:
    [(file: String, key: String, value: String, proposal: String, place: String, words: String)] = [
      (
        "benefit.xml", "benefit.max_claimants_per_household", "1", "TR-R1", "67 kap. 56 §",
        "kan högst en person få skattereduktion"
      ),
      (
        "benefit.xml", "benefit.max_claimants_per_household", "2", "TR-R1", "67 kap. 56 §",
        "kan högst två personer få skattereduktion"
      ),
      ("ring.xml", "ring.active_share_min", "3/20", "TR-R2", "5 §", "minst 15 procent av dessa hushåll"),
      (
        "ring.xml", "ring.registration.trained_min", "2", "TR-R2", "5 §",
        "minst två deltagare har genomgått utbildning"
      ),
      ("ring.xml", "ring.registration.trained_min", "2", "TR-R2", "21 §", "villkoren i 5 § 3–6"),
      (
        "ring.xml", "membership.multi", "best_ring", "TR-R1", "67 kap. 56 §",
        "om det är uppfyllt i någon av dem"
      ),
      (
        "ring.xml", "membership.multi", "best_ring", "TR-R2", "16 §", "beräknas närvaron i var och en för sig"
      ),
      (
        "attendance.xml", "attendance.basis", "either", "TR-R1", "67 kap. 54 §",
        "minst 75 procent av minst fyra möten eller vid minst 75 procent av minst fyra gemensamma aktiviteter"
      ),
    ]

  @Test("The wording follows the parameters", arguments: values)
  func followed(
    file: String, key: String, value: String, proposal: String, place: String, words: String
  ) throws {
    let copy = try LawCopy()
    try copy.set(key, to: value, in: file)
    let bill = try LawFixture(copy.path).bill(proposal)
    let texts = bill.all.flatMap(\.sections).filter { $0.provision.description == place }
      .flatMap { $0.passages.map(\.text) }
    #expect(texts.contains { $0.contains(words) }, "\(texts)")
  }

  @Test("An ordinance never holds an amount or a condition of the reduction")
  func ordinances() throws {
    for ordinance in try fixture.bill("trygghetsringar").ordinances {
      let text = ordinance.sections.flatMap { $0.passages.map(\.text) }.joined(separator: " ")
      #expect(!text.contains("procent") && !text.contains("kronor") && !text.contains("skattereduktion"))
    }
  }

  @Test("The bill holds acts alone, new ones first and then by number")
  func order() throws {
    let bill = try fixture.bill("all")
    #expect(
      bill.acts.map(\.key) == [
        "RL", "SL", "1942:740", "1964:167", "1972:207", "1999:1229", "2002:445", "2009:400", "2011:1244",
        "2017:725", "2023:196", "2025:400", "2026:125",
      ])
    #expect(bill.ordinances.map(\.key) == ["RF", "2017:154", "2018:219", "2022:1718", "2023:442"])
    #expect(bill.decision.count == 13)
  }

  @Test("A fault in a proposal file names the file and the line")
  func faults() throws {
    let copy = try LawCopy()
    try copy.replace(
      "<number of=\"benefit.amount_kr\"/>", with: "<number of=\"benefit.amount\"/>", in: "proposals/TR-R1.xml"
    )
    let error = #expect(throws: LawFaults.self) { try LawFolder(copy.path).law() }
    #expect(error?.all.first?.file.hasSuffix("TR-R1.xml") == true)
    #expect(error.map { ($0.all.first?.line ?? 0) > 1 } == true)
  }
}

@Suite("Word documents")
struct WordDocumentTests {
  @Test("Every draft is a whole archive, the same each time", arguments: ["TR-R1", "TC-R3", "all"])
  func archive(word: String) throws {
    let fixture = try LawFixture()
    let templates = TemplateSet(folders: [Shipped.templates.path])
    let document = try fixture.document(try fixture.bill(word))
    let bytes = try document.word(templates)
    #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    #expect(try document.word(templates) == bytes)
  }

  @Test("The number and the heading of a section are kept on the page of its text")
  func keepsHeadingsWithTheNext() throws {
    let fixture = try LawFixture()
    let templates = TemplateSet(folders: [Shipped.templates.path])
    let source = try fixture.document(try fixture.bill("all")).xml()
    let word = String(
      decoding: try templates.render(source, by: "word/law-draft.xsl", in: .swedish), as: UTF8.self)
    let styles = String(decoding: try templates.contents(of: "word/law-styles.xml"), as: UTF8.self)
    let kept = Set(
      styles.matches(of: /w:styleId="(\w+)"(?:(?!<\/w:style>).)*<w:keepNext\/>/).map { String($0.output.1) })
    #expect(kept.isSuperset(of: ["Heading1", "Heading2", "LawHeading", "LawNumber", "LawColumn"]))
    // A row of a table is held by the paragraphs of each of its cells.
    let rows = word.matches(of: /<w:tr>((?:(?!<\/w:tr>).)*)/.dotMatchesNewlines()).map(\.output.1).filter {
      $0.contains("\"LawNumber\"") || $0.contains("\"LawHeading\"")
    }
    #expect(rows.count > 50)
    for row in rows {
      let paragraphs = row.matches(of: /<w:p[ >\/]/).count
      let styled = row.matches(of: /<w:pStyle w:val="(\w+)"/).filter { kept.contains(String($0.output.1)) }
      #expect(styled.count == paragraphs, "\(row.prefix(200))")
    }
  }

  @Test(
    "A word processor opens the draft and shows its columns, italics and footnotes",
    .enabled(
      if: ["/usr/bin/soffice", "/usr/bin/pdftohtml"].allSatisfy(FileManager.default.isExecutableFile)))
  func opens() throws {
    let fixture = try LawFixture()
    let folder = URL.temporaryDirectory.appending(path: "docx-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "draft.docx")
    let document = try fixture.document(try fixture.bill("TR-R1"))
    try Data(try document.word(TemplateSet(folders: [Shipped.templates.path]))).write(to: file)
    try run(
      "/usr/bin/soffice", "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)",
      "--headless", "--convert-to", "pdf", "--outdir", folder.path, file.path)
    // The page as lines with their places and their italics; where a line breaks is for the fonts of the machine.
    try run("/usr/bin/pdftohtml", "-xml", "-i", folder.appending(path: "draft.pdf").path)
    let page = try String(contentsOf: folder.appending(path: "draft.xml"), encoding: .utf8)
    for words in [
      "53 §", "Lagen omtryckt 2008:803.", "Senaste lydelse 2025:1370.", "Fynd", "<i>dels</i>", "<i>27–52</i>",
      "<i>27–56</i>", "<i>och", "beskattningsår.</i>",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(!page.contains("<i>Skattereduktion ska anges i hela krontal"))
    let heads = page.matches(of: /top="(\d+)" left="(\d+)"[^>]*><i>(Nuvarande|Föreslagen) lydelse/)
    let (left, right) = (try #require(heads.first), try #require(heads.dropFirst().first))
    #expect(left.output.1 == right.output.1)
    #expect(try #require(Int(left.output.2)) + 200 < #require(Int(right.output.2)))
    let number = try #require(page.firstMatch(of: /left="(\d+)" width="(\d+)"[^>]*>53 §/))
    let middle = try #require(Int(number.output.1)) + #require(Int(number.output.2)) / 2
    #expect(
      (420...470).contains(middle), "the number of a section is not in the middle of the page: \(middle)")
  }

  private func run(_ program: String, _ words: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
