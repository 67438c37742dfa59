import Foundation
import Testing

/// What a command says that makes PDF where a program for it is missing, and that it has not begun its work then.
@Suite struct MissingProgramTests {
  private static let python = ["TRYGG_PYTHON": "/usr/bin/true"]
  private static let issued = "SELECT (SELECT count(*) FROM document) || ' ' || (SELECT count(*) FROM letter)"

  /// Every command that makes PDF, in a register where each has something to make.
  static let commands: [[String]] = [
    ["year", "statements", "2027", "--out", "ut", "--form", "html,pdf"],
    ["year", "letters", "2027", "--out", "brev", "--form", "pdf"],
    ["document", "render", "--number", "2028-000001-7", "--form", "pdf", "--out", "x.pdf"],
    ["decision", "letter", "--person", Town.numbers["M02"] ?? "", "--year", "2027", "--form", "pdf"],
    ["ring", "letter", "--ring", "TR-1280-0001", "--form", "pdf", "--out", "x.pdf"],
    [
      "letter", "write", "--letter", "23", "--person", Town.numbers["M01"] ?? "", "--decision",
      "Vi lämnar inte ut handlingen.", "--reason", "Sekretess.", "--authority", "Skatteverket",
      "--form", "pdf", "--out", "x.pdf",
    ],
    ["law", "draft", "TR-R1", "--form", "pdf", "--out", "x.pdf"],
    ["law", "memo", "--form", "pdf", "--out", "x.pdf"],
    ["law", "verbatim", "--form", "pdf", "--out", "x.pdf"],
  ]

  @Test("Without Typst the remedy is told, and nothing is issued or written", arguments: commands)
  func typst(words: [String]) throws {
    let trygg = try Town(neighbours: [
      .init(key: "M01", present: Town.occasions("A", 1...9)),
      .init(key: "M02", present: Town.occasions("A", 1...2)),
    ]).decided()
    if words.first == "document" {
      try trygg.must("year", "statements", "2027", "--out", "förut", now: "2028-01-24")
    }
    let before = try trygg.sql(MissingProgramTests.issued)
    try trygg(words, now: "2028-01-24", environment: MissingProgramTests.python)
      .expect(69, "COMPONENT_MISSING", "make setup")
    #expect(try trygg.sql(MissingProgramTests.issued) == before)
    #expect(!FileManager.default.fileExists(atPath: trygg.folder.appendingPathComponent("x.pdf").path))
  }

  @Test("Without Typst a certificate is shown in every other form")
  func certificate() throws {
    let trygg = try TryggProgram.course()
    try trygg.enrol()
    try trygg.importSessions(TryggProgram.sessions(TryggProgram.wholeProgramme))
    try trygg.must(
      "certificate", "issue", "--person", TryggProgram.k1, "--programme", "SM", now: "2027-03-22")
    let show = ["certificate", "show", "--number", "2027-000001-9", "--form"]
    try trygg(show + ["pdf"], environment: MissingProgramTests.python)
      .expect(69, "COMPONENT_MISSING", "make setup")
    for form in ["html", "text", "xml", "jwt"] {
      #expect(try trygg(show + [form], environment: MissingProgramTests.python).code == 0, "\(form)")
    }
  }

  @Test("Without qpdf the yearly statements are not begun as PDF")
  func qpdf() throws {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).decided()
    let words = ["year", "statements", "2027", "--out", "ut", "--form"]
    try trygg(words + ["pdf"], now: "2028-01-24", environment: ["PATH": "/nowhere"])
      .expect(69, "COMPONENT_MISSING", "qpdf")
    #expect(try trygg.sql("SELECT count(*) FROM document") == "0")
    #expect(try trygg(words + ["html"], now: "2028-01-24", environment: ["PATH": "/nowhere"]).code == 0)
  }
}
