import Testing

/// `year decide --dry-run --compare`: what other values would give, without a name and without small counts.
@Suite struct YearComparisonTests {
  private func register() throws -> TryggProgram {
    try Town(neighbours: [
      .init(key: "M01", present: Town.occasions("A", 1...9)),
      .init(key: "M02", present: Town.occasions("A", 1...8)),
      .init(key: "M03", present: Town.occasions("A", 1...3)),
    ]).register()
  }

  private func compare(_ trygg: TryggProgram, _ arguments: String...) throws -> TryggProgram.Run {
    let other = try trygg.legal("attendance.threshold", "2/3")
    return try trygg(
      ["year", "decide", "2027", "--dry-run", "--compare", other] + arguments, now: Town.lockDay)
  }

  @Test("The same register under two sets of values: outcomes, changes and kronor")
  func counts() throws {
    let trygg = try register()
    let shown = try trygg.legal("export.k_min", "1")
    let run = try compare(trygg, "--format", "json", "--legal", shown)
    #expect(run.code == 0, "\(run.err)")
    #expect(run.json["changed"].number == 1)
    #expect(run.json["amountKr"]["before"].number == 2000)
    #expect(run.json["amountKr"]["after"].number == 4000)
    let move = run.json["moves"][0]
    #expect(move["from"]["reason"].text == "UNDER_TROSKEL")
    #expect(move["to"]["outcome"].text == "BEVILJAS")
    let values = run.json["values"].list.compactMap { $0["parameter"].text }
    #expect(values.contains("attendance.threshold"))
    #expect(run.identityNumbers.isEmpty)
    #expect(try trygg.decision("M01").json["version"].number == 0)
  }

  @Test("Small counts are hidden, and it is never done but as a dry run")
  func hidden() throws {
    let trygg = try register()
    let run = try compare(trygg)
    run.expect(0, "döljs", "attendance.threshold", "2/3")
    #expect(!run.out.contains("4 000"))
    let other = try trygg.legal("attendance.threshold", "2/3")
    #expect(try trygg("year", "decide", "2027", "--compare", other).code == 64)
  }

  @Test("Policy staff may compare and decide nothing")
  func policy() throws {
    let trygg = try register()
    try trygg.must("user", "add", "petra", "--role", "policy")
    let other = try trygg.legal("attendance.threshold", "2/3")
    let run = try trygg(
      ["year", "decide", "2027", "--dry-run", "--compare", other], now: Town.lockDay, actor: "petra")
    #expect(run.code == 0, "\(run.err)")
    #expect(try trygg(["year", "decide", "2027"], now: Town.lockDay, actor: "petra").code == 77)
  }
}
