import Foundation
import Identity
import Register
import Testing

@testable import Operations
@testable import Store

@Suite("Who has a coordination number is sent with name and address, or by date of birth")
struct ControlRecipientTests {
  let register: DecidedRegister

  init() throws {
    register = try DecidedRegister()
  }

  /// The statement of one granted person, or what holds it back.
  private func statement() throws -> (StatementFile.Statement?, [Refusal]) {
    let (report, file, _) = try register.run()
    return (file.statements[1], report.notes)
  }

  private func held(_ person: PersonID, _ rule: String, _ field: String) -> Refusal {
    Refusal(
      .controlRecordHeld, ["person": .count(Int(person.value)), "rule": .text(rule), "field": .text(field)])
  }

  @Test("A coordination number has fields 216 to 221 beside it")
  func coordinationNumber() throws {
    try register.decide(register.person(198502862397, "Åsa \"Öst\"", "<O'Neil> & Søn"))
    let (statement, notes) = try statement()
    #expect(notes.isEmpty)
    #expect(
      ["215", "216", "217", "218", "219", "220", "221"].map { statement?[$0] } == [
        "198502862397", "Åsa \"Öst\"", "<O'Neil> & Søn", "Bäckvägen 1", "21142", "Malmö", "SE",
      ])
  }

  @Test("Without an address it is held back, with the rules' own numbers and no number of the person's")
  func addressMissing() throws {
    let person = try register.person(198502862397, street: nil)
    try register.decide(person)
    let (report, file, _) = try register.run()
    #expect(file.statements.isEmpty)
    #expect(report.held == ControlSum(count: 1, kronor: 2000))
    #expect(report.granted == report.held)
    #expect(
      report.notes == [held(person, "144", "218"), held(person, "145", "219"), held(person, "146", "220")])

    try register.write { connection in
      try connection.updatePerson(
        person,
        PersonDetails(
          givenName: "Åsa", familyName: "Öst",
          address: PostalAddress(street: "Torget 1", postcode: "21142", city: "Malmö")), entry: 1)
    }
    #expect(try register.run().file.statements[1]?["218"] == "Torget 1", "its number was not used up")
  }

  @Test("C-96: a protected person is sent, without address")
  func protected() throws {
    try register.decide(register.person(198502862397, protected: true))
    let (statement, notes) = try statement()
    #expect(notes.isEmpty)
    #expect(statement?.codes == ["201", "202", "203", "215", "216", "217", "570", "FÖRSLAG"])
  }

  @Test("C-68: a number without a possible date goes by the registered date of birth in field 222")
  func birthTime() throws {
    let person = try register.person(191500722390, bornOn: "1915-03-12")
    try register.decide(person)
    let (statement, notes) = try statement()
    #expect(notes.isEmpty)
    #expect(statement?["222"] == "19150312239")
    #expect(statement?["215"] == nil)
    #expect(statement?["216"] == "Åsa")

    try register.write { connection in
      try connection.updatePerson(
        person,
        PersonDetails(
          givenName: "Åsa", familyName: "Öst",
          address: PostalAddress(street: "Torget 1", postcode: "21142", city: "Malmö"),
          bornOn: LocalDate("1915-03-13")), entry: 1)
    }
    let (_, file, removals) = try register.run("2028-01-25T10:00", removals: true)
    #expect(removals?.statements[1]?["222"] == "19150312239")
    #expect(file.statements[2]?["222"] == "19150313239")
  }

  @Test("C-68: without a known date of birth it cannot be sent")
  func birthUnknown() throws {
    let person = try register.person(191500722390)
    try register.decide(person)
    #expect(try statement().1.contains(held(person, "056", "215")))
  }

  @Test("What is longer than its field is cut, and said")
  func longName() throws {
    let person = try register.person(198502862397, String(repeating: "å", count: 60))
    try register.decide(person)
    let (statement, notes) = try statement()
    #expect(statement?["216"] == String(repeating: "å", count: 50))
    #expect(
      notes == [
        Refusal(
          .controlFieldCut,
          ["person": .count(Int(person.value)), "field": .count(216), "limit": .count(50)])
      ])
  }

  @Test("Several slices are written and checked, and every key is kept")
  func manySlices() throws {
    try register.write { connection in
      for person in 0..<2_345 {
        let day = LocalDate.firstDay(of: 1950).adding(days: person).components
        let digits = Int64(day.year * 10_000 + day.month * 100 + day.day) * 1000 + 980
        let number = try IdentityNumber(
          stored: digits * 10 + Int64(Luhn.checkDigit(after: digits % 1_000_000_000)))
        _ = try connection.insertPerson(
          numbered: number, PersonDetails(givenName: "A", familyName: "B"), entry: 1)
      }
      try connection.run(
        """
        INSERT INTO decision (person, year, version, ring, outcome, unmet, amount_kr, attended, counted, facts,
          rule_set, status, dated_on, entry)
        SELECT id, 2027, 1, 1, 'BEVILJAS', 0, 2000, 9, 12, '', 1, 'beslutad', '2028-01-17', 1 FROM person
        """)
    }
    let (report, file, _) = try register.run()
    #expect(report.statements == ControlSum(count: 2_345, kronor: 4_690_000))
    #expect(file.statements.keys.sorted() == Array(1...2_345))
    #expect(file.sum == 4_690_000)
    let kept = try register.read { connection in
      try connection.value(
        "SELECT count(*) FROM control_record r JOIN person p ON p.id = r.person AND p.number = r.number",
        as: Int.self)
    }
    #expect(kept == 2_345)
    #expect(try register.run().report.unchanged == 2_345)
  }
}
