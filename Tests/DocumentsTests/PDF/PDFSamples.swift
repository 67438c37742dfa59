import Documents
import Foundation
import Identity
import Testing

/// Documents to set, and the renderer that is shipped.
enum PDFSamples {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let templates = root.appending(path: "Templates").path(percentEncoded: false)
  static let python = PDFRenderer.python(
    environment: ProcessInfo.processInfo.environment, besideTemplates: templates)

  static func renderer(workers: Int) -> PDFRenderer {
    PDFRenderer(templates: TemplateSet(folders: [templates]), python: python, workers: workers)
  }

  /// The rendering of that name among the fixtures, with a source attached.
  static func page(_ name: String) throws -> PDFPage {
    let file = root.appending(path: "Tests/Fixtures/pdf/\(name).xhtml")
    let source = Array("<document xmlns='urn:x'>åäö &amp; \(name)</document>\n".utf8)
    return page(
      Array(try Data(contentsOf: file)),
      attachment: .init(name: "\(name).xml", description: "Undertecknat underlag", bytes: source))
  }

  /// A statement as the shipped templates render it, with its source attached.
  static func shippedStatement(in language: Language) throws -> PDFPage {
    let source = Array(try Data(contentsOf: root.appending(path: "Tests/Fixtures/pdf/statement.xml")))
    let xhtml = try TemplateSet(folders: [templates])
      .render(source, by: "html/statement.xsl", in: language)
    return page(xhtml, attachment: .init(name: "statement.xml", description: "Statement", bytes: source))
  }

  static func title(of page: PDFPage) throws -> String {
    let text = String(decoding: page.xhtml, as: UTF8.self)
    let parts = text.split(separator: /<.?title>/, maxSplits: 2)
    return String(try #require(parts.count == 3 ? parts[1] : nil))
  }

  /// 2028-01-24.
  static let day = LocalDate(dayNumber: 21207)

  static func page(body: String) -> PDFPage { page(Array(document(body).utf8)) }

  static func page(_ xhtml: [UInt8], attachment: PDFPage.Attachment? = nil) -> PDFPage {
    PDFPage(
      xhtml: xhtml, date: day, author: "Registret",
      attachment: attachment)
  }

  static func document(_ body: String) -> String {
    """
    <html xmlns="http://www.w3.org/1999/xhtml" lang="sv"><head><title>Prov</title></head><body>\(body)</body></html>
    """
  }
}
