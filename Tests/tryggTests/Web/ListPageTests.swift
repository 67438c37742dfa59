import Foundation
import HTTPTesting
import Testing

/// Long lists come in pages and are narrowed by what is not personal, by forms that need no script.
@Suite struct ListPageTests {
  private static let now = "2027-12-31T12:00"
  private let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram.office()
    try trygg.registerRing("Ekparken", members: TryggProgram.m01)
  }

  private func visitor(_ role: String, _ more: String...) throws -> Visitor {
    let added = try trygg(["user", "add", role, "--role", role] + more)
    try #require(added.code == 0, "\(added.err)")
    return try Visitor(Service(trygg, now: Self.now), trygg, as: [role], now: Self.now)
  }

  @Test("The registrar's rings are narrowed by state, county and text")
  func rings() throws {
    try trygg.writeList(households: 2)
    try #require(try trygg.apply(["--name": "Björkhagen"]).code == 0)
    let registrar = try visitor("registrar")
    func shows(_ query: String) throws -> [Bool] {
      let text = try registrar.get("/oversikt/ringar\(query)").text
      return ["Ekparken", "Björkhagen", "Inget stämmer med urvalet."].map(text.contains)
    }
    #expect(try shows("") == [true, true, false])
    #expect(try shows("?lage=ans%C3%B6kt") == [false, true, false])
    #expect(try shows("?lage=registrerad&lan=12") == [true, false, false])
    #expect(try shows("?text=bj%C3%B6rk") == [false, true, false])
    #expect(try shows("?lan=01") == [false, false, true])
    #expect(try shows("?sida=2") == [false, false, true])
    #expect(try registrar.get("/oversikt").text.contains("href=\"/oversikt/ringar?lage=registrerad\""))
  }

  @Test("Another language shows the same part of a list, and so does a page after signing in")
  func languageKeepsTheAddress() throws {
    let registrar = try visitor("registrar")
    let narrowed = "/oversikt/ringar?lage=ans%C3%B6kt&lan=12&text=bj%C3%B6rk%26&sida=2"
    let page = try registrar.get(narrowed).text
    let link = try #require(page.firstMatch(of: /href="([^"]+)" lang="en"/)).output.1
    let address = String(link).replacing("&amp;", with: "&")
    #expect(address == narrowed + "&lang=en")
    let answer = try registrar.get(address)
    #expect(answer.status == 303 && answer.headers["location"] == narrowed)
    #expect(try registrar.get(narrowed).text.contains("lang=\"en\""))
    let stranger = Visitor(try Service(trygg, now: Self.now))
    let wanted = try stranger.get("/oversikt/ringar?lan=12").headers["location"]
    #expect(wanted == "/logga-in?till=%2Foversikt%2Fringar%3Flan%3D12")
  }

  @Test("A refused form leads to the page that it stands on in the other language")
  func languageOfARefusedForm() throws {
    let contact = try visitor("ring_contact", "--ring", "TR-1280-0001", "--person", TryggProgram.m12)
    let members = try contact.get("/ring/deltagare").text
    let forms = members.matches(of: /action="(\/ring\/deltagare\/\d+\/alias)"/).map { String($0.output.1) }
    try #require(forms.count == 2)
    func name(_ form: String) throws -> Wire.Answer {
      try contact.post(form, on: "/ring/deltagare", ["alias": "kajan"])
    }
    #expect(try name(forms[0]).status == 303)
    let refused = try name(forms[1])
    #expect(refused.status == 422 && refused.text.contains("href=\"/ring/deltagare?lang=en\""))
  }

  @Test("The registrar sees at a glance how many have no decision, none of whom is judged")
  func overview() throws {
    let registrar = try visitor("registrar")
    func figures(_ year: Int) throws -> [String] {
      try registrar.get("/oversikt?ar=\(year)").text.matches(of: /<dd>([^<]+)<\/dd>/).map {
        String($0.output.1)
      }
    }
    // One registered ring; its contact person and its member.
    #expect(try figures(2027) == ["1", "0", "0", "2", "0\u{A0}kr"])
    #expect(try figures(2026) == ["1", "0", "0", "0", "0\u{A0}kr"])
    #expect(try registrar.get("/oversikt?ar=2027").text.contains("Ingen är prövad här"))
  }

  @Test("A ring's occasions come fifty at a time, the latest first, and by year and kind")
  func occasions() throws {
    let rows = (0..<60).map { index in
      "O\(index),TR-1280-0001,\(index % 10 == 9 ? "activity" : "meeting"),2027-0\(index / 28 + 3)-"
        + "\(index % 28 < 9 ? "0" : "")\(index % 28 + 1)T18:00,2027-01-20"
    }
    try trygg.write("o.csv", (["occasion,ring,kind,starts_at,called_on"] + rows).joined(separator: "\n"))
    try trygg.must("import", "occasions", "o.csv", now: "2027-01-20T12:00")
    let contact = try visitor("ring_contact", "--ring", "TR-1280-0001", "--person", TryggProgram.m12)
    func count(_ query: String) throws -> Int {
      try contact.get("/ring\(query)").text.components(separatedBy: "href=\"/ring/sammankomst/").count - 1
    }
    #expect(try count("") == 50)
    #expect(try count("?sida=2") == 10)
    #expect(try count("?sort=activity") == 6)
    #expect(try count("?ar=2027&sort=meeting&sida=2") == 4)
    #expect(try contact.get("/ring").text.contains("/ring/sammankomst/O59\""))
  }

  @Test("Proposals are narrowed by area and by what was found")
  func proposals() throws {
    let policy = try visitor("policy")
    let area = try policy.get("/forslag?omrade=trygghetscenter").text
    #expect(area.contains("href=\"/forslag/TC-R1\"") && !area.contains("href=\"/forslag/TR-R1\""))
    let found = try policy.get("/forslag?fynd=error").text
    #expect(found.contains("href=\"/forslag/SM-R1\""), "its source names a repealed act")
    #expect(found.contains("<option value=\"error\" selected=\"selected\">"))
  }
}
