/// Writes a document as UTF-8 bytes, in the one form the same calls always give.
///
/// Attributes stand in the order given, nothing is indented, an element without content is written `<a/>`, lines end
/// in LF, and what a parser would change is written as a reference, so that every value is read back as it was.
/// After a fault the bytes are no document.
///
/// ```swift
/// var writer = XMLWriter()
/// try writer.element("statement", ["xmlns": "urn:example", "year": "2027"]) { writer throws(XMLFault) in
///   try writer.element("name", text: "Åsa <O'Neil>")
/// }
/// ```
public struct XMLWriter: Sendable {
  /// What has been written and not yet drained.
  public private(set) var bytes: [UInt8] = []

  private var path: [String] = []
  private var startTagIsOpen = false

  /// Makes a writer, by default with the XML declaration and a line feed written.
  public init(declaration: Bool = true) {
    if declaration { put(#"<?xml version="1.0" encoding="UTF-8"?>"# + "\n") }
  }

  /// Writes an element and what the closure writes within it.
  ///
  /// - Parameters:
  ///   - name: the qualified name, which the program chooses and no user.
  ///   - attributes: qualified names and values in the order to be written, namespace declarations among them;
  ///     an attribute whose value is nil is left out.
  public mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    content: (inout XMLWriter) throws(XMLFault) -> Void
  ) throws(XMLFault) {
    try open(name, attributes)
    try content(&self)
    close()
  }

  /// Writes an element that holds a text, or nothing.
  public mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String = ""
  ) throws(XMLFault) {
    try open(name, attributes)
    try self.text(text)
    close()
  }

  /// Begins an element that is ended by `close`, for a document that is drained while it is written.
  public mutating func open(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:]
  ) throws(XMLFault) {
    closeStartTag()
    path.append(name)
    put("<")
    put(name)
    for (attribute, value) in attributes {
      guard let value else { continue }
      put(" ")
      put(attribute)
      put("=\"")
      try append(value, as: .attribute(attribute))
      put("\"")
    }
    startTagIsOpen = true
  }

  /// Ends the element that is open.
  public mutating func close() {
    guard let name = path.popLast() else { return }
    if startTagIsOpen {
      startTagIsOpen = false
      return put("/>")
    }
    put("</")
    put(name)
    put(">")
  }

  /// Writes text into the element that is open.
  public mutating func text(_ text: String) throws(XMLFault) {
    guard !text.isEmpty else { return }
    closeStartTag()
    try append(text, as: .text)
  }

  /// Writes a document of the program's own as an element of this one.
  public mutating func embed(_ document: [UInt8]) {
    closeStartTag()
    let start = document.starts(with: Array("<?xml".utf8)) ? document.firstIndex(of: UInt8(ascii: "\n")) : nil
    bytes.append(contentsOf: document[(start.map { $0 + 1 } ?? 0)...])
  }

  /// Writes a comment, with a line feed after it where it stands outside the root.
  public mutating func comment(_ text: String) throws(XMLFault) {
    guard !text.contains("--"), text.last != "-" else {
      throw XMLFault(.comment, facts: ["field": field(nil)])
    }
    closeStartTag()
    put("<!--")
    try append(text, as: .comment)
    put(path.isEmpty ? "-->\n" : "-->")
  }

  /// Hands over what has been written and forgets it, so that a document of any length needs little memory.
  public mutating func drain<Failure: Error>(
    to consume: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    // The standard library's closure takes no typed error.
    let outcome: Result<Void, Failure> = bytes.withUnsafeBytes { written in
      do throws(Failure) {
        return .success(try consume(written))
      } catch {
        return .failure(error)
      }
    }
    try outcome.get()
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func closeStartTag() {
    guard startTagIsOpen else { return }
    startTagIsOpen = false
    put(">")
  }

  private mutating func put(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// The place of a value in the document, such as `statement/person/@name`.
  private func field(_ attribute: String?) -> String {
    (path + (attribute.map { ["@" + $0] } ?? [])).joined(separator: "/")
  }

  /// Where a value stands, which decides what a parser would not give back unchanged.
  private enum Place {
    case text, comment
    case attribute(String)
  }

  /// Copies the runs between the few bytes that need a reference.
  private mutating func append(_ value: String, as place: Place) throws(XMLFault) {
    var value = value
    let forbidden: UInt32? = value.withUTF8 { utf8 in
      var copied = 0
      for (index, byte) in utf8.enumerated() where byte <= UInt8(ascii: ">") || byte == 0xEF {
        if let character = XMLWriter.forbiddenCharacter(utf8, at: index) { return character }
        guard let reference = XMLWriter.reference(for: byte, in: place) else { continue }
        bytes.append(contentsOf: utf8[copied..<index])
        bytes.append(
          contentsOf: UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
        copied = index + 1
      }
      bytes.append(contentsOf: utf8[copied...])
      return nil
    }
    guard let forbidden else { return }
    let digits = String(forbidden, radix: 16, uppercase: true)
    let attribute: String? = if case .attribute(let name) = place { name } else { nil }
    throw XMLFault(
      .character,
      facts: [
        "field": field(attribute),
        "character": "U+" + String(repeating: "0", count: 4 - digits.count) + digits,
      ])
  }

  /// The character at a byte, if XML 1.0 cannot hold it: a control, U+FFFE or U+FFFF.
  private static func forbiddenCharacter(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
    switch utf8[index] {
    case 0x09, 0x0A, 0x0D: nil
    case 0..<0x20: UInt32(utf8[index])
    // The two are EF BF BE and EF BF BF.
    case 0xEF where utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE: 0xFF40 + UInt32(utf8[index + 2])
    default: nil
    }
  }

  private static func reference(for byte: UInt8, in place: Place) -> StaticString? {
    switch (byte, place) {
    case (_, .comment): nil
    case (UInt8(ascii: "&"), _): "&amp;"
    case (UInt8(ascii: "<"), _): "&lt;"
    case (UInt8(ascii: ">"), .text): "&gt;"
    case (0x0D, _): "&#13;"
    case (UInt8(ascii: "\""), .attribute): "&quot;"
    case (0x09, .attribute): "&#9;"
    case (0x0A, .attribute): "&#10;"
    default: nil
    }
  }
}
