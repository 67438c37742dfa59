import Exchange
import Foundation
import Register
import Testing

@testable import Operations
@testable import Store

@Suite("A receipt is kept for each statement, and what was sent cannot be changed")
struct ControlReceiptTests {
  let register: DecidedRegister

  init() throws {
    register = try DecidedRegister()
    try register.decide(register.person(198507099805))
    try register.decide(register.person(199002129808))
    _ = try register.run()
  }

  private func keep(_ rows: String) throws -> ImportReport {
    let path = register.folder.appending(path: "kvittens.csv").path
    try rows.write(toFile: path, atomically: true, encoding: .utf8)
    return try register.registry("2028-02-01T10:00").keepControlReceipt(
      of: 2027, from: CSVFile(path: path, layout: ReceiptRow.layout))
  }

  @Test("Good rows are kept, others named, and the same receipt again changes nothing")
  func receipt() throws {
    let rows = """
      specification,status,code,text
      1,accepted,,
      2,rejected,1002,Kontrollsiffran är fel
      3,accepted,,
      x,accepted,,
      1,kanske,,
      """
    let report = try keep(rows)
    #expect((report.stored, report.unchanged, report.rejected) == (2, 0, 3))
    #expect(report.rows.map(\.number) == [4, 5, 6])
    #expect(report.rows.flatMap(\.refusals).map(\.code) == [.unknownControlRecord, .numberFormat, .choice])
    #expect(try keep(rows).unchanged == 2)
    let kept = try register.read { connection in try connection.controlReceipts(of: 2, year: 2027) }
    #expect(
      kept == [
        ControlReceipt(specification: 2, status: .rejected, code: "1002", text: "Kontrollsiffran är fel")
      ])
  }

  @Test("A later answer stands beside the earlier")
  func answers() throws {
    _ = try keep("specification,status\n1,rejected\n")
    _ = try keep("specification,status\n1,accepted\n")
    let kept = try register.read { connection in try connection.controlReceipts(of: 1, year: 2027) }
    #expect(kept.map(\.status) == [.rejected, .accepted])
  }

  @Test(
    "The register itself refuses what would break a key",
    arguments: [
      "UPDATE control_record SET specification = 9 WHERE specification = 1",
      "UPDATE control_record SET number = 199002129808 WHERE specification = 1",
      "DELETE FROM control_record",
      "INSERT INTO control_record SELECT * FROM control_record WHERE specification = 1",
      "UPDATE control_record SET specification = 0",
      "UPDATE control_file SET year = 2026", "DELETE FROM control_record_history",
    ])
  func constraints(statement: String) throws {
    try register.write { connection in
      try connection.run("UPDATE control_record SET amount_kr = 2500 WHERE specification = 2")
    }
    #expect(throws: StoreError.self) { try register.write { connection in try connection.run(statement) } }
  }

  @Test("What has been removed is never sent again under its number")
  func removedForGood() throws {
    try register.write { connection in
      try connection.run("UPDATE control_record SET removed_by = 7 WHERE specification = 1")
    }
    #expect(throws: StoreError.self) {
      try register.write { connection in
        try connection.run("UPDATE control_record SET removed_by = NULL WHERE specification = 1")
      }
    }
  }
}
