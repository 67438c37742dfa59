import Foundation
import Testing

/// All letters of a year in one command, as PDF: to three neighbours and their contact person.
@Suite struct YearLettersPagesTests {
  private static let words = ["year", "letters", "2027", "--out", "brev", "--form", "pdf,html"]

  private func town(_ first: String) throws -> TryggProgram {
    let present = Town.occasions("A", 1...2)
    return try Town(neighbours: [
      .init(key: "M01", present: present, name: first), .init(key: "M02", present: present),
      .init(key: "M03", present: present),
    ]).decided()
  }

  @Test("A name that no font has keeps one PDF back, and the rest is done")
  func missingGlyph() throws {
    let trygg = try town("Anna,Ek 😀")
    let run = try trygg(
      ["--format", "json"] + YearLettersPagesTests.words, now: "2028-01-24T10:00")
    #expect(run.code == 2, "\(run.err)")
    #expect(run.json["failures"].list.map(\.["code"].text) == ["PDF_CHARACTER"])
    #expect(run.err.contains("letter/recipient/name") && run.err.contains("U+1F600"), "\(run.err)")
    try trygg.shell("ls brev/*.pdf | wc -l; ls brev/*.html | wc -l").expect(0, "3\n4\n")
    try trygg(
      "decision", "letter", "--person", Town.numbers["M01"] ?? "", "--year", "2027", "--form", "pdf", "--out",
      "x.pdf", now: "2028-01-24T10:00"
    ).expect(65, "PDF_CHARACTER", "letter/recipient/name")
    for file in try trygg.shell("ls brev/*.pdf").out.split(separator: "\n") {
      try trygg.shell("qpdf --check \(file)").expect(0)
    }
    try trygg.expectSound()
  }

  @Test("A worker that is killed in the middle is replaced, and every letter is written")
  func deadWorker() throws {
    let trygg = try town("Anna,Ek")
    let script = """
      "$trygg" \(YearLettersPagesTests.words.joined(separator: " ")) & program=$!
      until pkill -9 -P $program || ! kill -0 $program 2>/dev/null; do :; done
      wait $program
      """
    try trygg.shell(script, now: "2028-01-24T10:00").expect(0)
    try trygg.shell("ls brev/*.pdf | wc -l").expect(0, "4\n")
  }
}
