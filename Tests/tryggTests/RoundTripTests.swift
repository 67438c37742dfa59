import Foundation
import Testing

/// What goes out comes in again as it was.
@Suite struct RoundTripTests {
  let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram()
    try trygg.take(Community())
  }

  private func export(_ kind: String, from trygg: TryggProgram) throws -> String {
    let run = try trygg("export", kind, "--out", "ut-\(kind).csv", now: Community.now)
    #expect(run.code == 0, "\(kind): \(run.err)")
    return try trygg.read("ut-\(kind).csv")
  }

  @Test(arguments: Community.kinds) func importedIntoTheSameRegisterAnExportChangesNothing(kind: String)
    throws
  {
    let rows = try export(kind, from: trygg).split(separator: "\r\n").count - 1
    for now in [Community.now, "2028-03-01T09:00"] {
      let run = try trygg("--format", "json", "import", kind, "ut-\(kind).csv", now: now)
      #expect(run.code == 0, "\(kind): \(run.out)")
      #expect(run.json["stored"].number == 0)
      #expect(run.json["unchanged"].number == rows)
    }
  }

  @Test(arguments: Community.kinds) func theFilesThatCameInChangeNothingTheSecondTime(kind: String) throws {
    let run = try trygg("--format", "json", "import", kind, "\(kind).csv", now: "2028-03-01T09:00")
    #expect(run.code == 0, "\(kind): \(run.out)")
    #expect(run.json["stored"].number == 0)
  }

  @Test func aNewRegisterGivesTheSameFiles() throws {
    let copy = try TryggProgram()
    for kind in Community.kinds {
      try copy.write("\(kind).csv", try export(kind, from: trygg))
      let run = try copy("import", kind, "\(kind).csv", "--reason", "flytt", now: Community.now)
      #expect(run.code == 0, "\(kind): \(run.err)")
    }
    for kind in Community.kinds {
      #expect(try export(kind, from: copy) == trygg.read("ut-\(kind).csv"), "\(kind)")
    }
  }

  @Test func protectedPersonsStandWithoutAnAddress() throws {
    let persons = try export("persons", from: trygg).split(separator: "\r\n")
    let hidden = persons.filter { $0.hasSuffix("ja,,,") }
    #expect(hidden.count == 2)
    #expect(hidden.allSatisfy { $0.contains(",,,,ja,,,") && !$0.contains("Ringvägen") })
  }

  @Test func anExportIsReadableByItsOwnerAloneAndLogged() throws {
    _ = try export("attendance", from: trygg)
    let attributes = try FileManager.default.attributesOfItem(
      atPath: trygg.folder.appendingPathComponent("ut-attendance.csv").path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let log = try trygg("--format", "json", "audit", "list", "--act", "export")
    let entry = log.json["entries"][0]
    #expect(entry["outcome"].text == "read")
    #expect(entry["subject"].text == "attendance")
    #expect(entry["detail"].text == #"{"rows":"42"}"#)
  }

  @Test func oneRingHoldsItsOwnRowsAlone() throws {
    for (kind, rows) in [("persons", 6), ("rings", 1), ("members", 6), ("occasions", 4), ("attendance", 21)] {
      let run = try trygg("export", kind, "--ring", "TR-1280-0002", now: Community.now)
      #expect(run.out.split(separator: "\r\n").count == rows + 1, "\(kind)")
    }
    #expect(try trygg("--format", "json", "export", "rings").code == 64)
    #expect(try trygg("export", "providers", "--ring", "TR-1280-0002").code == 64)
    #expect(try trygg("export", "members", "--ring", "TR-1280-0009").code == 1)
  }
}
