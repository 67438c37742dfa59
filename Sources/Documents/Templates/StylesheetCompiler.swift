import CLibXML
import Synchronization

/// Compiles stylesheets, one at a time: libxslt reports errors of compilation through one global for the process.
enum StylesheetCompiler {
  /// The process-wide lock of compilation.
  private static let lock = Mutex(())

  /// Compiles a module and what it includes, into a stylesheet that the caller must free.
  static func compile(_ name: String, from templates: TemplateSet) throws(XMLFault) -> xsltStylesheetPtr {
    XMLLibrary.start()
    let job = Job(templates)
    let result: Result<Compiled, XMLFault> = lock.withLock { _ in
      withExtendedLifetime(job) {
        do throws(XMLFault) {
          return .success(Compiled(pointer: try compileLocked(name, job)))
        } catch {
          return .failure(error)
        }
      }
    }
    return try result.get().pointer
  }

  /// Serves the modules a stylesheet includes; a document asked for by a running one is never served.
  static let loader: xsltDocLoaderFunc = { address, dictionary, _, context, kind in
    guard kind == XSLT_LOAD_STYLESHEET, let address,
      var style = context?.assumingMemoryBound(to: xsltStylesheet.self)
    else { return nil }
    // An imported stylesheet is one of its own; the one the compiler made stands at the top.
    while let parent = style.pointee.parent { style = parent }
    guard let job = style.pointee._private else { return nil }
    return Unmanaged<Job>.fromOpaque(job).takeUnretainedValue()
      .module(at: String(cString: address), dictionary: dictionary)
  }

  private static func compileLocked(_ name: String, _ job: Job) throws(XMLFault) -> xsltStylesheetPtr {
    let tree = try job.parse(name, dictionary: nil)
    guard let style = xsltNewStylesheet() else {
      xmlFreeDoc(tree)
      throw HardenedParser.outOfMemory(name)
    }
    style.pointee._private = Unmanaged.passUnretained(job).toOpaque()
    let status = job.report.collect { receiver in
      clibxml_receive_compile_errors(receiver)
      defer { clibxml_receive_compile_errors(nil) }
      return xsltParseStylesheetUser(style, tree)
    }
    style.pointee._private = nil
    // A non-zero status leaves the tree with the caller; an XPath that does not compile may leave none.
    guard status == 0, job.fault == nil, !job.report.hasErrors else {
      xsltFreeStylesheet(style)
      if status != 0 { xmlFreeDoc(tree) }
      throw job.fault ?? job.report.fault(.stylesheet, file: name)
    }
    return style
  }

  /// Carries the pointer through a `Result`, whose value the lock demands to be sendable.
  private struct Compiled: @unchecked Sendable {
    // Made under the lock and handed to one caller.
    let pointer: xsltStylesheetPtr
  }

  private final class Job {
    let templates: TemplateSet
    let report = LibraryReport()
    var fault: XMLFault?

    init(_ templates: TemplateSet) {
      self.templates = templates
    }

    func module(at address: String, dictionary: xmlDictPtr?) -> xmlDocPtr? {
      do throws(XMLFault) {
        guard let name = TemplateAddress.name(from: address) else {
          throw XMLFault(.templateMissing, file: address)
        }
        return try parse(name, dictionary: dictionary)
      } catch {
        fault = fault ?? error
        return nil
      }
    }

    func parse(_ name: String, dictionary: xmlDictPtr?) throws(XMLFault) -> xmlDocPtr {
      try HardenedParser.parse(
        try templates.contents(of: name), file: name, limit: 4 << 20, options: XML_PARSE_NOCDATA,
        address: TemplateAddress.prefix + name, dictionary: dictionary)
    }
  }
}
