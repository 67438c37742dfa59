import Testing

/// One person under two numbers has one decision in force, whichever was issued first (decision C-71).
@Suite struct DoubleDecisionTests {
  /// A resident under a coordination number in one ring and under a personal identity number in another.
  private func town(coordination: ClosedRange<Int>, personal: ClosedRange<Int>) -> Town {
    Town(neighbours: [
      .init(key: "M08", present: Town.occasions("A", coordination), level: "styrkt"),
      .init(
        key: "M02", memberships: [.init("D", "2027-07-02")], present: Town.occasions("D", personal)),
    ])
  }

  private func link(_ trygg: TryggProgram, now: String = "2028-02-10T10:00") throws {
    try trygg.must(
      "person", "link", "--person", Town.numbers["M08"] ?? "", "--to", Town.numbers["M02"] ?? "", now: now)
  }

  /// What the control file holds: how many, how much and how many were taken back.
  private func sent(_ trygg: TryggProgram, now: String) throws -> (count: Int?, amount: Int?, removed: Int?) {
    let run = try trygg(
      "--format", "json", "year", "control-file", "2027", "--out", "ku.xml", "--removals", "borttag.xml",
      now: now)
    #expect(run.code == 0, "\(run.err)")
    return (run.json["statements"].number, run.json["sumKr"].number, run.json["removed"].number)
  }

  @Test("Both granted: the earlier falls, the other is judged on the merged facts, one record remains")
  func bothGranted() throws {
    let trygg = try town(coordination: 1...9, personal: 1...4).decided()
    #expect(try sent(trygg, now: "2028-01-20T10:00").count == 2)
    try link(trygg)
    let now = "2028-02-10T12:00"
    let kept = try trygg.decision("M02", now: now)
    #expect(kept.out == (try trygg.decision("M08", now: now)).out)
    #expect(kept.summary == "13/17 76,47 BEVILJAS 2000")
    #expect(kept.json["version"].number == 2)
    #expect(kept.json["change"].text == "samma utgång")
    let second = try sent(trygg, now: "2028-02-10T13:00")
    #expect((second.count, second.amount, second.removed) == (1, 2000, 1))
    #expect(try trygg("audit", "verify", now: now).code == 0)
  }

  @Test("A grant and a refusal under communication: the decided one is kept")
  func grantAndCommunication() throws {
    let trygg = try town(coordination: 1...9, personal: 1...2).decided()
    try link(trygg, now: "2028-01-20T10:00")
    let kept = try trygg.decision("M02", now: "2028-01-20T12:00")
    // 9 of 12 and 2 of 5 are 11 of 17, to detriment and so only proposed.
    #expect(kept.summary == "9/12 75,00 BEVILJAS 2000")
    #expect(kept.json["proposal"]["outcome"].text == "AVSLAG")
    #expect(kept.json["proposal"]["counted"].number == 17)
    try trygg.must("year", "decide", "2027", now: "2028-02-08T10:00")
    #expect(try trygg.decision("M02", now: "2028-02-08T12:00").json["outcome"].text == "BEVILJAS")
  }

  @Test("One decision alone goes on under the number that remains")
  func oneDecision() throws {
    let trygg = try Town(neighbours: [
      .init(key: "M08", present: Town.occasions("A", 1...9), level: "styrkt"),
      .init(key: "M02", memberships: []),
    ]).decided()
    try link(trygg)
    #expect(try trygg.decision("M02", now: "2028-02-11").summary == "9/12 75,00 BEVILJAS 2000")
    let file = try sent(trygg, now: "2028-02-11T13:00")
    #expect((file.count, file.amount) == (1, 2000))
    #expect(try trygg.read("ku.xml").contains(Town.numbers["M02"] ?? "?"))
  }

  @Test("However two numbers' years end, one decision is in force afterwards", arguments: 0..<6)
  func property(seed: Int) throws {
    let (coordination, personal) = ([1...9, 1...6, 1...12][seed % 3], [1...4, 1...2][seed / 3])
    let trygg = try town(coordination: coordination, personal: personal).decided()
    try trygg.writeLetters()
    if seed % 2 == 1 { try trygg.must("year", "decide", "2027", now: "2028-02-01T09:00") }
    try link(trygg)
    let kept = try trygg.decision("M02", now: "2028-02-12")
    #expect(kept.code == 0, "\(kept.err)")
    #expect(kept.out == (try trygg.decision("M08", now: "2028-02-12")).out)
    #expect(kept.json["version"].number ?? 0 > 0)
    #expect(kept.json["reason"].text != "DUBBLETT")
    let file = try sent(trygg, now: "2028-02-12T13:00")
    // What is granted and may be answered is not sent anew (decision C-76).
    let isSent = kept.json["outcome"].text == "BEVILJAS" && kept.json["proposal"].isNull
    #expect(file.count == (isSent ? 1 : 0))
  }
}
