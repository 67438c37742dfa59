public import Identity
public import Register
import Store

/// What anyone who is given a document learns of it by its code.
public struct VerifiedDocument: Sendable {
  /// The document.
  public let record: DocumentRecord
  /// What it is worth today.
  public let standing: DocumentStanding
  /// Its canonical XML.
  public let xml: [UInt8]
}

/// What a verification code answers.
public enum Verification: Sendable {
  /// The document tells of a person and is shown to whoever also knows the birth date (decision C-102).
  case needsBirthDate
  /// The document is genuine, and says this.
  case genuine(VerifiedDocument)
}

extension Registry {
  /// How often a wrong birth date is taken, and for how long the code then is closed, in seconds (decision C-102).
  private static let wrongBirthDates = 5
  private static let closed: Int64 = 24 * 3_600

  /// Tells whether a document is genuine and what it says.
  ///
  /// - Throws: `VERIFICATION_UNKNOWN` for a code that no document has, and alike for one that is withdrawn or whose
  ///   holder's data are protected (decision C-96); `VERIFICATION_BIRTH_DATE`; `VERIFICATION_CLOSED`.
  public func verify(_ code: VerificationCode, bornOn: LocalDate?) throws -> Verification {
    try tellingFaults(of: store.files.database) {
      let found = try store.read { connection in try connection.verifiable(code) }
      guard let (document, person) = found else {
        try log(
          .documentVerify, .refused, ActRecord(detail: ["code": RefusalCode.verificationUnknown.rawValue]))
        throw Refusal(.verificationUnknown, column: "code")
      }
      let isOpen = document.kind.hasPrefix("certificate")
      let subject = document.number.description
      if !isOpen {
        guard let bornOn else { return .needsBirthDate }
        try check(bornOn, of: person, for: document)
      }
      return try read(.documentVerify, ActRecord(subject: subject, person: document.person)) {
        connection, _ in
        .genuine(
          VerifiedDocument(
            record: DocumentRecord(
              document, letter: try connection.letter(in: document.number),
              inForce: try connection.documentInForce(for: document)),
            standing: try connection.standing(of: document, on: today), xml: document.xml))
      }
    }
  }

  private func check(_ bornOn: LocalDate, of person: Person?, for document: StoredDocument) throws {
    let record = ActRecord(subject: document.number.description, person: document.person)
    let refusal: Refusal? = try store.write { connection in
      let guesses = try connection.guesses(
        for: document.number, since: now.adding(seconds: -Registry.closed))
      guard guesses < Registry.wrongBirthDates else { return Refusal(.verificationClosed) }
      guard person?.birthDate != bornOn else { return nil }
      try connection.insertGuess(
        for: document.number, at: now, entry: try connection.nextEntryNumber())
      return Refusal(.verificationBirthDate, column: "born")
    }
    guard let refusal else { return }
    var refused = record
    refused.detail["code"] = refusal.code.rawValue
    try log(.documentVerify, .refused, refused)
    throw refusal
  }

  /// Lets the code of the member's own document answer, or withdraws it.
  ///
  /// - Throws: `UNKNOWN_DOCUMENT`, for another's document as if there were none.
  public func openDocument(_ number: DocumentNumber, _ isOpen: Bool) throws {
    try write(.documentOpen, ActRecord(subject: number.description, detail: ["open": String(isOpen)])) {
      transaction in
      let connection = transaction.connection
      guard let document = try connection.document(number),
        try actor.isRegistrar || connection.isSame(document.person, actor.person)
      else { throw Refusal(.unknownDocument, ["number": .text(number.description)], column: "number") }
      transaction.record.person = document.person
      guard try connection.isOpen(number) != isOpen else { return }
      try connection.insertVerificationChoice(isOpen, for: number, entry: transaction.entry)
    }
  }
}

extension Connection {
  /// The document of a code with the person it tells of, unless it answers nobody.
  fileprivate func verifiable(_ code: VerificationCode) throws -> (StoredDocument, Person?)? {
    guard let document = try document(verifiedBy: code), try isOpen(document.number) else { return nil }
    let person = try document.person.flatMap { id throws in try survivor(of: id) }
    return person?.details.isProtected ?? false ? nil : (document, person)
  }

  /// The person that a record is of now.
  func survivor(of record: PersonID) throws -> Person? {
    guard let person = try person(record) else { return nil }
    return try self.person(numbered: person.number) ?? person
  }
}
