import Documents
import Register
import Store
import Synchronization

/// The templates that documents were issued with, whatever has become of the files since.
final class TemplateArchive: Sendable {
  private let store: Database
  private let current: TemplateSet
  private let kept = Mutex<[[UInt8]: TemplateSet]>([:])

  /// Opens the archive of a register.
  ///
  /// - Parameter current: the templates in use, which most documents were issued with and which are compiled already.
  init(_ store: Database, current: TemplateSet) {
    self.store = store
    self.current = current
  }

  /// The template set of a digest.
  ///
  /// - Throws: `damaged` when the register does not hold the files that the digest stands for.
  func templates(_ digest: [UInt8]) throws -> TemplateSet {
    if try current.digest() == digest { return current }
    if let known = kept.withLock({ $0[digest] }) { return known }
    let set = TemplateSet(files: try store.read { connection in try connection.templateSet(digest) })
    guard try set.digest() == digest else { throw StoreError(.damaged, store.files.database) }
    return kept.withLock { kept in
      let first = kept[digest] ?? set
      kept[digest] = first
      return first
    }
  }

  /// Renders a document by the templates that it was issued with.
  func render(_ document: StoredDocument, as form: DocumentForm, in language: Language) throws -> [UInt8] {
    try templates(document.templateSet).render(document.sealed, kind: document.kind, as: form, in: language)
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
