import Foundation
import HTTPTesting
import Testing

/// The interface for machines, as a program of a provider or a ring uses it.
@Suite struct APITests {
  private let trygg: TryggProgram
  private let now = "2027-06-15T12:00"

  init() throws {
    trygg = try TryggProgram.office()
    try trygg.registerRing(members: TryggProgram.m01, TryggProgram.m02)
  }

  private func occasion(_ key: String, on day: String = "2027-07-01") -> String {
    """
    {"occasion": "\(key)", "ring": "TR-1280-0001", "kind": "meeting", "starts_at": "\(day)T18:00", \
    "called_on": "2027-06-15", "police_present": false}
    """
  }

  @Test func goodItemsAreStoredAndBadOnesNamed() throws {
    let token = try trygg.token("ringa", role: "ring_contact", "--ring", "TR-1280-0001")
    let service = try Service(trygg, now: now)
    let body = "[\(occasion("A1")), {}, \(occasion("A2", on: "2027-02-30"))]"
    let answer = try service.call("POST", "/api/v1/occasions", token: token, json: body)
    #expect(answer.status == 207)
    #expect(answer.json["stored"].number == 1)
    #expect(answer.json["items"].list.map { $0["accepted"].truth } == [true, false, false])
    #expect(answer.json["items"][2]["errors"][0]["column"].text == "starts_at")
    let again = try service.call("POST", "/api/v1/occasions", token: token, json: "[\(occasion("A1"))]")
    #expect(again.status == 200)
    #expect(again.json["unchanged"].number == 1)
  }

  @Test func aRequestSentAgainIsAnsweredAsTheFirstTime() throws {
    let token = try trygg.token("ringa", role: "ring_contact", "--ring", "TR-1280-0001")
    let service = try Service(trygg, now: now)
    let key = ["Idempotency-Key": "k1"]
    func send(_ body: String) throws -> (Int, String) {
      let answer = try service.call("POST", "/api/v1/occasions", token: token, headers: key, json: body)
      return (answer.status, answer.text)
    }
    let first = try send("[\(occasion("A1"))]")
    #expect(first.0 == 200)
    #expect(try send("[\(occasion("A1"))]") == first)
    #expect(try send("[\(occasion("A2"))]").0 == 409)
  }

  @Test func aListIsReadPageByPageAndOnlyWhenItHasChanged() throws {
    let token = try trygg.token("ringa", role: "ring_contact", "--ring", "TR-1280-0001")
    let service = try Service(trygg, now: now)
    let all = (1...5).map { occasion("A\($0)", on: "2027-07-0\($0)") }.joined(separator: ",")
    #expect(try service.call("POST", "/api/v1/occasions", token: token, json: "[\(all)]").status == 200)
    var seen: [String] = []
    var next: String?
    repeat {
      let after = next.map { "&after=\($0)" } ?? ""
      let page = try service.call("GET", "/api/v1/occasions?limit=2\(after)", token: token)
      seen += page.json["items"].list.compactMap { $0["occasion"].text }
      next = page.json["next"].text
      #expect(page.headers["link"]?.contains("rel=\"next\"") == (next == nil ? nil : true))
    } while next != nil
    #expect(seen == ["A1", "A2", "A3", "A4", "A5"])
    let page = try service.call("GET", "/api/v1/occasions", token: token)
    let tag = try #require(page.headers["etag"])
    let held = try service.call(
      "GET", "/api/v1/occasions", token: token, headers: ["If-None-Match": tag])
    #expect(held.status == 304)
    #expect(held.body.isEmpty)
  }

  /// A program of a ring records by alias and is never told who a member is (decision C-97).
  @Test func aRingsProgramSeesNoIdentities() throws {
    let token = try trygg.token("ringa", role: "ring_contact", "--ring", "TR-1280-0001")
    try trygg.callMeeting("M1", on: "2027-03-01")
    let service = try Service(trygg, now: now)
    let answer = try service.call("GET", "/api/v1/occasions/M1/attendance", token: token)
    #expect(answer.status == 200)
    #expect(answer.json["items"].list.count == 3)
    for word in ["Person0", "Person1", "Ek", "1985", "1983"] { #expect(!answer.text.contains(word)) }
  }

  @Test(arguments: [
    ("{}", 400), ("[1]", 400), ("[{\"a\": {}}]", 400), ("[{\"a\": 1}]", 422), ("[", 400),
    ("[{\"occasion\": \"\\u0000\"}]", 422),
  ])
  func aBodyThatCannotBeReadIsRefused(body: String, status: Int) throws {
    let token = try trygg.token("ringa", role: "ring_contact", "--ring", "TR-1280-0001")
    let service = try Service(trygg, now: now)
    let answer = try service.call("POST", "/api/v1/occasions", token: token, json: body)
    #expect(answer.status == status, "\(answer.text)")
    #expect(answer.headers["content-type"] == "application/problem+json")
  }

  @Test("What a question lacks and what it has too much is named")
  func questionsAreNamed() throws {
    let token = try trygg.token("reg", role: "registrar")
    let service = try Service(trygg, now: now)
    for path in ["decisions", "progress", "statements", "certificates"] {
      let answer = try service.call(
        "POST", "/api/v1/\(path)", token: token, json: #"[{"personnummer": "x"}]"#)
      #expect(answer.status == 422 && answer.json["code"].text == "COLUMN_UNKNOWN", "\(path)")
      #expect(answer.text.contains("personnummer"))
    }
    let empty = try service.call("POST", "/api/v1/decisions", token: token, json: "[{}]")
    #expect(empty.json[0]["errors"].list.map { $0["column"].text } == ["person", "year"])
    for (path, name) in [("sessions", "provider"), ("occasions", "ring")] {
      let answer = try service.call("GET", "/api/v1/\(path)?limit=1", token: token)
      #expect(answer.status == 422 && answer.json["errors"][0]["column"].text == name)
    }
  }

  @Test(arguments: [
    ("iso-8859-1", 415), ("utf-8", 200), ("\"UTF-8\"", 200),
  ])
  func aBodyIsInUTF8(charset: String, status: Int) throws {
    let token = try trygg.token("reg", role: "registrar")
    let service = try Service(trygg, now: now)
    let answer = try service.wire().request(
      "POST", "/api/v1/decisions",
      headers: [
        "Authorization": "Bearer \(token)", "Content-Type": "application/json; charset=\(charset)",
      ], body: Array("[]".utf8)
    ).answer()
    #expect(answer?.status == status)
  }

  @Test("An occasion is named by what its address can hold")
  func occasionNames() throws {
    let token = try trygg.token("ringa", role: "ring_contact", "--ring", "TR-1280-0001")
    let service = try Service(trygg, now: now)
    let names = ["2028/03", "..", String(repeating: "x", count: 101), "Å 1?#;%"]
    let body = "[\(names.map { occasion($0) }.joined(separator: ","))]"
    let answer = try service.call("POST", "/api/v1/occasions", token: token, json: body)
    #expect(answer.json["items"].list.map { $0["accepted"].truth } == [false, false, false, true])
    #expect(answer.json["items"][0]["errors"][0]["code"].text == "OCCASION_ID_FORMAT", "\(answer.text)")
    try trygg(
      "occasion", "add", "--ring", "TR-1280-0001", "--occasion", "a/b", "--kind", "meeting", "--starts-at",
      "2027-07-01T18:00", now: now
    ).expect(1, "OCCASION_ID_FORMAT")
    let path = "/api/v1/occasions/%C3%85%201%3F%23%3B%25/attendance"
    #expect(try service.call("GET", path, token: token).status == 200)
  }

  @Test("A token is not made for what the role may not do")
  func scopes() throws {
    try trygg.must("user", "add", "pol", "--role", "policy")
    try trygg("user", "token", "pol", "--scope", "sessions:write").expect(1, "SCOPE_NOT_PERMITTED")
  }

  @Test func theDescriptionIsTrueToAnUnknownCritic() throws {
    let token = try trygg.token("reg", role: "registrar")
    let service = try Service(trygg, now: now)
    // Whom a list is of may be left out by those who answer for somebody, which no description of an interface can say.
    try trygg.write(
      "schemathesis.toml", "[parameters]\nring = \"TR-1280-0001\"\nprovider = \"\(TryggProgram.provider)\"\n")
    let critic = Process()
    critic.executableURL = TryggProgram.root.appendingPathComponent(".venv-test/bin/schemathesis")
    critic.arguments = [
      "run", service.address + "/api/openapi.json", "-H", "Authorization: Bearer \(token)",
      "--max-examples", "12", "--generation-deterministic", "--phases", "examples,coverage,fuzzing",
    ]
    critic.currentDirectoryURL = trygg.folder
    let out = Pipe()
    critic.standardOutput = out
    critic.standardError = FileHandle.nullDevice
    try critic.run()
    let said = String(decoding: out.fileHandleForReading.bytesToEnd(), as: UTF8.self)
    critic.waitUntilExit()
    #expect(critic.terminationStatus == 0, "\(said.suffix(4_000))")
  }
}
