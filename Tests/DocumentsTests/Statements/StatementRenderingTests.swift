import Documents
import Foundation
import Identity
import Testing

@testable import Register

/// Statements with whatever a register may hold, in every form.
@Suite("StatementTests of bad input") struct StatementRenderingTests {
  private func statement(
    to name: String = "Kim Granne", street: String? = "Storgatan 1", city: String = "Malmö",
    isEstate: Bool = false, attended: Int = 9, counted: Int = 12, windows: Int = 1, reason: String? = nil
  ) throws -> Statement {
    let day = PDFSamples.day
    let number = try #require(DocumentNumber("2028-000001-7"))
    let catalogue = try RenderedSample.templates.messages(.swedish)
    let english = try RenderedSample.templates.messages(.english)
    let condition = DecisionReason(
      rule: .age, state: .holds, facts: ["limit": .count(18), "judgedOn": .day(day), "from": .day(day)])
    return Statement(
      number: number, issuedOn: day,
      verificationCode: try #require(VerificationCode("7K9M2Q4R8TVX3N5P7K9M2Q4R8T")), service: .proposed,
      issuer: "Skatteverket",
      recipient: .init(
        name: name, maskedNumber: "850709-****", isEstate: isEstate,
        address: try street.map { try PostalAddress(street: $0, postcode: "21142", city: city) }),
      correction: reason.map { .init(act: .change, supersedes: number, reason: $0) }, year: 2027,
      decidedOn: day, isAutomated: true, version: 1, amount: 2000,
      count: AttendanceCount(attended: attended, counted: counted), needed: (3 * counted + 3) / 4,
      windows: try (0..<windows).map { place in
        let municipality = try MunicipalityCode("1280")
        return QualifyingWindow(
          ring: RingNumber(municipality: municipality, serial: place + 1), days: DayRange(year: 2027))
      },
      ruleSet: "2027-01-01/e045133f",
      conditions: [Statement.Condition(condition, in: catalogue, translatedBy: english)])
  }

  private func sample(_ statement: Statement) throws -> RenderedSample {
    try RenderedSample(try statement.xml(), kind: "statement")
  }

  @Test(
    "Any name is written as it stands, on the page, in the text and in the PDF", arguments: BadNames.settable)
  func names(name: String) throws {
    let sample = try sample(try statement(to: name, reason: name))
    #expect(try sample.text().contains(name))
    let escaped = name.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    for language in Language.allCases { #expect(try sample.html(in: language).contains(escaped)) }
    #expect(try !sample.pdf().text.isEmpty)
  }

  @Test("A character that no font has is refused with its field", arguments: BadNames.withoutGlyph)
  func withoutGlyph(name: String, character: String) throws {
    let sample = try sample(try statement(to: name))
    #expect(try sample.html().contains(name))
    let fault = #expect(throws: PDFFault.self) { try PDFRendererTests.renderer.render(sample.page()) }
    #expect(fault?.code == .character)
    #expect(fault?.facts["field"] == "statement/recipient/name")
    #expect(fault?.facts["character"] == character)
  }

  @Test("A control character is refused with its field", arguments: BadNames.control)
  func control(name: String) throws {
    let fault = #expect(throws: XMLFault.self) { try statement(to: name).xml() }
    #expect(fault?.code == .character)
    #expect(fault?.facts["field"] == "statement/recipient/name")
    let reason = #expect(throws: XMLFault.self) { try statement(reason: name).xml() }
    #expect(reason?.facts["field"] == "statement/correction")
  }

  @Test("The longest name and address stay in the window of the envelope")
  func longestAddress() throws {
    let pdf = try sample(
      try statement(
        to: String(repeating: "Ö", count: 200), street: String(repeating: "Åsgatan ", count: 12),
        city: String(repeating: "Ö", count: 50), isEstate: true)
    ).pdf()
    #expect(pdf.wordsOutsideTheWindow == [])
  }

  @Test("In English the conditions are English too, and every form says that the Swedish text prevails")
  func translation() throws {
    let sample = try sample(try statement(reason: "Närvaron den 4 maj var inte redovisad."))
    let english = [
      "This is a translation for reading.", "the Swedish text prevails",
      "The age limit of 18 is reached on 24 January 2028",
      "Chapter 67", "Correction of annual statement for 2027",
    ]
    let swedish = [
      "Åldersgränsen 18 år är uppnådd", "67 kap. 53 § inkomstskattelagen", "Rättelse av årsbesked för 2027",
    ]
    func plain(_ text: String) -> String {
      text.replacing(/[\s\u{A0}]+/, with: " ").replacing(/- (?=[a-z])/, with: "")
    }
    let forms = try [
      Language.english: [
        sample.text(in: .english), sample.html(in: .english), sample.pdf(in: .english).text,
      ],
      .swedish: [sample.text(), sample.html(), sample.pdf().text],
    ]
    for form in forms[.english] ?? [] {
      for words in english { #expect(plain(form).contains(words), "\(words) in \(form)") }
      for words in swedish { #expect(!plain(form).contains(words), "\(words) in \(form)") }
    }
    for form in forms[.swedish] ?? [] {
      for words in english { #expect(!plain(form).contains(words), "\(words)") }
    }
    for form in (forms[.swedish] ?? []).prefix(2) {
      for words in swedish { #expect(plain(form).contains(words), "\(words)") }
    }
  }

  @Test(
    "A year with 120 occasions is one bar, one without any has none, and both are pages that keep the rules")
  func occasions() throws {
    let many = try sample(try statement(attended: 90, counted: 120))
    #expect(try many.html().components(separatedBy: "class=\"present\"").count == 2)
    #expect(try many.pdf().text.contains("90 av 120"))
    let none = try sample(try statement(attended: 0, counted: 0))
    #expect(try !none.html().contains("chart-title"))
    #expect(try none.text().contains("0 av 0"))
    #expect(try none.pdf().text.contains("–"))
  }

  @Test("Forty stretches of days go over pages, and a person without address has the name alone")
  func windows() throws {
    #expect(try sample(try statement(windows: 40)).pdf().pageTexts.count >= 3)
    let alone = try sample(try statement(street: nil))
    #expect(try alone.html().contains("<address>Kim Granne</address>"))
    #expect(try alone.pdf().text.contains("Kim Granne"))
  }
}
