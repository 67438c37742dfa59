/// Why a document could not be set as PDF.
///
/// A fault holds facts only; its sentence stands in the message catalogue under `code.rawValue`.
public struct PDFFault: Error, Hashable, Sendable {
  /// The kind of fault, whose raw value is the code of its message.
  public enum Code: String, Sendable, CaseIterable {
    /// No Python, or one without the packages of `pdf/requirements.txt`; `component`, `command`.
    case componentMissing = "COMPONENT_MISSING"
    /// A character that no font of the house has; `character`, `field`, `line`.
    case character = "PDF_CHARACTER"
    /// A document that the stylesheet or the standards refuse; `reason`.
    case refused = "PDF_REFUSED"
    /// A document that ended two workers; `attempts`.
    case workerDied = "PDF_WORKER_DIED"
    /// A document that took longer than a page can take; `seconds`.
    case timeout = "PDF_TIMEOUT"
  }

  /// The kind of fault.
  public let code: Code
  /// What the message needs.
  public let facts: [String: String]

  /// Makes a fault.
  public init(_ code: Code, _ facts: [String: String] = [:]) {
    self.code = code
    self.facts = facts
  }

  static func missing(_ python: String) -> PDFFault {
    PDFFault(.componentMissing, ["component": "Typst (\(python))", "command": "make setup"])
  }
}
