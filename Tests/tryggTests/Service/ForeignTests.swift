import HTTPTesting
import Testing

/// What belongs to others does not exist for the holder of a token, whatever it names.
@Suite struct ForeignTests {
  private let now = "2028-02-15T12:00"
  private let community = Community(rings: 2, membersPerRing: 6, occasionsPerRing: 12)

  private func decided() throws -> TryggProgram {
    let trygg = try TryggProgram()
    try trygg.take(community)
    try trygg.must("year", "lock", "2027", now: "2028-01-17T12:00")
    try trygg.must("year", "decide", "2027", now: "2028-01-17T12:00")
    try trygg.must("year", "statements", "2027", "--out", "out", "--form", "xml", now: "2028-01-17T12:00")
    return trygg
  }

  @Test func anothersDocumentIsNotThere() throws {
    let trygg = try decided()
    let listed = try trygg(
      "--format", "json", "document", "list", "--person", community.person(0, of: 1), now: now)
    let number = try #require(listed.json["documents"][0]["number"].text)
    let member = try trygg.token("m", role: "member", "--person", community.person(1, of: 0))
    let owner = try trygg.token("o", role: "member", "--person", community.person(0, of: 1))
    let registrar = try trygg.token("r", role: "registrar")
    let service = try Service(trygg, now: now)
    let absent = try service.call("GET", "/api/v1/statements/2028-999999-5", token: member)
    for path in ["", "/xml", "/html"] {
      let whole = "/api/v1/statements/\(number)\(path)"
      let answer = try service.call("GET", whole, token: member)
      #expect(answer.status == 404)
      // It reads as one that nobody has, but for the number.
      if path.isEmpty { #expect(answer.text.replacing(number, with: "2028-999999-5") == absent.text) }
      #expect(try service.call("GET", whole, token: owner).status == 200)
      #expect(try service.call("GET", whole, token: registrar).status == 200)
    }
    let visitor = try service.signIn(trygg, "--person", community.person(1, of: 0), now: now)
    for form in ["html", "xml", "txt"] {
      #expect(try visitor.get("/mina-sidor/dokument/\(number).\(form)").status == 404)
    }
    let refused = try trygg("--format", "json", "audit", "list", "--refused", now: now)
    #expect(refused.out.contains("UNKNOWN_DOCUMENT"))
  }

  @Test func anothersRingIsNotThere() throws {
    let trygg = try TryggProgram()
    try trygg.take(community)
    let (own, other) = (community.number(ofRing: 0), community.number(ofRing: 1))
    let token = try trygg.token("k", role: "ring_contact", "--ring", own)
    let service = try Service(trygg, now: now)
    #expect(try service.call("GET", "/api/v1/occasions?ring=\(own)", token: token).status == 200)
    #expect(try service.call("GET", "/api/v1/occasions?ring=\(other)", token: token).status == 404)
    let occasion = community.occasion(0, of: 1)
    #expect(try service.call("GET", "/api/v1/occasions/\(occasion)/attendance", token: token).status == 404)
    for (path, item) in [
      (
        "attendance",
        #"{"occasion": "\#(occasion)", "alias": "Granne 1", "ring": "\#(other)", "status": "absent"}"#
      ),
      (
        "occasions",
        #"{"occasion": "N1", "ring": "\#(other)", "kind": "meeting", "starts_at": "2028-03-01T18:00", "called_on": "2028-02-15"}"#
      ),
      (
        "rosters",
        #"{"occasion": "\#(community.occasion(3, of: 1))", "alias": "Granne 4", "ring": "\#(other)"}"#
      ),
    ] {
      let answer = try service.call("POST", "/api/v1/\(path)", token: token, json: "[\(item)]")
      #expect(answer.json["rejected"].number == 1, "\(path): \(answer.text)")
      #expect(answer.json["stored"].number == 0, "\(path): \(answer.text)")
    }
  }
}
