public import Documents
import Register
import Store

/// What a comparison says of the pages of a PDF, which no seal covers.
public enum PageComparison: Hashable, Sendable {
  /// The document within gives these pages, to the byte.
  case same
  /// It gives others: the pages were changed, or another program made them.
  case differ
  /// It could not be told; the code says why, by its message.
  case notCompared(code: String)

  /// The code of its message.
  public var code: String {
    switch self {
    case .same: "PAGES_SAME"
    case .differ: "PAGES_DIFFER"
    case .notCompared(let code): code
    }
  }
}

extension DocumentCheck {
  /// Makes the pages of a PDF again from the document within and compares them.
  ///
  /// - Parameters:
  ///   - register: Where the templates are kept that the document was issued with; without it pages that differ prove
  ///     nothing.
  ///   - renderer: Renders by the templates that came with the program.
  public func comparePages(
    of pdf: [UInt8], register: Registry?, renderer: DocumentRenderer
  ) throws -> PageComparison {
    guard let document else { return .notCompared(code: "PAGES_UNREADABLE") }
    let kept = try register?.renderer(of: self, current: renderer)
    do {
      for language in Language.allCases {
        let pages = try (kept ?? renderer).speaking(language).render(document, as: .pdf)
        if pages == pdf { return .same }
      }
    } catch let fault as PDFFault {
      if fault.code == .componentMissing { return .notCompared(code: "PAGES_NO_WORKER") }
      if kept != nil { return .notCompared(code: "PAGES_UNREADABLE") }
    } catch is XMLFault where kept == nil {
      // Templates of another issue may not know the document at all.
    }
    return kept == nil ? .notCompared(code: "PAGES_OTHER_TEMPLATES") : .differ
  }
}

extension Registry {
  /// What renders a checked document by the templates that it was issued with, where the register holds it.
  fileprivate func renderer(
    of check: DocumentCheck, current: DocumentRenderer
  ) throws -> DocumentRenderer? {
    try look(.documentVerify) { connection in
      guard let document = try issued(check, in: connection) else { return nil }
      return try RenderingArchive(store, current: current).renderer(of: document)
    }
  }
}
