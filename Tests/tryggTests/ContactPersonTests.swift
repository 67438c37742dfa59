import Testing

/// A ring has exactly one contact person, and what happens when it loses the one it has (decision C-83).
@Suite struct ContactPersonTests {
  let trygg: TryggProgram
  private let ring = "TR-1280-0001"
  private let now = "2027-06-15T12:00"

  init() throws {
    trygg = try TryggProgram.office()
    try trygg.registerRing(members: TryggProgram.m01, TryggProgram.m02)
    try trygg.train(TryggProgram.m01, on: "2027-01-20")
  }

  private func leave(_ more: String...) throws -> TryggProgram.Run {
    try trygg(
      ["member", "end", "--ring", ring, "--person", TryggProgram.m12, "--on", "2027-06-30"] + more, now: now)
  }

  private func shown(now: String) throws -> TryggProgram.Value {
    try trygg("--format", "json", "ring", "show", "--ring", ring, now: now).json
  }

  @Test func whoLeavesHandsTheRoleToATrainedMember() throws {
    try leave().expect(1, "--successor", "SUCCESSOR_MISSING", "2027-07-01")
    try leave("--successor", TryggProgram.m02).expect(1, "--successor", "CONTACT_UNTRAINED")
    try leave("--successor", TryggProgram.trainer).expect(1, "UNKNOWN_MEMBERSHIP")
    try leave("--successor", TryggProgram.m01).expect(0)
    #expect(try shown(now: "2027-06-30T12:00")["contact"]["person"].text == "750107-****")
    #expect(try shown(now: "2027-07-01T12:00")["contact"]["person"].text == "850709-****")
  }

  @Test func aDeathWithoutASuccessorPutsTheRingUnderSupervisionUntilOneIsAppointed() throws {
    try trygg("person", "deceased", "--person", TryggProgram.m12, "--on", "2027-06-10", now: now)
      .expect(0, ring, "trygg ring contact")
    #expect(try shown(now: now)["state"].text == "under tillsyn")
    try trygg("ring", "supervise", "--ring", ring, "--lift", "--reason", "x", now: now).expect(
      1, "CONTACT_MISSING")
    let check = try trygg("--format", "json", "ring", "check", "--ring", ring, "--year", "2027", now: now)
    #expect(check.json["contactPerson"].truth == false)
    try trygg("ring", "contact", "--ring", ring, "--person", TryggProgram.m01, now: now).expect(0)
    #expect(try shown(now: now)["state"].text == "registrerad")
  }

  @Test func aDeathAfterTheSuccessorIsNamedChangesNothing() throws {
    try leave("--successor", TryggProgram.m01).expect(0)
    try trygg("person", "deceased", "--person", TryggProgram.m12, "--on", "2027-06-14", now: now).expect(0)
    #expect(try shown(now: "2027-07-01T12:00")["contact"]["person"].text == "850709-****")
  }

  @Test func aSuccessorMayDieBeforeTheFirstDay() throws {
    try leave("--successor", TryggProgram.m01).expect(0)
    try trygg("person", "deceased", "--person", TryggProgram.m01, "--on", "2027-06-14", now: now).expect(
      0, ring)
    #expect(try shown(now: "2027-07-01T12:00")["contact"].isNull)
  }
}
