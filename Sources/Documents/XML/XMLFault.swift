/// What is wrong with a document, a schema, a template or a value to be written, and where.
///
/// A fault holds facts only; its sentence stands in the message catalogue under `code.rawValue`.
public struct XMLFault: Error, Hashable, Sendable {
  /// The kind of fault, whose raw value is the code of its message.
  public enum Code: String, Sendable, CaseIterable {
    /// Not well-formed, not UTF-8, or a namespace prefix without a declaration.
    case malformed = "XML_MALFORMED"
    /// A DOCTYPE, which no document of the house has.
    case doctype = "XML_DOCTYPE"
    /// More bytes than the reader or the run allows.
    case tooLarge = "XML_TOO_LARGE"
    /// Elements nested too deeply.
    case tooDeep = "XML_TOO_DEEP"
    /// The element lacks an attribute it must have.
    case attributeMissing = "XML_ATTRIBUTE_MISSING"
    /// An attribute whose value cannot be read.
    case attributeValue = "XML_ATTRIBUTE_VALUE"
    /// An attribute that the element does not know.
    case attributeUnknown = "XML_ATTRIBUTE_UNKNOWN"
    /// The element lacks a child it must have.
    case elementMissing = "XML_ELEMENT_MISSING"
    /// An element that does not belong in its place.
    case elementUnknown = "XML_ELEMENT_UNKNOWN"
    /// A value that holds a character no XML document can hold.
    case character = "XML_CHARACTER"
    /// A comment that holds two hyphens in a row.
    case comment = "XML_COMMENT"
    /// Not valid by its schema.
    case invalid = "XML_INVALID"
    /// A schema that is itself wrong.
    case schema = "XML_SCHEMA"
    /// A template that no folder of the set holds, or whose name leads out of it.
    case templateMissing = "TEMPLATE_MISSING"
    /// A stylesheet that cannot be compiled.
    case stylesheet = "STYLESHEET"
    /// A stylesheet that failed, was stopped or asked for something forbidden while it ran.
    case transform = "TRANSFORM"
    /// Two messages with the same code.
    case messageDuplicate = "MESSAGE_DUPLICATE"
  }

  /// The kind of fault.
  public let code: Code
  /// The file as the caller named it, empty when there is none.
  public let file: String
  /// The line from 1, or 0 when it is not known.
  public let line: Int
  /// The column from 1, or 0 when it is not known.
  public let column: Int
  /// What the message needs beside the place: `reason`, `element`, `attribute`, `field` and so on.
  public let facts: [String: String]

  /// Makes a fault at a place.
  public init(
    _ code: Code, file: String = "", line: Int = 0, column: Int = 0, facts: [String: String] = [:]
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.facts = facts
  }
}

extension XMLFault: CustomStringConvertible {
  /// The fault on one line, as a compiler would print it.
  public var description: String {
    let place = ([file] + [line, column].filter { $0 > 0 }.map(String.init)).joined(separator: ":")
    let details = facts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return "\(place): \(code.rawValue)" + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }
}
