public import Documents
import Identity
public import Legislation
public import Register
import Store

/// A letter that has been written, now or before.
public struct IssuedLetter: Sendable {
  /// The letter's row of the table.
  public let kind: LetterKind
  /// The document number, nothing of a letter that the register does not keep.
  public let number: DocumentNumber?
  /// Whether it was written now.
  public let isNew: Bool
  fileprivate let stored: StoredDocument?
  fileprivate let unkept: IssuedDocument?

  /// A letter that the register keeps.
  init(_ kind: LetterKind, _ stored: StoredDocument, isNew: Bool) {
    self.kind = kind
    self.number = stored.number
    self.isNew = isNew
    self.stored = stored
    self.unkept = nil
  }

  /// A letter that nobody keeps.
  init(_ kind: LetterKind, unkept letter: Letter, xml: [UInt8]) {
    self.kind = kind
    self.number = nil
    self.isNew = true
    self.stored = nil
    self.unkept = IssuedDocument(
      number: DocumentNumber(year: letter.issuedOn.year, serial: 0), kind: Letter.kind,
      issuedOn: letter.issuedOn, xml: xml)
  }
}

extension Registry {
  /// A letter in one of its forms, by the templates that it was written with.
  public func renderLetter(
    _ letter: IssuedLetter, as form: DocumentForm, with renderer: DocumentRenderer
  ) throws -> [UInt8] {
    if let stored = letter.stored {
      return try RenderingArchive(store, current: renderer).render(stored, as: form)
    }
    return try letter.unkept.map { try renderer.render($0, as: form) } ?? []
  }
}

/// What writing letters needs beside the register.
public struct LetterTools: Sendable {
  /// The table of letters with their words.
  public let book: LetterBook
  /// The schema of letters.
  public let schema: RelaxNGSchema
  /// What renders them.
  public let renderer: DocumentRenderer

  /// Gathers the tools.
  public init(book: LetterBook, schema: RelaxNGSchema, renderer: DocumentRenderer) {
    self.book = book
    self.schema = schema
    self.renderer = renderer
  }
}
