import Testing

/// Who may see and change what, scenarios D10.
@Suite struct AuthorityTests {
  let trygg: TryggProgram
  private let ring = "TR-1280-0001"

  init() throws {
    trygg = try TryggProgram.office()
    try trygg.enter(TryggProgram.m01, TryggProgram.m02, TryggProgram.m10)
    try trygg.registerRing(members: TryggProgram.m01, TryggProgram.m10)
    try trygg.must(
      "member", "add", "--ring", ring, "--person", TryggProgram.m02, "--household", "H8", "--alias",
      "Blåklinten")
    try trygg.must("user", "add", "kontakt", "--role", "ring_contact", "--ring", ring)
    try trygg.must("user", "add", "deltagaren", "--role", "member", "--person", TryggProgram.m01)
    try trygg.must("user", "add", "polisen", "--role", "contact_police", "--municipality", "1280")
    try trygg.must("user", "add", "samordnaren", "--role", "coordinator", "--municipality", "1280")
  }

  @Test("SEK-02: the contact police officer gets no list, and sees only occasions with police present")
  func contactPolice() throws {
    try trygg.callMeeting("Med", on: "2027-02-02", "--police-present", "ja")
    try trygg.callMeeting("Utan", on: "2027-03-02")
    try trygg("member", "list", "--ring", ring, actor: "polisen").expect(77, "NOT_PERMITTED")
    let denied = try trygg("--format", "json", "audit", "list", "--act", "member.list").json["entries"][0]
    #expect(denied["outcome"].text == "refused")
    #expect(denied["actor"].text == "polisen")
    let seen = try trygg("--format", "json", "occasion", "list", "--ring", ring, actor: "polisen")
    #expect(seen.json["occasions"].list.compactMap(\.["occasion"].text) == ["Med"])
    try trygg("attendance", "list", "--occasion", "Med", actor: "polisen").expect(77)
    try trygg("person", "show", "--person", TryggProgram.m01, actor: "polisen").expect(77)
  }

  @Test("SEK-02: an officer of another municipality does not find the ring")
  func policeElsewhere() throws {
    try trygg.must("user", "add", "lundapolisen", "--role", "contact_police", "--municipality", "1281")
    try trygg("occasion", "list", "--ring", ring, actor: "lundapolisen").expect(1, "UNKNOWN_RING")
  }

  @Test("SEK-03: another member sees aliases alone, the contact person names, the registrar the identity")
  func aliases() throws {
    func names(_ actor: String) throws -> [TryggProgram.Value] {
      let run = try trygg("--format", "json", "member", "list", "--ring", ring, actor: actor)
      run.expect(0)
      return run.json["members"].list
    }
    let seenByMember = try names("deltagaren")
    #expect(seenByMember.map(\.["alias"].text) == ["Blåklinten"])
    #expect(seenByMember.allSatisfy { !$0.names.contains("name") && !$0.names.contains("household") })
    let seenByContact = try names("kontakt")
    #expect(seenByContact.count == 4)
    #expect(seenByContact.allSatisfy { $0["name"].text != nil && !$0.names.contains("person") })
    #expect(try names("registratorn").allSatisfy { $0["person"].text?.hasSuffix("-****") == true })
    try trygg("member", "list", "--ring", ring, actor: "samordnaren").expect(77)
  }

  @Test("SEK-04: whoever is protected is an alias to the contact person and nobody to others")
  func protectedMember() throws {
    try trygg.must("person", "protect", "--person", TryggProgram.m02)
    let contact = try trygg("--format", "json", "member", "list", "--ring", ring, actor: "kontakt")
    let shown = contact.json["members"].list.first { $0["alias"].text == "Blåklinten" }
    #expect(shown?.names.contains("name") == false)
    let member = try trygg("--format", "json", "member", "list", "--ring", ring, actor: "deltagaren")
    #expect(member.json["members"].list.isEmpty)
    // Counted where a rule counts, and recorded by the alias.
    #expect(try trygg("--format", "json", "ring", "show", "--ring", ring).json["members"].number == 4)
    try trygg.callMeeting("A01", on: "2027-02-02")
    try trygg(
      "attendance", "record", "--occasion", "A01", "--alias", "Blåklinten", "--status", "present",
      now: "2027-02-03T12:00", actor: "kontakt"
    ).expect(0, "Blåklinten, närvarande")
    try trygg("ring", "contact", "--ring", ring, "--person", TryggProgram.m02).expect(
      1, "Personen kan inte registreras som kontaktperson.")
  }

  @Test("SEK-06: on 16 January the contact person changes nothing, the registrar with a reason does")
  func afterTheLock() throws {
    try trygg.callMeeting("A01", on: "2027-02-02")
    let words = ["attendance", "record", "--occasion", "A01", "--person", TryggProgram.m01, "--status"]
    try trygg(words + ["present"], now: "2028-01-15T23:59", actor: "kontakt").expect(0)
    try trygg(words + ["absent"], now: "2028-01-16T00:00", actor: "kontakt").expect(1, "YEAR_LOCKED")
    try trygg(words + ["absent"], now: "2028-01-16T00:00").expect(1, "REASON_MISSING")
    try trygg(
      ["attendance", "correct"] + words.dropFirst(2) + ["absent", "--reason", "Fel lista."],
      now: "2028-01-16T00:00"
    ).expect(0, "ändrat")
    let list = try trygg(
      "--format", "json", "attendance", "list", "--occasion", "A01", now: "2028-01-17T12:00")
    let entry = list.json["attendance"].list.first { $0["person"].text == "850709-****" }
    #expect(entry?["status"].text == "absent")
    #expect(entry?["corrections"].number == 1)
    let log = try trygg("--format", "json", "audit", "list", "--act", "attendance.record").json["entries"]
      .list
    #expect(log.compactMap(\.["outcome"].text).count { $0 == "refused" } == 2)
    #expect(log.compactMap(\.["outcome"].text).count { $0 == "done" } == 2)
  }

  @Test("The contact person's own presence needs another member, who is neither at home nor elsewhere")
  func attestation() throws {
    try trygg.callMeeting("A01", on: "2027-02-02")
    let now = "2027-02-03T12:00"
    let own = [
      "attendance", "record", "--occasion", "A01", "--person", TryggProgram.m12, "--status", "present",
    ]
    try trygg(own, now: now, actor: "kontakt").expect(0, "ska intygas av en annan deltagare")
    let attest = ["attendance", "attest", "--occasion", "A01", "--person", TryggProgram.m12, "--by"]
    try trygg(attest + [TryggProgram.m12], now: now).expect(1, "ATTESTER_INELIGIBLE")
    try trygg(attest + [TryggProgram.trainer], now: now).expect(1)
    try trygg(attest + [TryggProgram.m01], now: now).expect(0)
    try trygg(
      ["attendance", "attest", "--occasion", "A01", "--person", TryggProgram.m10, "--by", TryggProgram.m01],
      now: now
    ).expect(1, "NOT_RECORDED")
  }

  @Test("A contact person reaches the own ring alone; another's does not exist")
  func ownRingAlone() throws {
    try trygg.registerRing("B", members: "19860101-2399")
    try trygg.callMeeting("B01", on: "2027-02-02", of: "TR-1280-0002")
    try trygg.must("user", "add", "granne", "--role", "member", "--person", TryggProgram.m01)
    let others: [(words: [String], code: String, actors: [String])] = [
      (["ring", "show", "--ring", "TR-1280-0002"], "UNKNOWN_RING", ["kontakt"]),
      (["member", "list", "--ring", "TR-1280-0002"], "UNKNOWN_RING", ["kontakt", "granne"]),
      (["occasion", "cancel", "--occasion", "B01"], "UNKNOWN_OCCASION", ["kontakt"]),
      (["attendance", "list", "--occasion", "B01"], "UNKNOWN_OCCASION", ["kontakt", "granne"]),
      (
        [
          "attendance", "attest", "--occasion", "B01", "--person", "19860101-2399", "--by",
          TryggProgram.m01,
        ], "UNKNOWN_OCCASION", ["kontakt"]
      ),
    ]
    for (words, code, actors) in others {
      let none = words.map { $0 == "B01" ? "X01" : $0 == "TR-1280-0002" ? "TR-1280-0099" : $0 }
      for actor in actors {
        let theirs = try trygg(words, actor: actor)
        theirs.expect(1, code)
        // In the same words as what there is not.
        #expect(try trygg(none, actor: actor).err == theirs.err, "\(words) as \(actor)")
      }
    }
    try trygg("ring", "register", "--ring", ring, actor: "kontakt").expect(77)
    try trygg("ring", "list", actor: "kontakt").expect(77)
  }

  @Test("A ring is shown to the coordinator without names, to the contact person without reasons")
  func whatARingShows() throws {
    try trygg.must("ring", "supervise", "--ring", ring, "--reason", "Ett skäl.")
    func shown(_ actor: String) throws -> TryggProgram.Value {
      try trygg("--format", "json", "ring", "show", "--ring", ring, actor: actor).json
    }
    #expect(try shown("samordnaren")["contact"]["name"].isNull)
    #expect(try shown("samordnaren")["contact"]["from"].text != nil)
    #expect(try shown("kontakt")["contact"]["name"].text != nil)
    #expect(try shown("kontakt")["contact"]["person"].isNull)
    #expect(try shown("kontakt")["events"].list.allSatisfy { $0["reason"].isNull })
    #expect(try shown("registratorn")["events"].list.last?["reason"].text == "Ett skäl.")
  }

  @Test("A provider sees the own participants and nobody else's")
  func provider() throws {
    try trygg.must(
      "provider", "approve", "--organisation", "202100-5489", "--name", "Annan", "--programme", "TR",
      "--from",
      "2027-01-01")
    try trygg.must("user", "add", "malmo", "--role", "provider", "--provider", TryggProgram.provider)
    try trygg.must("user", "add", "annan", "--role", "provider", "--provider", "202100-5489")
    let words = ["training", "progress", "--person", TryggProgram.m12, "--programme", "TR"]
    #expect(try trygg(words, actor: "malmo").code == 0)
    let other = try trygg(words, actor: "annan")
    let nobody = try trygg(
      ["training", "progress", "--person", "19860101-2399", "--programme", "TR"], actor: "annan")
    #expect(other.code == 1)
    #expect(other.err == nobody.err, "as if the person did not exist")
  }

  @Test("A user whose rights are taken back can do nothing, and is no registrar either")
  func revoked() throws {
    try trygg.must("user", "revoke", "kontakt")
    try trygg("member", "list", "--ring", ring, actor: "kontakt").expect(77)
    try trygg("ring", "list", actor: "kontakt").expect(77)
    try trygg("user", "revoke", "okänd").expect(1, "UNKNOWN_USER")
    try trygg("user", "add", "kontakt", "--role", "auditor").expect(1, "USER_EXISTS")
    let users = try trygg("--format", "json", "user", "list").json["users"].list
    #expect(users.first { $0["user"].text == "kontakt" }?["revoked"].truth == true)
  }
}
