import Documents
import Foundation
import Identity
import Testing

@Suite("Pages")
struct PDFRendererTests {
  static let renderer = PDFSamples.renderer(workers: 2)
  let renderer = PDFRendererTests.renderer

  @Test("A statement and a law draft keep every rule", arguments: ["statement", "law-draft"])
  func keepsTheRules(name: String) throws {
    let page = try PDFSamples.page(name)
    let pdf = try PDFInspection(try renderer.render(page))
    let expected = PDFInspection.Expectation(
      title: try PDFSamples.title(of: page), date: "2028-01-24", attachment: page.attachment?.bytes)
    #expect(pdf.faults(expected) == [])
  }

  @Test("The shipped statement keeps every rule in both languages", arguments: Language.allCases)
  func shippedStatement(language: Language) throws {
    let page = try PDFSamples.shippedStatement(in: language)
    let pdf = try PDFInspection(try renderer.render(page))
    let expected = PDFInspection.Expectation(
      title: try PDFSamples.title(of: page), language: language == .swedish ? "sv-SE" : "en",
      date: "2028-01-24", attachment: page.attachment?.bytes)
    #expect(pdf.faults(expected) == [])
    #expect(pdf.pageTexts.count <= 2)
    #expect(pdf.headerScopes.contains("/Row"))
  }

  @Test("No page ends with a heading, not even with the number of a section in the columns of a draft")
  func noHeadingLast() throws {
    let words = "den som deltar i en trygghetsring och har gått utbildningen får räkna sin närvaro där".split(
      separator: " ")
    // Texts of every length, so that a heading comes to stand at every height of a page.
    func text(_ place: Int) -> String {
      (0..<(12 + place * 37 % 61)).map { words[$0 * place % words.count] }.joined(separator: " ")
    }
    let rows = (1...80).map { place in
      let heading =
        place % 4 == 0
        ? "<tr class=\"opens\"><td class=\"heads\"/><td class=\"heads\"><p><b>Rubrik \(place)</b></p></td></tr>"
        : ""
      return heading + "<tr class=\"opens\"><td colspan=\"2\"><p class=\"centre\">\(place) §</p></td></tr>"
        + "<tr><td><p>\(text(place))</p></td><td><p>\(text(place))</p></td></tr>"
    }
    let sections = (1...40).map { "<h3>Rubrik \($0)</h3><p>\(text($0))</p>" }
    let page = PDFSamples.page(
      body: """
        <h1>Förslag</h1><table class="columns">
        <thead><tr><th scope="col">Nuvarande lydelse</th><th scope="col">Föreslagen lydelse</th></tr></thead>
        <tbody>\(rows.joined())</tbody></table><h2>Kommentar</h2>\(sections.joined())<footer><p>Utkast</p></footer>
        """)
    let pages = try PDFInspection(try renderer.render(page)).pageTexts
    #expect(pages.count > 10)
    for (number, page) in pages.enumerated() {
      let lines = page.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
        !$0.isEmpty
      }
      let last = try #require(lines.dropLast().last)
      #expect(
        last.wholeMatch(of: /\d+ §|Rubrik \d+|Kommentar/) == nil, "page \(number + 1) ends with \(last)")
    }
  }

  @Test("The same document gives the same bytes, in any worker")
  func isDeterministic() throws {
    let page = try PDFSamples.page("statement")
    let first = try PDFSamples.renderer(workers: 1).render(page)
    #expect(try renderer.render(page) == first)
    #expect(try renderer.render(page) == first)
  }

  @Test("A statement reads in order, with its lists, figure, table and note")
  func readsInOrder() throws {
    let pdf = try PDFInspection(try renderer.render(try PDFSamples.page("statement")))
    let tags = pdf.tagTree
    let order = [
      "\"Trygghetsregistret\"", "\"Datum\"", "Åsa \"Öst\" <O'Neil> & Søn", "H1 ", "2 000 kronor", "Note ",
      "Table", "\"Underlag\"", "\"Inkomstår\"", "Lbl", "\"Kontaktperson\"", "LBody", "Figure", "THead",
      "TBody",
      "TFoot", "\"Skäl\"", "\"uppfyllt\"", "Reglerna är ett förslag",
    ]
    var rest = tags[...]
    for part in order {
      let found = rest.range(of: part)
      #expect(found != nil, "\(part) is not where it should be")
      rest = rest[(found?.upperBound ?? rest.startIndex)...]
    }
    #expect(pdf.pageTexts.count == 2)
    for (number, text) in pdf.pageTexts.enumerated() {
      #expect(text.contains("Sida \(number + 1) av 2"))
      #expect(text.contains("Handling 2028-000001-7"))
    }
  }

  @Test("Headers of rows and of columns say which they are, and nothing else is taken for one")
  func headersHaveScope() throws {
    let row = "<tr><th scope=\"row\">Maj</th><td><strong>1</strong></td></tr>"
    let bytes = try renderer.render(
      PDFSamples.page(
        body:
          "<h1>A</h1><table><thead><tr><th scope=\"col\">Tid</th><th scope=\"col\">Antal</th></tr></thead>"
          + "<tbody>\(row)\(row)</tbody></table>"))
    let pdf = try PDFInspection(bytes)
    #expect(pdf.headerScopes == ["/Column", "/Column", "/Row", "/Row"])
    #expect(pdf.faults(.init(title: "Prov", date: "2028-01-24")) == [])
  }

  @Test("A long table repeats its header on each page and reads as one table")
  func longTable() throws {
    let rows = (1...120).map {
      "<tr><td>Tillfälle \($0)</td><td class=\"number\">\($0 * 10)</td></tr>"
    }
    let table =
      "<h1>Tillfällen</h1><table><thead><tr><th scope=\"col\">Vad</th><th scope=\"col\" class=\"number\">Minuter</th>"
      + "</tr></thead><tbody>\(rows.joined())</tbody></table>"
    let pdf = try PDFInspection(try renderer.render(PDFSamples.page(body: table)))
    #expect(pdf.pageTexts.count == 3)
    for page in pdf.pageTexts { #expect(page.contains("Minuter")) }
    #expect(pdf.tagTree.components(separatedBy: "TH ").count == 3)
    #expect(pdf.faults(.init(title: "Prov", date: "2028-01-24")) == [])
  }

  @Test("A heading never stands last on a page")
  func headingStaysWithItsText() throws {
    for lines in 34...46 {
      let filler = String(repeating: "<p>Rad</p>", count: lines)
      let body = "<h1>Prov</h1>\(filler)<h2>Rubriken</h2><p>Texten under den.</p>"
      let pdf = try PDFInspection(try renderer.render(PDFSamples.page(body: body)))
      let page = try #require(pdf.pageTexts.first { $0.contains("Rubriken") })
      #expect(page.contains("Texten under den."))
    }
  }

  static let names = [
    "<&>\"'", "Åsa Öberg-O’Neil", "שלום כהן", "محمد", "Zoe\u{308} Nguye\u{302}\u{303}n", "Đặng Thị Ánh",
    "Łukasz Żółć", "Ольга", String(repeating: "Anna-", count: 40), String(repeating: "W", count: 200),
  ]

  @Test("Every name that a Swedish register may hold is set within the margins", arguments: names)
  func setsNames(name: String) throws {
    var writer = XMLWriter(declaration: false)
    try writer.element("p") { element throws(XMLFault) in try element.text(name) }
    let paragraph = String(decoding: writer.bytes, as: UTF8.self)
    let bytes = try renderer.render(
      PDFSamples.page(body: "<h1>Namn</h1><dl><dt>Namn</dt><dd>\(paragraph)</dd></dl>"))
    let pdf = try PDFInspection(bytes)
    #expect(pdf.faults(.init(title: "Prov", date: "2028-01-24")) == [])
    #expect(pdf.widestLine <= 595.28 - 76)
  }

  @Test("A long word is broken over lines with nothing added to it, and a web address between its parts")
  func longWords() throws {
    let (name, address) = (
      String(repeating: "Etterlångtnamn", count: 12),
      "https://trygghetsregistret.example.se:8443/en/mycket/lang/sokvag/som/inte/ryms/alls/logga-in"
    )
    let pdf = try PDFInspection(
      try renderer.render(PDFSamples.page(body: "<h1>Prov</h1><p>Kim \(name) går till \(address) nu.</p>")))
    let text = pdf.pageTexts.joined().filter { !$0.isNewline }
    #expect(text.contains("Kim \(name)"))
    #expect(text.contains(address))
    #expect(!pdf.pageTexts.joined().contains("\u{200B}"))
    #expect(pdf.widestLine <= 595.28 - 76)
    #expect(pdf.faults(.init(title: "Prov", date: "2028-01-24")) == [])
  }

  @Test("A character without a glyph is a fault that names it and its field")
  func missingGlyph() throws {
    let body = "<h1>Namn</h1>\n<dl><dt>Efternamn</dt><dd>Anna 😀 Ek</dd></dl>"
    let fault = #expect(throws: PDFFault.self) { try renderer.render(PDFSamples.page(body: body)) }
    #expect(fault?.code == .character)
    #expect(fault?.facts == ["character": "U+1F600", "field": "Efternamn", "line": "2"])
  }

  static let refused: [(xhtml: String, reason: String)] = [
    ("skräp", "XML"), ("", "XML"), ("<a>", "XML"), ("<p/>", "not a document"),
    ("<html><head><title>T</title></head><body/></html>", "lang"),
    ("<html lang='sv'><head/><body/></html>", "title"),
    (PDFSamples.document("<h1>A</h1><marquee/>"), "marquee"),
    (
      PDFSamples.document("<h1>A</h1><figure><svg viewBox='0 0 9 9'><path d='M0 0h9'/></svg></figure>"),
      "alt text"
    ),
    (PDFSamples.document("<h2>B</h2>"), "heading"),
    (PDFSamples.document("<h1>A</h1><p><a role='doc-noteref' href='#x'>1</a></p>"), "note"),
    (PDFSamples.document("<h1>A</h1><table><tr><td>x</td></tr></table>"), "tr"),
  ]

  @Test("A document that is wrong is refused with the reason, and the worker goes on", arguments: refused)
  func refuses(xhtml: String, reason: String) throws {
    let fault = #expect(throws: PDFFault.self) {
      try renderer.render(PDFSamples.page(Array(xhtml.utf8)))
    }
    #expect(fault?.code == .refused)
    #expect(fault?.facts["reason"]?.contains(reason) == true, "\(fault?.facts ?? [:])")
    #expect(!(try renderer.render(PDFSamples.page(body: "<h1>Bra</h1>")).isEmpty))
  }
}
