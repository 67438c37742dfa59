import Foundation
import Testing

/// The log as an auditor meets it.
@Suite struct AuditTests {
  let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram()
    try trygg.take(Community())
  }

  /// Changes what triggers guard, and puts the guard back so that nothing else shows it.
  private func tamper(_ statement: String, past trigger: String) throws {
    let guardian = try trygg.sql("SELECT sql FROM sqlite_schema WHERE name = '\(trigger)'")
    try trygg.sql("DROP TRIGGER \(trigger)", statement, guardian)
  }

  @Test(arguments: [
    ("actor = 'handläggarE'", "AUDIT_CHANGED"), ("at = at + 1", "AUDIT_CHANGED"),
    ("subject = subject || ' '", "AUDIT_CHANGED"), ("rows_digest = zeroblob(32)", "AUDIT_CHANGED"),
  ])
  func oneChangedByteIsFoundAndNamed(change: String, code: String) throws {
    try tamper("UPDATE audit_entry SET \(change) WHERE number = 5", past: "audit_entry_never_changes")
    try trygg("audit", "verify").expect(
      1, "Post 5 i loggen har ändrats", "[\(code)]", "Loggen är inte hel", "fel: 1")
    let run = try trygg("--format", "json", "audit", "verify")
    run.expect(1)
    #expect(run.json["faults"][0]["entry"].number == 5)
    #expect(run.json["faults"][0]["code"].text == code)
    try trygg("doctor").expect(1, "Post 5 i loggen har ändrats")
  }

  @Test func aRemovedEntryIsFoundAndNamed() throws {
    try tamper("DELETE FROM audit_entry WHERE number = 4", past: "audit_entry_never_shrinks")
    try trygg("audit", "verify").expect(1, "Post 4 i loggen saknas", "[AUDIT_MISSING]")
  }

  @Test func aLogWithoutItsEndIsFoundAgainstAHeadKeptElsewhere() throws {
    let head = try #require(try trygg("--format", "json", "audit", "verify").json["head"].text)
    try trygg("audit", "verify", "--head", head).expect(0)
    try trygg("audit", "verify", "--head", "inget").expect(1, "[HEAD_FORMAT]")
    let last = try #require(Int(try trygg.sql("SELECT MAX(number) FROM audit_entry")))
    try tamper("DELETE FROM audit_entry WHERE number = \(last)", past: "audit_entry_never_shrinks")
    try trygg("audit", "verify").expect(1, "Post \(last) i loggen saknas")
    try trygg("audit", "verify", "--head", head).expect(1, "Post \(last) i loggen saknas")
  }

  @Test func aRowWithoutItsEntryIsFound() throws {
    try trygg.sql("INSERT INTO setting VALUES ('x', 'y', 9999)")
    try trygg("doctor").expect(1, "Tabellen setting", "[DOCTOR_ROW_WITHOUT_ENTRY]")
  }

  @Test func entriesAreFilteredByDayActActorSubjectAndOutcome() throws {
    _ = try trygg("import", "persons", "persons.csv", now: "2027-06-01T08:00", actor: "kari")
    _ = try trygg("export", "rings", "--ring", "TR-1280-0001", now: "2027-06-01T23:59", actor: "kari")
    _ = try trygg("export", "rings", "--ring", "TR-1280-0099", now: "2027-06-02T00:00", actor: "kari")
    func count(_ words: String...) throws -> Int? {
      let run = try trygg(["--format", "json", "audit", "list"] + words)
      return run.json["total"].number
    }
    #expect(try count("--from", "2027-06-01", "--to", "2027-06-01") == 2)
    #expect(try count("--from", "2027-06-02", "--to", "2027-06-02") == 1)
    #expect(try count("--act", "export") == 2)
    #expect(try count("--act", "register") == 1)
    #expect(try count("--by", "kari") == 3)
    #expect(try count("--subject", "persons") == 2)
    #expect(try count("--refused") == 1)
    try trygg("audit", "list", "--limit", "2").expect(0, "De senaste 2 av")
  }

  @Test func theReadingOfTheLogIsAnEntry() throws {
    _ = try trygg("audit", "list")
    let log = try trygg("--format", "json", "audit", "list", "--act", "audit")
    #expect(log.json["entries"][0]["outcome"].text == "read")
  }
}
