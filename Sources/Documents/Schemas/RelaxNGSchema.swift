import CLibXML
import Synchronization

/// A compiled RELAX NG grammar, which any number of threads may validate with at once.
///
/// The pointer is what makes the class unchecked. It is sound because the C structure, with the content models and
/// patterns in it, is written while it is compiled, which ends before `init` does, and freed in `deinit`, when no
/// validation can hold it. A validation keeps everything it writes in its own context and source.
public final class RelaxNGSchema: @unchecked Sendable {
  private let schema: xmlRelaxNGPtr

  /// Faults beyond this many in one document are left out; they are mostly consequences.
  public static let faultLimit = 100

  /// libxml2 registers the data types on first use, without a lock of its own.
  private static let compiling = Mutex(())

  /// Compiles a grammar in XML syntax that stands in one file; nothing it includes is read.
  ///
  /// - Throws: a fault with file and line where the grammar is wrong.
  public init(parsing bytes: [UInt8], file: String) throws(XMLFault) {
    let tree = try HardenedParser.parse(bytes, file: file, limit: 4 << 20)
    defer { xmlFreeDoc(tree) }
    var log = FaultLog(.schema, file: file)
    let compiled = RelaxNGSchema.compiling.withLock { _ in
      guard let parser = xmlRelaxNGNewDocParserCtxt(tree) else { return CompiledGrammar(pointer: nil) }
      defer { xmlRelaxNGFreeParserCtxt(parser) }
      return log.collect { log in
        xmlRelaxNGSetParserStructuredErrors(parser, FaultLog.note, log)
        return CompiledGrammar(pointer: xmlRelaxNGParse(parser))
      }
    }
    guard let schema = compiled.pointer, log.faults.isEmpty else {
      xmlRelaxNGFree(compiled.pointer)
      throw log.faults.first ?? XMLFault(.schema, file: file)
    }
    self.schema = schema
  }

  deinit {
    xmlRelaxNGFree(schema)
  }

  /// Validates a document and gives what is wrong with it, each with its line; nothing when it is valid.
  ///
  /// - Throws: a fault when the document is not well-formed or passes a limit.
  public func validate(
    _ document: [UInt8], file: String, limit: Int = DocumentSize.standardLimit
  ) throws(XMLFault) -> [XMLFault] {
    let tree = try HardenedParser.parse(document, file: file, limit: limit, options: XML_PARSE_BIG_LINES)
    defer { xmlFreeDoc(tree) }
    guard let context = xmlRelaxNGNewValidCtxt(schema) else { throw HardenedParser.outOfMemory(file) }
    defer { xmlRelaxNGFreeValidCtxt(context) }
    var log = FaultLog(.invalid, file: file)
    let status = log.collect { log in
      xmlRelaxNGSetValidStructuredErrors(context, FaultLog.note, log)
      return xmlRelaxNGValidateDoc(context, tree)
    }
    // A failure without an error would otherwise pass for a valid document.
    return status != 0 && log.faults.isEmpty ? [XMLFault(.invalid, file: file)] : log.placed
  }
}

/// Carries the pointer out of the lock, which demands a sendable value; it has one owner.
private struct CompiledGrammar: @unchecked Sendable {
  let pointer: xmlRelaxNGPtr?
}

/// The faults that libxml2 reports while it compiles a grammar or validates by it.
private struct FaultLog {
  let code: XMLFault.Code
  let file: String
  var faults: [XMLFault] = []

  init(_ code: XMLFault.Code, file: String) {
    self.code = code
    self.file = file
  }

  /// Runs a piece of work that reports here, on this thread.
  mutating func collect<Value>(_ work: (UnsafeMutableRawPointer) -> Value) -> Value {
    withUnsafeMutablePointer(to: &self) { log in
      let context = UnsafeMutableRawPointer(log)
      xmlSetStructuredErrorFunc(context, FaultLog.note)
      defer { xmlSetStructuredErrorFunc(nil, nil) }
      return work(context)
    }
  }

  /// The faults, each with a line: libxml2 names none for an attribute, but the element's own fault follows it.
  var placed: [XMLFault] {
    var line = faults.last { $0.line > 0 }?.line ?? 0
    return faults.reversed().map { fault in
      if fault.line > 0 { line = fault.line }
      return XMLFault(fault.code, file: fault.file, line: line, facts: fault.facts)
    }.reversed()
  }

  static let note: xmlStructuredErrorFunc = { context, error in
    guard let context, let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    let log = context.assumingMemoryBound(to: FaultLog.self)
    guard log.pointee.faults.count < RelaxNGSchema.faultLimit else { return }
    var facts: [String: String] = [:]
    if let reason = reason(error) { facts["reason"] = reason }
    log.pointee.faults.append(
      XMLFault(log.pointee.code, file: log.pointee.file, line: Int(error.pointee.line), facts: facts))
  }

  /// What libxml2 says, without the value it quotes, which may be somebody's number.
  private static func reason(_ error: xmlErrorPtr) -> String? {
    guard let message = error.pointee.message.map({ String(cString: $0).trimmedLine }) else { return nil }
    let quoted: UnsafeMutablePointer<CChar>? =
      switch xmlRelaxNGValidErr(rawValue: UInt32(bitPattern: error.pointee.code)) {
      case XML_RELAXNG_ERR_TYPEVAL: error.pointee.str2
      case XML_RELAXNG_ERR_DUPID, XML_RELAXNG_ERR_LISTEXTRA: error.pointee.str1
      default: nil
      }
    guard let quoted, quoted.pointee != 0 else { return message }
    return message.replacing(String(cString: quoted), with: "…")
  }
}
