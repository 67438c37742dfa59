import Foundation
import Testing

/// An issued document is rendered the same for as long as it exists.
@Suite struct FrozenTemplateTests {
  @Test("Years later, after new templates, a new name and a new amount, the document is the same to the byte")
  func frozen() throws {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).decided()
    try trygg.must("year", "statements", "2027", "--out", "ut", now: "2028-01-24T10:00")
    let page = try trygg.read("ut/2028-000001-7.html")

    try FileManager.default.createDirectory(
      at: trygg.folder.appendingPathComponent("mallar/html"), withIntermediateDirectories: true)
    try trygg.write("mallar/html/statement.xsl", "<not-a-stylesheet/>")
    let number = Town.numbers["M01"] ?? ""
    try trygg.write("namn.csv", "personnummer,given_name,family_name\n\(number),Robin,Nyström\n")
    try trygg.must("import", "persons", "namn.csv", now: "2031-05-02")
    let legal = try trygg.legal("benefit.amount_kr", "4000")

    let words = [
      "--templates", "mallar", "--legal", legal, "document", "render", "--number", "2028-000001-7",
    ]
    let later = try trygg(words, now: "2034-05-02T07:00")
    #expect(later.code == 0, "\(later.err)")
    #expect(later.out == page)
    let again = try trygg(
      "--templates", "mallar", "year", "statements", "2027", "--out", "igen", now: "2034-05-02T08:00")
    #expect(again.code == 0, "\(again.err)")
    #expect(try trygg.read("igen/2028-000001-7.html") == page)
  }

  @Test("Files that two template sets share are kept once")
  func shared() throws {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).decided()
    try trygg.must("year", "statements", "2027", "--out", "ut", now: "2028-01-24T10:00")
    let files = try trygg.sql("SELECT count(*) FROM template_file")
    #expect(try trygg.sql("SELECT count(DISTINCT digest) FROM template_set") == "1")
    #expect((Int(files) ?? 0) > 10)
    try trygg.expectSound()
  }
}
