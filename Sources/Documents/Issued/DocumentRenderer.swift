import Identity
import Register

/// Renders issued documents in every form; the same document and the same templates always give the same bytes.
public struct DocumentRenderer: Sendable {
  /// The stylesheets and the wording.
  public let templates: TemplateSet
  /// The language of what the stylesheets add to the document's own words.
  public let language: Language
  let pages: PDFRenderer
  private let python: String
  private let earlier = EarlierRenderers()

  /// Makes a renderer; nothing is started before the first PDF is asked for.
  ///
  /// - Parameter workers: how many PDF are made at once, by default one for each core.
  public init(templates: TemplateSet, python: String, in language: Language, workers: Int? = nil) {
    self.init(
      templates, python, language, PDFRenderer(templates: templates, python: python, workers: workers))
  }

  private init(_ templates: TemplateSet, _ python: String, _ language: Language, _ pages: PDFRenderer) {
    (self.templates, self.python, self.language, self.pages) = (templates, python, language, pages)
  }

  /// A renderer like this in another language, with the same workers.
  public func speaking(_ language: Language) -> DocumentRenderer {
    DocumentRenderer(templates, python, language, pages)
  }

  /// A renderer by templates that were in use before, kept with its workers for the next document of their time.
  ///
  /// - Parameter templates: gives the template set of the digest when it is not at hand.
  public func renderer(
    byEarlier digest: [UInt8], _ templates: () throws -> TemplateSet
  ) rethrows -> DocumentRenderer {
    try earlier.renderer(of: digest) {
      DocumentRenderer(templates: try templates(), python: python, in: language, workers: pages.workers)
    }
  }

  /// Renders one document.
  ///
  /// - Throws: a fault of the templates, or why the document cannot be set as PDF.
  public func render(_ document: IssuedDocument, as form: DocumentForm) throws -> [UInt8] {
    switch form {
    case .xml: return document.xml
    case .text:
      return try templates.render(document.xml, by: "text/\(document.kind).xsl", in: language(of: document))
    case .html:
      let style = String(decoding: try templates.contents(of: "style/document.css"), as: UTF8.self)
      return try templates.render(
        document.xml, by: "html/\(document.kind).xsl", in: language(of: document),
        parameters: ["style": style])
    case .pdf: return try pages.render(try page(of: document))
    }
  }

  /// Sets many documents as PDF, each handed over as soon as all before it are.
  ///
  /// A document that cannot be set is handed over as its fault, and the work goes on.
  ///
  /// - Parameter receive: gets the place of the document and its PDF; what it throws ends the work. It may not ask this
  ///   renderer for a PDF, whose workers are all taken.
  /// - Throws: what ends the work as a whole: a component or template that is missing, a fault of the templates, and
  ///   what `receive` throws.
  public func renderPages(
    of documents: [IssuedDocument], _ receive: (Int, Result<[UInt8], PDFFault>) throws -> Void
  ) throws {
    try pages.render(documents, as: page, receive)
  }

  /// Sets the sheet that lies first in a print file.
  public func render(_ sheet: BatchSheet) throws -> [UInt8] {
    let xhtml = try templates.render(try sheet.xml(), by: "html/batch-sheet.xsl", in: language)
    return try pages.render(PDFPage(xhtml: xhtml, date: sheet.madeOn, author: sheet.issuer))
  }

  /// Renders a report; as text it is what a command prints, so that form has no stylesheet.
  public func render(_ report: Report, as form: ReportForm) throws -> [UInt8] {
    let stylesheet = "html/\(report.kind).xsl"
    switch form {
    case .text, .xml: return report.xml
    case .html:
      let style = String(decoding: try templates.contents(of: "style/document.css"), as: UTF8.self)
      return try templates.render(report.xml, by: stylesheet, in: language, parameters: ["style": style])
    case .pdf:
      let xhtml = try templates.render(
        report.xml, by: stylesheet, in: language, parameters: ["medium": "page"])
      return try pages.render(
        PDFPage(
          xhtml: xhtml, date: report.madeOn, author: report.issuer,
          attachment: PDFPage.Attachment(
            name: "\(report.kind).xml",
            description: try templates.messages(language).text("document.source-file"), bytes: report.xml)))
    }
  }

  /// Starts a worker, so that a component that is missing shows before the work begins.
  public func preparePages() throws {
    _ = try pages.render(
      PDFPage(
        xhtml: Array("<html lang='en'><head><title>-</title></head><body><h1>-</h1></body></html>".utf8),
        date: .firstDay(of: 2000), author: ""))
  }

  /// The document as it is to be set, with its XML inside.
  func page(of document: IssuedDocument) throws -> PDFPage {
    let name = "\(document.number).xml"
    let root = try MarkupElement(parsing: document.xml, file: name)
    let xhtml = try templates.render(
      document.xml, by: "html/\(document.kind).xsl", in: language(of: document),
      parameters: ["medium": "page"])
    return PDFPage(
      xhtml: xhtml, date: document.issuedOn, author: root.child(named: "issuer")?.text ?? "",
      attachment: PDFPage.Attachment(
        name: name, description: try templates.messages(language(of: document)).text("document.source-file"),
        bytes: document.xml))
  }

  /// Letters are Swedish as a whole, since a legal document in two languages would be two.
  private func language(of document: IssuedDocument) -> Language {
    document.kind == Letter.kind ? .swedish : language
  }
}
