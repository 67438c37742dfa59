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
