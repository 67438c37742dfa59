import Foundation
import Testing

/// Law data that is wrong is refused before anybody is decided.
@Suite struct ParameterFileTests {
  /// A change of one parameter's element and what is said of it.
  struct Fault: CustomTestStringConvertible {
    let testDescription: String
    let old: String
    let new: String
    let code: String
  }

  static let faults = [
    Fault(
      testDescription: "two values from the same day",
      old: "<parameter key=\"benefit.amount_kr\" type=\"integer\" unit=\"SEK\">",
      new: "<parameter key=\"benefit.amount_kr\" type=\"integer\" unit=\"SEK\">"
        + "<value from=\"2027-01-01\" source=\"Prov\">2500</value>",
      code: "PARAMETER_OVERLAP"),
    Fault(
      testDescription: "a wrong unit", old: "key=\"benefit.amount_kr\" type=\"integer\" unit=\"SEK\"",
      new: "key=\"benefit.amount_kr\" type=\"integer\" unit=\"EUR\"", code: "PARAMETER_UNIT"),
    Fault(
      testDescription: "an unknown key", old: "key=\"benefit.amount_kr\"", new: "key=\"benefit.amount_sek\"",
      code: "PARAMETER_UNKNOWN"),
  ]

  @Test(arguments: faults) func refused(_ fault: Fault) throws {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).register()
    try trygg.must("year", "lock", "2027", now: Town.lockDay)
    let legal = try trygg.legal(replacing: fault.old, with: fault.new)
    let run = try trygg("year", "decide", "2027", "--legal", legal, now: Town.lockDay)
    #expect(run.code != 0)
    #expect(run.err.contains(fault.code), "\(run.err)")
    #expect(run.err.contains(".xml"), "the file is named: \(run.err)")
    #expect(try trygg.sql("SELECT count(*) FROM decision") == "0")
  }
}

/// Another benefit than a tax reduction is decided, shown and compared; what is worded for a tax reduction is not written.
@Suite struct BenefitKindTests {
  private func town() throws -> TryggProgram {
    let trygg = try Town(neighbours: [
      .init(key: "M01", present: Town.occasions("A", 1...9)),
      .init(key: "M02", present: Town.occasions("A", 1...8)),
      .init(key: "M08", present: Town.occasions("A", 1...9), level: "sannolik"),
    ]).register()
    try trygg.must("year", "lock", "2027", now: Town.lockDay)
    return trygg
  }

  @Test(
    "C-01: every kind is decided alike, and letters, statements and control file are for a tax reduction alone",
    arguments: ["allmant_avdrag", "utbetalning"])
  func kind(kind: String) throws {
    let trygg = try town()
    let legal = try trygg.legal("benefit.kind", kind)
    func run(_ words: String..., now: String = Town.lockDay) throws -> TryggProgram.Run {
      try trygg(words + ["--legal", legal], now: now)
    }
    try run("year", "decide", "2027", "--dry-run").expect(0)
    let compared = try trygg(
      "--format", "json", "year", "decide", "2027", "--dry-run", "--compare", legal, now: Town.lockDay)
    compared.expect(0)
    try run("year", "decide", "2027").expect(0)
    #expect(try trygg.decision("M01", arguments: ["--legal", legal]).summary == "9/12 75,00 BEVILJAS 2000")
    #expect(
      try trygg.decision("M02", arguments: ["--legal", legal]).summary == "8/12 66,66 AVSLAG:UNDER_TROSKEL 0")
    // The kind is frozen with the decisions: the shipped law data do not make them tax reductions.
    for law in [["--legal", legal], []] {
      for words in [
        ["year", "statements", "2027", "--out", "ut"], ["year", "letters", "2027", "--out", "brev"],
        ["decision", "letter", "--person", Town.numbers["M02"] ?? "", "--year", "2027"],
        ["year", "control-file", "2027", "--out", "ku.xml"],
      ] {
        try trygg(words + law, now: "2028-01-20T10:00")
          .expect(1, "PARAMETER_UNSUPPORTED", "benefit.kind = \(kind)", "bara för skattereduktion")
      }
    }
    try run("decision", "letter", "--person", Town.numbers["M08"] ?? "", "--year", "2027")
      .expect(1, "PARAMETER_UNSUPPORTED")
    #expect(try trygg.sql("SELECT count(*) FROM document") == "0")
    #expect(!(try trygg.files(in: "").contains("ku.xml")))
    // What it would need in law can be drafted.
    try run("law", "draft", "TR-R1", "--form", "text").expect(0)
  }

  @Test("C-09: a limit above one benefit for a person never binds, and none at all is no value")
  func maximum() throws {
    let trygg = try town()
    let legal = ["--legal", try trygg.legal("benefit.max_per_person_year", "2")]
    try trygg(["year", "decide", "2027"] + legal, now: Town.lockDay).expect(0)
    #expect(try trygg.decision("M01").summary == "9/12 75,00 BEVILJAS 2000")
    try trygg(["year", "statements", "2027", "--out", "ut"] + legal, now: Town.lockDay).expect(0)
    let none = try trygg.legal("benefit.max_per_person_year", "0")
    let refused = try trygg("year", "decide", "2027", "--legal", none, now: Town.lockDay)
    #expect(refused.code != 0)
    #expect(refused.err.contains("PARAMETER_VALUE"), "\(refused.err)")
    #expect(refused.err.contains("benefit.max_per_person_year"), "\(refused.err)")
  }

  @Test(
    "C-23: what the law data say of other benefits stands in the statement, and nothing where they are silent"
  )
  func incomeNeutral() throws {
    let trygg = try town()
    try trygg.must("year", "decide", "2027", now: Town.lockDay)
    try trygg.must("year", "statements", "2027", "--out", "tyst", "--form", "xml", now: Town.lockDay)
    let number = try #require(try trygg.decision("M01").json["document"].text)
    #expect(!(try trygg.read("tyst/\(number).xml").contains("income-neutral")))
    let told = try town()
    let words = "Beloppet räknas inte som inkomst enligt 97 kap. socialförsäkringsbalken."
    let legal = ["--legal", try told.legal("benefit.income_neutral_text", words)]
    try told.must("year", "decide", "2027", now: Town.lockDay)
    try told(
      ["year", "statements", "2027", "--out", "ut", "--form", "xml,html,text"] + legal, now: Town.lockDay
    ).expect(0)
    for form in ["xml", "html", "txt"] {
      #expect(try told.read("ut/\(number).\(form)").contains(words), "\(form)")
    }
    // It was frozen when the statement was issued.
    try told.must("document", "render", "--number", number, "--form", "text", now: Town.lockDay)
  }
}

extension TryggProgram {
  /// Copies the shipped law data into the folder with a text of the parameters changed, and returns its path.
  fileprivate func legal(replacing old: String, with new: String) throws -> String {
    let copy = URL(fileURLWithPath: try legal("attendance.min_counted_occasions", "4"))
    let parameters = copy.appendingPathComponent("parameters")
    for file in try FileManager.default.contentsOfDirectory(at: parameters, includingPropertiesForKeys: nil) {
      let text = try String(contentsOf: file, encoding: .utf8)
      guard text.contains(old) else { continue }
      try text.replacingOccurrences(of: old, with: new).write(to: file, atomically: true, encoding: .utf8)
      return copy.path
    }
    throw CannotRun(what: "no \(old)")
  }
}
