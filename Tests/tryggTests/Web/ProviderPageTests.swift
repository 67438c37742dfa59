import Foundation
import HTTPTesting
import Testing

/// The pages of a provider, from the first session to the certificate.
@Suite struct ProviderPageTests {
  private let trygg: TryggProgram
  private let service: Service
  private let provider: Visitor
  private static let now = "2027-12-31T12:00"

  init() throws {
    trygg = try TryggProgram.course()
    try trygg.enrol(TryggProgram.k1, in: "SM", on: "2027-01-11", "--employer", "Malmö stad")
    try trygg.must("user", "add", "egen", "--role", "provider", "--provider", TryggProgram.provider)
    try trygg.must(
      "provider", "approve", "--organisation", "556036-0793", "--name", "Annan", "--programme", "SM",
      "--from",
      "2027-01-01")
    try trygg.must("user", "add", "annan", "--role", "provider", "--provider", "556036-0793")
    service = try Service(trygg, now: Self.now)
    provider = try Visitor(service, trygg, as: ["egen"], now: Self.now)
  }

  private func session(_ changes: [String: String] = [:]) throws -> Wire.Answer {
    let form = try provider.get("/utbildning/pass").text
    let reference = form.firstMatch(of: /name="reference" value="([^"]+)"/)?.output.1 ?? ""
    let fields = [
      "reference": String(reference), "person": TryggProgram.k1, "module": "SM PRA",
      "starts": "2027-03-01T09:00", "ends": "2027-03-01T17:00", "supervisor": TryggProgram.h1,
    ].merging(changes) { $1 }
    return try provider.post("/utbildning/pass", fields)
  }

  @Test("Practice is reported with its supervisor, and what is wrong is said beside the field")
  func practice() throws {
    let missing = try session(["supervisor": ""])
    #expect(missing.status == 422 && missing.text.contains("id=\"session-supervisor-error\""))
    let own = try session(["supervisor": TryggProgram.k1])
    #expect(own.status == 422 && own.text.contains("id=\"session-supervisor-error\""))
    let wrong = try session(["supervisor": "19680102-9289"])
    #expect(wrong.status == 422 && wrong.text.contains("value=\"19680102-9289\""))
    let stored = try session()
    #expect(stored.status == 303)
    let page = try #require(stored.headers["location"])
    #expect(page.hasSuffix("/SM?klart=session"), "\(page)")
    let text = try provider.get(page).text
    #expect(text.contains("8\u{A0}h") && text.contains("Praktik") && text.contains("910101-****"))
    #expect(!text.contains("19910101"))
  }

  @Test("A session without approval is told as such, one over the advised load as counting")
  func notes() throws {
    try trygg.approveSupervisor(TryggProgram.h2, kind: "handledare")
    let noted = try session(["supervisor": TryggProgram.h2])
    let page = try #require(noted.headers["location"])
    #expect(page.hasSuffix("klart=session-noted"))
    let text = try provider.get(page).text
    #expect(text.contains("Person3 Ek: ") && text.contains("Redovisat"))
    let persons = Community.adults.prefix(6)
    for person in persons {
      try trygg.enter(person)
      try trygg.enrol(person)
    }
    try trygg.importSessions(
      persons.prefix(5).flatMap {
        try TryggProgram.days("PRA", minutes: 480, of: $0, from: "2027-03-01", supervisor: TryggProgram.h1)
      })
    let advised = try session(["person": persons[5]])
    #expect(advised.headers["location"]?.hasSuffix("klart=session-advised") == true)
  }

  @Test(
    "The certificate is issued on the participant's page, listed, fetched in every form, and nobody else's")
  func certificate() throws {
    let before = try provider.get("/utbildning").text
    #expect(before.contains("/utbildning/deltagare/") == false, "enrolled by the registrar, nobody's yet")
    let sessions = try TryggProgram.sessions(TryggProgram.wholeProgramme)
    try trygg.importSessions(Array(sessions.dropLast()))
    let list = try provider.get("/utbildning").text
    let path = try #require(list.firstMatch(of: /href="(\/utbildning\/deltagare\/\d+\/SM)"/)?.output.1)
    let early = try provider.post("\(path)/certifikat", on: "/utbildning/pass", [:])
    #expect(early.status == 422 && early.text.contains("saknas i Praktik"))
    #expect(try provider.get(String(path)).text.contains("Utfärda certifikat") == false)
    try trygg.importSessions(sessions)
    #expect(try provider.get(String(path)).text.contains("Utfärda certifikat"))
    #expect(try provider.get("/utbildning?certifikat=nej").text.contains(path))
    let issued = try provider.post("\(path)/certifikat", on: String(path), [:])
    #expect(issued.headers["location"] == "\(path)?klart=certificate")
    let again = try provider.post("\(path)/certifikat", on: "/utbildning/pass", [:])
    #expect(again.headers["location"] == "\(path)?klart=certificate-held")
    #expect(try provider.get("/utbildning?certifikat=nej").text.contains(path) == false)
    #expect(try provider.get("/utbildning?certifikat=ja&program=SM").text.contains(path))
    #expect(try provider.get("/utbildning?program=RJ").text.contains(path) == false)
    let number = "2027-000001-9"
    #expect(try provider.get("/utbildning/certifikat").text.contains(number))
    #expect(try provider.get("/utbildning/certifikat?program=RJ").text.contains(number) == false)
    let other = try Visitor(service, trygg, as: ["annan"], now: Self.now)
    for form in ["pdf", "html", "xml", "txt", "jwt"] {
      let file = try provider.get("/utbildning/certifikat/\(number).\(form)")
      #expect(
        file.status == 200 && file.headers["content-disposition"]?.contains("\(number).\(form)") == true)
      #expect(try other.get("/utbildning/certifikat/\(number).\(form)").status == 404)
    }
    #expect(try other.get(String(path)).status == 404)
    #expect(try other.post("\(path)/certifikat", on: "/utbildning/pass", [:]).status == 404)
    #expect(try provider.get("/utbildning/deltagare/999/SM").status == 404)
    #expect(try provider.get(String(path.replacing("/SM", with: "/RJ"))).status == 404)
    #expect(try other.get("/utbildning/certifikat").text.contains(number) == false)
  }

  @Test("Someone whom the provider enrolled is listed before the first session, a protected person never")
  func enrolled() throws {
    try trygg.must(
      "training", "enrol", "--person", TryggProgram.k2, "--programme", "SM", "--started-on", "2027-01-11",
      actor: "egen")
    #expect(try provider.get("/utbildning").text.contains("910102-****"))
    try trygg.must("person", "protect", "--person", TryggProgram.k2)
    #expect(try provider.get("/utbildning").text.contains("910102-****") == false)
  }

  @Test("A long list comes in pages that keep what it is narrowed to")
  func pages() throws {
    let persons = Community.adults.prefix(60)
    let rows = persons.map { "\($0),Deltagare,Åberg" }
    try trygg.write("p.csv", (["personnummer,given_name,family_name"] + rows).joined(separator: "\n"))
    try trygg.must("import", "persons", "p.csv")
    let enrolments = persons.map { "\($0),SM,2027-01-11" }
    try trygg.write("e.csv", (["personnummer,programme,started_on"] + enrolments).joined(separator: "\n"))
    try trygg.must("import", "enrolments", "e.csv", actor: "egen")
    let first = try provider.get("/utbildning?program=SM").text
    #expect(first.components(separatedBy: "href=\"/utbildning/deltagare/").count - 1 == 50)
    #expect(first.contains("href=\"/utbildning?program=SM&amp;sida=2\"") && first.contains("Sida 1 av 2"))
    let second = try provider.get("/utbildning?program=SM&sida=2").text
    #expect(second.components(separatedBy: "href=\"/utbildning/deltagare/").count - 1 == 10)
    #expect(try provider.get("/utbildning?program=SM&sida=9").text.contains("Inget stämmer med urvalet."))
    #expect(try provider.get("/utbildning?program=HEJ&sida=x").status == 200)
  }
}
