import CLibXML

extension MarkupElement {
  /// Parses a document and gives its root.
  ///
  /// - Parameters:
  ///   - bytes: the document in UTF-8, with or without a byte order mark, without a DOCTYPE.
  ///   - file: what faults call the document.
  ///   - limit: the most bytes accepted.
  /// - Throws: a fault with line and column where the document is not well-formed, else the limit it passes.
  public init(
    parsing bytes: [UInt8], file: String, limit: Int = DocumentSize.standardLimit
  ) throws(XMLFault) {
    let tree = try HardenedParser.parse(bytes, file: file, limit: limit, options: XML_PARSE_BIG_LINES)
    defer { xmlFreeDoc(tree) }
    guard let root = xmlDocGetRootElement(tree) else { throw XMLFault(.malformed, file: file) }
    self.init(root: root, file: file)
  }

  /// Turns a C tree into values, with a stack of its own so that depth costs no stack of the thread.
  private init(root: xmlNodePtr, file: String) {
    var open = [OpenElement(root)]
    var next = root.pointee.children
    while true {
      if let node = next {
        switch node.pointee.type {
        case XML_ELEMENT_NODE:
          open.append(OpenElement(node))
          next = node.pointee.children
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
          open[open.count - 1].append(text: node.pointee.content)
          next = node.pointee.next
        default:
          next = node.pointee.next
        }
      } else {
        let closed = open.removeLast()
        let element = MarkupElement(closed, file: file)
        guard !open.isEmpty else {
          self = element
          return
        }
        open[open.count - 1].nodes.append(.element(element))
        next = closed.node.pointee.next
      }
    }
  }

  private init(_ closed: OpenElement, file: String) {
    let node = closed.node
    var attributes: [Attribute] = []
    var next = node.pointee.properties
    while let attribute = next {
      attributes.append(
        Attribute(
          name: string(attribute.pointee.name), namespace: namespaceName(attribute.pointee.ns),
          value: value(of: attribute)))
      next = attribute.pointee.next
    }
    self.init(
      name: string(node.pointee.name), namespace: namespaceName(node.pointee.ns),
      attributes: attributes, nodes: closed.nodes, file: file, line: max(0, xmlGetLineNo(node)))
  }
}

/// An element whose end is not reached yet.
private struct OpenElement {
  let node: xmlNodePtr
  var nodes: [MarkupElement.Node] = []

  init(_ node: xmlNodePtr) {
    self.node = node
  }

  mutating func append(text content: UnsafePointer<xmlChar>?) {
    guard let content, content.pointee != 0 else { return }
    let run = String(cString: content)
    // Text and CDATA that follow each other are one run, as the reader of the document sees it.
    if case .text(let before)? = nodes.last {
      nodes[nodes.count - 1] = .text(before + run)
    } else {
      nodes.append(.text(run))
    }
  }
}

private func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
  pointer.map { String(cString: $0) } ?? ""
}

private func namespaceName(_ namespace: xmlNsPtr?) -> String {
  namespace.map { string($0.pointee.href) } ?? ""
}

/// The value of an attribute: without entities it is one text node, or none when it is empty.
private func value(of attribute: xmlAttrPtr) -> String {
  attribute.pointee.children.map { string($0.pointee.content) } ?? ""
}
