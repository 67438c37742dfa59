public import Identity
public import Register

/// An issued document: its canonical XML, of which everything a person reads is a rendering.
public struct StoredDocument: Sendable {
  /// The number.
  public let number: DocumentNumber
  /// What sort of document it is.
  public let kind: String
  /// Whom it concerns.
  public let person: PersonID?
  /// The decision that it tells of.
  public let decision: Int64?
  /// Among which year's papers it belongs: the income year that it tells of, else that of its issue.
  public let year: Int
  /// The day of issue.
  public let issuedOn: LocalDate
  /// By what anyone who is given the document can ask about it.
  public let verificationCode: VerificationCode
  /// The digest of the templates that it was issued with.
  public let templateSet: [UInt8]
  /// The canonical XML.
  public let xml: [UInt8]
  /// SHA-256 of the XML.
  public let sha256: [UInt8]
  /// The key that sealed it.
  public let sealKey: PublicKey
  /// The signature of the digest by that key, 64 bytes.
  public let seal: [UInt8]
  /// The document whose place it takes.
  public let supersedes: DocumentNumber?

  /// Describes a document to be issued; its digest and its seal follow from its XML.
  ///
  /// - Parameter year: the income year that it tells of, if there is one.
  public init(
    number: DocumentNumber, kind: String, person: PersonID?, decision: Int64?, year: Int? = nil,
    issuedOn: LocalDate, verificationCode: VerificationCode, templateSet: [UInt8], xml: [UInt8],
    supersedes: DocumentNumber? = nil, sealedBy key: SigningKey
  ) {
    self.init(
      number: number, kind: kind, person: person, decision: decision, year: year ?? issuedOn.year,
      issuedOn: issuedOn,
      verificationCode: verificationCode, templateSet: templateSet, xml: xml, supersedes: supersedes,
      sealKey: key.publicKey
    ) { digest in key.signature(of: digest) }
  }

  fileprivate init(
    number: DocumentNumber, kind: String, person: PersonID?, decision: Int64?, year: Int,
    issuedOn: LocalDate, verificationCode: VerificationCode, templateSet: [UInt8], xml: [UInt8],
    supersedes: DocumentNumber?, sealKey: PublicKey, seal: ([UInt8]) -> [UInt8]
  ) {
    self.number = number
    self.kind = kind
    self.person = person
    self.decision = decision
    self.year = year
    self.issuedOn = issuedOn
    self.verificationCode = verificationCode
    self.templateSet = templateSet
    self.xml = xml
    self.sha256 = Digest.sha256(xml)
    self.supersedes = supersedes
    self.sealKey = sealKey
    self.seal = seal(sha256)
  }
}

extension Connection {
  static let documentQuery =
    """
    SELECT number, kind, person, decision, issued_on, verification_code, template_set, xml, sha256, supersedes,
      (SELECT public_key FROM seal_key WHERE id = seal_key), seal, year
    FROM document
    """

  static func readDocument(_ row: borrowing Row) throws -> StoredDocument {
    guard let number = DocumentNumber(try row.text(0)) else { throw row.damage(0) }
    guard let code = VerificationCode(try row.text(5)) else { throw row.damage(5) }
    let supersedes: String? = try row.value(9)
    let seal = try row.bytes(11)
    let document = StoredDocument(
      number: number, kind: try row.text(1), person: try row.value(2), decision: try row.value(3),
      year: try row.int(12), issuedOn: try row.date(4), verificationCode: code, templateSet: try row.bytes(6),
      xml: try row.bytes(7),
      supersedes: supersedes.flatMap { DocumentNumber($0) }, sealKey: PublicKey(bytes: try row.bytes(10))
    ) { _ in seal }
    guard document.sha256 == (try row.bytes(8)) else { throw row.damage(8) }
    return document
  }

  /// A document by its number.
  ///
  /// - Throws: `damaged` when the XML is not the one that was issued.
  public func document(_ number: DocumentNumber) throws -> StoredDocument? {
    try first(
      "\(Connection.documentQuery) WHERE number = ?1", number.description,
      read: Connection.readDocument)
  }

  /// A person's documents, the latest first.
  public func documents(of person: PersonID) throws -> [StoredDocument] {
    try records(of: person).flatMap { record in
      try all(
        "\(Connection.documentQuery) WHERE person = ?1", record,
        read: Connection.readDocument)
    }.sorted { $1.number < $0.number }
  }

  /// Keeps an issued document, and notes the key that sealed it.
  public func insertDocument(_ document: StoredDocument, entry: EntryNumber) throws {
    try noteSealKey(document.sealKey, on: document.issuedOn, entry: entry)
    try run(
      """
      INSERT INTO document (number, kind, person, decision, issued_on, verification_code, template_set, xml, sha256,
        supersedes, seal_key, seal, entry, year)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, (SELECT id FROM seal_key WHERE public_key = ?11), ?12, ?13, ?14)
      """,
      document.number.description, document.kind, document.person, document.decision, document.issuedOn,
      document.verificationCode.text, document.templateSet, document.xml, document.sha256,
      document.supersedes?.description, document.sealKey.bytes, document.seal, entry,
      document.year)
  }

  /// The last document of a kind that told of any version of a decision, under any number of the person.
  public func lastDocument(
    of person: PersonID, year: Int, kind: String, before number: DocumentNumber
  ) throws -> DocumentNumber? {
    try records(of: person).flatMap { record in
      try all(
        """
        SELECT s.number FROM decision d JOIN document s ON s.decision = d.id
        WHERE d.year = ?1 AND d.person = ?2 AND s.kind = ?3
        """, year, record, kind
      ) { row in DocumentNumber(try row.text(0)) }
    }.compactMap(\.self).filter { $0 < number }.max()
  }

  /// The document that holds now what a document once told, itself while it holds.
  ///
  /// It may be a number that is given and not yet written out, or nothing where what stands is only communicated.
  ///
  /// - Parameter histories: Decisions of the person that have been read already.
  public func documentInForce(
    for document: StoredDocument, knowing histories: some Sequence<DecisionHistory> = []
  ) throws -> DocumentNumber? {
    if document.kind == "letter" { return try letterInForce(for: document) }
    let known = histories.first { $0.versions.contains { $0.id == document.decision } }
    if let known { return known.current?.document }
    guard let decision = document.decision else {
      let successor: String? = try value(
        "SELECT number FROM document WHERE supersedes = ?1", document.number.description)
      return try successor.flatMap { DocumentNumber($0) }.flatMap { try self.document($0) }
        .flatMap { try documentInForce(for: $0) } ?? document.number
    }
    let found: (PersonID, Int)? = try first(
      "SELECT COALESCE(p.merged_into, p.id), d.year FROM decision d JOIN person p ON p.id = d.person WHERE d.id = ?1",
      decision
    ) { row in (try row.value(0), try row.int(1)) }
    guard let (person, year) = found else { return document.number }
    return try self.decision(of: person, year: year)?.document
  }
}
