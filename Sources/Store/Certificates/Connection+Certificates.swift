public import Identity
public import Register

/// Which certificates a list is of; what is left out narrows nothing.
public struct CertificateFilter: Sendable {
  /// One holder.
  public var person: PersonID?
  /// One provider.
  public var provider: ProviderID?
  /// One programme.
  public var programme: Programme?
  /// Whether holders with protected identity are left out.
  public var leavesOutProtected = false
  /// Whether the latest comes first.
  public var isLatestFirst = false

  /// Narrows to nothing.
  public init() {}
}

extension Connection {
  private static let certificateQuery = """
    SELECT c.id, c.document, (SELECT COALESCE(merged_into, id) FROM person WHERE id = c.person), c.provider,
      c.programme, d.issued_on, c.held_since, c.completed_on, c.valid_to,
      (SELECT number FROM document WHERE supersedes = c.document),
      r.from_on, r.from_beginning, r.decided_on, r.decision
    FROM certificate c JOIN document d ON d.number = c.document
      LEFT JOIN certificate_revocation r ON r.certificate = c.id
    """

  private static func readCertificate(_ row: borrowing Row) throws -> CertificateRecord {
    guard let number = DocumentNumber(try row.text(1)) else { throw row.damage(1) }
    let successor: String? = try row.value(9)
    return CertificateRecord(
      place: try row.int64(0), number: number, person: try row.value(2), provider: try row.value(3),
      programme: try row.value(4), issuedOn: try row.date(5), heldSince: try row.date(6),
      completedOn: try row.date(7), validTo: try row.value(8),
      successor: successor.flatMap { DocumentNumber($0) },
      revocation: row.isNull(10)
        ? nil
        : CertificateRecord.Revocation(
          from: try row.date(10), isFromBeginning: try row.int(11) == 1, decidedOn: try row.date(12),
          decision: try row.text(13)))
  }

  /// The certificate of a document.
  public func certificate(_ number: DocumentNumber) throws -> CertificateRecord? {
    try first(
      "\(Connection.certificateQuery) WHERE c.document = ?1", number.description,
      read: Connection.readCertificate)
  }

  /// A person's certificates, of every programme or one, the earliest first.
  public func certificates(
    of person: PersonID, in programme: Programme? = nil
  ) throws -> [CertificateRecord] {
    try all(
      """
      \(Connection.certificateQuery)
      WHERE c.person IN (SELECT id FROM person WHERE id = ?1 OR merged_into = ?1)
        AND (?2 IS NULL OR c.programme = ?2)
      ORDER BY c.id
      """, person, programme, read: Connection.readCertificate)
  }

  /// The certificates that a filter lets through, in the order of issue or the latest first.
  public func certificates(
    _ filter: CertificateFilter, limit: Int, offset: Int
  ) throws -> [CertificateRecord] {
    try all(
      """
      \(Connection.certificateQuery) WHERE \(Connection.certificateCondition)
      ORDER BY c.id \(filter.isLatestFirst ? "DESC" : "") LIMIT ?5 OFFSET ?6
      """, filter.person, filter.provider, filter.programme, filter.leavesOutProtected, limit, offset,
      read: Connection.readCertificate)
  }

  /// How many certificates a filter lets through.
  public func certificateCount(_ filter: CertificateFilter) throws -> Int {
    try value(
      "SELECT count(*) FROM certificate c WHERE \(Connection.certificateCondition)", filter.person,
      filter.provider, filter.programme, filter.leavesOutProtected) ?? 0
  }

  private static let certificateCondition = """
    (?1 IS NULL OR c.person IN (SELECT id FROM person WHERE id = ?1 OR merged_into = ?1))
      AND (?2 IS NULL OR c.provider = ?2) AND (?3 IS NULL OR c.programme = ?3)
      AND (?4 = 0 OR (SELECT s.protected FROM person p JOIN person s ON s.id = COALESCE(p.merged_into, p.id)
        WHERE p.id = c.person) = 0)
    """

  /// The places of the certificates that no longer hold on a day, and how many places there are.
  public func endedCertificates(on day: LocalDate) throws -> (places: [Int64], count: Int64) {
    let places = try all(
      """
      SELECT certificate FROM certificate_revocation WHERE from_on <= ?1 OR from_beginning = 1
      UNION SELECT c.id FROM certificate c JOIN document s ON s.supersedes = c.document ORDER BY 1
      """, day
    ) { row in try row.int64(0) }
    return (places, try value("SELECT COALESCE(max(id), 0) FROM certificate") ?? 0)
  }

  /// Enters the certificate of a document.
  public func insertCertificate(
    _ number: DocumentNumber, of person: PersonID, from provider: ProviderID, in programme: Programme,
    heldSince: LocalDate, completedOn: LocalDate, validTo: LocalDate?, entry: EntryNumber
  ) throws {
    try run(
      """
      INSERT INTO certificate (document, person, provider, programme, held_since, completed_on, valid_to, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """, number.description, person, provider, programme, heldSince, completedOn, validTo, entry)
  }

  /// Takes a certificate back.
  public func insertRevocation(
    _ revocation: CertificateRecord.Revocation, of certificate: Int64, entry: EntryNumber
  ) throws {
    try run(
      """
      INSERT INTO certificate_revocation (certificate, from_on, from_beginning, decided_on, decision, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """, certificate, revocation.from, revocation.isFromBeginning ? 1 : 0, revocation.decidedOn,
      revocation.decision, entry)
  }
}
