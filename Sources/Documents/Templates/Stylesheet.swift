package import CLibXML

/// A compiled stylesheet, which any number of threads may run at once.
///
/// The pointer is what makes the class unchecked. It is sound because the C structure is written while it is compiled,
/// which ends before `init` does, and freed in `deinit`, when no run can hold it. A run keeps everything it writes in
/// its own context and source. The exceptions in libxslt 1.1.35 are two fields for `xsl:number` and the function cache
/// in compiled XPath, where every thread writes the same value.
public final class Stylesheet: @unchecked Sendable {
  /// The name in the template set.
  public let name: String
  /// What libxslt compiled, which the benchmarks run without anything of ours around it.
  package let style: xsltStylesheetPtr

  /// Compiles a stylesheet of a set with the modules it includes.
  ///
  /// - Throws: a fault with file, line and reason.
  public init(_ name: String, from templates: TemplateSet) throws(XMLFault) {
    self.style = try StylesheetCompiler.compile(name, from: templates)
    self.name = name
  }

  deinit {
    xsltFreeStylesheet(style)
  }

  /// What one run may cost, so that a template gone wrong ends with a fault and not with the process.
  private enum Bounds {
    /// Templates within templates; libxslt itself needs about 1 kB of the thread's stack for each.
    static let depth: Int32 = 1000
    /// Variables and parameters alive at once.
    static let variables: Int32 = 15000
    /// Instructions carried out.
    static let instructions: UInt = 20_000_000
    /// Steps of XPath, a few seconds of one core.
    static let steps: UInt = 50_000_000
    /// Bytes of the result.
    static let output = 256 << 20
  }

  /// Transforms a document and serialises the result as `xsl:output` says.
  ///
  /// - Parameters:
  ///   - document: the source, parsed for this run alone, for a run writes into it.
  ///   - messages: what the functions of `urn:trygghetsregister:functions:1` read.
  ///   - parameters: values of `xsl:param`, taken as text and never as XPath.
  ///   - limit: the most bytes accepted as source.
  /// - Throws: a fault with the file and line of the template where the run failed, whatever it had produced.
  public func transform(
    _ document: [UInt8], messages: MessageCatalogue, parameters: [String: String] = [:],
    limit: Int = DocumentSize.standardLimit
  ) throws(XMLFault) -> [UInt8] {
    let source = try HardenedParser.parse(document, file: name, limit: limit)
    defer { xmlFreeDoc(source) }
    guard let context = xsltNewTransformContext(style, source) else { throw HardenedParser.outOfMemory(name) }
    defer { xsltFreeTransformContext(context) }

    let run = StylesheetRun(messages)
    let result: [UInt8]? = run.report.collect { receiver in
      clibxml_receive_transform_errors(context, receiver)
      prepare(context, run)
      for (parameter, value) in parameters { xsltQuoteOneUserParam(context, parameter, value) }
      let tree = xsltApplyStylesheetUser(style, source, nil, nil, nil, context)
      defer { xmlFreeDoc(tree) }
      // libxslt gives a document even for a run that failed.
      guard let tree, context.pointee.state == XSLT_STATE_OK else { return nil }
      return serialise(tree)
    }
    guard let result else { throw run.report.fault(.transform, file: name) }
    guard result.count <= Bounds.output else {
      throw XMLFault(
        .tooLarge, file: name, facts: ["bytes": String(result.count), "limit": String(Bounds.output)])
    }
    return result
  }

  private func prepare(_ context: xsltTransformContextPtr, _ run: StylesheetRun) {
    xsltSetCtxtSecurityPrefs(XMLLibrary.forbidAll, context)
    xsltSetCtxtParseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    context.pointee._private = Unmanaged.passUnretained(run).toOpaque()
    context.pointee.maxTemplateDepth = Bounds.depth
    context.pointee.maxTemplateVars = Bounds.variables
    context.pointee.opLimit = Bounds.instructions
    context.pointee.xpathCtxt.pointee.opLimit = Bounds.steps
    context.pointee.xpathCtxt.pointee.error = LibraryReport.noteError
    context.pointee.xpathCtxt.pointee.userData = Unmanaged.passUnretained(run.report).toOpaque()
  }

  private func serialise(_ tree: xmlDocPtr) -> [UInt8]? {
    var text: UnsafeMutablePointer<xmlChar>?
    var length: Int32 = 0
    guard xsltSaveResultToString(&text, &length, tree, style) == 0 else { return nil }
    // An empty result has no text at all.
    guard let text else { return [] }
    defer { clibxml_free(text) }
    return Array(UnsafeBufferPointer(start: text, count: Int(length)))
  }
}
