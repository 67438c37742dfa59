import Identity
import Synchronization

extension DocumentRenderer {
  /// Renders a document in every form before it is issued, since these templates then are its own for ever.
  ///
  /// The templates that come with the program are tried with the first document of each kind. Where a user's own stand
  /// before them every document is tried, for what fails may lie in a branch that few documents take.
  ///
  /// - Throws: a fault of the templates with file, line and reason.
  public func tryOut(_ document: IssuedDocument) throws {
    let isFirst = templates.triedKinds.withLock { !$0.contains(document.kind) }
    guard isFirst || templates.isOverridden else { return }
    for language in Language.allCases {
      let renderer = speaking(language)
      _ = try renderer.render(document, as: .text)
      _ = try renderer.render(document, as: .html)
      _ = try renderer.page(of: document)
    }
    if isFirst, templates.isOverridden { try tryPages(of: document) }
    templates.triedKinds.withLock { _ = $0.insert(document.kind) }
  }

  /// Sets a document as PDF, where the worker is; a character that no font has is no fault of the templates.
  private func tryPages(of document: IssuedDocument) throws {
    do {
      _ = try render(document, as: .pdf)
    } catch let fault as PDFFault where fault.code == .refused {
      throw XMLFault(.transform, file: "html/\(document.kind).xsl", facts: fault.facts)
    } catch let fault as PDFFault where fault.code == .componentMissing || fault.code == .character {
    }
  }
}
