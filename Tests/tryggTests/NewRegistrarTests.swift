import Testing

/// A new registrar's first afternoon, typed as the help shows it: three rings, one with two failing conditions.
///
/// Each step is what the message before it told to do.
@Suite struct NewRegistrarTests {
  @Test(arguments: ["sv", "en"])
  func threeRings(language: String) throws {
    let trygg = try TryggProgram(register: false)
    func type(_ words: String...) throws -> TryggProgram.Run {
      try trygg(["--lang", language] + words)
    }
    func says(_ run: TryggProgram.Run, _ code: Int32, _ words: String...) {
      #expect(run.code == code, "\(run.err)")
      for word in words {
        #expect((run.out + run.err).contains(word), "no “\(word)” in: \(run.out)\(run.err)")
      }
    }
    says(try type("ring", "list"), 66, "trygg init")
    says(try type("init"), 0, "trygg person add --help")
    says(
      try type("person", "add", "--person", "19680102-9288", "--given-name", "Hans", "--family-name", "Ek"), 0
    )
    says(
      try type(
        "person", "add", "--person", "19750107-9292", "--given-name", "Maria", "--family-name", "Lind"), 0)
    says(
      try type(
        "provider", "approve", "--organisation", "212000-1124", "--programme", "TR", "--from", "2027-01-01"),
      1,
      "--name")
    says(
      try type(
        "provider", "approve", "--organisation", "212000-1124", "--name", "Malmö stad", "--programme", "TR",
        "--from",
        "2027-01-01"), 0)
    says(
      try type(
        "provider", "approve", "--person", "19680102-9288", "--programme", "TR", "--from", "2027-01-01"), 0)
    for (hour, module) in ["OBS", "DEE", "POL", "JUR"].enumerated() {
      says(
        try type(
          "training", "record", "--provider", "212000-1124", "--reference", "P1-\(module)", "--programme",
          "TR",
          "--module", module, "--person", "19750107-9292", "--starts-at", "2027-01-10T\(hour + 17):00",
          "--ends-at",
          "2027-01-10T\(hour + 18):00", "--trainer", "19680102-9288"), 0, "trygg training progress")
    }
    try trygg.writeList(households: 3)

    let common = [
      "--street", "Storgatan 1", "--postcode", "211 42", "--city", "Malmö", "--contact", "19750107-9292",
      "--active-households", "6",
    ]
    func add(_ more: String...) throws -> TryggProgram.Run {
      try trygg(["--lang", language, "ring", "add"] + common + more)
    }
    says(
      try add(
        "--name", "Eken", "--municipality", "Malmö", "--venue", "Skolan", "--interested-households", "50",
        "--members",
        "deltagare.csv"), 0, "trygg ring register --ring TR-1280-0001")
    says(try type("ring", "register", "--ring", "TR-1280-0001"), 0, "trygg ring grant --ring TR-1280-0001")

    says(
      try add(
        "--name", "Boken", "--municipality", "1280", "--interested-households", "49", "--members",
        "deltagare.csv"),
      1, "TOO_FEW_INTERESTED", "VENUE_MISSING", "--venue", "--incomplete")
    try trygg.writeList(households: 3, startingAt: 3)
    says(
      try add(
        "--name", "Boken", "--municipality", "1280", "--interested-households", "50", "--venue",
        "Biblioteket",
        "--members", "deltagare.csv"), 0, "trygg ring register --ring TR-1280-0002")

    try trygg.writeList(households: 3, startingAt: 6)
    says(
      try add(
        "--name", "Linden", "--municipality", "1281", "--interested-households", "60", "--venue", "Parken",
        "--members",
        "deltagare.csv", "--decide"), 0, "TR-1281-0001", "trygg occasion add --ring TR-1281-0001")
    #expect(try trygg("--format", "json", "ring", "list").json["total"].number == 3)
  }
}
