import Foundation
import Identity
import Testing

/// A provider's own file, as it comes out of a spreadsheet: most of it right, some of it not.
@Suite struct ProviderFileTests {
  let trygg: TryggProgram
  /// Fifteen participants with a whole programme of hourly sessions each, 3 000 in all.
  let persons = Array(Community.adults.prefix(15))
  /// Of 200 sessions; the practice is last.
  static let modules = TryggProgram.wholeProgramme.flatMap { Array(repeating: $0.0, count: $0.1) }

  init() throws {
    trygg = try TryggProgram.course()
    let people = persons.enumerated().map { "\($1);Deltagare;Nr \($0)" }
    try trygg.write(
      "personer.csv", (["personnummer;given_name;family_name"] + people).joined(separator: "\r\n"))
    try trygg.must("import", "persons", "personer.csv")
    let enrolments = persons.map { "\($0);SM;2027-01-11;0,5" }
    try trygg.write(
      "antagna.csv",
      "\u{FEFF}" + (["personnummer;programme;started_on;fte"] + enrolments).joined(separator: "\r\n") + "\r\n"
    )
    try trygg.must("import", "enrolments", "antagna.csv")
  }

  struct Row {
    var reference, programme, module, person, starts, ends, supervisor: String

    var text: String {
      "\(reference);\(TryggProgram.provider);\(programme);\(module);\(person);\(starts);\(ends);;\(supervisor)"
    }
  }

  private func rows() throws -> [Row] {
    let first = try #require(LocalDate("2027-01-11"))
    return try persons.enumerated().flatMap { place, person in
      try Self.modules.enumerated().map { index, module in
        let day = first.adding(days: index / 5)
        let hour = 9 + index % 5 * 2
        _ = try #require(hour < 23)
        return Row(
          reference: "D\(place)-\(index)", programme: "SM", module: module, person: person,
          starts: "\(day)T\(hour < 10 ? "0" : "")\(hour):00", ends: "\(day)T\(hour + 1):00",
          supervisor: module == "PRA" ? TryggProgram.h1 : "")
      }
    }
  }

  /// Ways in which a row is wrong, and the code that says so.
  static let faults: [(code: String, spoil: @Sendable (inout Row) -> Void)] = [
    ("UNKNOWN_MODULE", { $0.module = "KNO" }),
    ("UNKNOWN_PROGRAMME", { $0.programme = "S M" }),
    ("ENDS_BEFORE_START", { $0.ends = $0.starts }),
    ("SESSION_LENGTH", { $0.ends = "2027-12-01T12:00" }),
    (
      "BEFORE_ENROLMENT",
      {
        $0.starts = "2027-01-10T09:00"; $0.ends = "2027-01-10T10:00"
      }
    ),
    (
      "TIME_IN_GAP",
      {
        $0.starts = "2027-03-28T02:30"; $0.ends = "2027-03-28T03:30"
      }
    ),
    ("CHECK_DIGIT", { $0.person = "19910101-2391" }),
    ("UNKNOWN_PERSON", { $0.person = TryggProgram.m01 }),
  ]

  @Test(
    "3 000 sessions, 40 faulty: each named, the rest stored; the rejects mended go in, and all are complete")
  func wholeFile() throws {
    var rows = try rows()
    #expect(rows.count == 3000)
    let good = rows
    let places = (0..<40).map { $0 * 75 + 3 }
    for (index, place) in places.enumerated() { Self.faults[index % Self.faults.count].spoil(&rows[place]) }
    let header = TryggProgram.sessionHeader.replacing(",", with: ";")
    try trygg.write("pass.csv", "\u{FEFF}" + ([header] + rows.map(\.text)).joined(separator: "\r\n") + "\r\n")
    let run = try trygg(
      "--format", "json", "import", "sessions", "pass.csv", "--rejects", "fel.csv", now: "2027-12-31T12:00")
    #expect(run.code == 2)
    #expect(run.json["stored"].number == 2960 && run.json["rejected"].number == 40)
    let answers = run.json["rows"].list
    #expect(answers.map(\.["row"].number) == places.map { $0 + 2 })
    #expect(answers.map(\.["code"].text) == (0..<40).map { Self.faults[$0 % Self.faults.count].code })
    #expect(run.identityNumbers.isEmpty)

    // Mended as in a spreadsheet: the column with the errors stays where it is.
    let rejects = try trygg.read("fel.csv").components(separatedBy: "\r\n").filter { !$0.isEmpty }
    #expect(rejects.count == 41 && rejects[0].hasSuffix("error"))
    let mended = zip(places, rejects.dropFirst()).map { place, line in
      good[place].text + ";" + (line.components(separatedBy: ";").last ?? "")
    }
    try trygg.write("fel.csv", ([rejects[0]] + mended).joined(separator: "\r\n") + "\r\n")
    let again = try trygg("--format", "json", "import", "sessions", "fel.csv", now: "2027-12-31T12:00")
    #expect(again.code == 0 && again.json["stored"].number == 40)

    let progress = try trygg(
      "--format", "json", "training", "progress", "--programme", "SM", "--provider", TryggProgram.provider,
      now: "2027-12-31T12:00")
    let participants = progress.json["participants"].list
    #expect(participants.count == 15)
    #expect(participants.allSatisfy { $0["progress"]["complete"].truth == true })
    for person in persons {
      try trygg.must("certificate", "issue", "--person", person, "--programme", "SM", now: "2027-12-31T12:00")
    }
    let issued = try trygg("--format", "json", "certificate", "list", now: "2027-12-31T12:00")
    #expect(
      issued.json["certificates"].list.map(\.["standing"].text) == Array(repeating: "giltigt", count: 15))
  }

  @Test("The whole file again changes nothing, and sessions of another provider's participants are refused")
  func againAndElsewhere() throws {
    let rows = try Array(rows().prefix(10)).map { $0.text.replacing(";", with: ",") }
    #expect(try trygg.importSessions(rows).json["stored"].number == 10)
    #expect(try trygg.importSessions(rows).json["unchanged"].number == 10)
    try trygg.must(
      "provider", "approve", "--organisation", "556036-0793", "--name", "Studieförbundet", "--programme",
      "SM",
      "--from", "2027-01-01")
    let moved = rows[0].replacing(TryggProgram.provider, with: "556036-0793").replacing("T09", with: "T19")
      .replacing("T10", with: "T20")
    #expect(try trygg.importSessions([moved]).json["rows"][0]["code"].text == "OTHER_PROVIDER")
    // The registrar moves the participant; what stands goes on to count.
    try trygg.must(
      "training", "enrol", "--person", persons[0], "--programme", "SM", "--started-on", "2027-01-11",
      "--provider", "556036-0793")
    #expect(try trygg.importSessions([moved]).json["stored"].number == 1)
    #expect(try trygg.progress(of: persons[0]).module("KON")["credited"].number == 11 * 60)
  }

  @Test("A provider sees and writes only its own, and a session after withdrawal is refused")
  func ownParticipants() throws {
    try trygg.must(
      "user", "add", "malmö", "--role", "provider", "--provider", TryggProgram.provider)
    try trygg.must(
      "provider", "approve", "--organisation", "556036-0793", "--name", "Studieförbundet", "--programme",
      "SM",
      "--from", "2027-01-01")
    let rows = try Array(rows().prefix(5)).map { $0.text.replacing(";", with: ",") }
    try trygg.write("egna.csv", ([TryggProgram.sessionHeader] + rows).joined(separator: "\n"))
    let own = try trygg("import", "sessions", "egna.csv", now: "2027-12-31T12:00", actor: "malmö")
    #expect(own.code == 0)
    try trygg.write(
      "andras.csv",
      ([TryggProgram.sessionHeader] + rows.map { $0.replacing(TryggProgram.provider, with: "556036-0793") })
        .joined(separator: "\n"))
    let other = try trygg("import", "sessions", "andras.csv", now: "2027-12-31T12:00", actor: "malmö")
    #expect(other.code == 65 && other.err.contains("NOT_PERMITTED"))
    let listed = try trygg(
      "--format", "json", "training", "progress", "--programme", "SM", now: "2027-12-31T12:00", actor: "malmö"
    )
    #expect(listed.json["participants"].list.count == 1)
    let hidden = try trygg(
      "training", "progress", "--person", persons[3], "--programme", "SM", now: "2027-12-31T12:00",
      actor: "malmö")
    #expect(hidden.err.contains("UNKNOWN_PERSON"))
    try trygg.must(
      "training", "withdraw", "--person", persons[0], "--programme", "SM", "--on", "2027-01-31",
      now: "2027-02-01T12:00", actor: "malmö")
    let late = try trygg.importSessions(
      TryggProgram.days("KON", minutes: 60, of: persons[0], from: "2027-02-01"))
    #expect(late.json["rows"][0]["code"].text == "AFTER_WITHDRAWAL")
  }
}
