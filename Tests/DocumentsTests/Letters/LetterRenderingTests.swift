import Documents
import Foundation
import Identity
import Register
import Testing

/// Letters of every shape as pages, text and PDF.
@Suite struct LetterRenderingTests {
  static let shipped: TemplateSet = TemplateSet(folders: [PDFSamples.templates])

  /// A letter with everything that a letter may hold.
  private func letter(
    to recipient: Letter.Recipient, occasions: Int = 12, code: String = "7K9M2Q4R8TVX3N5P7K9M2Q4R8T"
  ) throws -> Letter {
    var letter = Letter(
      10, titled: "Beslut om deltagande i trygghetsring 2027", to: recipient, by: "Skatteverket",
      on: PDFSamples.day)
    letter.number = DocumentNumber("2028-000001-7")
    letter.verificationCode = VerificationCode(code)
    letter.references = [("Svara senast", "2028-01-31")]
    letter.subject = "Deltagande i trygghetsring 2027"
    letter.outcome = "Du uppfyller inte villkoren."
    let rows = (0..<occasions).map { index in
      Letter.Occasion(
        day: PDFSamples.day.adding(days: index), kind: "möte",
        presence: index == 0 ? "närvarande" : "frånvarande",
        state: index == 0 ? .attended : index == 1 ? .uncounted : .missed)
    }
    letter.sections = [
      .init(
        .plain, "Varför",
        [.paragraph("Du deltog i 1 av 12."), .attendance(.init(attended: 1, counted: 12), needed: 9)]),
      .init(.note, "Vad du kan göra", [.items(["Kontrollera listan.", "Skriv till oss."])]),
      .init(.plain, "Uppgifter om året", [.facts([("Närvaro", "1 av 12")])]),
      .init(.plain, "Din kod", [.code("ABCD1234")]),
      .init(.plain, "Ditt svar", [.room("Det här vill jag rätta:")]),
      .init(.appeal, "Så begär du omprövning eller överklagar", [.paragraph("Skriv till Skatteverket.")]),
    ]
    if occasions > 0 {
      letter.sections.insert(
        .init(
          .plain, "Sammankomsterna 2027",
          [.occasions(rows, columns: ["Dag", "Sammankomst", "Så räknas den"])]),
        at: 3)
    }
    letter.bill = "Brevet bygger på ett lagförslag som inte är beslutat."
    return letter
  }

  private var recipient: Letter.Recipient {
    get throws {
      var recipient = Letter.Recipient(name: "Åsa \"Öst\" <O'Neil> & Søn")
      recipient.maskedNumber = "850709-****"
      recipient.address = try PostalAddress(street: "Storgatan 1", postcode: "21142", city: "Malmö")
      return recipient
    }
  }

  private func schema() throws -> RelaxNGSchema {
    let file = PDFSamples.root.appending(path: "Legal/schemas/letter.rng")
    return try RelaxNGSchema(parsing: Array(try Data(contentsOf: file)), file: file.path)
  }

  private func check(_ letter: Letter) throws -> (html: String, text: String) {
    let xml = try letter.xml()
    #expect(try schema().validate(xml, file: "letter").isEmpty)
    let html = try LetterRenderingTests.shipped.render(xml, by: "html/letter.xsl", in: .swedish)
    let text = try LetterRenderingTests.shipped.render(xml, by: "text/letter.xsl", in: .swedish)
    #expect(try PageGrammar.faults(of: html) == [])
    return (String(decoding: html, as: UTF8.self), String(decoding: text, as: UTF8.self))
  }

  private func pdf(_ letter: Letter) throws -> (page: PDFPage, inspection: PDFInspection) {
    let xml = try letter.xml()
    let xhtml = try LetterRenderingTests.shipped.render(
      xml, by: "html/letter.xsl", in: .swedish, parameters: ["medium": "page"])
    let page = PDFSamples.page(
      xhtml, attachment: .init(name: "letter.xml", description: "Handlingen som XML", bytes: xml))
    return (page, try PDFInspection(try PDFRendererTests.renderer.render(page)))
  }

  @Test("A letter is the same bytes each time, valid, and keeps every rule as PDF")
  func keepsTheRules() throws {
    let letter = try letter(to: recipient)
    #expect(try letter.xml() == letter.xml())
    let (page, inspection) = try pdf(letter)
    let expected = PDFInspection.Expectation(
      title: try PDFSamples.title(of: page), date: "2028-01-24", attachment: page.attachment?.bytes)
    #expect(inspection.faults(expected) == [])
  }

  @Test("A page of a letter reads in its order")
  func page() throws {
    let (html, text) = try check(try letter(to: recipient))
    for document in [html, text] {
      var rest = document[...]
      for words in [
        "Skatteverket", "2028-000001-7", "2028-01-31", "Storgatan 1", "Beslut om deltagande",
        "Du uppfyller inte villkoren.", "Varför", "1 av 12", "Vad du kan göra", "Kontrollera listan.",
        "Så begär du omprövning", "Brevet bygger på ett lagförslag",
      ] {
        let found = rest.range(of: words)
        #expect(found != nil, "\(words) is not where it should be")
        rest = rest[(found?.upperBound ?? rest.startIndex)...]
      }
    }
    #expect(html.contains("Åsa \"Öst\" &lt;O'Neil&gt; &amp; Søn"))
    #expect(text.contains("Åsa \"Öst\" <O'Neil> & Søn"))
  }

  @Test("An address of seven lines stands in the window of the envelope")
  func sevenLines() throws {
    var recipient = try recipient
    recipient.lines = ["c/o Södra samfälligheten", "Att. Eva Ek", "Avdelning 5", "Hus B, plan 3"]
    let (html, _) = try check(try letter(to: recipient))
    #expect(html.contains("Hus B, plan 3<br/>Storgatan 1<br/>211 42\u{A0}Malmö"))
    let pdf = try pdf(try letter(to: recipient)).inspection
    for line in recipient.lines { #expect(pdf.pageTexts.first?.contains(line) == true) }
    #expect(pdf.wordsOutsideTheWindow == [])
  }

  @Test("A hundred and twenty occasions go over pages under a repeated head, and none makes no table")
  func occasions() throws {
    let many = try pdf(try letter(to: recipient, occasions: 120)).inspection
    #expect(many.pageTexts.count >= 4)
    #expect(many.pageTexts.count { $0.contains("Så räknas den") } >= 3)
    let (html, _) = try check(try letter(to: recipient, occasions: 0))
    #expect(!html.contains("class=\"occasions\""))
  }

  @Test("A recipient without an address has the name alone")
  func noAddress() throws {
    var nameless = Letter.Recipient(name: "Kim Granne")
    nameless.maskedNumber = "850709-****"
    let (html, _) = try check(try letter(to: nameless))
    #expect(html.contains("<address>Kim Granne</address>"))
  }

  @Test("A letter by cover has the name on its first page, and the decision begins on the next")
  func cover() throws {
    var covered = Letter.Recipient(name: "Kim Granne")
    covered.cover = "Brevet förmedlas av Skatteverket."
    var letter = try letter(to: covered)
    letter.references = []
    let pages = try pdf(letter).inspection.pageTexts
    let first = try #require(pages.first)
    #expect(first.contains("Kim Granne") && first.contains("förmedlas"))
    #expect(!first.contains("Beslut om deltagande"))
    #expect(pages.count > 1)
  }

  @Test("Any name is written as it stands", arguments: BadNames.settable)
  func anyName(name: String) throws {
    let (html, text) = try check(try letter(to: Letter.Recipient(name: name)))
    #expect(text.contains(name))
    #expect(
      html.contains(
        name.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")))
    #expect(try !pdf(try letter(to: Letter.Recipient(name: name))).inspection.text.isEmpty)
  }

  @Test("A character that no font has is refused with its field", arguments: BadNames.withoutGlyph)
  func withoutGlyph(name: String, character: String) throws {
    let letter = try letter(to: Letter.Recipient(name: name))
    let fault = try #require(throws: PDFFault.self) { try pdf(letter) }
    #expect(fault.facts["field"] == "letter/recipient/name")
    #expect(fault.facts["character"] == character)
  }

  @Test("A character that no document can hold is refused with its field", arguments: BadNames.control)
  func control(name: String) throws {
    let bad = try letter(to: Letter.Recipient(name: name))
    let fault = try #require(throws: XMLFault.self) { try bad.xml() }
    #expect(fault.facts["field"] == "letter/recipient/name")
  }

  @Test(
    "A template of one's own takes the place of the shipped one, and a wrong one is told with file and line")
  func ownTemplates() throws {
    let own = try TemplateFolder([
      "text/letter.xsl": stylesheet(
        "<xsl:output method='text'/><xsl:template match='/'>Eget: <xsl:value-of select='/*/@number'/></xsl:template>"
      )
    ])
    let set = TemplateSet(folders: [own.path, PDFSamples.templates])
    let xml = try letter(to: recipient).xml()
    #expect(
      String(decoding: try set.render(xml, by: "text/letter.xsl", in: .swedish), as: UTF8.self)
        == "Eget: 2028-000001-7")
    #expect(try set.render(xml, by: "html/letter.xsl", in: .swedish).count > 1000)
    try own.write(
      "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>\n<xsl:broken/>\n</xsl:stylesheet>",
      to: "text/letter.xsl")
    let fault = try #require(throws: XMLFault.self) {
      try TemplateSet(folders: [own.path, PDFSamples.templates]).render(
        xml, by: "text/letter.xsl", in: .swedish)
    }
    #expect(fault.file.hasSuffix("text/letter.xsl") && fault.line == 2)
  }
}
