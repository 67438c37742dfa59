import HTTPTesting
import Testing

/// The page of a year that age forbids the member to be granted (decision C-73).
@Suite struct TooYoungPageTests {
  @Test("Who is too young is told so first, and not what attendance would take", arguments: ["sv", "en"])
  func year(language: String) throws {
    let trygg = try Town(neighbours: [
      .init(key: "M05", present: Town.occasions("A", 1...6)),
      .init(key: "M06", present: Town.occasions("A", 1...6)),
    ]).register()
    let now = "2027-07-10T10:00"
    let service = try Service(trygg, now: now)
    func page(_ key: String) throws -> String {
      let visitor = try Visitor(
        service, trygg, as: ["--person", Town.numbers[key] ?? ""], language: language, now: now)
      return try visitor.get("/mina-sidor/ar/2027").text
    }
    let forbidden =
      language == "sv"
      ? "Ett av villkoren kan inte uppfyllas för det här året" : "One of the conditions cannot be met"
    let invitation =
      language == "sv" ? "uppfyller kraven på närvaro om" : "meet the conditions of attendance by"
    let tooYoung = try page("M06")
    #expect(tooYoung.contains(forbidden))
    #expect(!tooYoung.contains(invitation))
    let oldEnough = try page("M05")
    #expect(!oldEnough.contains(forbidden))
    #expect(oldEnough.contains(invitation))
  }
}
