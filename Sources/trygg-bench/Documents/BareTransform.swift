import CLibXML
import Documents

/// libxslt alone: parse, transform, serialise, with none of our limits and checks, but the same stylesheet and functions.
struct BareTransform {
  private let stylesheet: Stylesheet
  private let run: StylesheetRun
  private let parameters: [String: String]

  struct Failure: Error {}

  init(_ stylesheet: Stylesheet, messages: MessageCatalogue, parameters: [String: String]) {
    self.stylesheet = stylesheet
    self.run = StylesheetRun(messages)
    self.parameters = parameters
  }

  func callAsFunction(_ document: [UInt8]) throws -> [UInt8] {
    let source = document.withUnsafeBytes {
      xmlReadMemory(
        $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), nil, nil,
        Int32(XML_PARSE_NONET.rawValue))
    }
    defer { xmlFreeDoc(source) }
    guard let source, let context = xsltNewTransformContext(stylesheet.style, source) else { throw Failure() }
    defer { xsltFreeTransformContext(context) }
    context.pointee._private = Unmanaged.passUnretained(run).toOpaque()
    for (name, value) in parameters { xsltQuoteOneUserParam(context, name, value) }
    let tree = xsltApplyStylesheetUser(stylesheet.style, source, nil, nil, nil, context)
    defer { xmlFreeDoc(tree) }
    var text: UnsafeMutablePointer<xmlChar>?
    var length: Int32 = 0
    guard let tree, xsltSaveResultToString(&text, &length, tree, stylesheet.style) == 0, let text else {
      throw Failure()
    }
    defer { clibxml_free(text) }
    return Array(UnsafeBufferPointer(start: text, count: Int(length)))
  }
}
