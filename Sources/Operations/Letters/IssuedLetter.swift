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
  let document: IssuedDocument

  /// A letter that the register keeps.
  init(_ kind: LetterKind, _ stored: StoredDocument, isNew: Bool) {
    self.kind = kind
    self.number = stored.number
    self.isNew = isNew
    self.document = IssuedDocument(stored)
  }

  /// A letter that nobody keeps.
  init(_ kind: LetterKind, unkept letter: Letter, xml: [UInt8]) {
    self.kind = kind
    self.number = nil
    self.isNew = true
    self.document = IssuedDocument(
      number: DocumentNumber(year: letter.issuedOn.year, serial: 0), kind: Letter.kind,
      issuedOn: letter.issuedOn, xml: xml)
  }

  /// The letter in one of its forms.
  public func rendered(as form: DocumentForm, with renderer: DocumentRenderer) throws -> [UInt8] {
    try renderer.render(document, as: form)
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
