import Foundation
import Testing

@Suite("Draft provisions from the command line")
struct LawTests {
  let trygg: TryggProgram

  init() throws { trygg = try TryggProgram(register: false) }

  private func run(_ words: String...) throws -> TryggProgram.Run {
    try trygg(words, now: "2026-11-20")
  }

  @Test("The sixteen proposals are listed in the order of the source")
  func list() throws {
    let run = try run("law", "list", "--format", "json")
    #expect(run.code == 0)
    #expect(
      run.json["proposals"].list.compactMap { $0["id"].text } == [
        "TR-R1", "TR-R2", "TR-R3", "TR-R4", "SM-R1", "SM-R2", "SM-R3", "TB-R1", "TB-R2", "TB-R3", "RR-R1",
        "RR-R2", "RR-R3", "TC-R1", "TC-R2", "TC-R3",
      ])
    #expect(run.json["proposals"][15]["drafts"].list.isEmpty)
  }

  @Test("The verbatim annex holds the source's words with its quotation marks and its misspelling (LAG-01)")
  func verbatim() throws {
    let run = try run("law", "verbatim")
    #expect(run.code == 0)
    #expect(run.out.contains("inför ett ”trygghetsavdrag” på 2 000 kr per år"))
    #expect(run.out.contains("Anmälningssplikt"))
    #expect(run.out.contains("**Ändring i socialtjänstlagen (2001:453)**"))
  }

  @Test("A proposal on a repealed act is drafted in the act that took its place (LAG-02)")
  func movedStatute() throws {
    let run = try run("law", "draft", "SM-R1")
    let text = run.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(run.code == 0)
    #expect(text.contains("lag om ändring i socialtjänstlagen (2025:400)"))
    #expect(text.contains("6 kap. 9 §"))
    #expect(text.contains("socialtjänstlagen (2001:453) är upphävd sedan 2025-07-01"))
  }

  @Test("The source's own number is kept when it is asked for, and its place is found wrong (LAG-03)")
  func asProposed() throws {
    let own = try run("law", "draft", "RR-R1", "--as-proposed").out
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      own.contains(
        "Härigenom föreskrivs att det i rättegångsbalken ska införas en ny paragraf, 20 kap. 8 a §, av följande lydelse."
      ))
    #expect(own.contains("LAW_PLACE_WRONG"))
    let corrected = try run("law", "draft", "RR-R1").out
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(corrected.contains("en ny paragraf, 20 kap. 7 c §, av följande lydelse."))
    #expect(corrected.contains("målsägandens åtalsrätt"))
  }

  @Test("A commencement too early is found, and the draft is made (LAG-06)")
  func commencement() throws {
    let run = try run("law", "draft", "TR-R1", "--commencement", "2027-01-01")
    let text = run.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(run.code == 0)
    #expect(text.contains("Denna lag träder i kraft den 1 januari 2027."))
    #expect(text.contains("beskattningsår som börjar efter den 31 december 2026"))
    #expect(text.contains("COMMENCEMENT_TOO_EARLY"))
  }

  @Test("The memorandum sets the source's figures beside those recomputed (LAG-07)")
  func memo() throws {
    let run = try run("law", "memo", "--format", "json")
    let deviating = run.json["lines"].list.filter { $0["deviates"].truth == true }
      .compactMap { $0["recomputed"].text }
    #expect(run.json["firstYear"].text == "374\u{A0}100\u{A0}000\u{A0}kr")
    #expect(deviating.contains("19\u{A0}000\u{A0}000\u{A0}kr"))
    #expect(deviating.contains("0,32\u{A0}%"))
    #expect(deviating.contains("396\u{A0}000\u{A0}kr"))
  }

  @Test("A motion asks riksdagen to tell the government (LAG-08)")
  func motion() throws {
    let text = try run("law", "draft", "TR-R2", "--form", "motion").out
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("Riksdagen ställer sig bakom det som anförs i motionen om att"))
    #expect(text.contains("och tillkännager detta för regeringen."))
  }

  @Test("A check ends with 1 when the source has errors, and with 0 when only the drafts are asked for")
  func check() throws {
    #expect(try run("law", "check", "SM-R1").code == 1)
    #expect(try run("law", "check", "all", "--drafts").code == 0)
  }

  @Test("A drafter's folder changes the draft, and the difference can be shown")
  func ownFolder() throws {
    let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Legal")
    let own = trygg.folder.appending(path: "own")
    try FileManager.default.copyItem(at: shipped, to: own)
    let file = own.appending(path: "parameters/benefit.xml")
    let before = try String(contentsOf: file, encoding: .utf8)
    try before.replacing("2000</value>", with: "2500</value>").write(
      to: file, atomically: true, encoding: .utf8)
    let draft = try run("law", "draft", "TR-R1", "--legal", own.path)
    #expect(draft.out.contains("2 500"))
    let difference = try run("law", "diff", shipped.path, own.path, "TR-R1")
    #expect(difference.out.contains("1999:1229, 67 kap. 55 §"))
    #expect(difference.out.contains("[-2\u{A0}000-] {+2\u{A0}500+}"))
  }

  @Test("A word that names nothing is refused with the way to find one")
  func unknown() throws {
    let run = try run("law", "draft", "TR-R9")
    #expect(run.code == 65)
    #expect(run.err.contains("LAW_UNKNOWN_PROPOSAL"))
  }

  @Test("Several forms are written by one call, each as by a call of its own")
  func severalForms() throws {
    let folder = trygg.folder.appending(path: "several/forms")
    let run = try run(
      "law", "draft", "TR-R1", "TR-R2", "--form", "text,html,akn,docx,xml,motion,motion-act", "--out",
      folder.path)
    #expect(run.code == 0, "\(run.err)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
        "TR-R1-TR-R2-motion-act.txt", "TR-R1-TR-R2-motion.txt", "TR-R1-TR-R2.akn.xml", "TR-R1-TR-R2.docx",
        "TR-R1-TR-R2.html", "TR-R1-TR-R2.txt", "TR-R1-TR-R2.xml",
      ])
    let alone = try self.run("law", "draft", "TR-R1", "TR-R2", "--form", "akn").out
    #expect(
      try String(contentsOf: folder.appending(path: "TR-R1-TR-R2.akn.xml"), encoding: .utf8) == alone)
    #expect(try self.run("law", "draft", "TR-R1", "--form", "text,html").code == 64)
    #expect(try self.run("law", "draft", "TR-R1", "--form", "text,odt").code == 65)
  }

  @Test("Drafts and consolidations answer in JSON too, and a repealed act is told from an unknown one")
  func json() throws {
    let draft = try run("law", "draft", "TR-R1", "--format", "json")
    #expect(draft.json["acts"][0]["title"].text == "lag om ändring i inkomstskattelagen (1999:1229)")
    #expect(draft.json["acts"][0]["sections"][3]["provision"].text == "67 kap. 53 §")
    #expect(!draft.json["findings"].list.isEmpty)
    let consolidated = try run("law", "consolidate", "2023:196", "--with", "TC-R1", "--format", "json")
    #expect(consolidated.json["sections"].list.last?["provision"].text == "15 §")
    #expect(try run("law", "consolidate", "2001:453").err.contains("LAW_ACT_REPEALED"))
    #expect(try run("law", "consolidate", "9999:1").err.contains("LAW_UNKNOWN_STATUTE"))
  }

  @Test("A commencement before the first values shows the first ones, too early as it is")
  func past() throws {
    let run = try run("law", "draft", "TR-R1", "--commencement", "2026-01-01")
    #expect(run.code == 0, "\(run.err)")
    #expect(run.out.contains("2 000 kronor") && run.out.contains("COMMENCEMENT_TOO_EARLY"))
    #expect(run.out.contains("lagen (2026:000)") || run.out.contains("(2026:000) om registrering"))
  }

  @Test("Every form can be written to a file", arguments: ["text", "html", "xml", "akn", "docx"])
  func forms(form: String) throws {
    let file = trygg.folder.appending(path: "draft.\(form)")
    let run = try run("law", "draft", "all", "--form", form, "--out", file.path)
    #expect(run.code == 0, "\(run.err)")
    #expect(try Data(contentsOf: file).count > 10_000)
  }
}
