import Foundation
import Testing

@testable import Documents

/// Every kind of document, each as its shipped stylesheet renders a fixture, in XHTML and as PDF.
///
/// A new kind is a fixture in `Tests/Fixtures/pdf` and a line in `kinds`.
@Suite("Kinds of documents as PDF")
struct DocumentKindTests {
  struct Kind: CustomTestStringConvertible, Sendable {
    /// The name of the fixture and of the snapshots.
    let fixture: String
    /// The name of its stylesheets, by default that of the fixture.
    let kind: String
    let languages: [Language]

    init(_ fixture: String, kind: String? = nil, in languages: [Language] = Language.allCases) {
      self.fixture = fixture
      self.kind = kind ?? fixture
      self.languages = languages
    }

    var testDescription: String { fixture }

    /// Whether it is held to a schema: sheets for the printers and drafts of law are made and not kept.
    var isIssued: Bool { !["batch-sheet", "law-draft", "law-memo"].contains(kind) }
  }

  static let kinds = [
    Kind("statement"),
    Kind("statement-corrected", kind: "statement"),
    Kind("certificate"),
    Kind("attestation", kind: "certificate"),
    Kind("letter", in: [.swedish]),
    Kind("letter-code", kind: "letter", in: [.swedish]),
    Kind("extract"),
    Kind("participants"),
    Kind("training-progress"),
    Kind("year-summary"),
    Kind("batch-sheet"),
    Kind("certificate-corrected", kind: "certificate"),
    Kind("letter-refused", kind: "letter", in: [.swedish]),
    Kind("letter-granted", kind: "letter", in: [.swedish]),
    Kind("letter-ring", kind: "letter", in: [.swedish]),
    Kind("law-bill", kind: "law-draft", in: [.swedish]),
    Kind("law-memo", in: [.swedish]),
  ]

  private static let templates = TemplateSet(folders: [PDFSamples.templates])

  private func source(_ kind: Kind) throws -> [UInt8] {
    Array(try Data(contentsOf: PDFSamples.root.appending(path: "Tests/Fixtures/pdf/\(kind.fixture).xml")))
  }

  @Test(
    "The pages keep every rule of PDF/A-3a and PDF/UA-1, and their tags are as recorded", arguments: kinds)
  func pages(_ kind: Kind) throws {
    let source = try source(kind)
    for language in kind.languages {
      let page = PDFSamples.page(
        try DocumentKindTests.templates.render(
          source, by: "html/\(kind.kind).xsl", in: language, parameters: ["medium": "page"]),
        attachment: .init(name: "source.xml", description: "Source", bytes: source))
      let pdf = try PDFInspection(try PDFRendererTests.renderer.render(page))
      let expected = PDFInspection.Expectation(
        title: try PDFSamples.title(of: page), language: language == .swedish ? "sv-SE" : "en",
        date: "2028-01-24", attachment: source)
      #expect(pdf.faults(expected) == [])
      try expectSnapshot(pdf.tagTree, "\(kind.fixture).\(language.rawValue).tags.txt")
    }
  }

  @Test("The XML is valid by its schema", arguments: kinds.filter(\.isIssued))
  func valid(_ kind: Kind) throws {
    let file = PDFSamples.root.appending(path: "Legal/schemas/\(kind.kind).rng")
    let schema = try RelaxNGSchema(parsing: Array(try Data(contentsOf: file)), file: file.path)
    #expect(try schema.validate(try source(kind), file: kind.fixture) == [])
  }

  @Test("The XHTML is a page of the grammar, and as recorded", arguments: kinds)
  func xhtml(_ kind: Kind) throws {
    let source = try source(kind)
    for language in kind.languages {
      let xhtml = try DocumentKindTests.templates.render(source, by: "html/\(kind.kind).xsl", in: language)
      #expect(try PageGrammar.faults(of: xhtml) == [])
      try expectSnapshot(
        String(decoding: xhtml, as: UTF8.self).replacing("><", with: ">\n<"),
        "\(kind.fixture).\(language.rawValue).xhtml.txt")
    }
  }

  @Test("The pages are counted as another program counts them", arguments: ["statement", "law-draft"])
  func pageCount(name: String) throws {
    let pdf = try PDFRendererTests.renderer.render(try PDFSamples.page(name))
    let pages = try PDFInspection(pdf).pageTexts.count
    #expect(PDFPageCount.pages(in: pdf) == pages)
    #expect(PDFPageCount.pages(in: Array("%PDF-1.7".utf8)) == nil)
  }
}

/// Compares a text with the one kept under `Snapshots`; `RECORD_SNAPSHOTS=1` keeps the new one instead.
func expectSnapshot(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = PDFSamples.root.appending(path: "Tests/DocumentsTests/Snapshots/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try Data(text.utf8).write(to: file)
    return
  }
  guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("no snapshot \(name); record it with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
    return
  }
  #expect(text == kept, sourceLocation: sourceLocation)
}
