import Foundation
import Testing

/// Lock, run and summary of a year, with interruptions and second runs.
@Suite struct YearRunTests {
  /// M01 is granted, M02 refused for want of attendance, M06 too young, M08 waits.
  private static let town = Town(neighbours: [
    .init(key: "M01", present: Town.occasions("A", 1...9)),
    .init(key: "M02", present: Town.occasions("A", 1...8)),
    .init(key: "M06", present: Town.occasions("A", 1...12)),
    .init(key: "M08", present: Town.occasions("A", 1...9), level: "sannolik"),
    .init(key: "M09", memberships: [.init("B")], present: Town.occasions("B", 1...4)),
  ])

  /// Everything that the register keeps of decisions, as one text.
  private func decisions(_ trygg: TryggProgram) throws -> String {
    try trygg.sql(
      """
      SELECT group_concat(x, char(10)) FROM (SELECT d.person || ' ' || version || ' ' || outcome || ' ' ||
        COALESCE(reason, '') || ' ' || amount_kr || ' ' || facts || ' ' || status || ' ' || dated_on || ' ' ||
        COALESCE(answer_by, '') || ' ' || COALESCE(d.document, '') || ' ' || COALESCE(c.document, '') AS x
        FROM decision d LEFT JOIN decision_closed c ON c.decision = d.id ORDER BY d.year, d.person, version)
      """)
  }

  @Test("A year is locked from 16 January, and decided only after that")
  func order() throws {
    let trygg = try YearRunTests.town.register()
    let early = try trygg("year", "lock", "2027", now: "2028-01-15T23:59")
    early.expect(1, "LOCK_TOO_EARLY", "2028-01-16")
    try trygg("year", "decide", "2027", now: Town.lockDay).expect(1, "NOT_LOCKED")
    let dry = try trygg("--format", "json", "year", "decide", "2027", "--dry-run", now: Town.lockDay)
    dry.expect(0)
    #expect(dry.json["granted"].number == 2)
    #expect(try trygg.sql("SELECT count(*) FROM decision") == "0")
    let lock = try trygg("--format", "json", "year", "lock", "2027", now: "2028-01-16T00:00")
    lock.expect(0)
    let silent = lock.json["withoutAttendance"].list.compactMap { $0["occasion"].text }
    #expect(silent.count == 19, "all of C and D, for nobody was recorded there: \(silent)")
    #expect(lock.json["lateRecorded"].list.count > 0)
    #expect(
      try trygg("--format", "json", "year", "lock", "2027", now: Town.lockDay).json["changed"].truth == false)
  }

  @Test("Grants are decided at once, refusals when the time for an answer has run out")
  func communication() throws {
    let trygg = try YearRunTests.town.decided()
    try trygg.writeLetters()
    let refused = try trygg.decision("M02").json
    #expect(refused["status"].text == "kommunicerad")
    #expect(refused["document"].isNull)
    #expect(refused["answerBy"].text == "2028-01-31")
    // A minor gets an outcome and no letter.
    let minor = try trygg.decision("M06").json
    #expect(minor["status"].text == "beslutad")
    #expect(minor["document"].isNull)
    // In the order of ring number and identity number: ring A before ring B.
    #expect(try trygg.decision("M01").json["document"].text == "2028-000001-7")
    #expect(try trygg.decision("M09").json["document"].text == "2028-000002-5")

    let last = try trygg("--format", "json", "year", "decide", "2027", now: "2028-01-31T23:00")
    #expect(last.json["refused"].number == 0)
    let day = try trygg("--format", "json", "year", "decide", "2027", now: "2028-02-01T08:00")
    // M02 and the contact person, who came to nothing.
    #expect(day.json["refused"].number == 2)
    let decided = try trygg.decision("M02", now: "2028-02-01").json
    #expect(decided["status"].text == "beslutad")
    #expect(decided["document"].text != nil)
    #expect(decided["version"].number == 1)
    #expect(decided["automated"].truth == true)
  }

  @Test("A second run changes nothing, and what waits is decided when the fact has come")
  func secondRun() throws {
    let trygg = try YearRunTests.town.decided()
    let before = try decisions(trygg)
    let again = try trygg("--format", "json", "year", "decide", "2027", now: Town.lockDay)
    again.expect(0)
    #expect(again.json["changed"].truth == false)
    #expect(try decisions(trygg) == before)
    let number = Town.numbers["M08"] ?? ""
    try trygg.write(
      "raised.csv", "personnummer,given_name,family_name,id_level\n\(number),Kim,Granne,styrkt\n")
    try trygg.must("import", "persons", "raised.csv", now: "2028-01-20T12:00")
    try trygg.must("year", "decide", "2027", now: "2028-01-20T12:00")
    let decided = try trygg.decision("M08", now: "2028-01-20T12:00").json
    #expect(decided["outcome"].text == "BEVILJAS")
    #expect(decided["version"].number == 1)
    #expect(try decisions(trygg).hasPrefix(before.prefix(40)))
  }

  @Test("A register decided through interruptions is the register decided at once")
  func killed() throws {
    let trygg = try TryggProgram()
    try trygg.take(Community(rings: 8, membersPerRing: 40, occasionsPerRing: 12))
    try trygg.must("year", "lock", "2027", now: Town.lockDay)
    _ = try trygg.shell("mkdir start && cp -p trygghetsregister.* start/")
    try trygg.must("year", "decide", "2027", now: Town.lockDay)
    let undisturbed = try decisions(trygg)
    #expect(undisturbed.split(separator: "\n").count == 320)
    for pause in 0..<6 {
      _ = try trygg.shell("rm -f trygghetsregister.* && cp -p start/* .")
      // Ended as by a power cut, somewhere between the start and the end of the run.
      _ = try trygg.shell(
        "timeout -s KILL 0.0\(pause * 2 + 1) \"$trygg\" year decide 2027", now: Town.lockDay)
      try trygg.must("year", "decide", "2027", now: Town.lockDay)
      #expect(try decisions(trygg) == undisturbed)
    }
    try trygg.expectSound()
  }

  @Test("Two runs at once decide everyone once")
  func atOnce() throws {
    let trygg = try TryggProgram()
    try trygg.take(Community(rings: 8, membersPerRing: 40, occasionsPerRing: 12))
    try trygg.must("year", "lock", "2027", now: Town.lockDay)
    let run = try trygg.shell(
      "\"$trygg\" year decide 2027 & first=$!; \"$trygg\" year decide 2027; second=$?; wait $first; echo $? $second",
      now: Town.lockDay)
    let codes = run.out.split(separator: "\n").last.map(String.init) ?? ""
    #expect(["0 0", "0 75", "75 0"].contains(codes), "\(codes) \(run.err)")
    #expect(try trygg.sql("SELECT count(*) FROM decision") == "320")
  }

  @Test("Small counts are hidden in every form of the summary, and sums that would tell them")
  func summary() throws {
    let trygg = try YearRunTests.town.decided()
    let summary = try trygg("--format", "json", "year", "summary", "2027", now: Town.lockDay)
    summary.expect(0)
    for count in ["granted", "refused", "waiting", "amountKr", "communicated"] {
      #expect(summary.json[count].isNull, "\(count)")
    }
    #expect(summary.json["outcomes"].list.allSatisfy { $0["count"].isNull })
    #expect(summary.json["municipalities"][0]["granted"].isNull)
    #expect(summary.json["municipalities"][0]["amountKr"].isNull)
    let text = try trygg("year", "summary", "2027", now: Town.lockDay)
    text.expect(0)
    #expect(text.out.contains("döljs"))
  }

  @Test("AVD-29: the sum of the decisions is the count of grants times the amount")
  func sums() throws {
    let trygg = try TryggProgram()
    try trygg.take(Community(rings: 8, membersPerRing: 40, occasionsPerRing: 12))
    try trygg.must("year", "lock", "2027", now: Town.lockDay)
    let run = try trygg("--format", "json", "year", "decide", "2027", now: Town.lockDay)
    let granted = try #require(run.json["granted"].number)
    #expect(granted > 0)
    #expect(run.json["amountKr"].number == granted * 2000)
    let summary = try trygg("--format", "json", "year", "summary", "2027", now: Town.lockDay)
    #expect(summary.json["granted"].number == granted)
    #expect(summary.json["amountKr"].number == granted * 2000)
    #expect(summary.json["municipalities"][0]["amountKr"].number == granted * 2000)
    let out = try trygg("--format", "json", "year", "statements", "2027", "--out", "ut", now: "2028-01-24")
    #expect(out.json["issued"].number == granted)
    #expect(out.json["amountKr"].number == granted * 2000)
  }
}
