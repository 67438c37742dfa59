import HTTPTesting
import Testing

/// Nobody signs in under the name of a person who has died (decisions C-21 and C-70).
@Suite struct DeceasedTests {
  @Test("A code, a session and a token end with the person, and no new code is given")
  func account() throws {
    let trygg = try TryggProgram.office()
    try trygg.registerRing(members: TryggProgram.m01)
    let now = "2027-06-15T12:00"
    let who = ["--person", TryggProgram.m01]
    let service = try Service(trygg, now: now)
    let visitor = try Visitor(service, trygg, as: who, now: now)
    #expect(try visitor.get("/mina-sidor").status == 200)
    try trygg.must("user", "add", "m01", "--role", "member", "--person", TryggProgram.m01)
    let token = try trygg.must("--format", "json", "user", "token", "m01").json["secret"].text
    let code = try trygg.must("--format", "json", "user", "code", "m01", now: now).json["code"].text

    try trygg.must("person", "deceased", "--person", TryggProgram.m01, "--on", "2027-06-10", now: now)
    #expect(try visitor.get("/mina-sidor").status != 200)
    let attempt = try Visitor(service).post("/logga-in", ["code": try #require(code)])
    #expect(attempt.status == 422)
    #expect(attempt.text.contains("Koden stämmer inte"))
    #expect(try service.call("GET", "/api/v1/occasions", token: token).status == 401)
    try trygg(["user", "code"] + who, now: now).expect(1, "[ACCOUNT_OF_DECEASED]")
    try trygg("user", "code", "m01", now: now).expect(1, "[ACCOUNT_OF_DECEASED]")
  }
}
