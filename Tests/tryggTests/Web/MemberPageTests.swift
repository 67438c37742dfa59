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

  @Test("A member sees every programme, module by module, with what does not count and the certificate")
  func training() throws {
    try trygg.train(TryggProgram.m01, on: "2027-01-20")
    try trygg.must(
      "provider", "approve", "--organisation", TryggProgram.provider, "--name", "Malmö stad", "--programme",
      "RJ", "--from", "2027-01-01")
    try trygg.must(
      "person", "add", "--person", TryggProgram.k1, "--given-name", "Kim", "--family-name", "Öst")
    try trygg.enrol(
      in: "RJ", on: "2027-02-01", "--profession", "jurist", "--profession-verified-on", "2027-01-10")
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
