import Testing

/// Identity, scenarios D2, as a registrar meets it at the prompt and in a file.
@Suite struct IdentityScenarioTests {
  let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram()
  }

  private static let rows: [(id: String, number: String, code: String?)] = [
    ("ID-01", "19850709-2389", "CHECK_DIGIT"),
    ("ID-01", "19850709-2388", nil),
    ("ID-02", "190002292381", "IMPOSSIBLE_DATE"),
    ("ID-02", "200002292381", nil),
    ("ID-03", "19840229-2380", nil),
    ("ID-06", "19850286-2397", nil),
    ("ID-08", "992004391013", "RESERVE_NUMBER"),
    ("C-22", "850709-2388", nil),
    ("C-22", "8507092388", "SEPARATOR_MISSING"),
    ("C-22", "20300101-2396", "FUTURE_BIRTH"),
  ]

  @Test(arguments: rows)
  func atThePrompt(id: String, number: String, code: String?) throws {
    let run = try trygg(
      "--format", "json", "person", "add", "--person", number, "--given-name", "Eva", "--family-name", "Ek")
    run.expect(code == nil ? 0 : 65)
    #expect(run.codes == [code].compactMap { $0 })
  }

  @Test(arguments: rows)
  func inAFile(id: String, number: String, code: String?) throws {
    try trygg.write("p.csv", "personnummer,given_name,family_name\n\(number),Eva,Ek\n")
    let run = try trygg("--format", "json", "import", "persons", "p.csv")
    run.expect(code == nil ? 0 : 65)
    #expect(run.json["rows"].list.compactMap(\.["code"].text) == [code].compactMap { $0 })
  }

  @Test("ID-05: the same person under another written form is already a member")
  func sameMemberTwice() throws {
    let trygg = try TryggProgram.office()
    try trygg.enter(TryggProgram.m01)
    try trygg.registerRing(members: TryggProgram.m02)
    let ring = ["--ring", "TR-1280-0001", "--household", "H1", "--on", "2027-01-15"]
    let first = try trygg(["member", "add", "--person", TryggProgram.m01] + ring)
    first.expect(0)
    let second = try trygg(["member", "add", "--person", "850709-2388"] + ring)
    second.expect(1, "redan deltagare i ringen sedan 2027-01-15", "MEMBERSHIP_OVERLAP")
    let later = try trygg(
      "member", "add", "--person", "850709-2388", "--ring", "TR-1280-0001", "--on", "2027-03-01",
      now: "2027-03-01T12:00")
    later.expect(1, "MEMBERSHIP_OVERLAP")
  }

  @Test("ID-06: a coordination number of either level can be a member", arguments: ["styrkt", "sannolik"])
  func coordinationNumber(level: String) throws {
    let trygg = try TryggProgram.office()
    try trygg.registerRing(members: TryggProgram.m02)
    try trygg.must(
      "person", "add", "--person", "19850286-2397", "--given-name", "Ali", "--family-name", "Ek",
      "--id-level", level)
    try trygg.must(
      "member", "add", "--ring", "TR-1280-0001", "--person", "19850286-2397", "--household", "H9")
    let list = try trygg("--format", "json", "member", "list", "--ring", "TR-1280-0001")
    #expect(list.json["members"].list.contains { $0["person"].text == "850286-****" })
  }

  @Test("C-71: a number that a personal identity number has replaced links to no further one")
  func linkedOnce() throws {
    let link = ["person", "link", "--person", "19850286-2397", "--to"]
    try trygg.must("person", "add", "--person", "19850286-2397", "--given-name", "Ali", "--family-name", "Ek")
    try trygg(link + [TryggProgram.m01]).expect(0)
    try trygg(link + [TryggProgram.m01]).expect(0)
    try trygg(link + [TryggProgram.m02]).expect(1, "--to", "LINK_KIND")
  }

  @Test("A number may be read from standard input, and only the registrar's own look shows it whole")
  func hiddenNumber() throws {
    try trygg.enter(TryggProgram.m01)
    let run = try trygg("person", "show", "--person", "-", input: "850709-2388\n")
    #expect(run.code == 0)
    #expect(run.out.contains("19850709-2388"))
    let json = try trygg("--format", "json", "person", "show", "--person", "-", input: "850709-2388\n")
    json.expect(0, "850709-****")
  }
}
