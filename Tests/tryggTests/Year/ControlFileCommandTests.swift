import Foundation
import Testing

@Suite("year control-file, as a registrar runs it")
struct ControlFileCommandTests {
  static func town() throws -> TryggProgram {
    try Town(neighbours: [
      .init(key: "M01", present: Town.occasions("A", 1...9)),
      .init(key: "M08", present: Town.occasions("A", 1...10), level: "styrkt"),
      .init(key: "M09", present: Town.occasions("A", 1...4)),
    ]).decided()
  }

  @Test("DOK-08: the file before 31 January, and the warning after it")
  func inTimeAndLate() throws {
    let trygg = try Self.town()
    let inTime = try trygg(
      "--format", "json", "year", "control-file", "2027", "--out", "ku.xml", "--validate",
      now: "2028-01-30T10:00")
    #expect(inTime.code == 0, "\(inTime.err)")
    #expect(inTime.err == "")
    #expect(inTime.json["statements"].number == 2)
    #expect(inTime.json["sumKr"].number == 4000)
    #expect(inTime.json["grantedKr"].number == 4000)
    let file = try trygg.read("ku.xml")
    #expect(file.contains("<Inkomsttagare faltkod=\"215\">198507092388</Inkomsttagare>"))
    #expect(file.contains("<Gatuadress faltkod=\"218\">Ringgatan 1</Gatuadress>"))

    let late = try trygg("year", "control-file", "2027", "--out", "ku.xml", now: "2028-02-01T10:00")
    #expect(late.code == 0)
    #expect(late.err.contains("CONTROL_FILE_LATE"))
    #expect(late.err.contains("2028-01-31"))
    #expect(!(late.out + late.err).contains("2388"), "no message repeats somebody's number")
  }

  @Test("A receipt is kept, and names the rows that fit no statement")
  func receipt() throws {
    let trygg = try Self.town()
    try trygg.must("year", "control-file", "2027", "--out", "ku.xml", now: "2028-01-24T10:00")
    try trygg.write("kvittens.csv", "specification,status,code,text\n1,accepted,,\n9,rejected,1002,\n")
    let run = try trygg(
      "--format", "json", "year", "control-file", "2027", "--receipt", "kvittens.csv",
      now: "2028-01-26T10:00")
    #expect(run.code == 2)
    #expect(run.json["stored"].number == 1)
    #expect(run.json["rows"][0]["code"].text == "UNKNOWN_CONTROL_RECORD")
    let told = try trygg(
      "year", "control-file", "2027", "--receipt", "kvittens.csv", now: "2028-01-26T10:01")
    told.expect(2, "Rätta raderna och läs in filen igen.")
    #expect(!told.err.contains("--rejects"), "the command has no such option")
  }

  @Test("What is wrong with the call is said before anything is written")
  func wrongCalls() throws {
    let trygg = try TryggProgram()
    #expect(try trygg("year", "control-file", "2027").code == 64)
    #expect(try trygg("year", "control-file", "2027", "--out", "a.xml", "--receipt", "b.csv").code == 64)
    #expect(try trygg("year", "control-file", "2027", "--receipt", "saknas.csv").code == 66)
    let undecided = try trygg("year", "control-file", "2027", "--out", "a.xml")
    #expect(undecided.code == 1)
    #expect(undecided.err.contains("YEAR_NOT_DECIDED"))
    #expect(!FileManager.default.fileExists(atPath: trygg.folder.appending(path: "a.xml").path))
  }

  @Test("A folder that does not exist is an output that cannot be written")
  func unwritable() throws {
    let trygg = try Self.town()
    let run = try trygg("year", "control-file", "2027", "--out", "saknas/ku.xml", now: "2028-01-24T10:00")
    #expect(run.code == 74)
    let next = try trygg(
      "--format", "json", "year", "control-file", "2027", "--out", "ku.xml", now: "2028-01-24T10:00")
    #expect(next.json["new"].number == 2, "nothing was noted as sent")
  }
}
