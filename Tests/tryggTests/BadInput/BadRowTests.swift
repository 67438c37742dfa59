import Foundation
import Testing

/// Rows that are wrong: the good ones are stored, each bad one is named, and the rejects file can be mended.
@Suite struct BadRowTests {
  let trygg: TryggProgram
  let community = Community()

  init() throws {
    trygg = try TryggProgram()
    try trygg.take(community, through: "rosters")
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let kind: String
    let header: String
    let good: String
    let bad: String
    let words: [String]
    var now = Community.now

    init(_ name: String, _ kind: String, _ header: String, good: String, bad: String, _ words: String...) {
      (testDescription, self.kind, self.header) = (name, kind, header)
      (self.good, self.bad, self.words) = (good, bad, words)
    }
  }

  private static let community = Community()
  private static let contact = community.person(0, of: 0)
  private static let member = community.person(1, of: 0)
  private static let stranger = community.person(1, of: 1)
  private static let persons = "personnummer,given_name,family_name,born_on"
  private static let members = "ring,personnummer,household,joined_on"
  private static let occasions = "occasion,ring,kind,starts_at,called_on"
  private static let attendance = "occasion,personnummer,status"

  static let cases = [
    Case(
      "3 fields too many", "persons", persons, good: "197501079292,Eva,Ek,",
      bad: "198301012392,Eva,Ek,,x,y,z",
      "rad 3: ", "7", "4", "[FIELD_COUNT]", "citattecken"),
    Case(
      "a check digit", "persons", persons, good: "197501079292,Eva,Ek,", bad: "198507092389,Eva,Ek,",
      "rad 3, personnummer: ", "[CHECK_DIGIT]"),
    Case(
      "a day that is not", "persons", persons, good: "197501079292,Eva,Ek,",
      bad: "198301012392,Eva,Ek,2027-02-29",
      "rad 3, born_on: ", "[DATE_FORMAT]", "till exempel 2027-01-15"),
    Case(
      "a time that the clocks skip", "occasions", occasions,
      good: "X1,TR-1280-0001,meeting,2027-03-27T18:00,2027-03-01",
      bad: "X2,TR-1280-0001,meeting,2027-03-28T02:30,2027-03-01", "rad 3, starts_at: ", "[TIME_IN_GAP]",
      "före eller efter"),
    Case(
      "a ring that is not", "members", members,
      good: "TR-1280-0001,\(community.person(3, of: 1)),H9,2027-05-01",
      bad: "TR-1280-0099,\(stranger),H9,2027-05-01", "rad 3, ring: ", "[UNKNOWN_RING]", "Kontrollera numret"),
    Case(
      "a person not called", "attendance", attendance, good: "R1-1,\(member),present",
      bad: "R1-1,\(stranger),present", "rad 3, personnummer: ", "[NOT_CALLED]"),
    Case(
      "a person not on the roster", "attendance", attendance, good: "R1-4,\(member),present",
      bad: "R1-4,\(community.person(4, of: 0)),present", "rad 3, personnummer: ", "[NOT_CALLED]"),
    Case(
      "a person not in the register", "attendance", attendance, good: "R1-1,\(member),present",
      bad: "R1-1,198507092388,present", "rad 3, personnummer: ", "[UNKNOWN_PERSON]"),
    Case(
      "an occasion that is not", "attendance", attendance, good: "R1-1,\(member),present",
      bad: "R9-1,\(member),present", "rad 3, occasion: ", "[UNKNOWN_OCCASION]", "sammankomst"),
    Case(
      "two rows that contradict each other", "attendance", attendance, good: "R1-2,\(member),present",
      bad: "R1-1,\(member),present\nR1-1,\(member),absent", "rad 3, status: ", "rad 4, status: ",
      "[DUPLICATE_IN_FILE]"),
  ]

  @Test(arguments: cases) func aBadRowIsNamedAndTheRestStored(wrong: Case) throws {
    try trygg.write("fil.csv", "\(wrong.header)\n\(wrong.good)\n\(wrong.bad)\n")
    let trial = try trygg("--format", "json", "import", wrong.kind, "fil.csv", "--dry-run", now: wrong.now)
    let run = try trygg("import", wrong.kind, "fil.csv", "--rejects", "fel.csv", now: wrong.now)
    run.expect(2, "Sparade 1, oförändrade 0, avvisade \(wrong.bad.split(separator: "\n").count).")
    for word in wrong.words.map({ $0.hasPrefix("rad") ? "fil.csv, \($0)" : $0 }) {
      #expect(run.err.contains(word), "\(word) is not in: \(run.err)")
    }
    trial.expect(2)
    #expect(trial.json["stored"].number == 1)

    let rejects = try trygg.read("fel.csv").split(separator: "\r\n").map(String.init)
    #expect(rejects.first == "\(wrong.header),error")
    #expect(rejects.count == wrong.bad.split(separator: "\n").count + 1)
    for (row, line) in zip(rejects.dropFirst(), wrong.bad.split(separator: "\n")) {
      #expect(row.hasPrefix(line))
      #expect(row.contains(wrong.words.last { $0.hasPrefix("[") }?.dropFirst().dropLast() ?? ""))
    }
    let mode = try FileManager.default.attributesOfItem(atPath: trygg.folder.path + "/fel.csv")[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
    try trygg.expectSound()
  }

  @Test func aCancelledOccasionTakesNoAttendance() throws {
    try trygg.write(
      "inställd.csv",
      "occasion,ring,kind,starts_at,called_on,status\nX9,TR-1280-0001,meeting,2027-05-20T18:00,2027-05-01,cancelled\n"
    )
    try trygg("import", "occasions", "inställd.csv", now: Community.now).expect(0)
    try trygg.write("fil.csv", "\(BadRowTests.attendance)\nX9,\(BadRowTests.member),present\n")
    try trygg("import", "attendance", "fil.csv", now: Community.now)
      .expect(65, "fil.csv, rad 2, occasion: ", "[OCCASION_CANCELLED]", "avvisade 1")
  }

  @Test func afterTheLockARegistrarGivesAReason() throws {
    try trygg.write("fil.csv", "\(BadRowTests.attendance)\nR1-1,\(BadRowTests.member),absent\n")
    let now = "2028-01-16T00:00"
    try trygg("import", "attendance", "fil.csv", now: now)
      .expect(65, "fil.csv, rad 2, reason: ", "[REASON_MISSING]", "Ange")
    try trygg("import", "attendance", "fil.csv", "--reason", "rätta listan", now: now).expect(0, "Sparade 1")
    try trygg("import", "attendance", "fil.csv", now: now).expect(0, "oförändrade 1")
  }

  @Test func allOrNothingStoresNothingAndSaysSo() throws {
    try trygg.write(
      "fil.csv",
      "\(BadRowTests.attendance)\nR1-1,\(BadRowTests.member),present\nR9-1,\(BadRowTests.member),present\n")
    let before = try trygg.sql("SELECT COUNT(*) FROM attendance")
    try trygg("import", "attendance", "fil.csv", "--all-or-nothing", now: Community.now)
      .expect(65, "Sparade 0, oförändrade 0, avvisade 1.", "rad 3, occasion")
    try trygg("import", "attendance", "fil.csv", "--all-or-nothing", "--dry-run", now: Community.now).expect(
      65)
    #expect(try trygg.sql("SELECT COUNT(*) FROM attendance") == before)
    let log = try trygg("--format", "json", "audit", "list", "--act", "import", "--refused")
    #expect(log.json["total"].number == 2)
  }

  @Test func aMendedRejectsFileGoesIn() throws {
    let member = BadRowTests.member
    try trygg.write("fil.csv", "\(BadRowTests.attendance)\nR1-1,\(member),here\nR1-2,\(member),present\n")
    try trygg("import", "attendance", "fil.csv", "--rejects", "fel.csv", now: Community.now)
      .expect(2, "fil.csv, rad 2, status: ", "[CHOICE]", "present, excused, absent")
    try trygg.write("fel.csv", try trygg.read("fel.csv").replacing(",here,", with: ",present,"))
    try trygg("import", "attendance", "fel.csv", "--rejects", "fel.csv", now: Community.now).expect(
      0, "Sparade 1")
  }
}
