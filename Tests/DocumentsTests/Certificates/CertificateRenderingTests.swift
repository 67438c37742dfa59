import Documents
import Identity
import Register
import Testing

/// Certificates with whatever a register may hold, in every form.
@Suite struct CertificateRenderingTests {
  private func certificate(
    of holder: String = "Kim Granne", from provider: String = "Malmö stad", modules: Int = 7,
    correcting reason: String? = nil
  ) throws -> Certificate {
    let number = try #require(DocumentNumber("2027-000001-9"))
    return Certificate(
      number: number, issuedOn: PDFSamples.day,
      verificationCode: try #require(VerificationCode("7K9M2Q4R8TVX3N5P7K9M2Q4R8T")), service: .proposed,
      validTo: PDFSamples.day.adding(days: 900),
      issuer: .init(name: provider, number: try OrganisationNumber(parsing: "212000-1124")), holder: holder,
      maskedNumber: "910101-****", programme: .mediator, title: "Utbildning till samhällsmedlare",
      completedOn: PDFSamples.day,
      modules: (1...modules).map { .init(code: "M\($0)", title: "Moment \($0)", minutes: 1200) },
      correction: reason.map { .init(supersedes: number, reason: $0) })
  }

  private func sample(_ certificate: Certificate) throws -> RenderedSample {
    try RenderedSample(try certificate.xml(), kind: "certificate")
  }

  @Test(
    "Any name is written as it stands, on the page, in the text and in the PDF", arguments: BadNames.settable)
  func names(name: String) throws {
    let sample = try sample(try certificate(of: name, from: name, correcting: name))
    #expect(try sample.text().contains(name))
    let escaped = name.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    for language in Language.allCases { #expect(try sample.html(in: language).contains(escaped)) }
    #expect(try !sample.pdf().text.isEmpty)
  }

  @Test("A character that no font has is refused with its field", arguments: BadNames.withoutGlyph)
  func withoutGlyph(name: String, character: String) throws {
    for (field, certificate) in [
      ("certificate/holder", try certificate(of: name)), ("certificate/issuer", try certificate(from: name)),
    ] {
      let page = try sample(certificate).page()
      let fault = #expect(throws: PDFFault.self) { try PDFRendererTests.renderer.render(page) }
      #expect(fault?.facts["field"] == field)
      #expect(fault?.facts["character"] == character)
    }
  }

  @Test("A control character is refused with its field", arguments: BadNames.control)
  func control(name: String) throws {
    let holder = #expect(throws: XMLFault.self) { try certificate(of: name).xml() }
    #expect(holder?.facts["field"] == "certificate/holder")
    let issuer = #expect(throws: XMLFault.self) { try certificate(from: name).xml() }
    #expect(issuer?.facts["field"] == "certificate/issuer")
  }

  @Test("A programme of 120 modules goes over pages under a repeated head")
  func manyModules() throws {
    let pdf = try sample(try certificate(modules: 120)).pdf()
    #expect(pdf.pageTexts.count >= 4)
    #expect(pdf.pageTexts.count { $0.contains("Omfattning") } >= 3)
  }
}
