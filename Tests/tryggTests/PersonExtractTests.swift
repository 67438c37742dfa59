import Testing

/// What a person is told when asking what the register holds (decision C-98).
@Suite struct PersonExtractTests {
  let trygg: TryggProgram
  let community = Community()

  init() throws {
    trygg = try TryggProgram()
    try trygg.take(community)
  }

  @Test func allThatIsHeldIsTold() throws {
    let number = community.person(1, of: 0)
    try trygg.write(
      "ny.csv",
      "personnummer,given_name,family_name,street,postcode,city\n\(number),Åsa,Ny,Nygatan 1,211 20,Malmö\n")
    try trygg("import", "persons", "ny.csv", now: Community.now).expect(0)
    let extract = try trygg("--format", "json", "person", "extract", "--person", number, now: Community.now)
      .json
    #expect(extract["number"].text == number)
    #expect(extract["familyName"].text == "Ny")
    #expect(extract["former"][0]["name"].text == "Åsa-1 O'Neil, född Öst")
    #expect(extract["formerAddresses"][0]["street"].text == "Ringvägen 2")
    #expect(extract["memberships"][0]["ring"].text == "TR-1280-0001")
    #expect(extract["attendance"].list.count == 4)
    #expect(extract["attendance"][3]["roster"].truth == true)
    let trainer = try trygg("--format", "json", "person", "extract", "--person", community.person(0, of: 0))
      .json
    #expect(trainer["sessions"].list.count == 8)
    #expect(trainer["sessions"].list.count { $0["participant"].truth == true } == 4)
    #expect(trainer["approvals"].list.count == 1)
    #expect(trainer["memberships"][0]["contact"].truth == true)
  }

  @Test func whenWhyAndInWhichRoleIsToldButNeverWho() throws {
    let number = community.person(1, of: 0)
    _ = try trygg("person", "show", "--person", number, now: "2027-12-01T10:00", actor: "Olle Tjänsteman")
    _ = try trygg("export", "members", now: "2027-12-02T10:00", actor: "Olle Tjänsteman")
    _ = try trygg(
      "export", "members", "--ring", "TR-1280-0002", now: "2027-12-03T10:00", actor: "Olle Tjänsteman")
    let run = try trygg("--format", "json", "person", "extract", "--person", number)
    let reads = run.json["handling"].list.filter { $0["read"].truth == true }
    #expect(reads.compactMap { $0["at"].text?.prefix(10) } == ["2027-12-01", "2027-12-02"])
    try #require(reads.count == 2)
    #expect(reads[0]["purpose"].text == "visa personuppgifter")
    #expect(reads[0]["role"].text == "registrar")
    #expect(reads[1]["oneOfMany"].truth == true)
    #expect(!run.out.contains("Olle"))
    let text = try trygg("person", "extract", "--person", number)
    #expect(text.code == 0)
    #expect(text.out.contains("visa personuppgifter") && !text.out.contains("Olle"))
    // The extract before this one was itself a reading of the person's data.
    #expect(text.out.contains("lämna registerutdrag"))
  }

  @Test func nobodyElseIsNamed() throws {
    let run = try trygg("--format", "json", "person", "extract", "--person", community.person(0, of: 0))
    #expect(run.identityNumbers == [community.person(0, of: 0)])
  }

  @Test func aPersonWhoIsNotThereIsRefusedAndLogged() throws {
    try trygg("person", "extract", "--person", "19850709-2388").expect(1, "[UNKNOWN_PERSON]")
    let log = try trygg("--format", "json", "audit", "list", "--refused")
    #expect(log.json["entries"][0]["act"].text == "person.extract")
  }
}
