import Foundation
import Identity
import Register
import Testing

@testable import Operations
@testable import Store

@Suite("The control file holds one statement for each grant in force")
struct ControlFileTests {
  let register: DecidedRegister

  init() throws {
    register = try DecidedRegister()
  }

  @Test("DOK-08: one statement for each granted person, and the sum is the decisions' sum")
  func oneForEachGrant() throws {
    let numbers: [Int64] = [198507099805, 199002129808, 195107082389]
    for number in numbers { try register.decide(register.person(number)) }
    try register.decide(register.person(196408239801), "AVSLAG")
    try register.decide(register.person(197107109808), "AVSLAG", "kommunicerad")
    let (report, file, _) = try register.run("2028-01-30T10:00")
    #expect(file.statements.count == 3)
    #expect(file.sum == 6000)
    #expect(report.statements == ControlSum(count: 3, kronor: 6000))
    #expect(report.granted == report.statements)
    #expect((report.new, report.changed, report.unchanged, report.removed) == (3, 0, 0, 0))
    #expect(report.notes.isEmpty)
    #expect(file.statements[1]?.codes == ["201", "202", "203", "215", "570", "FÖRSLAG"])
    #expect(file.statements[1]?["201"] == "162021005448")
    #expect(file.text.contains("<Skapad>2028-01-30T10:00:00</Skapad>"))
    let totals = try register.read { connection in try connection.decisionTotals(of: 2027) }
    #expect(totals.reduce(0) { $0 + $1.amount } == file.sum)
  }

  @Test("DOK-08: after 31 January the run warns, with the count of those who are late")
  func late() throws {
    try register.decide(register.person(198507099805))
    #expect(try register.run("2028-01-31T23:59").report.notes.isEmpty)
    try register.decide(register.person(199002129808))
    let (report, file, _) = try register.run("2028-02-01T00:00")
    #expect(file.statements.count == 2)
    #expect(report.late == 1)
    #expect(
      report.notes == [
        Refusal(
          .controlFileLate, ["day": .day(LocalDate.firstDay(of: 2028).adding(days: 30)), "count": .count(1)])
      ])
    #expect(try register.run("2028-02-02T00:00").report.late == 0)
  }

  @Test("C-48: the last day moves to a working day", arguments: [(2027, "2028-01-31"), (2031, "2032-02-02")])
  func lastDay(year: Int, day: String) throws {
    let register = try DecidedRegister(year: year)
    try register.decide(register.person(198507099805))
    let report = try register.run(day + "T12:00").report
    #expect(report.lastDay.description == day)
    #expect(report.late == 0)
  }

  @Test("The number in field 570 stays over three runs")
  func stableNumbers() throws {
    let first = try [register.person(198507099805), register.person(199002129808)]
    let between = try register.person(195107082389)
    try register.decide(first[1])
    let one = try register.run()
    try register.decide(first[0])
    let two = try register.run("2028-01-25T10:00")
    try register.decide(between)
    let three = try register.run("2028-01-26T10:00")
    #expect(one.file.statements[1]?["215"] == "199002129808")
    #expect(two.file.statements[1] == one.file.statements[1])
    #expect(two.file.statements[2]?["215"] == "198507099805")
    #expect(three.file.statements[1] == one.file.statements[1])
    #expect(three.file.statements[2] == two.file.statements[2])
    #expect(three.file.statements[3]?["215"] == "195107082389")
    #expect((three.report.new, three.report.unchanged) == (1, 2))
  }

  @Test("The same run again gives the same bytes but for the time of making")
  func sameAgain() throws {
    try register.decide(register.person(198507099805))
    let first = try register.run()
    #expect(try register.run().file.text == first.file.text)
  }

  @Test("C-90: a correction repeats the whole statement under its key")
  func correction() throws {
    let person = try register.person(198507099805)
    try register.decide(person)
    _ = try register.run()
    try register.decide(person, kronor: 2500)
    let (report, file, removals) = try register.run("2028-03-10T10:00", removals: true)
    #expect((report.new, report.changed, report.removed, report.late) == (0, 1, 0, 0))
    #expect(removals == nil)
    #expect(file.statements[1]?["FÖRSLAG"] == "2500")
    #expect(file.statements[1]?["215"] == "198507099805")
    let sent: [Int] = try register.read { connection in
      try connection.all("SELECT amount_kr FROM control_record_history") { row in try row.int(0) }
    }
    #expect(sent == [2000])
  }

  @Test("DOK-03: a grant that becomes a refusal is taken back, by its key and field 205 alone")
  func removal() throws {
    let (person, other) = (try register.person(198507099805), try register.person(199002129808))
    try register.decide(person)
    try register.decide(other)
    _ = try register.run()
    let communicated = try register.decide(person, "AVSLAG", "kommunicerad")
    #expect(try register.run("2028-02-18T10:00").file.statements.count == 2, "nothing is decided yet")
    try register.close(communicated)

    let before = try register.fileNames
    #expect(throws: Refusal(.removalsFileMissing, ["count": .count(1)])) {
      _ = try register.run("2028-03-10T10:00")
    }
    #expect(try register.fileNames == before)

    let (report, file, removals) = try register.run("2028-03-10T10:00", removals: true)
    #expect((report.removed, report.removals) == (1, 1))
    #expect(file.statements.keys.sorted() == [2])
    #expect(removals?.statements.count == 1)
    #expect(removals?.statements[1]?.codes == ["201", "203", "205", "215", "570"])
    #expect(removals?.statements[1]?["205"] == "1")
    #expect(removals?.statements[1]?["215"] == "198507099805")

    let again = try register.run("2028-03-11T10:00", removals: true)
    #expect((again.report.removed, again.report.removals) == (0, 1))
    try register.decide(person)
    let regranted = try register.run("2028-03-12T10:00", removals: true)
    #expect(regranted.file.statements.keys.sorted() == [2, 3], "a removed number is never given again")
  }

  @Test("A changed number is a removal of the old key and a statement with the next number")
  func changedNumber() throws {
    let person = try register.person(198502862397)
    try register.decide(person)
    let first = try register.run()
    #expect(first.file.statements[1]?["217"] == "Öst")
    try register.write { connection in
      try connection.changeNumber(
        of: person, from: IdentityNumber(stored: 198502862397), to: IdentityNumber(stored: 198507099805),
        entry: 1)
    }
    let (report, file, removals) = try register.run("2028-01-25T10:00", removals: true)
    #expect((report.new, report.removed) == (1, 1))
    #expect(removals?.statements[1]?["215"] == "198502862397")
    #expect(file.statements[2]?["215"] == "198507099805")
    #expect(file.statements[2]?["217"] == nil)
  }

  @Test("C-71: of two numbers of one person only the survivor's is sent")
  func merged() throws {
    let (old, new) = (try register.person(198502862397), try register.person(198507099805))
    try register.decide(old)
    try register.decide(new)
    _ = try register.run()
    try register.write { connection in try connection.merge(old, into: new, entry: 1) }
    let (report, file, removals) = try register.run("2028-01-25T10:00", removals: true)
    #expect(removals?.statements[1]?["215"] == "198502862397")
    #expect(file.statements.values.map { $0["215"] } == ["198507099805"])
    #expect(report.held == ControlSum(count: 1, kronor: 2000))
    try register.decide(old, "AVSLAG")
    #expect(try register.run("2028-01-26T10:00", removals: true).report.held.count == 0)
  }

  @Test(
    "C-71: a decision made under a number that the person no longer has is sent under the one that remains")
  func decidedUnderFormerNumber() throws {
    let (old, new) = (try register.person(198502862397), try register.person(198507099805))
    try register.decide(old)
    _ = try register.run()
    try register.write { connection in try connection.merge(old, into: new, entry: 1) }
    let (report, file, removals) = try register.run("2028-01-25T10:00", removals: true)
    #expect(removals?.statements[1]?["215"] == "198502862397")
    #expect(file.statements[2]?["215"] == "198507099805")
    #expect(report.held.count == 0)
  }

  @Test("Nothing can be sent of a year that is not decided")
  func undecided() throws {
    let before = try register.fileNames
    #expect(throws: Refusal(.yearNotDecided, ["year": .count(2027)])) { _ = try register.run() }
    #expect(try register.fileNames == before)
  }

  @Test("The file is readable by its owner alone, and the audit log holds counts and no number")
  func privacy() throws {
    try register.decide(register.person(198507099805))
    _ = try register.run()
    let path = register.folder.appending(path: "ku.xml").path
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let entry = try register.read { connection in try connection.auditRecords(limit: 100).last?.entry }
    #expect(entry?.act == "year.control-file")
    #expect(entry?.detail.contains("\"statements\":\"1\"") == true)
    #expect(entry?.detail.contains("9805") == false)
  }

  @Test("Only the registrar makes it")
  func others() throws {
    try register.write { connection in
      try connection.insertUser(
        UserRecord(
          name: "officer", role: "policy", person: nil, ring: nil, provider: nil, municipality: nil,
          isRevoked: false), entry: 1)
    }
    #expect(throws: Refusal(.notPermitted)) { _ = try register.run() }
  }
}
