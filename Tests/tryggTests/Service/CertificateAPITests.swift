import HTTPTesting
import Testing

/// Certificates as programs read them, each its caller's own.
@Suite struct CertificateAPITests {
  private let trygg: TryggProgram
  private let now = "2027-06-15T12:00"
  private static let number = "2027-000001-9"

  init() throws {
    trygg = try TryggProgram.course()
    for person in [TryggProgram.k1, TryggProgram.k2] {
      try trygg.enrol(
        person, in: "RJ", on: "2027-02-01", "--profession", "jurist", "--profession-verified-on",
        "2027-01-10")
      try trygg.importSessions(
        TryggProgram.days("RJ", minutes: 80 * 60, of: person, in: "RJ", from: "2027-02-01"))
      try trygg.must(
        "certificate", "issue", "--person", person, "--programme", "RJ", now: "2027-03-01T10:00")
    }
    try trygg.must(
      "certificate", "revoke", "--number", Self.number, "--on", "2027-06-01", "--reason", "Falska uppgifter",
      now: "2027-05-30")
  }

  @Test("A provider's list comes in pages, with what each is worth on the day asked about")
  func list() throws {
    let token = try trygg.token("egen", role: "provider", "--provider", TryggProgram.provider)
    let service = try Service(trygg, now: now)
    let first = try service.call("GET", "/api/v1/certificates?limit=1", token: token)
    #expect(first.json["items"].list.map(\.["number"].text) == [Self.number])
    #expect(first.json["items"][0]["standing"].text == "återkallat")
    #expect(first.json["items"][0]["revokedFrom"].text == "2027-06-01")
    #expect(first.json["items"][0]["person"].text == "910101-****")
    let next = try #require(first.json["next"].text)
    let second = try service.call("GET", "/api/v1/certificates?limit=1&after=\(next)", token: token)
    #expect(second.json["items"].list.map(\.["standing"].text) == ["giltigt"])
    #expect(second.json["next"].isNull)
    let before = try service.call("GET", "/api/v1/certificates?on=2027-05-31&programme=RJ", token: token)
    #expect(before.json["items"].list.map(\.["standing"].text) == ["giltigt", "giltigt"])
    let none = try service.call("GET", "/api/v1/certificates?programme=SM", token: token)
    #expect(none.json["items"].list.isEmpty)
    #expect(try service.call("GET", "/api/v1/certificates?programme=XX", token: token).status == 422)
    #expect(try service.call("GET", "/api/v1/certificates?on=2027-02-30", token: token).status == 422)
    let asked = try service.call(
      "POST", "/api/v1/certificates", token: token,
      json: #"[{"person": "\#(TryggProgram.k2)"}, {"person": "\#(TryggProgram.h1)"}, {}]"#)
    #expect(asked.json.list.map(\.["status"].number) == [200, 404, 422])
    #expect(asked.json[0]["result"][0]["programme"].text == "RJ")
  }

  @Test(
    "It is read in every form by those whose it is, and does not exist for others",
    arguments: [
      ("html", "<html"), ("text", "Reparativ"), ("xml", "<certificate"), ("jwt", "eyJ"), ("pdf", "%PDF"),
    ])
  func forms(form: String, start: String) throws {
    try trygg.must(
      "provider", "approve", "--organisation", "556036-0793", "--name", "Annan", "--programme", "SM",
      "--from",
      "2027-01-01")
    let provider = try trygg.token("egen", role: "provider", "--provider", TryggProgram.provider)
    let holder = try trygg.token("kim", role: "member", "--person", TryggProgram.k1)
    let others = [
      try trygg.token("annan", role: "provider", "--provider", "556036-0793"),
      try trygg.token("karl", role: "member", "--person", TryggProgram.k2),
    ]
    let service = try Service(trygg, now: now)
    let path = "/api/v1/certificates/\(Self.number)"
    for token in [provider, holder] {
      let file = try service.call("GET", path + "/" + form, token: token)
      #expect(file.status == 200 && file.text.contains(start), "\(file.text.prefix(200))")
      #expect(
        try service.call("GET", path + "?on=2027-03-01", token: token).json["standing"].text == "giltigt")
    }
    for token in others {
      #expect(try service.call("GET", path + "/" + form, token: token).status == 404)
      #expect(try service.call("GET", path, token: token).status == 404)
    }
    let own = try service.call("GET", "/api/v1/certificates", token: holder)
    #expect(own.json["items"].list.map(\.["number"].text) == [Self.number])
    #expect(try service.call("GET", path + "/doc", token: provider).status == 404)
  }

  @Test("Whether a person is known is not told to another member")
  func knownOrNot() throws {
    let token = try trygg.token("kim", role: "member", "--person", TryggProgram.k1)
    let service = try Service(trygg, now: now)
    for path in ["certificates", "progress"] {
      let answers = try service.call(
        "POST", "/api/v1/\(path)", token: token,
        json: [TryggProgram.k2, TryggProgram.m01].map { #"{"person": "\#($0)", "programme": "RJ"}"# }
          .joined(separator: ",").withBrackets)
      #expect(answers.json[0]["status"].number == answers.json[1]["status"].number, "\(answers.text)")
      #expect(answers.json[0]["errors"][0]["code"].text == answers.json[1]["errors"][0]["code"].text)
    }
  }
}

extension String {
  fileprivate var withBrackets: String { "[\(self)]" }
}
