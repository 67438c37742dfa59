import HTTPTesting
import Testing

/// For every path and role, what a program sees; the rest does not exist for it or is refused.
@Suite struct APIRoleTests {
  private static let now = "2027-06-15T12:00"

  /// The statuses of the paths below for each role, in their order.
  private static let seen: [(role: String, more: [String], statuses: [Int])] = [
    ("registrar", [], [200, 200, 200, 404, 404, 404, 200, 207, 207, 207, 207, 200, 200, 200, 200]),
    (
      "ring_contact", ["--ring", "TR-1280-0001"],
      [403, 200, 200, 404, 404, 404, 403, 403, 207, 207, 207, 200, 200, 200, 200]
    ),
    (
      "provider", ["--provider", "212000-1124"],
      [200, 403, 403, 404, 404, 404, 200, 207, 403, 403, 403, 200, 200, 200, 200]
    ),
    (
      "member", ["--person", TryggProgram.m01],
      [404, 403, 200, 200, 200, 200, 200, 403, 403, 403, 403, 200, 200, 200, 200]
    ),
    ("contact_police", [], [403, 200, 403, 404, 404, 404, 403, 403, 403, 403, 403, 200, 200, 200, 200]),
    ("policy", [], [403, 403, 403, 404, 404, 404, 403, 403, 403, 403, 403, 200, 200, 200, 200]),
    ("coordinator", [], [403, 403, 403, 404, 404, 404, 403, 403, 403, 403, 403, 200, 200, 200, 200]),
    ("auditor", [], [403, 403, 403, 404, 404, 404, 403, 403, 403, 403, 403, 200, 200, 200, 200]),
    ("trainer_approver", [], [403, 403, 403, 404, 404, 404, 403, 403, 403, 403, 403, 200, 200, 200, 200]),
  ]

  private static let asked: [(method: String, path: String, json: String?)] = [
    ("GET", "/api/v1/sessions?provider=212000-1124", nil),
    ("GET", "/api/v1/occasions?ring=TR-1280-0001", nil),
    ("GET", "/api/v1/occasions/M1/attendance", nil),
    ("GET", "/api/v1/progress/TR", nil),
    ("GET", "/api/v1/decisions/2027", nil),
    ("GET", "/api/v1/statements", nil),
    ("GET", "/api/v1/certificates", nil),
    ("POST", "/api/v1/sessions", #"[{"reference": "x"}]"#),
    ("POST", "/api/v1/occasions", #"[{"occasion": "x"}]"#),
    ("POST", "/api/v1/rosters", #"[{"occasion": "x"}]"#),
    ("POST", "/api/v1/attendance", #"[{"occasion": "x"}]"#),
    ("POST", "/api/v1/progress", #"[{"person": "\#(TryggProgram.m02)", "programme": "TR"}]"#),
    ("POST", "/api/v1/decisions", #"[{"person": "\#(TryggProgram.m02)", "year": 2027}]"#),
    ("POST", "/api/v1/statements", #"[{"person": "\#(TryggProgram.m02)"}]"#),
    ("POST", "/api/v1/certificates", #"[{"person": "\#(TryggProgram.m02)"}]"#),
  ]

  @Test func eachRoleSeesItsOwn() throws {
    let trygg = try TryggProgram.office()
    try trygg.registerRing(members: TryggProgram.m01, TryggProgram.m02)
    try trygg.callMeeting("M1", on: "2027-03-01")
    var tokens: [String] = []
    for (index, row) in APIRoleTests.seen.enumerated() {
      let added = try trygg(["user", "add", "u\(index)", "--role", row.role] + row.more)
      try #require(added.code == 0, "\(added.err)")
      tokens.append(
        try #require(try trygg("--format", "json", "user", "token", "u\(index)").json["secret"].text))
    }
    let service = try Service(trygg, now: APIRoleTests.now)
    for (token, row) in zip(tokens, APIRoleTests.seen) {
      for (asked, status) in zip(APIRoleTests.asked, row.statuses) {
        let answer = try service.call(asked.method, asked.path, token: token, json: asked.json)
        #expect(answer.status == status, "\(row.role) \(asked.method) \(asked.path): \(answer.text)")
        #expect(!answer.text.contains("19830101"), "a number in an answer")
      }
      // Of the four items about somebody else, only the registrar is told anything.
      for asked in APIRoleTests.asked.suffix(4) {
        let item = try service.call(asked.method, asked.path, token: token, json: asked.json).json[0]
        let isTold = item["status"].number == 200
        #expect(isTold == (row.role == "registrar"), "\(row.role) \(asked.path): \(item)")
      }
    }
    for asked in APIRoleTests.asked {
      #expect(try service.call(asked.method, asked.path, json: asked.json).status == 401)
      #expect(try service.call(asked.method, asked.path, token: "trygg_0", json: asked.json).status == 401)
    }
  }

  /// What is another ring's is answered as what there is not, to the word.
  @Test("Another ring's occasions do not exist", arguments: ["member", "ring_contact"])
  func whatIsOthersDoesNotExist(role: String) throws {
    let trygg = try TryggProgram.office()
    try trygg.registerRing(members: TryggProgram.m01, TryggProgram.m02)
    try trygg.registerRing("B", members: "19860101-2399")
    try trygg.callMeeting("B1", on: "2027-03-01", of: "TR-1280-0002")
    let whose = role == "member" ? ["--person", TryggProgram.m01] : ["--ring", "TR-1280-0001"]
    try trygg(["user", "add", "u", "--role", role] + whose).expect(0)
    let token = try #require(try trygg("--format", "json", "user", "token", "u").json["secret"].text)
    let service = try Service(trygg, now: APIRoleTests.now)
    let row =
      #""kind": "meeting", "starts_at": "2027-09-01T18:00", "called_on": "2027-08-01", "called": "all""#
    let asked: [(method: String, path: String, json: String?, status: Int)] = [
      ("GET", "/api/v1/occasions/B1/attendance", nil, 404),
      ("GET", "/api/v1/occasions?ring=TR-1280-0002", nil, role == "member" ? 403 : 404),
      ("POST", "/api/v1/occasions", #"[{"occasion": "N1", "ring": "TR-1280-0002", \#(row)}]"#, 207),
      ("POST", "/api/v1/rosters", #"[{"occasion": "B1", "personnummer": "19860101-2399"}]"#, 207),
      (
        "POST", "/api/v1/attendance",
        #"[{"occasion": "B1", "personnummer": "19860101-2399", "status": "present"}]"#, 207
      ),
    ]
    for ask in asked {
      func elsewhere(_ text: String) -> String {
        text.replacing("B1", with: "X1").replacing("TR-1280-0002", with: "TR-1280-0099")
      }
      let theirs = try service.call(ask.method, ask.path, token: token, json: ask.json)
      let none = try service.call(
        ask.method, elsewhere(ask.path), token: token, json: ask.json.map(elsewhere))
      #expect(theirs.status == (role == "member" && ask.status == 207 ? 403 : ask.status), "\(ask.path)")
      #expect(
        theirs.status == none.status && elsewhere(theirs.text) == none.text, "\(ask.path): \(theirs.text)")
      #expect(ask.status != 207 || role == "member" || theirs.text.contains("UNKNOWN_"), "\(theirs.text)")
    }
  }

  @Test func aTokenIsHeldToItsScopesAndEnds() throws {
    let trygg = try TryggProgram.office()
    try trygg.registerRing(members: TryggProgram.m01)
    let token = try trygg.token("a", role: "registrar", scopes: ["occasions:read"])
    let service = try Service(trygg, now: APIRoleTests.now)
    #expect(try service.call("GET", "/api/v1/occasions?ring=TR-1280-0001", token: token).status == 200)
    let refused = try service.call("GET", "/api/v1/sessions", token: token)
    #expect(refused.status == 403)
    #expect(refused.json["code"].text == "SCOPE_MISSING")
    #expect(try trygg("user", "list").out.contains("1 2027-06-15"))
    try trygg.must("user", "token", "a", "--revoke", "1")
    #expect(try service.call("GET", "/api/v1/occasions?ring=TR-1280-0001", token: token).status == 401)
    let short = try trygg("--format", "json", "user", "token", "a", "--days", "30", now: "2027-01-01T12:00")
    #expect(try service.call("GET", "/api/v1/sessions", token: short.json["secret"].text).status == 401)
    // The register holds no token that could be used.
    let held = try String(decoding: trygg.shell("cat trygghetsregister.db*").out.utf8, as: UTF8.self)
    #expect(!held.contains(token))
  }
}
