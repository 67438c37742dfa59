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

    init(_ written: String) {
      self.pattern = written.split { " \n\t\r".contains($0) }.joined(separator: " ")
    }

    /// The names of the facts that the sentence needs, in order, each as often as it stands there.
    public var placeholders: [String] {
      var names: [String] = []
      _ = replaced { name in
        names.append(String(name))
        return nil
      }
      return names
    }

    /// The sentence with its facts; a place for which there is none stays visible.
    public func filled(with facts: [String: String]) -> String {
      replaced { facts[String($0)] }
    }

    private func replaced(_ value: (Substring) -> String?) -> String {
      guard pattern.utf8.contains(UInt8(ascii: "{")) else { return pattern }
      var result = ""
      var rest = pattern[...]
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        let name = rest[rest.index(after: open)..<close]
        result += rest[..<open]
        result += value(name) ?? "{\(name)}"
        rest = rest[rest.index(after: close)...]
      }
      return result + rest
    }
  }
}
