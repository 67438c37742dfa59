public import Documents
public import Identity
public import Register
import Store

/// What a list of documents tells of one.
public struct DocumentRecord: Sendable {
  /// The number.
  public let number: DocumentNumber
  /// What sort of document it is.
  public let kind: String
  /// Of a letter, its number in the table of letters.
  public let letter: Int?
  /// The day of issue.
  public let issuedOn: LocalDate
  /// SHA-256 of the document.
  public let sha256: [UInt8]
  /// By what anyone who is given it can ask whether it is genuine.
  public let verificationCode: VerificationCode
  /// The document whose place it took.
  public let supersedes: DocumentNumber?
  /// The document that took its place, itself while it holds, or nothing when nothing holds.
  public let inForce: DocumentNumber?

  /// Whether another document has taken its place, or its decision no longer holds.
  public var isReplaced: Bool { inForce != number }

  init(_ document: StoredDocument, letter: Int?, inForce: DocumentNumber?) {
    number = document.number
    kind = document.kind
    self.letter = letter
    issuedOn = document.issuedOn
    sha256 = document.sha256
    verificationCode = document.verificationCode
    supersedes = document.supersedes
    self.inForce = inForce
  }
}

extension Registry {
  /// A person's documents, the latest first.
  ///
  /// - Throws: `UNKNOWN_PERSON`, also for a member who asks about another, and for a provider that has certified nothing
  ///   of the person.
  public func listDocuments(of number: IdentityNumber) throws -> [DocumentRecord] {
    try tellingFaults(of: store.files.database) {
      let asked = try store.read { connection in try connection.personID(numbered: number) }
      return try read(.documentShow, ActRecord(person: asked)) { connection, _ in
        let person = try connection.knownPerson(number)
        let documents = try connection.documents(of: person.id).filter { try mayRead($0, in: connection) }
        guard actor.isRegistrar || actor.person == person.id || !documents.isEmpty else {
          throw Refusal(.unknownPerson, column: "person")
        }
        return try documents.map { document in
          DocumentRecord(
            document, letter: try connection.letter(in: document.number),
            inForce: try connection.documentInForce(for: document))
        }
      }
    }
  }

  /// What is known of a document.
  ///
  /// - Throws: `UNKNOWN_DOCUMENT`, for a member who asks for another's as if there were none.
  public func showDocument(_ number: DocumentNumber) throws -> DocumentRecord {
    try ownDocument(number) { document, connection in
      DocumentRecord(
        document, letter: try connection.letter(in: number),
        inForce: try connection.documentInForce(for: document))
    }
  }

  /// A document in one of its forms, by the templates that it was issued with, whatever has become of them since.
  ///
  /// - Parameter renderer: renders by the templates in use now, which often are the same.
  public func renderDocument(
    _ number: DocumentNumber, as form: DocumentForm, with renderer: DocumentRenderer
  ) throws -> [UInt8] {
    let document = try ownDocument(number) { document, _ in document }
    return try RenderingArchive(store, current: renderer).render(document, as: form)
  }

  private func ownDocument<Result>(
    _ number: DocumentNumber, _ body: (StoredDocument, Connection) throws -> Result
  ) throws -> Result {
    try tellingFaults(of: store.files.database) {
      let asked = try store.read { connection in try connection.document(number)?.person }
      return try read(.documentShow, ActRecord(subject: number.description, person: asked)) { connection, _ in
        guard let document = try connection.document(number),
          try mayRead(document, in: connection)
        else { throw Refusal(.unknownDocument, ["number": .text(number.description)], column: "number") }
        return try body(document, connection)
      }
    }
  }
}

extension Registry {
  /// Tells whether a document is the actor's to read: a member's own, a provider's certificates.
  fileprivate func mayRead(_ document: StoredDocument, in connection: Connection) throws -> Bool {
    switch actor.role {
    case .member: try connection.isSame(document.person, actor.person)
    case .provider:
      try connection.certificate(document.number).map { try isVisible($0, in: connection) } ?? false
    default: actor.isRegistrar
    }
  }
}

extension Connection {
  /// Tells whether two records are of one person.
  func isSame(_ record: PersonID?, _ person: PersonID?) throws -> Bool {
    guard let record, let person else { return false }
    return try records(of: person).contains(record)
  }
}
