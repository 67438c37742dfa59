import Testing

/// Registration of rings, scenarios D1.
@Suite struct RegistrationTests {
  let trygg: TryggProgram
  private let ring = "TR-1280-0001"

  init() throws {
    trygg = try TryggProgram.office()
    try trygg.writeList(households: 52)
  }

  @Test(
    "REG-01: fifty interested, six active, 52 households: registered with all that the register shall hold")
  func completeApplication() throws {
    let filed = try trygg.apply()
    filed.expect(0)
    #expect(filed.json["ring"].text == ring)
    #expect(filed.json["state"].text == "ansökt")
    try trygg.must("ring", "register", "--ring", ring)
    let shown = try trygg("--format", "json", "ring", "show", "--ring", ring)
    shown.expect(0)
    #expect(shown.json["state"].text == "registrerad")
    #expect(shown.json["contact"]["person"].text == "750107-****")
    #expect(shown.json["street"].text == "Storgatan 1")
    #expect(shown.json["members"].number == 53, "52 on the list and the contact person")
    let training = try trygg(
      "--format", "json", "training", "progress", "--person", TryggProgram.m12, "--programme", "TR")
    #expect(training.json["completedOn"].text == "2027-01-10")
  }

  @Test("A complete application can be decided at once")
  func decidedAtOnce() throws {
    #expect(try trygg.apply([:], "--decide").json["state"].text == "registrerad")
    #expect(try trygg.apply(["--name": "Norrkullaringen"]).json["ring"].text == "TR-1280-0002")
  }

  @Test("REG-02: 49 interested is not filed; on paper it is, and then refused with an appeal text")
  func fortyNineHouseholds() throws {
    let before = try trygg("--format", "json", "ring", "list")
    let refused = try trygg.apply(["--interested-households": "49"])
    refused.expect(1, "kan inte registreras", "rad 132")
    #expect(refused.codes == ["TOO_FEW_INTERESTED"])
    #expect(!(refused.out + refused.err).contains("avslag"))
    #expect(try trygg("--format", "json", "ring", "list").out == before.out)
    #expect(
      try trygg("--format", "json", "audit", "list", "--act", "ring.add").json["entries"][0]["outcome"].text
        == "refused")

    let paper = try trygg.apply(["--interested-households": "49"], "--incomplete")
    #expect(paper.code == 0)
    #expect(paper.json["state"].text == "kompletteras")
    #expect(paper.json["lastDay"].text == "2027-02-15", "thirty days is a Sunday")
    #expect(paper.json["missing"][0]["code"].text == "TOO_FEW_INTERESTED")

    let decision = try trygg("ring", "refuse", "--ring", ring, "--reason", "49 hushåll har anmält intresse.")
    decision.expect(
      0, "Beslut den 15 januari 2027", "avslår ansökan", "49 hushåll har anmält intresse.", "5 § 1 lagen",
      "Så begär du omprövning eller överklagar", "inom två månader från den dag då du fick del av beslutet",
      "66 och 67 kap. skatteförfarandelagen (2011:1244)", "ett lagförslag som inte är beslutat")
    #expect(try trygg("--format", "json", "ring", "show", "--ring", ring).json["state"].text == "avslagen")
  }

  @Test(
    "REG-04: each failing condition alone names itself",
    arguments: [
      (["--contact": nil], ["CONTACT_MISSING", "CONTACT_UNTRAINED"]),
      (["--street": nil], ["ADDRESS_MISSING"]),
      (["--venue": nil], ["VENUE_MISSING"]),
      (["--members": nil], ["MEMBER_LIST_EMPTY"]),
      (["--contact": TryggProgram.m02], ["CONTACT_UNTRAINED"]),
      (["--active-households": "4"], ["TOO_FEW_ACTIVE"]),
      (["--interested-households": nil], ["TOO_FEW_INTERESTED"]),
      (["--name": nil], ["VALUE_MISSING"]),
      (["--municipality": nil], ["VALUE_MISSING"]),
    ] as [([String: String?], [String])])
  func oneConditionFails(changes: [String: String?], codes: [String]) throws {
    try trygg.enter(TryggProgram.m02)
    let run = try trygg.apply(changes)
    run.expect(1)
    #expect(run.codes == codes)
  }

  @Test("REG-04: all four at once are refused once, and all are named with their source")
  func allConditionsFail() throws {
    try trygg.enter(TryggProgram.m02)
    let run = try trygg.apply(["--contact": nil, "--street": nil, "--members": nil])
    run.expect(1)
    #expect(run.codes == ["CONTACT_MISSING", "CONTACT_UNTRAINED", "ADDRESS_MISSING", "MEMBER_LIST_EMPTY"])
    #expect(run.json["errors"].list.allSatisfy { $0["source"].text?.hasPrefix("5\u{A0}§") == true })
  }

  @Test("Exactly a tenth active is enough: 5 of 50 passes, 5 of 51 fails", arguments: [("50", 0), ("51", 1)])
  func activeShare(interested: String, code: Int32) throws {
    #expect(
      try trygg.apply(["--interested-households": interested, "--active-households": "5"]).code == code)
  }

  @Test("REG-05: ten neighbours need no registration and get no deduction")
  func tenNeighbours() throws {
    let run = try trygg.apply(["--interested-households": "10", "--active-households": "10"])
    run.expect(1, "informell ring", "behöver ingen registrering", "inte rätt till skattereduktion")
  }

  @Test("REG-06: the start grant is given once")
  func startGrant() throws {
    try trygg.apply([:], "--decide").expect(0)
    #expect(try trygg("--format", "json", "ring", "grant", "--ring", ring).json["amountKr"].number == 5000)
    try trygg("ring", "grant", "--ring", ring).expect(1, "GRANT_ALREADY_GIVEN", "rad 142 och 160")
  }

  @Test("REG-08: police in the first, second and fourth quarter: the third is not met")
  func policeQuarters() throws {
    try trygg.apply([:], "--decide").expect(0)
    for (occasion, day) in [("Q1", "2027-02-02"), ("Q2", "2027-05-04"), ("Q4", "2027-11-02")] {
      try trygg.callMeeting(occasion, on: day, "--police-present", "ja")
    }
    try trygg.callMeeting("Q3", on: "2027-08-03")
    let check = try trygg(
      "--format", "json", "ring", "check", "--ring", ring, "--year", "2027", now: "2028-01-02")
    check.expect(0)
    #expect(
      check.json["quarters"].list.map(\.["policeContact"].text) == [
        "uppfyllt", "uppfyllt", "ej uppfyllt", "uppfyllt",
      ])
    #expect(check.json["households"].number == 53)
    #expect(check.json["size"].text == "within")
    #expect(check.json["contactPerson"].truth == true)
    #expect(check.json["memberListMissing"].truth == false)
  }

  @Test("REG-09: of three rings in a file the second has a wrong contact; the others are stored, once")
  func importOfThree() throws {
    let header =
      "name,municipality,street,postcode,city,venue,contact,interested_households,active_households,applied_on"
    func row(_ name: String, _ contact: String) -> String {
      "\(name),1280,Storgatan 1,211 42,Malmö,Bygdegården,\(contact),50,6,2027-01-15"
    }
    try trygg.write(
      "ringar.csv",
      [header, row("A", "197501079292"), row("B", "197501079293"), row("C", "197501079292")].joined(
        separator: "\n"))
    let first = try trygg("--format", "json", "import", "rings", "ringar.csv")
    #expect(first.code == 2)
    #expect(first.json["stored"].number == 2)
    #expect(first.json["rows"][0]["row"].number == 3)
    #expect(first.json["rows"][0]["column"].text == "contact")
    #expect(first.json["rows"][0]["code"].text == "CHECK_DIGIT")
    let second = try trygg("--format", "json", "import", "rings", "ringar.csv")
    #expect(second.json["stored"].number == 0)
    #expect(second.json["unchanged"].number == 2)
    #expect(try trygg("--format", "json", "ring", "list").json["total"].number == 2)
  }

  @Test("The participant list is taken whole or not at all, and every bad row is named")
  func badParticipantList() throws {
    try trygg.write(
      "fel.csv",
      """
      personnummer,given_name,family_name,household,joined_on
      198507092388,Eva,Ek,H1,2027-01-15
      198507092389,Per,Al,H2,2027-01-15
      850709-2388,Eva,Ek,H1,2027-01-15
      198301012392,,,H3,2027-02-30
      """)
    let run = try trygg.apply(["--members": "fel.csv"])
    run.expect(65)
    #expect(run.json["errors"].list.map(\.["row"].number) == [3, 4, 5])
    #expect(run.codes == ["CHECK_DIGIT", "DUPLICATE_IN_FILE", "DATE_FORMAT"])
    #expect(try trygg("person", "show", "--person", TryggProgram.m01).code == 1)

    try trygg.write("nya.csv", "personnummer,household,joined_on\n198507092388,H1,2027-01-15\n")
    let nameless = try trygg.apply(["--members": "nya.csv"])
    nameless.expect(65)
    #expect(nameless.json["errors"][0]["column"].text == "given_name")
    #expect(nameless.json["errors"][0]["row"].number == 2)
  }

  @Test("An incomplete application is completed, and then registered")
  func completed() throws {
    try trygg.apply(["--interested-households": "49", "--members": nil], "--incomplete").expect(0)
    try trygg("ring", "show", "--ring", ring).expect(
      0, "för få intresserade hushåll, förteckningen över deltagare är tom")
    try trygg("ring", "register", "--ring", ring).expect(1, "TOO_FEW_INTERESTED", "MEMBER_LIST_EMPTY")
    let run = try trygg(
      "--format", "json", "ring", "complete", "--ring", ring, "--interested-households", "50")
    #expect(run.json["missing"].list.map(\.["code"].text) == ["MEMBER_LIST_EMPTY"])
    try trygg("ring", "complete", "--ring", ring, "--members", "deltagare.csv").expect(
      0, "trygg ring register")
    try trygg("ring", "register", "--ring", ring).expect(0)
    try trygg("ring", "complete", "--ring", ring, "--venue", "Skolan").expect(1, "RING_STATE")
  }

  @Test("A decision needs a reason, and a decided application is decided")
  func decisionsNeedReasons() throws {
    try trygg.apply(["--venue": nil], "--incomplete").expect(0)
    try trygg("ring", "dismiss", "--ring", ring).expect(
      1, "--reason", "REASON_MISSING", "32 § förvaltningslagen")
    let dismiss = ["ring", "dismiss", "--ring", ring, "--reason", "Föreläggandet är inte besvarat."]
    try trygg(dismiss).expect(1, "COMPLETION_TIME_RUNNING", "C-81")
    try trygg(dismiss, now: "2027-03-01T12:00").expect(0, "avvisar ansökan", "Så begär du omprövning")
    try trygg("ring", "withdraw", "--ring", ring, "--reason", "Ångrat sig.").expect(
      1, "RING_STATE", "avvisad")
  }

  @Test("A deregistration applies at once, and the days through the last one count")
  func deregistration() throws {
    try trygg.apply([:], "--decide").expect(0)
    try trygg("ring", "deregister", "--ring", ring, "--on", "2027-01-14", "--reason", "Nej.")
      .expect(1, "DEREGISTERED_BEFORE_DECISION")
    try trygg("ring", "deregister", "--ring", ring, "--on", "2027-05-31", "--reason", "På ringens begäran.")
      .expect(0, "gäller omedelbart, även om du överklagar", "till och med den 31 maj 2027 räknas")
    try trygg("ring", "show", "--ring", ring, now: "2027-06-02T12:00")
      .expect(0, "beslutad 2027-01-15, sista dagen 2027-05-31")
    let shown = try trygg("--format", "json", "ring", "show", "--ring", ring, now: "2027-06-02T12:00").json
    #expect(shown["deregisteredOn"].text == "2027-05-31")
    #expect(shown["deregistrationDecidedOn"].text == "2027-01-15")
  }

  @Test("Supervision is set and lifted with a reason and cannot be appealed; meanwhile no grant is given")
  func supervision() throws {
    try trygg("ring", "supervise", "--ring", ring, "--reason", "x").expect(1, "UNKNOWN_RING")
    try trygg.apply([:], "--decide").expect(0)
    try trygg("ring", "supervise", "--ring", ring, "--reason", "Närvaron rapporteras inte.")
      .expect(0, "får inte överklagas (25 § fjärde stycket")
    try trygg("ring", "grant", "--ring", ring).expect(1, "GRANT_NOT_REGISTERED")
    try trygg("ring", "supervise", "--ring", ring, "--lift").expect(1, "REASON_MISSING")
    try trygg("ring", "supervise", "--ring", ring, "--lift", "--reason", "Rapporterad.").expect(0)
    try trygg("ring", "grant", "--ring", ring).expect(0)
  }

  @Test("Before the act is in force nothing can be filed")
  func beforeCommencement() throws {
    let run = try trygg.apply([:], now: "2026-11-20T12:00")
    #expect(run.codes == ["BEFORE_COMMENCEMENT"])
    #expect(run.code == 1)
  }
}
