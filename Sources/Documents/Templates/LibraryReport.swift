import CLibXML

/// What libxml2 and libxslt say while one of them works: text only, for libxslt never learnt to report facts.
final class LibraryReport {
  private var text = ""
  /// A failed run may print a backtrace of thousands of lines.
  private static let limit = 4096

  /// Whether anything was said.
  var hasErrors: Bool { !text.isEmpty }

  /// Runs a piece of work whose errors come here; it must not leave its thread.
  ///
  /// The closure is given the receiver that libxslt's own functions ask for.
  func collect<Value>(_ work: (UnsafeMutablePointer<clibxml_receiver>) -> Value) -> Value {
    let context = Unmanaged.passUnretained(self).toOpaque()
    xmlSetStructuredErrorFunc(context, LibraryReport.noteError)
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    var receiver = clibxml_receiver(
      receive: { context, text in
        guard let context, let text else { return }
        Unmanaged<LibraryReport>.fromOpaque(context).takeUnretainedValue().append(String(cString: text))
      }, context: context)
    return withExtendedLifetime(self) {
      withUnsafeMutablePointer(to: &receiver) { receiver in
        clibxml_receive_generic_errors(receiver)
        defer { clibxml_receive_generic_errors(nil) }
        return work(receiver)
      }
    }
  }

  /// The callback for libxml2's errors, whose context is the report.
  static let noteError: xmlStructuredErrorFunc = { context, error in
    guard let context, let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue,
      let message = error.pointee.message
    else { return }
    Unmanaged<LibraryReport>.fromOpaque(context).takeUnretainedValue().append(String(cString: message))
  }

  /// The fault: the first place named and the first reasons given.
  func fault(_ code: XMLFault.Code, file: String) -> XMLFault {
    var place: (file: String, line: Int)?
    var reasons: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      if let found = LibraryReport.place(in: line) {
        place = place ?? found
      } else if reasons.count < 3 {
        let reason = String(line).trimmedSpaces
        if !reasons.contains(reason) { reasons.append(reason) }
      }
    }
    return XMLFault(
      code, file: place?.file ?? file, line: place?.line ?? 0,
      facts: reasons.isEmpty ? [:] : ["reason": reasons.joined(separator: "; ")])
  }

  /// Reads libxslt's line `runtime error: file X line 3 element Y`.
  private static func place(in line: Substring) -> (file: String, line: Int)? {
    guard line.hasPrefix("compilation error") || line.hasPrefix("runtime error") else { return nil }
    let words = line.split(separator: " ")
    guard let file = words.firstIndex(of: "file"), file + 3 < words.count, words[file + 2] == "line",
      let number = Int(words[file + 3])
    else { return ("", 0) }
    let address = String(words[file + 1])
    return (TemplateAddress.name(from: address) ?? address, number)
  }

  private func append(_ more: String) {
    if text.utf8.count < LibraryReport.limit { text += more }
  }
}
