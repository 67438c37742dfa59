/// One message of the catalogue: what happened, by which source, and what to do about it.
public struct Message: Sendable {
  /// The sentence.
  public let text: Template
  /// The law or decision behind it, where there is one.
  public let source: Template?
  /// What the reader can do, where there is something.
  public let remedy: Template?

  /// A sentence with places for facts, written `{name}`.
  public struct Template: Hashable, Sendable {
    /// The sentence as written, its white space collapsed.
    public let pattern: String

    /// What stands between the places and the names of the places, by turns; the first is a text.
    private let parts: [String]

    init(_ written: String) {
      pattern = Template.collapsed(written)
      var parts: [String] = []
      var rest = pattern[...]
      while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
        let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
      {
        parts += [String(rest[..<open]), String(rest[rest.utf8.index(after: open)..<close])]
        rest = rest[rest.utf8.index(after: close)...]
      }
      self.parts = parts + [String(rest)]
    }

    /// A text with each run of white space as one space, and none at its ends.
    ///
    /// Byte by byte, since every command reads every message before it can say one.
    private static func collapsed(_ written: String) -> String {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(written.utf8.count)
      var isBetweenWords = false
      for byte in written.utf8 {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
          isBetweenWords = !bytes.isEmpty
        default:
          if isBetweenWords { bytes.append(UInt8(ascii: " ")) }
          isBetweenWords = false
          bytes.append(byte)
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }

    /// The names of the facts that the sentence needs, in order, each as often as it stands there.
    public var placeholders: [String] {
      stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
    }

    /// The sentence with its facts; a place for which there is none stays visible.
    public func filled(with facts: [String: String]) -> String {
      guard parts.count > 1 else { return pattern }
      return parts.indices.reduce(into: "") { text, part in
        text += part.isMultiple(of: 2) ? parts[part] : facts[parts[part]] ?? "{\(parts[part])}"
      }
    }
  }
}
