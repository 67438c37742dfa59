import Foundation
import Testing

/// The rows of D4 from CSV to `decision show`, each with its alternatives by other law data.
@Suite struct DecisionTests {
  /// One row: what happened, and what is decided.
  struct Row: CustomTestStringConvertible {
    let id: String
    let town: Town
    let person: String
    let expected: String
    var window: String?
    /// A value of the law data under which the row comes out otherwise.
    var alternative: (key: String, value: String, expected: String)?

    init(
      _ id: String, _ neighbour: Town.Neighbour, _ expected: String, window: String? = nil,
      alternative: (key: String, value: String, expected: String)? = nil, cancelled: Set<String> = [],
      deregisteredOn: String? = nil
    ) {
      self.id = id
      self.town = Town(neighbours: [neighbour], cancelled: cancelled, deregisteredOn: deregisteredOn)
      self.person = neighbour.key
      self.expected = expected
      self.window = window
      self.alternative = alternative
    }

    var testDescription: String { id }
  }

  private static func a(_ numbers: ClosedRange<Int>) -> [String] { Town.occasions("A", numbers) }

  static let rows = [
    Row(
      "AVD-01 exactly 75 %", .init(key: "M01", present: a(1...9)), "9/12 75,00 BEVILJAS 2000",
      window: "2027-01-20–2027-12-31"),
    Row(
      "AVD-02 3 of 4",
      .init(key: "M02", memberships: [.init("B")], present: Town.occasions("B", 1...3)),
      "3/4 75,00 BEVILJAS 2000"),
    Row("AVD-03 below", .init(key: "M01", present: a(1...8)), "8/12 66,66 AVSLAG:UNDER_TROSKEL 0"),
    Row(
      "AVD-06 joined mid-year",
      .init(
        key: "M03", memberships: [.init("A", "2027-07-01")], trainedOn: "2027-07-03", present: a(6...11)),
      "6/7 85,71 BEVILJAS 2000", window: "2027-07-03–2027-12-31"),
    Row(
      "AVD-06 joined mid-year, present too seldom",
      .init(
        key: "M03", memberships: [.init("A", "2027-07-01")], trainedOn: "2027-07-03", present: a(6...10)),
      "5/7 71,42 AVSLAG:UNDER_TROSKEL 0"),
    Row(
      "AVD-07 joined late",
      .init(
        key: "M04", memberships: [.init("A", "2027-10-15")], trainedOn: "2027-10-20", present: a(10...12)),
      "3/3 100,00 AVSLAG:FOR_FA_TILLFALLEN 0",
      alternative: ("attendance.min_counted_occasions", "1", "3/3 100,00 BEVILJAS 2000")),
    Row(
      "AVD-08 trained after participating",
      .init(key: "M09", trainedOn: "2027-06-15", present: a(1...10)), "5/7 71,42 AVSLAG:UNDER_TROSKEL 0",
      window: "2027-06-15–2027-12-31",
      alternative: ("training.order", "any_time_in_year", "10/12 83,33 BEVILJAS 2000")),
    Row(
      "AVD-10 never trained", .init(key: "M01", trainedOn: nil, present: a(1...12)),
      "0/0 – AVSLAG:EJ_UTBILDAD 0"),
    Row(
      "AVD-11 moved ring",
      .init(
        key: "M10",
        memberships: [.init("A", "2027-01-15", to: "2027-06-30"), .init("D", "2027-07-01")],
        present: a(1...3) + Town.occasions("D", 1...5)), "8/10 80,00 BEVILJAS 2000"),
    Row(
      "AVD-13 two rings",
      .init(
        key: "M11", memberships: [.init("A", primary: true), .init("D", primary: false)],
        present: a(1...12) + Town.occasions("D", 1...5)), "12/12 100,00 BEVILJAS 2000"),
    Row(
      "AVD-14 cancelled meeting", .init(key: "M01", present: a(1...6) + a(8...9)),
      "8/11 72,72 AVSLAG:UNDER_TROSKEL 0", cancelled: ["A07"]),
    Row(
      "AVD-14 cancelled meeting, one more", .init(key: "M01", present: a(1...6) + a(8...10)),
      "9/11 81,81 BEVILJAS 2000", cancelled: ["A07"]),
    Row(
      "AVD-16 excused", .init(key: "M01", present: a(1...5) + a(8...10), excused: ["A06", "A07"]),
      "8/12 66,66 AVSLAG:UNDER_TROSKEL 0",
      alternative: ("attendance.excused", "remove", "8/10 80,00 BEVILJAS 2000")),
    Row(
      "AVD-19 pooled vs either",
      .init(
        key: "M01", memberships: [.init("C")],
        present: Town.occasions("C", 1...4) + Town.occasions("C", 11...14)),
      "8/14 57,14 AVSLAG:UNDER_TROSKEL 0",
      alternative: ("attendance.basis", "either", "4/4 100,00 BEVILJAS 2000")),
    Row(
      "AVD-20 deceased", .init(key: "M07", present: a(1...6), diedOn: "2027-09-20"),
      "6/8 75,00 BEVILJAS 2000", window: "2027-01-20–2027-09-20"),
    Row(
      "AVD-21 ring deregistered", .init(key: "M01", present: a(1...3)), "3/4 75,00 BEVILJAS 2000",
      window: "2027-01-20–2027-05-31", deregisteredOn: "2027-05-31"),
    Row(
      "AVD-23 eighteen on 31 December", .init(key: "M05", present: a(1...12)), "12/12 100,00 BEVILJAS 2000"),
    Row(
      "AVD-23 eighteen on 1 January", .init(key: "M06", present: a(1...12)),
      "12/12 100,00 AVSLAG:UNDER_ALDER 0"),
    Row(
      "ID-06 coordination number, proven", .init(key: "M08", present: a(1...9), level: "styrkt"),
      "9/12 75,00 BEVILJAS 2000"),
    Row(
      "ID-06 coordination number, probable", .init(key: "M08", present: a(1...9), level: "sannolik"),
      "9/12 75,00 AVVAKTAR:ID_EJ_STYRKT 0"),
  ]

  @Test(
    "C-53: who leaves and comes back, with another ring beside, is read once and judged on the days of both times"
  )
  func cameBack() throws {
    let trygg = try Town(neighbours: [
      .init(
        key: "M01",
        memberships: [
          .init("A", to: "2027-03-31"), .init("A", "2027-09-01"), .init("D", "2027-08-01", primary: false),
        ],
        present: Town.occasions("A", 1...2) + Town.occasions("A", 8...10))
    ]).decided()
    #expect(try trygg.decision("M01").summary == "5/7 71,42 AVSLAG:UNDER_TROSKEL 0")
  }

  @Test(arguments: rows) func decides(_ row: Row) throws {
    let trygg = try row.town.decided()
    let shown = try trygg.decision(row.person)
    #expect(shown.summary == row.expected)
    let isWaiting = row.expected.contains("AVVAKTAR")
    #expect(shown.json["version"].number == (isWaiting ? 0 : 1))
    if let window = row.window {
      #expect("\(shown.json["window"]["from"].text ?? "")–\(shown.json["window"]["to"].text ?? "")" == window)
    }
    guard let alternative = row.alternative else { return }
    let other = try row.town.register()
    let legal = try other.legal(alternative.key, alternative.value)
    let preview = try other.decision(row.person, arguments: ["--legal", legal])
    #expect(preview.summary == alternative.expected)
    #expect(preview.json["status"].text == "preliminar")
  }

  @Test("AVD-25: the walk over New Year counts in 2027 alone")
  func newYearsWalk() throws {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...12))]).register()
    #expect(try trygg.decision("M01").json["counted"].number == 12)
    #expect(try trygg.decision("M01", year: 2028, now: "2029-01-17").json["counted"].number == 0)
  }

  @Test("AVD-27: two of one household are both granted, with a cap only the earlier member")
  func household() throws {
    let town = Town(neighbours: [
      .init(
        key: "M01", memberships: [.init("A", "2027-01-16")], present: Town.occasions("A", 1...9),
        household: "H1"),
      .init(key: "M02", present: Town.occasions("A", 1...9), household: "H1"),
    ])
    let both = try town.decided()
    #expect(try both.decision("M01").summary == "9/12 75,00 BEVILJAS 2000")
    #expect(try both.decision("M02").summary == "9/12 75,00 BEVILJAS 2000")
    let capped = try town.decided(legal: try both.legal("benefit.max_claimants_per_household", "1"))
    #expect(try capped.decision("M01").summary == "9/12 75,00 AVSLAG:HUSHALLSTAK 0")
    #expect(try capped.decision("M02").summary == "9/12 75,00 BEVILJAS 2000")
    // What was decided is explained by the values of its day, whatever law data is used afterwards.
    let reasons = try capped.decision("M01").json["reasons"].list
    let cap = try #require(reasons.first { $0["rule"].text == "household.cap" })
    #expect(cap["state"].text == "fails")
    #expect(cap["value"].text == "1")
  }

  @Test("Before the lock the answer says what can still be reached")
  func beforeTheLock() throws {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...6))]).register()
    let shown = try trygg.decision("M01", now: "2027-07-10")
    #expect(shown.summary == "6/6 100,00 AVVAKTAR:EJ_AVGJORT 0")
    #expect(shown.json["reachable"].truth == true)
    #expect(shown.json["needed"].number == 3)
    #expect(shown.json["version"].number == 0)
    #expect(shown.json["status"].text == "preliminar")
  }

  @Test("C-73: who is too young is told so, and not what attendance would take") func tooYoung() throws {
    let trygg = try Town(neighbours: [
      .init(key: "M06", present: Town.occasions("A", 1...6)),
      .init(key: "M05", present: Town.occasions("A", 1...6)),
    ]).register()
    func show(_ key: String, _ language: String) throws -> TryggProgram.Run {
      try trygg(
        "--lang", language, "decision", "show", "--person", Town.numbers[key] ?? "", "--year", "2027",
        now: "2027-07-10T10:00")
    }
    let shown = try show("M06", "sv")
    shown.expect(0, "Ålderskravet nås inte det här året")
    #expect(!shown.out.contains("Kraven på närvaro nås med"))
    try show("M06", "en").expect(0, "The condition of age is not met this year")
    try show("M05", "sv").expect(0, "Kraven på närvaro nås med 3 av de 6 sammankomster")
  }

  @Test("A decision is written as the contract says")
  func json() throws {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).decided()
    let json = try trygg.decision("M01").json
    #expect(json["person"].text == "850709-****")
    #expect(json["status"].text == "beslutad")
    #expect(json["document"].text == "2028-000001-7")
    #expect(json["parametersFrom"].text == "2027-01-01")
    #expect(json["windows"][0]["ring"].text == "TR-1280-0001")
    #expect(json["rings"][0].text == "TR-1280-0001")
    let threshold = try #require(json["reasons"].list.first { $0["rule"].text == "attendance.threshold" })
    #expect(threshold["facts"].text == "9 av 12")
    #expect(threshold["value"].text == "3/4")
    #expect(threshold["valueFrom"].text == "2027-01-01")
    #expect(threshold["provision"].text?.hasSuffix("inkomstskattelagen (1999:1229)") == true)
    #expect(
      threshold["text"].text?.contains("4\u{A0}×\u{A0}9 är 36, och det är minst 3\u{A0}×\u{A0}12, som är 36.")
        == true)
  }

  @Test("DOK-05: a member who asks about another gets the answer for a number that nobody has")
  func anothersDecision() throws {
    let trygg = try Town(neighbours: [
      .init(key: "M01", present: Town.occasions("A", 1...9)),
      .init(key: "M02", present: Town.occasions("A", 1...9)),
    ]).decided()
    try trygg.must("user", "add", "mona", "--role", "member", "--person", Town.numbers["M02"] ?? "")
    let own = try trygg.decision("M02", actor: "mona")
    #expect(own.code == 0)
    let other = try trygg.decision("M01", actor: "mona")
    let nobody = try trygg.decision("M11", actor: "mona")
    #expect((other.code, other.out, other.err) == (nobody.code, nobody.out, nobody.err))
    #expect(other.code == 1)
    let log = try trygg("--format", "json", "audit", "list")
    #expect(log.out.contains("UNKNOWN_PERSON"))
  }
}

extension TryggProgram.Run {
  /// A decision as the scenarios write it: fraction, percentage, outcome with reason, kronor.
  var summary: String {
    let reason = json["reason"].text.map { ":\($0)" } ?? ""
    return
      "\(json["attended"].number ?? -1)/\(json["counted"].number ?? -1) \(json["percent"].text ?? "?") "
      + "\(json["outcome"].text ?? "?")\(reason) \(json["amountKr"].number ?? -1)"
  }
}
