import Foundation
import Testing

/// The letters of the yearly decision, from the communication to the slip.
@Suite struct DecisionLetterTests {
  private static func a(_ numbers: ClosedRange<Int>) -> [String] { Town.occasions("A", numbers) }

  private func town(_ present: ClosedRange<Int>) throws -> TryggProgram {
    try Town(neighbours: [.init(key: "M01", present: DecisionLetterTests.a(present))]).decided()
  }

  @Test(
    "The letter before a refusal gives the material, the day and the arithmetic; the decision is still without number"
  )
  func communication() throws {
    let trygg = try town(1...8)
    let letter = try trygg.letter(now: "2028-01-17T10:00")
    try expectSnapshot(letter.masked, "letter-8.txt")
    letter.expect(
      0, "skriv till oss senast den 31 januari 2028", "tidigast den 1 februari 2028", "8 av 12", "66,66")
    #expect(!letter.out.contains("överklaga"), "it is no decision")
    #expect(try trygg.decision("M01").json["document"].isNull)
    let page = try trygg.letter("--form", "html", now: "2028-01-17T10:05")
    try expectSnapshot(page.masked.withoutStyle, "letter-8.html")
  }

  @Test("The refusal says why, by how much and what to do; it is the document of the decision")
  func refusal() throws {
    let trygg = try town(1...8)
    try trygg.letter(now: Town.lockDay).expect(0)
    try trygg.must("year", "decide", "2027", now: "2028-02-01T09:00")
    let letter = try trygg.letter(now: "2028-02-01T10:00")
    try expectSnapshot(letter.masked, "letter-10.txt")
    letter.expect(
      0, "Du hade behövt vara med en gång till.", "senast den 31 december 2033",
      "2027-10-05 möte: frånvarande",
      "Beslutet har fattats automatiserat.", "17 § lagen (2027:000)", "171 94 Solna")
    let number = try #require(try trygg.decision("M01", now: "2028-02-01T11:00").json["document"].text)
    #expect(letter.out.contains("Dokumentnummer: \(number)\n"))
    let page = try trygg("document", "render", "--number", number, "--lang", "en", now: "2029-01-01")
    #expect(page.out.contains("lang=\"sv\""), "a letter is Swedish in any run")
    try expectSnapshot(page.masked.withoutStyle, "letter-10.html")
  }

  @Test("A grant's letter has a number of its own beside the statement's and says that tax comes later")
  func grant() throws {
    let trygg = try town(1...9)
    try trygg.must("year", "statements", "2027", "--out", "ut", now: "2028-01-24T10:00")
    let letter = try trygg.letter(now: "2028-01-24T11:00")
    try expectSnapshot(letter.masked, "letter-9.txt")
    letter.expect(0, "Det här är inte ett beslut om slutlig skatt.", "har nummer 2028-000001-7")
    #expect(!letter.out.contains("Dokumentnummer: 2028-000001-7"))
    #expect(!letter.out.contains("Beslutet påverkar skattereduktionen"), "all was granted")
  }

  @Test("A detriment, and then an advantage: each names the decision that it replaces and the officer")
  func reviews() throws {
    let trygg = try town(1...9)
    try trygg.letter(now: "2028-01-18T10:00").expect(0)
    try trygg.mark("A09", "absent", now: "2028-02-18T10:00")
    try trygg.act("correct", "--reason", "A09 rättad", now: "2028-02-18T10:05").expect(0)
    let asked = try trygg.letter(now: "2028-02-18T10:10")
    asked.expect(0, "Innan vi beslutar", "senast den 3 mars 2028")
    try trygg.act(
      "close", "--outcome", "AVSLAG", "--reason", "Frånvarande den 5 oktober.", now: "2028-03-10T10:00",
      actor: "Olle Officer"
    ).expect(0)
    let worse = try trygg.letter(now: "2028-03-10T11:00")
    try expectSnapshot(worse.masked, "letter-12.txt")
    worse.expect(
      0, "Beslutet 2028-000001-7 ersätts.", "Beslutet har fattats av Olle Officer.",
      "Frånvarande den 5 oktober.",
      "66 kap. 21 §", "delgivning")
    let unnamed = try trygg.letter("--without-officer", now: "2028-03-10T11:05")
    #expect(unnamed.out == worse.out, "what is written never changes")
    try trygg.mark("A09", "present", now: "2028-05-02T10:00")
    try trygg.act("correct", "--reason", "ny utredning", now: "2028-05-02T10:05").expect(0)
    let better = try trygg.letter(now: "2028-05-02T11:00")
    try expectSnapshot(better.masked, "letter-11.txt")
    better.expect(0, "Ändringen är till din fördel.", "66 kap. 19 §")
  }

  @Test("A slip put right says so and repeats the decision with its own time")
  func slip() throws {
    let trygg = try town(1...8)
    try trygg.letter(now: Town.lockDay).expect(0)
    try trygg.must("year", "decide", "2027", now: "2028-02-01T09:00")
    try trygg.letter(now: "2028-02-01T10:00").expect(0)
    let first = try #require(try trygg.decision("M01", now: "2028-02-02").json["document"].text)
    try trygg.act("correct", "--slip", "--reason", "Namnet var felstavat.", now: "2028-02-10T10:00").expect(0)
    let letter = try trygg.letter(now: "2028-02-10T11:00")
    try expectSnapshot(letter.masked, "letter-13.txt")
    letter.expect(0, "36 § förvaltningslagen (2017:900). Rättelsen ändrar inte utgången.", "31 december 2033")
    letter.expect(0, "Vi har rättat ett skrivfel i beslutet \(first) enligt", "Skäl: Namnet var felstavat.")
    let shown = try trygg.decision("M01", now: "2028-02-11").json["slip"]
    #expect(shown["kind"].text == "writing")
    #expect(shown["document"].text == first)
    #expect(shown["reason"].text == "Namnet var felstavat.")
    try trygg(
      "decision", "show", "--person", Town.numbers["M01"] ?? "", "--year", "2027", now: "2028-02-11"
    ).expect(0, "2028-02-10, skrivfel i \(first)", "Namnet var felstavat.")
    let replaced = try trygg("--format", "json", "document", "show", "--number", first, now: "2028-02-11")
    #expect(replaced.json["replaced"].truth == true)
  }

  @Test("A statement with a miscalculation put right says that and in which decision")
  func miscalculation() throws {
    let trygg = try town(1...9)
    try trygg.must("year", "statements", "2027", "--out", "ut", now: "2028-01-24T10:00")
    try trygg.act("correct", "--miscalculation", "--reason", "Summan var fel.", now: "2028-02-10T10:00")
      .expect(0)
    try trygg.must("year", "statements", "2027", "--out", "ut", "--form", "text", now: "2028-02-11T10:00")
    let statement = try trygg.shell("cat ut/*.txt").out
    #expect(statement.contains("Vi har rättat ett räknefel i beslutet 2028-000001-7 enligt 36\u{A0}§"))
    #expect(statement.contains("Skäl: Summan var fel."))
    #expect(statement.contains("– Uppfyllt: "))
  }

  @Test("A refusal for an identity that is not proven says that alone, and what to do about it")
  func identity() throws {
    let trygg = try Town(neighbours: [
      .init(key: "M08", present: DecisionLetterTests.a(1...9), level: "sannolik")
    ]).decided()
    let close = { (now: String) in
      try trygg(
        "decision", "close", "--person", Town.numbers["M08"] ?? "", "--year", "2027", "--outcome", "AVSLAG",
        "--reason", "Identiteten är inte styrkt.", now: now)
    }
    try close("2028-11-01T10:00").expect(0)
    let asked = try trygg.letter(of: "M08", now: "2028-11-01T11:00")
    try close("2028-11-17T10:00").expect(0)
    let refused = try trygg.letter(of: "M08", now: "2028-11-17T11:00")
    for letter in [asked, refused] {
      letter.expect(0, "Din identitet är inte styrkt i registret.", "Styrk din identitet vid ett besök")
      #expect(!letter.out.contains("födelsedag"), "it is known")
    }
  }

  @Test("Where no occasion was called the letter speaks of no list")
  func noOccasions() throws {
    let trygg = try Town(neighbours: [
      .init(key: "M01", memberships: [.init("B", "2027-12-28")], trainedOn: "2027-12-29")
    ]).decided()
    let letter = try trygg.letter(now: "2028-01-17T10:00")
    letter.expect(0, "Ingen sammankomst var kallad", "Var du med vid någon sammankomst")
    #expect(!letter.out.contains("listan"))
  }

  @Test("Letters to persons with protected identity lie by themselves")
  func protected() throws {
    let trygg = try Town(neighbours: [
      .init(key: "M01", present: DecisionLetterTests.a(1...8)),
      .init(key: "M02", present: DecisionLetterTests.a(1...8)),
    ]).decided()
    try trygg.must("person", "protect", "--person", Town.numbers["M01"] ?? "", now: "2028-01-17T09:30")
    try trygg.must(
      "year", "letters", "2027", "--out", "brev", "--form", "text,html", now: "2028-01-17T10:00")
    let apart = try trygg.files(in: "brev/formedling")
    #expect(apart.count == 2)
    #expect(try trygg.files(in: "brev").count == 5, "two letters in two forms, and the folder")
    let cover = try trygg.read("brev/formedling/\(apart.first { $0.hasSuffix("txt") } ?? "")")
    #expect(cover.contains("Brevet förmedlas av Skatteverket."))
  }

  @Test("A list of documents names each letter by what it is")
  func named() throws {
    let trygg = try town(1...8)
    try trygg.letter(now: "2028-01-17T10:00").expect(0)
    let words = ["--person", Town.numbers["M01"] ?? ""]
    try trygg(["document", "list"] + words, now: "2028-01-18").expect(0, "Brev före beslut")
    #expect(try trygg(["person", "extract"] + words, now: "2028-01-18").out.contains("Brev före beslut"))
    let page = try trygg(["person", "extract", "--form", "html"] + words, now: "2028-01-18")
    #expect(page.out.contains("Brev före beslut"))
  }

  @Test("Who waits is told what is missing and from whom, and that it is no decision")
  func waiting() throws {
    let trygg = try Town(neighbours: [
      .init(key: "M08", present: DecisionLetterTests.a(1...9), level: "sannolik")
    ]).decided()
    let letter = try trygg.letter(of: "M08", now: "2028-01-18T10:00")
    try expectSnapshot(letter.masked, "letter-14.txt")
    letter.expect(0, "Det som saknas är", "Det här är inte ett beslut och kan inte överklagas.")
    let all = try trygg(
      "--format", "json", "year", "letters", "2027", "--out", "brev", now: "2028-01-18T11:00")
    #expect(all.json["unchanged"].number == 1)
  }

  @Test("A year's letters are written once, one file each; a second run changes nothing")
  func year() throws {
    let trygg = try Town(
      neighbours: [
        .init(key: "M01", present: DecisionLetterTests.a(1...9)),
        .init(key: "M02", present: DecisionLetterTests.a(1...8)),
        .init(key: "M10", trainedOn: nil),
        .init(key: "M07", present: DecisionLetterTests.a(1...3), name: "Karin,Lind", diedOn: "2027-09-20"),
      ]
    ).decided()
    let words = ["--format", "json", "year", "letters", "2027", "--out", "brev", "--form", "text,xml,html"]
    let first = try trygg(words, now: "2028-01-17T10:00")
    #expect(first.code == 0, "\(first.err)")
    #expect(first.json["issued"]["8"].number == 4, "with the contact person")
    #expect(first.json["issued"]["9"].number == 1)
    let files = try trygg.files(in: "brev")
    #expect(files.count == 15)
    let before = try files.map { try trygg.read("brev/\($0)") }
    let second = try trygg(words, now: "2028-06-01T10:00")
    #expect(second.json["unchanged"].number == 5)
    let after = try files.map { try trygg.read("brev/\($0)") }
    #expect(after == before)
    let schema = try trygg.legal("benefit.amount_kr", "2000") + "/schemas/letter.rng"
    let check = try trygg.shell("xmllint --noout --relaxng \(schema) brev/*.xml")
    #expect(check.code == 0 || check.code == 127, "\(check.err)")
    let estate = try #require(before.first { $0.contains("Dödsboet efter Karin Lind\n") })
    #expect(estate.contains("Brevet riktar sig till dödsboet."))
    #expect(!estate.contains("Tack för att du deltar"))
  }

  @Test("A letter whose occasions have changed since the decision does not list other ones")
  func changedSince() throws {
    let trygg = try town(1...8)
    try trygg.letter(now: Town.lockDay).expect(0)
    try trygg.must("year", "decide", "2027", now: "2028-02-01T09:00")
    try trygg.mark("A09", "present", now: "2028-02-02T10:00")
    let letter = try trygg.letter(now: "2028-02-02T11:00")
    letter.expect(0, "8 av 12", "har ändrats sedan beslutet")
    #expect(!letter.out.contains("2027-02-02 möte"))
  }
}

extension TryggProgram {
  /// The letter of a person's decision for 2027, as text unless another form is named.
  func letter(of key: String = "M01", _ words: String..., now: String) throws -> Run {
    let form = words.contains("--form") ? [] : ["--form", "text"]
    return try self(
      ["decision", "letter", "--person", Town.numbers[key] ?? "", "--year", "2027"] + form + words, now: now)
  }

  /// The names of the files in a folder, sorted.
  func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self.folder.appendingPathComponent(folder).path)
      .sorted()
  }
}

extension TryggProgram.Run {
  /// The document with its random code hidden.
  var masked: String {
    out.replacing(#/(Kontrollkod: (?:<span class="code">)?)[0-9A-Z ]+/#) { "\($0.output.1)…" }
  }
}

extension String {
  /// A page without the style sheet in it.
  var withoutStyle: String { replacing(#/<style>(?s:.*?)</style>/#, with: "<style/>") }
}
