import Documents
import Foundation
import Testing

/// A document of the house in every form, for tests of what its values do to it.
struct RenderedSample {
  let xml: [UInt8]
  let kind: String
  static let templates = TemplateSet(folders: [PDFSamples.templates])

  /// Takes a document that its schema allows.
  init(_ xml: [UInt8], kind: String) throws {
    self.xml = xml
    self.kind = kind
    let file = PDFSamples.root.appending(path: "Legal/schemas/\(kind).rng")
    let schema = try RelaxNGSchema(parsing: Array(try Data(contentsOf: file)), file: file.path)
    #expect(try schema.validate(xml, file: kind).map(\.facts) == [])
  }

  /// The page for reading, which is a document of the house's XHTML.
  func html(in language: Language = .swedish) throws -> String {
    let page = try RenderedSample.templates.render(xml, by: "html/\(kind).xsl", in: language)
    #expect(try PageGrammar.faults(of: page) == [])
    return String(decoding: page, as: UTF8.self)
  }

  func text(in language: Language = .swedish) throws -> String {
    String(
      decoding: try RenderedSample.templates.render(xml, by: "text/\(kind).xsl", in: language), as: UTF8.self)
  }

  /// The page that is set as PDF.
  func page(in language: Language = .swedish) throws -> PDFPage {
    PDFSamples.page(
      try RenderedSample.templates.render(
        xml, by: "html/\(kind).xsl", in: language, parameters: ["medium": "page"]),
      attachment: .init(name: "source.xml", description: "Source", bytes: xml))
  }

  /// The PDF, after every rule has been asked of it.
  func pdf(in language: Language = .swedish) throws -> PDFInspection {
    let page = try page(in: language)
    let pdf = try PDFInspection(try PDFRendererTests.renderer.render(page))
    let expected = PDFInspection.Expectation(
      title: try PDFSamples.title(of: page), language: language == .swedish ? "sv-SE" : "en",
      date: "2028-01-24", attachment: xml)
    #expect(pdf.faults(expected) == [])
    #expect(pdf.widestLine <= 195 / 25.4 * 72, "the right edge of the window, beyond that of the text")
    return pdf
  }
}

/// The grammar of the pages of documents.
enum PageGrammar {
  /// Where a page is no document of the grammar, each with its line.
  static func faults(of page: [UInt8]) throws -> [String] {
    let file = PDFSamples.root.appending(path: "Tests/Fixtures/page.rng")
    let schema = try RelaxNGSchema(parsing: Array(try Data(contentsOf: file)), file: file.path)
    // The parser takes no DOCTYPE, which browsers want to see.
    let text = String(decoding: page, as: UTF8.self)
    let root = text[(text.firstRange(of: "<html")?.lowerBound ?? text.startIndex)...]
      .replacing("><", with: ">\n<")
    return try schema.validate(Array(root.utf8), file: "page").map { "\($0.line): \($0.facts)" }
  }
}
