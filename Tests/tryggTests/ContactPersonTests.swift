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
    let supervised = try shown(now: now)
    #expect(supervised["state"].text == "under tillsyn")
    #expect(supervised["events"].list.last?["lastDay"].text == "2027-07-15")
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

  @Test func theContactPersonSeesBirthDatesAndTheCoordinatorThatThereIsOne() throws {
    try trygg(
      "user", "add", "kp", "--role", "ring_contact", "--ring", ring, "--person", TryggProgram.m12, now: now
    )
    .expect(0)
    try trygg("user", "add", "samordnaren", "--role", "coordinator", "--municipality", "1280", now: now)
      .expect(0)
    let list = try trygg("--format", "json", "member", "list", "--ring", ring, now: now, actor: "kp")
    list.expect(0)
    #expect(list.json["members"].list.contains { $0["bornOn"].text == "1985-07-09" && $0["person"].isNull })
    try trygg("ring", "show", "--ring", ring, now: now, actor: "samordnaren").expect(
      0, "utsedd från 2027-01-15")
  }

  @Test func aRingDeregisteredFromALaterDayIsRegisteredThroughThatDay() throws {
    try trygg(
      "ring", "deregister", "--ring", ring, "--on", "2027-12-31", "--reason", "egen begäran", now: now
    ).expect(0)
    for (day, state) in [
      ("2027-06-15", "registrerad"), ("2027-12-31", "registrerad"), ("2028-01-01", "avregistrerad"),
    ] {
      #expect(try shown(now: day + "T12:00")["state"].text == state)
      let list = try trygg("--format", "json", "ring", "list", "--state", state, now: day + "T12:00").json
      #expect(list["rings"].list.compactMap(\.["ring"].text) == [ring])
    }
    try trygg("ring", "supervise", "--ring", ring, "--reason", "x", now: now).expect(1, "RING_STATE")
  }

  @Test func theLastQuarterOfAYearIsJudgedWhenItHasEnded() throws {
    func quarters(_ now: String) throws -> [String?] {
      try trygg("--format", "json", "ring", "check", "--ring", ring, "--year", "2027", now: now)
        .json["quarters"].list.map(\.["policeContact"].text)
    }
    #expect(try quarters("2027-12-31T12:00").last == "pågår")
    #expect(try quarters("2028-01-01T00:00") == ["ej bedömt", "ej uppfyllt", "ej uppfyllt", "ej uppfyllt"])
  }

  @Test func whoIsNoLongerContactPersonHasNoRights() throws {
    try trygg(
      "user", "add", "kp", "--role", "ring_contact", "--ring", ring, "--person", TryggProgram.m12, now: now
    )
    .expect(0)
    try trygg(
      "user", "add", "nästa", "--role", "ring_contact", "--ring", ring, "--person", TryggProgram.m01, now: now
    )
    .expect(0)
    try leave("--successor", TryggProgram.m01).expect(0)
    for (day, holder, other) in [("2027-06-30T12:00", "kp", "nästa"), ("2027-07-01T12:00", "nästa", "kp")] {
      try trygg("member", "list", "--ring", ring, now: day, actor: holder).expect(0)
      try trygg("member", "list", "--ring", ring, now: day, actor: other).expect(77, "NOT_PERMITTED")
    }
  }

  @Test func whoSeesSumsAloneSeesNoSmallOnes() throws {
    try trygg("user", "add", "samordnaren", "--role", "coordinator", "--municipality", "1280", now: now)
      .expect(0)
    let list = try trygg("--format", "json", "ring", "list", now: now, actor: "samordnaren").json
    #expect(list["rings"].list.map(\.["members"].isNull) == [true])
    let shown = try trygg("--format", "json", "ring", "show", "--ring", ring, now: now, actor: "samordnaren")
      .json
    #expect(shown["members"].isNull && shown["households"].isNull)
    let check = try trygg(
      "--format", "json", "ring", "check", "--ring", ring, "--year", "2027", now: now, actor: "samordnaren"
    ).json
    #expect(check["households"].isNull && check["activeHouseholds"].isNull)
  }
}
