public import Identity
public import Register

/// A decision as stored, with what has become of it.
public struct StoredDecision: Sendable {
  /// The number of the row.
  public let id: Int64
  /// The person.
  public let person: PersonID
  /// The income year.
  public let year: Int
  /// 1 for the first decision, one more for each that replaces it.
  public let version: Int
  /// The ring that issues it.
  public let ring: RingNumber
  /// What it rests on, with the outcome.
  public let facts: FrozenFacts
  /// The number of its rule set.
  public let ruleSet: Int64
  /// How far it has come.
  public let status: DecisionStatus
  /// The day of the decision, or of the letter while a refusal may be answered.
  public let datedOn: LocalDate
  /// The last day for an answer, of a refusal that might be answered.
  public let answerBy: LocalDate?
  /// The document number, nothing while a refusal may be answered.
  public let document: DocumentNumber?
  /// The officer who decided, nothing for an automated decision.
  public let officer: String?
}

/// How many decisions of a municipality ended in the same way.
public struct DecisionTotal: Hashable, Sendable {
  /// The municipality of the ring.
  public let municipality: MunicipalityCode
  /// The outcome.
  public let verdict: BenefitOutcome.Verdict
  /// The first reason of a refusal.
  public let reason: OutcomeReason?
  /// How far they have come.
  public let status: DecisionStatus
  /// How many.
  public let count: Int
  /// Their sum in kronor.
  public let amount: Int
}

extension Connection {
  private static let decisionColumns = """
    d.id, d.person, d.year, d.version, r.municipality, r.serial, d.facts, d.outcome, d.unmet, d.attended, d.counted,
    d.amount_kr, d.rule_set, d.status, COALESCE(c.decided_on, d.dated_on), d.answer_by,
    COALESCE(c.document, d.document), COALESCE(c.officer, d.officer), c.decision IS NOT NULL
    """

  private static let decisionTables =
    "decision d JOIN ring r ON r.id = d.ring LEFT JOIN decision_closed c ON c.decision = d.id"

  private static func readDecision(_ row: borrowing Row) throws -> StoredDecision {
    let verdict: BenefitOutcome.Verdict = try row.value(7)
    let facts = FrozenFacts(
      try row.text(6), verdict: verdict, unmet: OutcomeReasons(rawValue: UInt16(clamping: try row.int(8))),
      count: AttendanceCount(attended: try row.int(9), counted: try row.int(10)), amount: try row.int(11))
    guard let facts else { throw row.damage(6) }
    let document: String? = try row.value(16)
    let isClosed = try row.bool(18)
    return StoredDecision(
      id: try row.int64(0), person: try row.value(1), year: try row.int(2), version: try row.int(3),
      ring: RingNumber(municipality: try row.value(4), serial: try row.int(5)), facts: facts,
      ruleSet: try row.int64(12), status: isClosed ? .decided : try row.value(13), datedOn: try row.date(14),
      answerBy: try row.value(15), document: document.flatMap { DocumentNumber($0) },
      officer: try row.value(17))
  }

  /// The decision in force of a person for a year.
  public func decision(of person: PersonID, year: Int) throws -> StoredDecision? {
    try records(of: person).compactMap { record in
      try first(
        """
        SELECT \(Connection.decisionColumns) FROM \(Connection.decisionTables)
        WHERE d.year = $1 AND d.person = $2 ORDER BY d.version DESC LIMIT 1
        """, year, record, read: Connection.readDecision)
    }.first
  }

  /// The granted decisions of a year in the order of their document numbers, from the row after one.
  public func grantedDecisions(of year: Int, after id: Int64, limit: Int) throws -> [StoredDecision] {
    try all(
      """
      SELECT \(Connection.decisionColumns) FROM \(Connection.decisionTables)
      WHERE d.id > $2 AND d.year = $1 AND d.outcome = 'BEVILJAS' AND d.status = 'beslutad'
        AND NOT EXISTS (SELECT 1 FROM decision n
          WHERE n.year = d.year AND n.person = d.person AND n.version > d.version)
      ORDER BY d.id LIMIT $3
      """, year, id, limit, read: Connection.readDecision)
  }

  /// The rule set of a number.
  public func ruleSet(_ id: Int64) throws -> (rules: RuleSet, digest: [UInt8]) {
    let found = try first("SELECT body, digest FROM rule_set WHERE id = $1", id) { row in
      (RuleSet(try row.text(0)), try row.bytes(1))
    }
    guard let (rules, digest) = found, let rules else { throw StoreError(.damaged, "rule set \(id)") }
    return (rules, digest)
  }

  /// The decisions in force of a year, counted by municipality, outcome, reason and status.
  public func decisionTotals(of year: Int) throws -> [DecisionTotal] {
    try all(
      """
      SELECT r.municipality, d.outcome, d.reason,
        CASE WHEN c.decision IS NULL THEN d.status ELSE 'beslutad' END, COUNT(*), SUM(d.amount_kr)
      FROM \(Connection.decisionTables)
      WHERE d.year = $1 AND NOT EXISTS (SELECT 1 FROM decision n
          WHERE n.year = d.year AND n.person = d.person AND n.version > d.version)
      GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
      """, year
    ) { row in
      DecisionTotal(
        municipality: try row.value(0), verdict: try row.value(1), reason: try row.value(2),
        status: try row.value(3), count: try row.int(4), amount: try row.int(5))
    }
  }
}

extension BenefitOutcome.Verdict: SQLValue {}
extension OutcomeReason: SQLValue {}
extension DecisionStatus: SQLValue {}
