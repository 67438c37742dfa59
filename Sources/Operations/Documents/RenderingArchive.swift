import Documents
import Register
import Store

/// Renders documents by the templates that they were issued with, whatever has become of the files since.
struct RenderingArchive: Sendable {
  private let store: Database
  /// What renders by the templates in use.
  let current: DocumentRenderer

  /// Opens the archive of a register.
  ///
  /// - Parameter current: renders by the templates in use, which most documents were issued with, and keeps at hand what
  ///   renders by those before.
  init(_ store: Database, current: DocumentRenderer) {
    self.store = store
    self.current = current
  }

  /// What renders the documents of a template set.
  ///
  /// - Throws: `damaged` when the register does not hold the files that the digest stands for.
  func renderer(of templateSet: [UInt8]) throws -> DocumentRenderer {
    if try current.templates.digest() == templateSet { return current }
    return try current.renderer(byEarlier: templateSet) {
      let templates = TemplateSet(
        files: try store.read { connection in try connection.templateSet(templateSet) })
      guard try templates.digest() == templateSet else {
        throw StoreError(.damaged, store.files.database)
      }
      return templates
    }
  }

  /// What renders a document: by its own templates, or by those in use where its own fail on it.
  ///
  /// Nothing is issued with templates that fail, but a register may hold documents from before they were tried, whose
  /// XML is as good as any.
  func renderer(of document: StoredDocument) throws -> DocumentRenderer {
    let own = try renderer(of: document.templateSet)
    guard try current.templates.digest() != document.templateSet else { return own }
    do {
      try own.tryOut(IssuedDocument(document))
      return own
    } catch is XMLFault {
      return current
    }
  }

  /// Renders one document.
  func render(_ document: StoredDocument, as form: DocumentForm) throws -> [UInt8] {
    try renderer(of: document).render(IssuedDocument(document), as: form)
  }

  /// Sets many documents as PDF, each handed over with its place as soon as all before it are.
  func renderPages(
    of documents: [StoredDocument], _ receive: (Int, Result<[UInt8], PDFFault>) throws -> Void
  ) throws {
    var rest = documents[...]
    while let first = rest.first {
      let alike = rest.prefix { $0.templateSet == first.templateSet }
      try renderer(of: first).renderPages(of: alike.map(IssuedDocument.init)) { place, pages in
        try receive(alike.startIndex + place, pages)
      }
      rest = rest.dropFirst(alike.count)
    }
  }
}

extension Transaction {
  /// Issues a document, and keeps the templates that render it from now on, unless they fail on it.
  ///
  /// - Throws: a fault of the templates; then nothing of the act is stored.
  func issue(_ document: StoredDocument, with renderer: DocumentRenderer) throws {
    try renderer.tryOut(IssuedDocument(document))
    let digest = try renderer.templates.digest()
    if try !connection.keepsTemplateSet(digest) {
      try connection.insertTemplateSet(digest, files: try renderer.templates.allFiles(), entry: entry)
    }
    try connection.insertDocument(document, entry: entry)
  }
}

extension IssuedDocument {
  /// A document as it is given out: its XML with the seal.
  init(_ stored: StoredDocument) {
    self.init(
      number: stored.number, kind: stored.kind, issuedOn: stored.issuedOn,
      xml: SealedXML(
        stored.xml, seal: .init(key: stored.sealKey.description, signature: stored.seal)
      ).file)
  }
}
