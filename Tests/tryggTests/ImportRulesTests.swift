import Foundation
import Testing

/// What a file means for a register that already holds something (decisions C-60, C-65, C-89 and C-91).
@Suite struct ImportRulesTests {
  let trygg: TryggProgram
  let community = Community()

  init() throws {
    trygg = try TryggProgram()
    try trygg.take(community, through: "rosters")
  }

  /// Imports lines under a header.
  private func take(
    _ kind: String, _ lines: String..., now: String = Community.now, actor: String = "handläggare",
    reason: String? = nil
  ) throws -> TryggProgram.Run {
    try trygg.write("fil.csv", lines.joined(separator: "\n") + "\n")
    return try trygg(
      ["import", kind, "fil.csv"] + (reason.map { ["--reason", $0] } ?? []), now: now, actor: actor)
  }

  private let sessions = "reference,provider,programme,module,personnummer,starts_at,ends_at,trainer"

  private func session(_ reference: String, _ person: String, _ start: String, _ end: String) -> String {
    "\(reference),2021005489,TR,OBS,\(person),2027-02-01T\(start),2027-02-01T\(end),\(community.person(0, of: 0))"
  }

  @Test func whichSessionIsRefusedDoesNotHangOnTheOrderOfTheRows() throws {
    let (one, other) = (community.person(1, of: 0), community.person(2, of: 0))
    let lines = [
      session("b", one, "18:00", "19:00"), session("c", one, "17:30", "18:30"),
      session("a", other, "18:00", "20:00"),
      session("z", other, "18:00", "19:00"), session("x", one, "19:00", "20:00"), "trasig,,,,,,,",
    ]
    for order in [lines, lines.reversed(), [lines[3], lines[1], lines[0], lines[5], lines[4], lines[2]]] {
      let fresh = try TryggProgram()
      try fresh.take(community, through: "trainers")
      try fresh.write("fil.csv", ([sessions] + order).joined(separator: "\n") + "\n")
      let trial = try fresh(
        "--format", "json", "import", "sessions", "fil.csv", "--dry-run", now: Community.now)
      let run = try fresh("--format", "json", "import", "sessions", "fil.csv", now: Community.now)
      run.expect(2)
      #expect(run.out == trial.out)
      #expect(run.json["stored"].number == 3)
      let overlaps = run.json["rows"].list.filter { $0["code"].text == "SESSION_OVERLAP" }
      let refused = overlaps.compactMap { $0["row"].number.map { order[$0 - 2].prefix(1) } }
      #expect(Set(refused) == ["b", "z"])
      #expect(
        run.json["rows"].list.compactMap { $0["row"].number }
          == run.json["rows"].list.compactMap { $0["row"].number }.sorted())
    }
  }

  /// Persian keeps letters apart by one character that is not seen, and families of emoji are joined by another.
  @Test func aNameMayHoldWhatJoinsLettersAndKeepsThemApart() throws {
    let name = "Mi\u{200C}na\u{200D}"
    let person = community.person(1, of: 0)
    try take("persons", "personnummer,given_name,family_name", "\(person),\(name),Ek").expect(0)
    #expect(try trygg("person", "show", "--person", person, now: Community.now).out.contains(name))
  }

  @Test func aPartOfAnAddressCompletesWhatIsKnown() throws {
    let header = "personnummer,given_name,family_name,street,postcode,city"
    let person = community.person(1, of: 0)
    try take("persons", header, "\(person),Eva,Ek,Gatan 1,211 20,Malmö").expect(0)
    try take("persons", header, "\(person),Eva,Ek,Nygatan 2,,").expect(0, "Sparade 1")
    try take("persons", "personnummer,given_name,family_name,street", "\(person),Eva,Ek,Nygatan 2").expect(
      0, "oförändrade 1")
    #expect(
      try trygg.sql("SELECT street || ',' || postcode || ',' || city FROM person WHERE street = 'Nygatan 2'")
        == "Nygatan 2,21120,Malmö")
    try take("persons", header, "19840229-2380,Åsa,Å,Gatan 1,,").expect(
      65, "postcode", "city", "[VALUE_MISSING]")
    try take("persons", header, "\(person),Eva,Ek,,2112,").expect(65, "postcode")
  }

  @Test func noBirthDateLiesAheadAndNoDeathBeforeIt() throws {
    try take("persons", "personnummer,given_name,family_name,deceased_on", "198507092388,Eva,Ek,1984-01-01")
      .expect(65, "deceased_on", "[DEATH_BEFORE_BIRTH]")
    try take("persons", "personnummer,given_name,family_name,born_on", "198502862397,Eva,Ek,2029-12-31")
      .expect(65, "born_on", "[DAY_IN_FUTURE]")
  }

  @Test func aReferenceSentAgainWithOtherTimesIsAConflict() throws {
    let person = community.person(1, of: 0)
    try take("sessions", sessions, session("r", person, "18:00", "19:00")).expect(0, "Sparade 1")
    try take("sessions", sessions, session("r", person, "18:00", "19:30")).expect(65, "[REFERENCE_CONFLICT]")
  }

  @Test func aFileNeverLiftsAProtection() throws {
    let person = community.person(5, of: 0)
    let header = "personnummer,given_name,family_name,street,postcode,city,protected"
    try take("persons", header, "\(person),Åsa-5,\"O'Neil, född Öst\",Nygatan 1,211 20,Malmö,")
      .expect(0, "oförändrade 1")
    try take("persons", header, "\(person),Åsa-5,Öst,Nygatan 1,211 20,Malmö,nej")
      .expect(65, "rad 2, protected: ", "[PROTECTION_STANDS]", "trygg person protect --lift")
    #expect(try trygg.sql("SELECT COUNT(*) FROM person WHERE street IS NOT NULL AND protected") == "0")
    #expect(try trygg.sql("SELECT COUNT(*) FROM person WHERE street = 'Nygatan 1'") == "0")
  }

  @Test func aDeathInAFilePutsTheRingUnderSupervision() throws {
    let line = "\(community.person(0, of: 1)),Åsa-0,\"O'Neil, född Öst\",2027-09-20"
    let header = "personnummer,given_name,family_name,deceased_on"
    try take("persons", header, line, now: "2027-09-19T12:00").expect(65, "[DAY_IN_FUTURE]")
    try take("persons", header, line).expect(0, "Sparade 1")
    try take("persons", header, line).expect(0, "oförändrade 1")
    try take("persons", header, line.replacing("09-20", with: "09-21")).expect(65, "[DEATH_ALREADY_RECORDED]")
    let rings = try trygg("--format", "json", "ring", "list", "--state", "under tillsyn", now: Community.now)
    #expect(rings.json["rings"].list.compactMap { $0["ring"].text } == ["TR-1280-0002"])
  }

  @Test func aMembershipOlderThanTheRegisterActIsStored() throws {
    let person = community.person(1, of: 1)
    try take(
      "members", "ring,personnummer,household,joined_on,left_on",
      "TR-1280-0001,\(person),H7,2025-05-01,2026-04-30"
    )
    .expect(0, "Sparade 1")
    try take(
      "occasions", "occasion,ring,kind,starts_at,called_on",
      "G1,TR-1280-0001,meeting,2026-02-01T18:00,2026-01-01"
    )
    .expect(0, "Sparade 1")
    try take("attendance", "occasion,personnummer,status", "G1,\(person),present").expect(0, "Sparade 1")
  }

  @Test func aListOfMembersSaysWhatTheRegisterHadAssumedOfTheContactPerson() throws {
    let fresh = try TryggProgram()
    try fresh.take(community, through: "rings")
    let header = "ring,personnummer,household,joined_on,primary,alias"
    let line = "TR-1280-0001,\(community.person(0, of: 0)),H1,2027-01-15,nej,Ettan"
    try fresh.write("fil.csv", "\(header)\n\(line)\n")
    try fresh("import", "members", "fil.csv", now: Community.now).expect(0, "Sparade 1")
    try fresh("import", "members", "fil.csv", now: Community.now).expect(0, "oförändrade 1")
    let members = try fresh("export", "members", "--ring", "TR-1280-0001", now: Community.now)
    #expect(members.out.split(separator: "\r\n").last == "\(line.replacing(",nej", with: ",,nej"))")
  }

  @Test func aKnownRingIsFilledInAndNotChanged() throws {
    let header =
      "ring,name,municipality,street,postcode,city,venue,contact,interested_households,"
      + "active_households,applied_on,registered_on"
    let known = "Ny ring,1280,Gatan 1,211 20,Malmö,Lokalen,\(community.person(0, of: 0)),52,6,2027-03-01"
    try take("rings", header, ",\(known),").expect(0, "Sparade 1")
    try take("rings", header, ",\(known),2027-03-10").expect(0, "Sparade 1")
    try take("rings", header, ",\(known),2027-03-10", ",\(known),").expect(0, "oförändrade 2")
    try take("rings", header, ",\(known),2027-03-11").expect(65, "rad 2, ring: ", "[RING_EXISTS]")
    try take("rings", header, "TR-1280-0077,\(known),2027-03-10").expect(65, "[RING_EXISTS]")
    try take("rings", header, "TR-0180-0001,\(known),2027-03-10").expect(65, "[RING_MUNICIPALITY]")
    let rings = try trygg("--format", "json", "ring", "list", "--name", "ny ring")
    #expect(rings.json["rings"][0]["state"].text == "registrerad")
    try trygg.expectSound()
  }

  @Test func aMovedDateIsANewCallAlsoWhenTheFileIsSentAgain() throws {
    let header = "occasion,ring,kind,starts_at,called_on"
    let moved = "M1,TR-1280-0001,meeting,2027-06-20T18:00,2027-05-01"
    try take(
      "occasions", header, "M1,TR-1280-0001,meeting,2027-06-10T18:00,2027-05-01", now: "2027-05-02T12:00"
    )
    .expect(0, "Sparade 1")
    try take("occasions", header, moved, now: "2027-06-09T12:00").expect(0, "rättade 1")
    for now in ["2027-06-09T13:00", "2027-07-01T12:00"] {
      try take("occasions", header, moved, now: now).expect(0, "oförändrade 1")
    }
    #expect(try trygg.sql("SELECT called_on FROM occasion WHERE key = 'M1'") == "2027-06-09")
    try take("occasions", header, moved.replacing("18:00", with: "19:00"), now: "2027-07-01T12:00")
      .expect(65, "[OCCASION_STARTED]")
    try take("occasions", header, moved.replacing("0001", with: "0002")).expect(65, "[OCCASION_ID_TAKEN]")
  }

  @Test func theContactPersonCancelsBeforeTheStartAndRecordsBeforeTheLock() throws {
    try trygg("user", "add", "kim", "--role", "ring_contact", "--ring", "TR-1280-0001").expect(0)
    let cancelled = [
      "occasion,ring,kind,starts_at,called_on,status",
      "R1-2,TR-1280-0001,meeting,2027-02-02T18:00,2027-01-20,cancelled",
    ]
    try take("occasions", cancelled[0], cancelled[1], actor: "kim").expect(65, "[OCCASION_STARTED]")
    let header = "occasion,alias,ring,status"
    try take(
      "attendance", header, "R1-1,Granne 1,TR-1280-0001,present", now: "2028-01-15T23:59", actor: "kim"
    )
    .expect(0, "Sparade 1")
    try take("attendance", header, "R1-1,Granne 1,TR-1280-0001,absent", now: "2028-01-16T00:00", actor: "kim")
      .expect(65, "rad 2: ", "[YEAR_LOCKED]")
    try take(
      "attendance", header, "R1-1,Granne 1,TR-1280-0001,present", now: "2028-01-16T00:00", actor: "kim"
    )
    .expect(0, "oförändrade 1")
    try take("attendance", header, "R2-1,Granne 1,TR-1280-0002,present", actor: "kim").expect(
      65, "[UNKNOWN_OCCASION]")
    try take("persons", "personnummer,given_name,family_name", "198507092388,Eva,Ek", actor: "kim")
      .expect(77, "[NOT_PERMITTED]")
    try trygg("export", "members", now: Community.now, actor: "kim").expect(77, "[NOT_PERMITTED]")
  }

  @Test func aliasAndNumberOfOnePersonContradictEachOtherInOneFile() throws {
    let person = community.person(1, of: 0)
    try take(
      "attendance", "occasion,personnummer,alias,ring,status", "R1-1,\(person),,,present",
      "R1-1,,Granne 1,TR-1280-0001,absent"
    ).expect(65, "rad 2, status: ", "rad 3, status: ", "[DUPLICATE_IN_FILE]")
  }

  @Test func aCorrectionIsReportedAsOne() throws {
    let person = community.person(1, of: 0)
    try take("attendance", "occasion,personnummer,status", "R1-1,\(person),present").expect(0, "Sparade 1")
    try take("attendance", "occasion,personnummer,status", "R1-1,\(person),excused").expect(0, "rättade 1")
  }
}
