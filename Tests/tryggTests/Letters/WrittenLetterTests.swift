import Foundation
import Testing

/// Letters on rings, and those that an officer writes.
@Suite struct WrittenLetterTests {
  private let ring = "TR-1280-0001"

  private func letter(_ trygg: TryggProgram, _ words: String..., now: String = "2027-01-16T12:00") throws
    -> TryggProgram.Run
  {
    try trygg(["ring", "letter", "--ring", ring, "--form", "text"] + words, now: now)
  }

  @Test("An application on paper is to be completed, and is then refused or dismissed")
  func application() throws {
    let trygg = try TryggProgram.office()
    try trygg.writeList(households: 6)
    try trygg.apply(["--interested-households": "49", "--venue": nil], "--incomplete").expect(0)
    let complete = try letter(trygg)
    try expectSnapshot(complete.masked, "letter-1.txt")
    complete.expect(
      0, "senast den 15 februari 2027", "49 hushåll", "får inte överklagas (25 § fjärde stycket")
    let asked = try letter(trygg, "--letter", "8", "--answer-by", "2027-02-26")
    asked.expect(0, "Reglerna finns i 25 § förvaltningslagen (2017:900).", "senast den 26 februari 2027")
    try letter(trygg, "--letter", "8").expect(1, "VALUE_MISSING")
    try trygg.must("ring", "refuse", "--ring", ring, "--reason", "Lokal saknas.", now: "2027-03-01T12:00")
    let refused = try letter(trygg, now: "2027-03-01T12:05")
    try expectSnapshot(refused.masked, "letter-3.txt")
    refused.expect(0, "avslår ansökan", "inom två månader", "171 94 Solna")
    #expect(try letter(trygg, now: "2027-04-01T12:00").out == refused.out)
  }

  @Test("A dismissal is uncertain and is sent only by an officer's own word")
  func dismissal() throws {
    let trygg = try TryggProgram.office()
    try trygg.writeList(households: 6)
    try trygg.apply(["--venue": nil], "--incomplete").expect(0)
    try trygg.must("ring", "dismiss", "--ring", ring, "--reason", "Inte besvarat.", now: "2027-03-01T12:00")
    try letter(trygg, now: "2027-03-01T13:00").expect(1, "LETTER_UNCERTAIN", "tre veckor")
    let sent = try letter(trygg, "--acknowledge-uncertain", now: "2027-03-01T13:00")
    try expectSnapshot(sent.masked, "letter-4.txt")
    sent.expect(0, "avvisar ansökan")
  }

  @Test("A registration, a supervision and its end, and a deregistration on request or not")
  func registered() throws {
    let trygg = try TryggProgram.office()
    try trygg.writeList(households: 6)
    try trygg.apply([:], "--decide").expect(0)
    try expectSnapshot(try letter(trygg).masked, "letter-2.txt")
    try trygg.must("ring", "supervise", "--ring", ring, "--reason", "Närvaron rapporteras inte.")
    try expectSnapshot(try letter(trygg).masked, "letter-7.txt")
    try trygg.must("ring", "supervise", "--ring", ring, "--lift", "--reason", "Rapporterad.")
    try letter(trygg).expect(0, "häver tillsynen")
    try trygg.must("ring", "deregister", "--ring", ring, "--on", "2027-05-31", "--reason", "Begärd.")
    try letter(trygg).expect(1, "LETTER_AMBIGUOUS", "5 6")
    let own = try letter(trygg, "--letter", "5")
    try expectSnapshot(own.masked, "letter-5.txt")
    own.expect(0, "på ringens begäran", "Deltagande till och med den 31 maj 2027 räknas.")
    let against = try letter(trygg, "--letter", "6")
    try expectSnapshot(against.masked, "letter-6.txt")
    against.expect(0, "gäller omedelbart", "delgivning")
    try letter(trygg, "--letter", "2").expect(1, "UNKNOWN_LETTER")
  }

  /// What an officer must say for each letter of the table that the register does not write by itself.
  static let written: [(number: Int, options: [String])] = [
    (15, ["--about", "2028-000001-7"]), (17, ["--text", "E", "--provision", "9 § förordningen"]),
    (18, ["--authority", "nämnden i Malmö kommun"]),
    (19, ["--authority", "nämnden i Malmö kommun", "--address", "Box 1, 211 20 Malmö"]),
    (20, ["--authority", "Studieförbundet Grannen", "--address", "Storgatan 1, 211 42 Malmö"]),
    (21, ["--text", "D", "--authority", "nämnden i Malmö kommun"]),
    (22, ["--text", "C", "--authority", "Medlingscentral Syd", "--address", "Box 2, 211 20 Malmö"]),
    (23, []), (24, ["--address", "171 94 Solna"]), (25, ["--authority", "Studieförbundet Grannen"]),
  ]

  @Test("Each letter that an officer writes ends with its text and is kept", arguments: written)
  func writes(number: Int, options: [String]) throws {
    let trygg = try TryggProgram()
    try trygg.enter(TryggProgram.m01)
    let authority = options.contains("--authority") ? [] : ["--authority", "Skatteverket"]
    let words =
      [
        "letter", "write", "--letter", "\(number)", "--person", TryggProgram.m01, "--form", "text",
        "--decision",
        "Begäran avvisas.", "--reason", "Den kom in den 9 januari 2034.",
      ] + options + authority
    if [17, 20, 21, 22].contains(number) {
      try trygg(words).expect(1, "LETTER_UNCERTAIN")
    }
    let run = try trygg(words + ["--acknowledge-uncertain"])
    #expect(run.code == 0, "\(run.err)")
    try expectSnapshot(run.masked, "letter-\(number).txt")
    #expect(run.out.contains("Dokumentnummer: 2027-000001-9"))
    try trygg.must("document", "render", "--number", "2027-000001-9", "--form", "xml")
  }

  @Test("A one-time code is in the letter and nowhere in the register")
  func code() throws {
    let trygg = try TryggProgram()
    try trygg.enter(TryggProgram.m01)
    let run = try trygg(
      "letter", "write", "--letter", "26", "--person", TryggProgram.m01, "--code", "QX7KM2PB", "--to",
      "2027-02-01",
      "--form", "text")
    try expectSnapshot(run.out, "letter-26.txt")
    run.expect(0, "QX7KM2PB", "till och med den 1 februari 2027")
    #expect(
      try trygg("--format", "json", "document", "list", "--person", TryggProgram.m01).json["documents"].list
        .isEmpty)
    let files = try trygg.shell("cat trygghetsregister.db*")
    #expect(!files.out.contains("QX7KM2PB"))
  }

  @Test("What a letter needs and does not get is named, all at once")
  func missing() throws {
    let trygg = try TryggProgram()
    try trygg.enter(TryggProgram.m01)
    let run = try trygg(
      "--format", "json", "letter", "write", "--letter", "19", "--person", TryggProgram.m01, "--form", "text")
    #expect(run.code == 1)
    #expect(
      run.json["errors"].list.compactMap(\.["column"].text) == ["decision", "reason", "authority", "address"])
    try trygg("letter", "write", "--letter", "10", "--person", TryggProgram.m01).expect(1, "UNKNOWN_LETTER")
    try trygg("letter", "write", "--letter", "15").expect(1, "VALUE_MISSING")
  }

  @Test("The table is listed with its marks")
  func list() throws {
    let trygg = try TryggProgram(register: false)
    let run = try trygg("--format", "json", "letter", "list")
    #expect(run.json["letters"].list.count == 26)
    #expect(run.json["letters"][3]["certainty"].text == "uncertain")
    try trygg("letter", "list").expect(0, "○", "kommunicering före avslag")
  }

  @Test("The keeper's address is said at init, whole or not at all")
  func address() throws {
    let trygg = try TryggProgram(register: false)
    try trygg("init", "--street", "Box 1").expect(64)
    try trygg.must("init", "--street", "Box 1", "--postcode", "21120", "--city", "Malmö")
    try trygg.approve()
    try trygg.enter(TryggProgram.m12)
    try trygg.train(TryggProgram.m12)
    try trygg.writeList(households: 6)
    try trygg.apply([:], "--decide").expect(0)
    try letter(trygg).expect(0, "men skicka det till Skatteverket, Box 1, 211 20 Malmö.")
  }
}
