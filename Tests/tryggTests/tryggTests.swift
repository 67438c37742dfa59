import Testing

@Suite struct ProgramTests {
  @Test func aNewRegisterListsNoRings() throws {
    let trygg = try TryggProgram()
    let run = try trygg("--format", "json", "ring", "list")
    #expect(run.code == 0, "\(run.err)")
    #expect(run.json["total"].number == 0)
  }
}
