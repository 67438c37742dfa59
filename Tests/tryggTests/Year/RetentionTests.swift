import Foundation
import Testing

/// Retention: what goes when its time is up, and what stays (decisions C-99 and C-100).
@Suite struct RetentionTests {
  private static let due = "2034-02-01T09:00"

  /// One neighbour who left at the end of the year, one who stays, one whose case is open, and one who was refused.
  private static func town() throws -> TryggProgram {
    let all = Town.occasions("A", 1...12)
    let trygg = try Town(neighbours: [
      .init(
        key: "M01", memberships: [.init("A", to: "2027-12-31")], present: all, name: "Zebulon,Borgström"),
      .init(key: "M02", present: all, name: "Kvarvarande,Ek"),
      .init(key: "M04", present: Town.occasions("A", 1...2), name: "Väntande,Al"),
      .init(key: "M08", present: Town.occasions("A", 1...2), name: "Avslagen,Bo"),
    ]).decided()
    let answered = try trygg(
      "decision", "answer", "--person", Town.numbers["M04"] ?? "", "--year", "2027", "--reason",
      "Jag var med.",
      now: "2028-01-26T10:00")
    answered.expect(0)
    for key in ["M08", "M12"] { try trygg.letter(of: key, now: Town.lockDay).expect(0) }
    try trygg.must("year", "decide", "2027", now: "2028-02-10T10:00")
    try trygg.must("year", "statements", "2027", "--out", "ut", "--form", "xml", now: "2028-02-11")
    return trygg
  }

  /// How many of the register's files hold a word.
  private func files(_ trygg: TryggProgram, with word: String) throws -> Int {
    try trygg.shell("grep -alF '\(word)' trygghetsregister.db* | wc -l").out
      .trimmingCharacters(in: .whitespacesAndNewlines).description == "0" ? 0 : 1
  }

  @Test("Nothing goes before its day")
  func notBefore() throws {
    let trygg = try RetentionTests.town()
    let early = try trygg("--format", "json", "retention", "run", now: "2034-01-31T23:59")
    #expect(early.json["year"].number == 2026)
    #expect(early.json["done"].truth == false)
    #expect(try trygg.sql("SELECT count(*) FROM decision") != "0")
    let listed = try trygg("retention", "list", now: RetentionTests.due)
    listed.expect(0, "Ska gallras", "2027", "senast 2034-12-31", "Närvaro och listor")
    #expect(try trygg.sql("SELECT count(*) FROM decision") != "0")
  }

  @Test("What a decided year rests on goes, an open case waits, and who is still a member stays")
  func run() throws {
    let trygg = try RetentionTests.town()
    #expect(try files(trygg, with: "Zebulon") == 1)
    let dryRun = try trygg("--format", "json", "retention", "run", "--dry-run", now: RetentionTests.due)
    #expect(dryRun.json["done"].truth == false)
    let run = try trygg("--format", "json", "retention", "run", now: RetentionTests.due)
    run.expect(0)
    #expect(run.json["done"].truth == true)
    #expect(run.json["wiped"].truth == true)
    for name in dryRun.json["counts"].names {
      #expect(run.json["counts"][name].number == dryRun.json["counts"][name].number, "\(name)")
    }
    #expect(run.json["counts"]["persons"].number == 1)
    #expect(run.json["counts"]["documents"].number == 6, "two of them letters")

    // The values are gone from the file itself, not only from what is asked of it.
    #expect(try files(trygg, with: "Zebulon") == 0)
    #expect(try trygg.sql("SELECT count(*) FROM person WHERE number = 198507092388") == "0")
    #expect(try files(trygg, with: "Kvarvarande") == 1)
    #expect(try files(trygg, with: "Väntande") == 1)
    #expect(try trygg.sql("SELECT count(*) FROM decision") == "1", "the open case alone")
    #expect(try trygg.sql("SELECT count(*) FROM decision_closed") == "0")
    #expect(try trygg.sql("SELECT count(*) FROM retention_waiting") == "0")
    #expect(try trygg.sql("SELECT count(*) FROM attendance") == "2")
    #expect(try trygg.sql("SELECT count(*) FROM retention_open") == "0")
    try trygg.expectSound()
    try trygg("audit", "list", "--act", "retention", now: RetentionTests.due).expect(
      0, "retention.run", "2027")
    try trygg("document", "verify", "ut/2028-000001-7.xml", now: RetentionTests.due)
      .expect(1, "SEAL_HOLDS", "STANDING_REMOVED", "gallrade")
  }

  @Test("Letters without a decision go with their year, those on a ring when it is no longer registered")
  func letters() throws {
    let trygg = try RetentionTests.town()
    for ring in ["A", "B"] {
      try trygg.must(
        "ring", "letter", "--ring", Town.ring(Character(ring)), "--form", "text", now: "2028-02-12T10:00")
    }
    try trygg.must(
      "letter", "write", "--letter", "23", "--person", Town.numbers["M02"] ?? "", "--authority",
      "Skatteverket",
      "--decision", "Handlingen lämnas inte ut.", "--reason", "Sekretess.", "--form", "text",
      now: "2028-02-13T10:00")
    try trygg.must(
      "ring", "deregister", "--ring", Town.ring("A"), "--on", "2028-02-20", "--reason", "Begärd.",
      now: "2028-02-20T10:00")
    try trygg.must("retention", "run", now: RetentionTests.due)
    #expect(try trygg.sql("SELECT count(*) FROM letter") == "3", "they are of 2028")
    try trygg.must("retention", "run", now: "2035-02-01T09:00")
    #expect(
      try trygg.sql(
        "SELECT printf('TR-%s-%04d', r.municipality, r.serial) FROM letter l JOIN ring r ON r.id = l.ring")
        == Town.ring("B"))
    #expect(try trygg.sql("SELECT count(*) FROM document WHERE kind = 'letter'") == "1")
    #expect(
      try trygg.sql("SELECT count(*) FROM ring_contact c JOIN ring r ON r.id = c.ring WHERE r.serial = 1")
        == "0")
    try trygg.must("ring", "show", "--ring", Town.ring("A"), now: "2035-02-02T09:00")
    try trygg.expectSound()
  }

  @Test("A certificate stays until ten years after the holder's death, and then goes with the holder")
  func certificates() throws {
    let number = Town.numbers["M07"] ?? ""
    let trygg = try Town(neighbours: [
      .init(key: "M07", present: Town.occasions("A", 1...6), diedOn: "2027-09-20"),
      .init(key: "M01", present: Town.occasions("A", 1...9)),
    ]).decided()
    for person in [number, Town.numbers["M01"] ?? ""] {
      try trygg.must("certificate", "issue", "--person", person, "--programme", "TR", now: "2028-01-20T10:00")
    }
    try trygg.must("user", "code", "--person", Town.numbers["M01"] ?? "", now: "2028-01-20T10:00")
    try trygg.must("retention", "run", now: "2037-09-20T09:00")
    #expect(try trygg.sql("SELECT count(*) FROM certificate") == "2")
    #expect(try trygg.sql("SELECT count(*) FROM attendance") == "0")
    let run = try trygg("--format", "json", "retention", "run", now: "2037-09-21T09:00")
    #expect(run.json["counts"]["certificates"].number == 2, "the certificate and its document")
    #expect(run.json["counts"]["persons"].number == 1)
    #expect(try trygg.sql("SELECT count(*) FROM person WHERE number = \(number)") == "0")
    #expect(try trygg.sql("SELECT count(*) FROM document WHERE kind = 'certificate'") == "1")
    try trygg.expectSound()
  }

  @Test("A year whose data are gone is closed: it is neither decided anew, shown, locked nor sent")
  func closed() throws {
    let trygg = try RetentionTests.town()
    try trygg.must("retention", "run", now: RetentionTests.due)
    let later = "2034-03-01T09:00"
    for words in [
      ["year", "decide", "2027"], ["year", "lock", "2027"],
      ["year", "control-file", "2027", "--out", "ku.xml"],
      ["decision", "show", "--person", Town.numbers["M02"] ?? "", "--year", "2027"],
    ] {
      try trygg(words, now: later).expect(1, "YEAR_RETIRED", "gallrade")
    }
    #expect(try trygg.sql("SELECT count(*) FROM decision") == "1", "the open case alone")
    // The case that waited is still there to be closed.
    try trygg("decision", "show", "--person", Town.numbers["M04"] ?? "", "--year", "2027", now: later).expect(
      0)
    try trygg("year", "summary", "2027", now: later).expect(0)
  }

  @Test("A second run finds nothing and writes nothing")
  func again() throws {
    let trygg = try RetentionTests.town()
    try trygg.must("retention", "run", now: RetentionTests.due)
    let entries = try trygg.sql("SELECT max(number) FROM audit_entry")
    let again = try trygg("retention", "run", now: "2034-02-02")
    again.expect(0, "Inget att gallra", "2035-02-01")
    #expect(try trygg.sql("SELECT max(number) FROM audit_entry") == entries)
  }

  @Test("Nothing but a run may take the rows away, and no other role may run it")
  func guarded() throws {
    let trygg = try RetentionTests.town()
    for table in ["decision", "document", "attendance", "person", "membership"] {
      let refused = try trygg.shell(
        "python3 -c \"import sqlite3; sqlite3.connect('trygghetsregister.db').execute('DELETE FROM \(table)')\""
      )
      #expect(refused.code != 0, "\(table)")
    }
    try trygg.must("user", "add", "rev", "--role", "auditor")
    try trygg("retention", "run", now: RetentionTests.due, actor: "rev").expect(77, "NOT_PERMITTED")
  }
}
