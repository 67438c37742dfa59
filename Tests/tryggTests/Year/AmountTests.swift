import Foundation
import Testing

/// One amount, one place: the law data.
@Suite struct AmountTests {
  @Test("Another amount in the law data changes the act, the statement and the memorandum")
  func everywhere() throws {
    let office = try TryggProgram(register: false)
    let legal = try office.legal("benefit.amount_kr", "2500")
    let member = Town.Neighbour(key: "M01", present: Town.occasions("A", 1...9))
    let town = try Town(neighbours: [member]).decided(legal: legal)
    try town.must(
      "year", "statements", "2027", "--out", "ut", "--form", "html", "--legal", legal,
      now: "2028-01-24T10:00")
    let statement = try town.read("ut/2028-000001-7.html")
    let act = try office("law", "draft", "all", "--legal", legal, now: "2026-11-20").out
    let memo = try office("law", "memo", "--legal", legal, now: "2026-11-20").out
    let inOneLine = { (text: String) in text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    #expect(inOneLine(statement).contains("2 500 kronor"))
    #expect(inOneLine(act).contains("Skattereduktionen uppgår till 2 500 kronor"))
    #expect(inOneLine(memo).contains("18 750 000 kr"))
    for document in [statement, act, memo] { #expect(!inOneLine(document).contains("2 000 kronor")) }
  }

  @Test("No program, template or draft holds the amount itself")
  func hardCoded() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    for (folder, suffixes) in [
      ("Sources", ["swift"]), ("Templates", ["xsl", "xml", "typ"]), ("Legal/proposals", ["xml"]),
    ] {
      let files = try #require(
        FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil))
      for case let file as URL in files where suffixes.contains(file.pathExtension) {
        let text = try String(contentsOf: file, encoding: .utf8)
          // What the source says, and comments, are no amounts of ours.
          .replacing(/<(verbatim|asks)>.*?<\/(verbatim|asks)>/.dotMatchesNewlines(), with: "")
          .replacing(/(?m)^\s*\/\/.*$/, with: "")
        #expect(
          text.firstMatch(of: /2[ \u{A0}_]?000[ \u{A0}]?(kr|kronor)/) == nil, "\(file.lastPathComponent)")
      }
    }
  }
}
