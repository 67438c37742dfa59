import HTTPTesting
import Testing

/// A mediator's own page of counts and goals.
@Suite struct MediationPageTests {
  private static let now = "2027-12-31T12:00"

  @Test("A mediator counts the own months and sees them beside the goals; nobody else has the page")
  func counts() throws {
    let trygg = try TryggProgram.course()
    try trygg.enrol()
    try trygg.importSessions(TryggProgram.sessions(TryggProgram.wholeProgramme))
    try trygg.must(
      "certificate", "issue", "--person", TryggProgram.k1, "--programme", "SM", now: "2027-03-22T10:00")
    let service = try Service(trygg, now: Self.now)
    let mediator = try Visitor(service, trygg, as: ["--person", TryggProgram.k1], now: Self.now)
    #expect(try mediator.get("/mina-sidor/utbildning").text.contains("href=\"/mina-sidor/medling\""))
    let empty = try mediator.post("/mina-sidor/medling", ["month": "2027-11"])
    #expect(empty.status == 422 && empty.text.contains("value=\"2027-11\""))
    let many = try mediator.post(
      "/mina-sidor/medling", ["month": "2027-11", "mediations": "5", "agreements": "6"])
    #expect(many.status == 422 && many.text.contains("id=\"mediation-agreements-error\""))
    for (month, mediations, agreements) in [("2027-11", "10", "8"), ("2027-10", "4", "4")] {
      let stored = try mediator.post(
        "/mina-sidor/medling", ["month": month, "mediations": mediations, "agreements": agreements])
      #expect(stored.headers["location"] == "/mina-sidor/medling?klart=counted")
    }
    let page = try mediator.get("/mina-sidor/medling").text
    for words in ["85,71\u{A0}%", "Andelen är nådd.", "2027-11", "<dd>9</dd>", "<dd>14</dd>"] {
      #expect(page.contains(words), "\(words)")
    }
    let other = try Visitor(service, trygg, as: ["--person", TryggProgram.k2], now: Self.now)
    #expect(try other.get("/mina-sidor/medling").status == 404)
    let refused = try other.post(
      "/mina-sidor/medling", on: "/verifiera", ["month": "2027-11", "mediations": "1", "agreements": "1"])
    #expect(refused.status == 404 || refused.status == 422)
    #expect(try trygg.sql("SELECT count(*) FROM mediation_count") == "2")
  }
}
