public import Identity
public import Register

extension Connection {
  /// The letter that has been written of a subject.
  public func letter(of subject: String) throws -> StoredDocument? {
    let number: String? = try value("SELECT document FROM letter WHERE subject = ?1", subject)
    return try number.flatMap { DocumentNumber($0) }.flatMap { try document($0) }
  }

  /// What a document is in the table of letters, nothing of one that is no letter.
  public func letter(in document: DocumentNumber) throws -> Int? {
    try value("SELECT letter FROM letter WHERE document = ?1", document.description)
  }

  /// Notes of what a kept letter is, and with a letter before a refusal until when it may be answered.
  public func insertLetter(
    _ document: DocumentNumber, numbered letter: Int, of subject: String?, ring: RingID? = nil,
    answerBy: LocalDate? = nil, entry: EntryNumber
  ) throws {
    try run(
      "INSERT INTO letter (document, letter, subject, ring, answer_by, entry) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      document.description, letter, subject, ring, answerBy, entry)
  }

  /// The decisions of a year that letters tell of, from the row after one, in the order of their rows.
  ///
  /// Of each person it is the last version, decided or communicated. None is written to a person who is told by age alone
  /// (decision C-69), nor of a decision that fell as a double.
  public func decisionsForLetters(of year: Int, after id: Int64, limit: Int) throws -> [StoredDecision] {
    try all(
      """
      SELECT \(StoredDecision.columns) FROM \(StoredDecision.tables)
      WHERE d.id > ?2 AND d.year = ?1 AND COALESCE(d.reason, '') NOT IN ('DUBBLETT', 'UNDER_ALDER')
        AND \(StoredDecision.isLast)
      ORDER BY d.id LIMIT ?3
      """, year, id, limit, read: StoredDecision.read)
  }

  /// The last letter of a decision for a year up to a version, a slip in it included, under any number of the person.
  public func lastLetter(of person: PersonID, year: Int, upTo version: Int) throws -> DocumentNumber? {
    try records(of: person).flatMap { record in
      try all(
        """
        SELECT l.document FROM letter l JOIN document s ON s.number = l.document JOIN decision d ON d.id = s.decision
        WHERE d.year = ?1 AND d.person = ?2 AND d.version <= ?3 AND l.letter <> 8
        """, year, record, version
      ) { row in DocumentNumber(try row.text(0)) }
    }.compactMap(\.self).max()
  }

  /// The number of a decision's document before the last slip was put right in it.
  public func document(beforeSlipIn decision: Int64) throws -> DocumentNumber? {
    let number: String?? = try value(
      """
      SELECT COALESCE(
        (SELECT document FROM decision_slip WHERE decision = ?1 ORDER BY id DESC LIMIT 1 OFFSET 1),
        (SELECT document FROM decision_closed WHERE decision = ?1),
        (SELECT document FROM decision WHERE id = ?1))
      """, decision)
    return (number ?? nil).flatMap { DocumentNumber($0) }
  }

  /// When an act of the audit log was done, nothing where there is no such entry.
  public func moment(of entry: EntryNumber) throws -> Moment? {
    let seconds: Int64? = try value("SELECT at FROM audit_entry WHERE number = ?1", entry)
    return seconds.map { Moment(seconds: $0) }
  }

  /// The letter that holds now of what a letter told: itself while its decision holds and none has replaced it.
  func letterInForce(for letter: StoredDocument) throws -> DocumentNumber? {
    let successor: String? = try value(
      "SELECT number FROM document WHERE supersedes = ?1 ORDER BY number DESC LIMIT 1",
      letter.number.description)
    if let next = try successor.flatMap({ DocumentNumber($0) }).flatMap({ try document($0) }) {
      return try letterInForce(for: next)
    }
    guard let id = letter.decision else { return letter.number }
    let told = try first(
      "SELECT \(StoredDecision.columns) FROM \(StoredDecision.tables) WHERE d.id = ?1", id,
      read: StoredDecision.read)
    guard let told, let current = try decision(of: told.person, year: told.year) else { return letter.number }
    return current.person == told.person && current.version > told.version ? current.document : letter.number
  }
}
