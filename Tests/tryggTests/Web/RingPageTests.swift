import HTTPTesting
import Testing

/// What a contact person does with occasions and members on the pages.
@Suite struct RingPageTests {
  private let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram.office()
    try trygg.registerRing(members: TryggProgram.m01, TryggProgram.m02)
    try trygg.must(
      "user", "add", "kontakt", "--role", "ring_contact", "--ring", "TR-1280-0001", "--person",
      TryggProgram.m12)
  }

  private func contact(now: String) throws -> Visitor {
    try Visitor(Service(trygg, now: now), trygg, as: ["kontakt"], now: now)
  }

  /// Calls an occasion by the form and gives the path of its page.
  private func call(_ contact: Visitor, _ fields: [String: String]) throws -> Wire.Answer {
    let form = try contact.get("/ring/kalla").text
    let key = try #require(form.firstMatch(of: /name="key" value="([^"]+)"/)).output.1
    return try contact.post("/ring/kalla", fields.merging(["key": String(key)]) { $1 })
  }

  @Test("Who calls too late is told before and after that the occasion counts for nobody (C-16, C-59)")
  func shortNotice() throws {
    let contact = try contact(now: "2027-03-01T12:00")
    #expect(try contact.get("/ring/kalla").text.contains("färre än 7 dagar kvar"))
    let counts = "Sammankomsten räknas därför inte för någon"
    for (day, isShort) in [("2027-03-07", true), ("2027-03-08", false)] {
      let answer = try call(
        contact, ["kind": "meeting", "starts": "\(day)T18:00", "called": "all"])
      #expect(answer.status == 303)
      let page = try contact.get(try #require(answer.headers["location"])).text
      #expect(page.contains("Sammankomsten är kallad.") && page.contains(counts) == isShort, "\(day)")
    }
    let late = try trygg(
      "--format", "json", "occasion", "add", "--ring", "TR-1280-0001", "--occasion", "S1", "--kind",
      "meeting", "--starts-at", "2027-03-07T18:00", "--called-on", "2027-03-01", now: "2027-03-01T12:00")
    #expect(late.code == 0 && late.json["notes"][0]["code"].text == "SHORT_NOTICE", "\(late.out)")
  }

  @Test("A request that cannot be read is told so, and not that the service is busy")
  func unreadable() throws {
    let answer = try contact(now: "2027-03-01T12:00").get("/ring/%2e%2e/utbildning")
    #expect(answer.status == 400 && answer.text.contains("går inte att läsa"))
  }

  @Test("An activity for those who are chosen needs somebody")
  func emptyRoster() throws {
    let answer = try call(
      try contact(now: "2027-03-01T12:00"),
      ["kind": "activity", "starts": "2027-04-01T18:00", "called": "roster"])
    #expect(answer.status == 422 && answer.text.contains("Ingen är uttagen"))
  }

  @Test("Before the day only an excuse is recorded, on it all, after the lock nothing (C-62, C-78)")
  func sheet() throws {
    try trygg.callMeeting("M1", on: "2027-03-01")
    let path = "/ring/sammankomst/M1"
    let early = try contact(now: "2027-02-20T12:00")
    let before = try early.get(path).text
    #expect(before.contains("value=\"excused\"") && !before.contains("value=\"present\""))
    #expect(try early.post(path, ["m3": "excused"]).status == 303)
    #expect(try early.get(path).text.contains("checked=\"checked\""))
    let open = try contact(now: "2027-03-01T20:00").get(path).text
    for status in ["present", "excused", "absent"] { #expect(open.contains("value=\"\(status)\"")) }
    let locked = try contact(now: "2028-01-16T00:00").get(path).text
    #expect(!locked.contains("value=\"excused\"") && locked.contains("till och med den 15 januari 2028"))
    #expect(locked.contains("Person0 Ek, anmäld frånvaro"), "what is recorded is still shown")
  }

  @Test("Members without a name to show are told apart, and nothing says why they have none (C-96)")
  func neutralNames() throws {
    try trygg.callMeeting("M1", on: "2027-03-01")
    for member in [TryggProgram.m01, TryggProgram.m02] {
      try trygg.must("person", "protect", "--person", member)
    }
    let contact = try contact(now: "2027-03-01T20:00")
    for path in ["/ring/deltagare", "/ring/sammankomst/M1"] {
      let page = try contact.get(path).text
      #expect(page.contains("Deltagare 3") && page.contains("Deltagare 4"), "\(path)")
      #expect(!page.contains("skydd") && !page.contains("Person1"), "\(path)")
    }
    #expect(try contact.post("/ring/sammankomst/M1", ["m3": "present", "m4": "absent"]).status == 303)
    let list = try trygg(
      "member", "list", "--ring", "TR-1280-0001", now: "2027-03-01T20:00", actor: "kontakt")
    #expect(list.out.contains("Deltagare 3") && list.out.contains("Deltagare 4"))
  }

  @Test(
    "An alias is short and no identity number",
    arguments: ["19850709-2388", "850709 2388", "Kim 8507092388", String(repeating: "å", count: 51)])
  func alias(word: String) throws {
    let contact = try contact(now: "2027-03-01T20:00")
    let refused = try contact.post("/ring/deltagare/3/alias", on: "/ring/deltagare", ["alias": word])
    #expect(refused.status == 422 && refused.text.contains("ser ut som ett personnummer"))
    #expect(
      try contact.post("/ring/deltagare/3/alias", on: "/ring/deltagare", ["alias": "Blåklinten 1985"]).status
        == 303)
  }
}
