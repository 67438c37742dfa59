import Testing

/// The list of rings finds by municipality, county, state, name and free text.
@Suite struct RingListTests {
  let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram.office()
    let header =
      "name,municipality,street,postcode,city,venue,contact,interested_households,active_households,applied_on,registered_on"
    let rows = [
      "Åkerringen,1280,Storgatan 1,211 42,Malmö,Bygdegården,197501079292,50,6,2027-01-12,2027-01-15",
      "Ekringen,1281,Ekgatan 2,222 22,Lund,Skolan,197501079292,50,6,2027-01-12,",
      "Björkringen,0180,Ågatan 3,111 22,Stockholm,Biblioteket,197501079292,50,6,2027-01-12,2027-01-15",
    ]
    try trygg.write("ringar.csv", ([header] + rows).joined(separator: "\n"))
    try trygg.must("import", "rings", "ringar.csv")
  }

  @Test(
    arguments: [
      ([], ["Björkringen", "Åkerringen", "Ekringen"]),
      (["--municipality", "1280"], ["Åkerringen"]),
      (["--municipality", "Lund"], ["Ekringen"]),
      (["--county", "12"], ["Åkerringen", "Ekringen"]),
      (["--county", "Skåne län"], ["Åkerringen", "Ekringen"]),
      (["--state", "ansökt"], ["Ekringen"]),
      (["--state", "registrerad", "--county", "01"], ["Björkringen"]),
      (["--name", "ÅKER"], ["Åkerringen"]),
      (["--text", "ågatan"], ["Björkringen"]),
      (["--text", "TR-1281"], ["Ekringen"]),
      (["--text", "100%"], []),
      (["--limit", "1", "--offset", "1"], ["Åkerringen"]),
    ] as [([String], [String])])
  func filters(options: [String], names: [String]) throws {
    let run = try trygg(["--format", "json", "ring", "list"] + options)
    run.expect(0)
    #expect(run.json["rings"].list.compactMap(\.["name"].text) == names)
  }
}
