import Foundation
import Testing

/// The page of a year's figures, read as a browser and a screen reader read it.
@Suite struct YearSummaryPageTests {
  private static let town = Town(neighbours: [
    .init(key: "M01", present: Town.occasions("A", 1...9)),
    .init(key: "M02", present: Town.occasions("A", 1...8)),
    .init(key: "M06", present: Town.occasions("A", 1...12)),
  ])

  @Test(
    "Each chart has a title, a description and a table that says the same, and no count under five is there")
  func page() throws {
    let trygg = try YearSummaryPageTests.town.decided()
    try trygg.must("year", "summary", "2027", "--form", "html", "--out", "år.html", now: Town.lockDay)
    let page = try trygg.read("år.html")
    func count(_ part: String) -> Int { page.components(separatedBy: part).count - 1 }
    let charts = count("role=\"img\"")
    #expect(charts >= 2)
    for part in ["<title id=", "<desc id=", "<figcaption>"] { #expect(count(part) == charts, "\(part)") }
    #expect(count("<table") >= charts && count("<caption") == count("<table"))
    #expect(page.contains("visas inte"))
    let style = page.components(separatedBy: "<style>").last?.components(separatedBy: "</style>").first ?? "&"
    #expect(!style.contains("&"), "a browser does not read &gt; in a style as XML does")
    let xml = try trygg("year", "summary", "2027", "--form", "xml", now: Town.lockDay)
    #expect(xml.out.contains("<outcome code=\"BEVILJAS\"/>"), "one granted person is not shown: \(xml.out)")
    #expect(!xml.out.contains("amount="))
    #expect(!xml.out.contains("2388"))
  }

  @Test("The page speaks English too, and a file without a form is a wrong call")
  func languages() throws {
    let trygg = try YearSummaryPageTests.town.decided()
    let page = try trygg("--lang", "en", "year", "summary", "2027", "--form", "html", now: Town.lockDay)
    page.expect(0, "The decisions of 2027 in figures", "not shown")
    #expect(try trygg("year", "summary", "2027", "--out", "x.html", now: Town.lockDay).code == 64)
  }
}
