/// The shapes in which an issued document is given out.
public enum DocumentForm: String, CaseIterable, Sendable {
  /// A page for reading and printing, complete in one file.
  case html
  /// Plain text.
  case text
  /// The document itself.
  case xml

  /// The end of a file's name.
  public var suffix: String { self == .text ? "txt" : rawValue }
}

extension TemplateSet {
  /// Renders an issued document; the same XML and the same templates always give the same bytes.
  ///
  /// - Parameter kind: what sort of document it is, by which its stylesheet is named.
  public func render(
    _ document: [UInt8], kind: String, as form: DocumentForm, in language: Language
  ) throws(XMLFault) -> [UInt8] {
    switch form {
    case .xml: return document
    case .text: return try render(document, by: "text/\(kind).xsl", in: language)
    case .html:
      let style = String(decoding: try contents(of: "style/document.css"), as: UTF8.self)
      return try render(document, by: "html/\(kind).xsl", in: language, parameters: ["style": style])
    }
  }
}
