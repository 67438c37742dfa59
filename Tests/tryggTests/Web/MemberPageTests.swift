import Foundation
import HTTPTesting
import Testing

/// What a member does on the own pages beside reading where the year stands.
@Suite struct MemberPageTests {
  private static let now = "2027-12-31T12:00"
  private let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram.office()
    try trygg.registerRing(members: TryggProgram.m01, TryggProgram.m02)
  }

  private func visitor(_ who: String...) throws -> Visitor {
    try Visitor(Service(trygg, now: Self.now), trygg, as: who, now: Self.now)
  }

  @Test("An error in the attendance is chosen; no words of a member about an occasion are stored")
  func report() throws {
    try trygg.callMeeting("M1", on: "2027-03-01")
    try trygg.registerRing("B", members: "19860101-2399")
    try trygg.callMeeting("B1", on: "2027-03-01", of: "TR-1280-0002")
    try trygg.must(
      "attendance", "record", "--occasion", "M1", "--person", TryggProgram.m01, "--status", "absent",
      now: "2027-03-01T21:00")
    let member = try visitor("--person", TryggProgram.m01)
    let page = try member.get("/mina-sidor/narvaro/1").text
    #expect(!page.contains("textarea") && !page.contains("value=\"absent\""), "what is recorded is no error")
    let words = "Grannen på femman langar."
    #expect(try member.post("/mina-sidor/narvaro/1", ["report": words]).status == 422)
    #expect(try member.post("/mina-sidor/narvaro/1", [:]).status == 422)
    #expect(try member.post("/mina-sidor/narvaro/1", ["report": "present"]).status == 303)
    // Of another ring's occasion nothing can be said.
    #expect(try member.get("/mina-sidor/narvaro/2").status == 404)
    #expect(
      try member.post("/mina-sidor/narvaro/2", on: "/mina-sidor/narvaro/1", ["report": "present"]).status
        == 404)
    try trygg.must(
      "user", "add", "kontakt", "--role", "ring_contact", "--ring", "TR-1280-0001", "--person",
      TryggProgram.m12)
    let sheet = try visitor("kontakt").get("/ring/sammankomst/M1").text
    #expect(sheet.contains("”Jag var med.”") && !sheet.contains("langar"))
    #expect(try trygg.shell("cat trygghetsregister.db* | grep -c langar").out.hasPrefix("0"))
  }

  @Test("After the lock a reported error goes to the registrar, until somebody has acted on it (C-78)")
  func lateReport() throws {
    try trygg.callMeeting("M1", on: "2027-03-01")
    let late = "2028-01-20T12:00"
    let service = try Service(trygg, now: late)
    let member = try Visitor(service, trygg, as: ["--person", TryggProgram.m01], now: late)
    try trygg.must("user", "add", "reg", "--role", "registrar")
    let registrar = try Visitor(service, trygg, as: ["reg"], now: late)
    #expect(try registrar.get("/oversikt").text.contains("Inga anmälningar väntar."))
    #expect(try member.get("/mina-sidor/narvaro/1").text.contains("Skatteverket ser vad du väljer."))
    let answer = try member.post("/mina-sidor/narvaro/1", ["report": "present"])
    let page = try member.get(try #require(answer.headers["location"])).text
    #expect(page.contains("Skatteverket ser den.") && page.contains("Anmält 2028-01-20"))
    let desk = try registrar.get("/oversikt").text
    #expect(desk.contains("850709-****") && desk.contains("Jag var med."))
    try trygg.must(
      "attendance", "correct", "--occasion", "M1", "--person", TryggProgram.m01, "--status", "present",
      "--reason", "Protokollet", now: "2028-01-21T10:00")
    #expect(!(try registrar.get("/oversikt").text.contains("Jag var med.")))
  }

  @Test("What a member answers is read by the member and by the officer who must consider it (C-75, C-76)")
  func answer() throws {
    try trygg.must("year", "lock", "2027", now: "2028-01-16T10:00")
    try trygg.must("year", "decide", "2027", now: "2028-01-17T10:00")
    let now = "2028-01-20T12:00"
    let service = try Service(trygg, now: now)
    let member = try Visitor(service, trygg, as: ["--person", TryggProgram.m01], now: now)
    try trygg.must("user", "add", "reg", "--role", "registrar")
    let registrar = try Visitor(service, trygg, as: ["reg"], now: now)
    let before = try member.get("/mina-sidor/ar/2027").text
    #expect(before.contains("Inget är beslutat") && !before.contains("tänker avslå"))
    #expect(try registrar.get("/oversikt").text.contains("Inga svar väntar."))
    let words = "Jag gick utbildningen i Lund."
    let sent = try member.post("/mina-sidor/ar/2027/svar", on: "/mina-sidor/ar/2027", ["answer": words])
    #expect(sent.status == 303)
    #expect(try member.get("/mina-sidor/ar/2027").text.contains("<blockquote>\(words)</blockquote>"))
    #expect(try registrar.get("/oversikt").text.contains("850709-****"))
    let show = ["decision", "show", "--person", TryggProgram.m01, "--year", "2027"]
    #expect(try trygg(show, now: now).out.contains(words))
    let told = try trygg(["--format", "json"] + show, now: now).json["answers"][0]
    #expect(told["text"].text == words && told["receivedOn"].text == "2028-01-20")
    try trygg.must(
      "decision", "close", "--person", TryggProgram.m01, "--year", "2027", "--outcome", "AVSLAG", "--reason",
      "Utbildningen är inte godkänd.", now: "2028-01-21T10:00")
    #expect(try registrar.get("/oversikt").text.contains("Inga svar väntar."))
    #expect(try trygg(show, now: now).out.contains(words), "the answer stands with the decision")
  }

  @Test("Before the lock too few occasions are told from too small a share (C-73)")
  func reach() throws {
    try trygg.train(TryggProgram.m01, on: "2027-01-20")
    try trygg.callMeeting("M1", on: "2027-03-01")
    #expect(try visitor("--person", TryggProgram.m01).get("/mina-sidor/ar/2027").text.contains("är för få"))
    for month in 4...6 { try trygg.callMeeting("M\(month)", on: "2027-0\(month)-01") }
    #expect(
      try visitor("--person", TryggProgram.m01).get("/mina-sidor/ar/2027").text.contains(
        "Din närvaro når inte kravet"))
  }

  @Test("A year before the act is told in words")
  func earlyYear() throws {
    let page = try visitor("--person", TryggProgram.m01).get("/mina-sidor/ar/2026")
    #expect(page.status == 404 && page.text.contains("finns från inkomståret 2027"))
  }

  @Test("A birth date is typed with or without hyphens; a protected person has no code (C-96, C-102)")
  func codes() throws {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).decided()
    try trygg.must("year", "statements", "2027", "--out", "ut", "--form", "xml", now: "2028-01-24T10:00")
    let now = "2028-01-25T10:00"
    let service = try Service(trygg, now: now)
    let member = try Visitor(service, trygg, as: ["--person", Town.m01], now: now)
    let page = try member.get("/mina-sidor").text
    let grouped = try #require(page.firstMatch(of: /class="code small">([^<]+)</)).output.1
    let code = grouped.filter { $0.isLetter || $0.isNumber }
    for (born, status) in [("19850709", 200), ("1985-07-09", 200), ("9 juli", 422)] {
      #expect(try member.post("/verifiera/\(code)", ["born": born]).status == status, "\(born)")
    }
    try trygg.must("person", "protect", "--person", Town.m01, now: now)
    let protected = try member.get("/mina-sidor").text
    #expect(protected.contains(".pdf") && !protected.contains(grouped) && !protected.contains("/kod"))
  }

  @Test("A member sees every programme, module by module, with what does not count and the certificate")
  func training() throws {
    try trygg.train(TryggProgram.m01, on: "2027-01-20")
    try trygg.enrolLawyer()
    try trygg.importSessions(TryggProgram.days("RJ", minutes: 79 * 60, in: "RJ", from: "2027-02-01"))
    let member = try visitor("--person", TryggProgram.m01)
    let own = try member.get("/mina-sidor/utbildning").text
    #expect(own.contains("id=\"TR\"") && !own.contains("id=\"RJ\""), "nobody else's programme")
    let jurist = try visitor("--person", TryggProgram.k1)
    let before = try jurist.get("/mina-sidor/utbildning").text
    #expect(before.contains("Reparativ rättvisa") && before.contains("79\u{A0}h") && !before.contains(".jwt"))
    try trygg.importSessions(TryggProgram.days("RJ", minutes: 60, in: "RJ", from: "2027-03-01"))
    try trygg.must(
      "certificate", "issue", "--person", TryggProgram.k1, "--programme", "RJ", now: "2027-03-02T10:00")
    let after = try jurist.get("/mina-sidor/utbildning").text
    let badge = try #require(after.firstMatch(of: /href="([^"]+\.jwt)"/)).output.1
    #expect(try jurist.get(String(badge)).headers["content-type"] == "application/vc+jwt")
    #expect(try member.get(String(badge)).status == 404)
    // A certificate in restorative justice makes nobody a mediator, whose page would not be found.
    #expect(!after.contains("/mina-sidor/medling") && !after.contains("id=\"TR\""))
  }
}
