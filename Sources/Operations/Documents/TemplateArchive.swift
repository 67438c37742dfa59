import Documents
import Register
import Store
import Synchronization

/// The templates that documents were issued with, whatever has become of the files since.
final class TemplateArchive: Sendable {
  private let store: Database
  private let current: DocumentRenderer
  private let kept = Mutex<[[UInt8]: DocumentRenderer]>([:])

  /// Opens the archive of a register.
  ///
  /// - Parameter current: renders by the templates in use, which most documents were issued with and which are compiled.
  init(_ store: Database, current: DocumentRenderer) {
    self.store = store
    self.current = current
  }

  /// Renders a document by the templates that it was issued with.
  func render(_ document: StoredDocument, as form: DocumentForm) throws -> [UInt8] {
    try renderer(document.templateSet).render(IssuedDocument(document), as: form)
  }

  /// Sets documents as PDF, each by its own templates and handed over in their order.
  func renderPages(
    of documents: [StoredDocument], _ receive: (Int, Result<[UInt8], PDFFault>) throws -> Void
  ) throws {
    var start = 0
    while start < documents.count {
      let digest = documents[start].templateSet
      let end = documents[start...].firstIndex { $0.templateSet != digest } ?? documents.count
      try renderer(digest).renderPages(of: documents[start..<end].map(IssuedDocument.init)) {
        try receive(start + $0, $1)
      }
      start = end
    }
  }

  /// What renders by the template set of a digest.
  ///
  /// - Throws: `damaged` when the register does not hold the files that the digest stands for.
  private func renderer(_ digest: [UInt8]) throws -> DocumentRenderer {
    if try current.templates.digest() == digest { return current }
    if let known = kept.withLock({ $0[digest] }) { return known }
    let set = TemplateSet(files: try store.read { connection in try connection.templateSet(digest) })
    guard try set.digest() == digest else { throw StoreError(.damaged, store.files.database) }
    return kept.withLock { kept in
      let first = kept[digest] ?? current.using(set)
      kept[digest] = first
      return first
    }
  }
}

extension Transaction {
  /// Keeps a template set in the register, unless it is kept, before a document is issued with it.
  func keep(_ templates: TemplateSet) throws {
    let digest = try templates.digest()
    guard try !connection.keepsTemplateSet(digest) else { return }
    try connection.insertTemplateSet(digest, files: try templates.allFiles(), entry: entry)
  }
}

extension StoredDocument {
  /// The document with its seal, as its XML is given out.
  var sealed: [UInt8] {
    SealedXML(xml, seal: .init(key: sealKey.description, signature: seal)).file
  }
}
