/// The shapes in which an issued document is given out.
public enum DocumentForm: String, CaseIterable, Sendable {
  /// A page for reading and printing, complete in one file.
  case html
  /// Plain text.
  case text
  /// The document itself.
  case xml
  /// Pages for printing and filing, with the document itself inside.
  case pdf

  /// The end of a file's name.
  public var suffix: String { self == .text ? "txt" : rawValue }
}
