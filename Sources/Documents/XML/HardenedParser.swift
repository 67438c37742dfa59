import CLibXML

/// How large a document may be where the caller has no reason to say otherwise.
public enum DocumentSize {
  /// 64 MB, far above any document of the house but below what would trouble a small machine.
  public static let standardLimit = 64 << 20
}

/// The one way bytes become a C tree.
///
/// No DOCTYPE, so no entity and no external subset; no other encoding than UTF-8; nothing is fetched, nothing
/// repaired. Without `XML_PARSE_HUGE` libxml2 itself caps an attribute at 10 MB, a name at 50 000 bytes and the
/// depth at 256 elements; a text is capped by the size of the document alone.
enum HardenedParser {
  /// libxml2's own limit, by which its error for depth is told from its other internal errors.
  static let depthLimit: Int32 = 256

  /// Parses into a tree that the caller owns and must free.
  ///
  /// - Parameters:
  ///   - file: what faults call the document.
  ///   - address: the base of relative references in it.
  ///   - dictionary: the dictionary that shall hold its names, else one of its own.
  static func parse(
    _ bytes: [UInt8], file: String, limit: Int, options: xmlParserOption = xmlParserOption(0),
    address: String? = nil, dictionary: xmlDictPtr? = nil
  ) throws(XMLFault) -> xmlDocPtr {
    XMLLibrary.start()
    guard bytes.count <= min(limit, Int(Int32.max)) else {
      throw XMLFault(
        .tooLarge, file: file, facts: ["bytes": String(bytes.count), "limit": String(limit)])
    }
    guard let context = xmlNewParserCtxt() else { throw outOfMemory(file) }
    defer { xmlFreeParserCtxt(context) }
    if let dictionary {
      xmlDictFree(context.pointee.dict)
      xmlDictReference(dictionary)
      context.pointee.dict = dictionary
    }

    var log = ParseLog(file: file)
    let tree = withUnsafeMutablePointer(to: &log) { log in
      context.pointee._private = UnsafeMutableRawPointer(log)
      context.pointee.sax.pointee.internalSubset = refuseDoctype
      context.pointee.sax.pointee.serror = noteFirstError
      return bytes.withUnsafeBytes {
        xmlCtxtReadMemory(
          context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), address, nil,
          Int32((XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue) | options.rawValue))
      }
    }
    // A tree may be there although the parse was stopped.
    if let fault = log.fault {
      xmlFreeDoc(tree)
      throw fault
    }
    guard let tree else { throw XMLFault(.malformed, file: file) }
    return tree
  }

  static func outOfMemory(_ file: String) -> XMLFault {
    XMLFault(.tooLarge, file: file, facts: ["reason": "out of memory"])
  }
}

/// What the parser's callbacks found: the first fault, for those after it are mostly its consequences.
private struct ParseLog {
  let file: String
  var fault: XMLFault?

  mutating func note(_ code: XMLFault.Code, line: Int, column: Int, reason: String?) {
    guard fault == nil else { return }
    fault = XMLFault(
      code, file: file, line: line, column: column, facts: reason.map { ["reason": $0] } ?? [:])
  }
}

private let refuseDoctype: internalSubsetSAXFunc = { context, _, _, _ in
  guard let context else { return }
  let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
  let log = parser.pointee._private.assumingMemoryBound(to: ParseLog.self)
  log.pointee.note(.doctype, line: Int(parser.pointee.input.pointee.line), column: 0, reason: nil)
  xmlStopParser(parser)
}

private let noteFirstError: xmlStructuredErrorFunc = { context, error in
  guard let context, let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
  let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
  let log = parser.pointee._private.assumingMemoryBound(to: ParseLog.self)
  let isTooDeep =
    error.pointee.code == XML_ERR_INTERNAL_ERROR.rawValue
    && parser.pointee.nodeNr >= HardenedParser.depthLimit
  log.pointee.note(
    isTooDeep ? .tooDeep : .malformed, line: Int(error.pointee.line), column: Int(error.pointee.int2),
    reason: isTooDeep ? nil : error.pointee.message.map { String(cString: $0).trimmedLine })
}

extension String {
  /// The first line without the spaces round it.
  var trimmedLine: String {
    String(split(whereSeparator: \.isNewline).first ?? "").trimmedSpaces
  }

  /// The text without spaces at either end.
  var trimmedSpaces: String {
    let rest = drop { $0 == " " }
    let end = rest.lastIndex { $0 != " " }.map(rest.index(after:)) ?? rest.startIndex
    return String(rest[..<end])
  }
}
