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
  /// The last day for an answer, of a refusal that might be answered; before the letter it is the earliest such day.
  public let answerBy: LocalDate?
  /// The letter in which the person was asked to comment, nothing while none is written.
  public let letter: DocumentNumber?
  /// The document number, nothing while a refusal may be answered.
  public let document: DocumentNumber?
  /// The officer who decided, nothing for an automated decision.
  public let officer: String?
  /// By which act it took the place of the version before it.
  public let change: DecisionChange?
  /// The ground of a change to detriment after two years.
  public let ground: LateDetrimentGround?
  /// The day on which the inventory of an estate was filed.
  public let inventoryFiled: LocalDate?
  /// The day of the last answer to the letter.
  public let answeredOn: LocalDate?
  /// The audit entry of the act that decided it, where its reason stands.
  public let entry: EntryNumber
  /// The audit entry of the last slip put right in it, where its reason stands.
  public let slipEntry: EntryNumber?
  /// Whether it was a proposal that the authority let fall.
  public let isWithdrawn: Bool

  /// What a letter is of: the decision as an act has made it, so that a slip put right gives a letter of its own.
  public var letterSubject: String { "decision \(id) act \(slipEntry ?? entry)" }
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

extension StoredDecision {
  static let columns = """
    d.id, d.person, d.year, d.version, r.municipality, r.serial, d.facts, d.outcome, d.unmet, d.attended, d.counted,
    d.amount_kr, d.rule_set, d.status, COALESCE(c.decided_on, d.dated_on), COALESCE(l.answer_by, d.answer_by),
    COALESCE((SELECT document FROM decision_slip s WHERE s.decision = d.id ORDER BY s.id DESC LIMIT 1), c.document,
      d.document),
    COALESCE(c.officer, d.officer), c.decision IS NOT NULL, d.change, d.ground, d.inventory_filed_on,
    (SELECT max(received_on) FROM decision_answer a WHERE a.decision = d.id), COALESCE(c.entry, d.entry),
    (SELECT max(entry) FROM decision_slip s WHERE s.decision = d.id), l.document,
    EXISTS (SELECT 1 FROM decision_withdrawn w WHERE w.decision = d.id)
    """

  static let tables = """
    decision d JOIN ring r ON r.id = d.ring LEFT JOIN decision_closed c ON c.decision = d.id
      LEFT JOIN letter l ON \(isAskedBy)
    """

  /// Finds the letter `l` that asks a person to comment on a refusal, by its `letterSubject` at that stage.
  static let isAskedBy =
    "d.answer_by IS NOT NULL AND l.subject = 'decision ' || d.id || ' act ' || d.entry"

  /// Picks, of the versions under one number, the one in force or, before the first, what is communicated.
  static let isInForce = """
    COALESCE(d.reason, '') <> 'DUBBLETT' AND NOT EXISTS (
      SELECT 1 FROM decision n LEFT JOIN decision_closed m ON m.decision = n.id
      WHERE n.year = d.year AND n.person = d.person AND n.id <> d.id
        AND (n.status = 'beslutad' OR m.decision IS NOT NULL)
        AND (n.version > d.version OR (d.status = 'kommunicerad' AND c.decision IS NULL)))
    """

  /// Picks the last version under one number, a proposal that was let fall left out.
  static let isLast = """
    NOT EXISTS (SELECT 1 FROM decision n
        WHERE n.year = d.year AND n.person = d.person AND n.version > d.version
          AND NOT EXISTS (SELECT 1 FROM decision_withdrawn w WHERE w.decision = n.id))
      AND NOT EXISTS (SELECT 1 FROM decision_withdrawn w WHERE w.decision = d.id)
    """

  /// Picks the decisions of year `?1` that a statement is issued of, in municipality `?2` or in all.
  fileprivate static let hasStatement = """
    d.year = ?1 AND (?2 IS NULL OR r.municipality = ?2) AND (d.status = 'beslutad' OR c.decision IS NOT NULL)
      AND (d.outcome = 'BEVILJAS' OR d.change IS NOT NULL AND EXISTS (
        SELECT 1 FROM decision o JOIN document s ON s.decision = o.id
        WHERE o.year = d.year AND o.person = d.person AND s.kind = 'statement'))
      AND \(isInForce)
      AND \(isLast)
    """

  static func read(_ row: borrowing Row) throws -> StoredDecision {
    let verdict: BenefitOutcome.Verdict = try row.value(7)
    let facts = FrozenFacts(
      try row.text(6), verdict: verdict, unmet: OutcomeReasons(rawValue: UInt16(clamping: try row.int(8))),
      count: AttendanceCount(attended: try row.int(9), counted: try row.int(10)), amount: try row.int(11))
    guard let facts else { throw row.damage(6) }
    let document: String? = try row.value(16)
    let letter: String? = try row.value(25)
    let isClosed = try row.bool(18)
    return StoredDecision(
      id: try row.int64(0), person: try row.value(1), year: try row.int(2), version: try row.int(3),
      ring: RingNumber(municipality: try row.value(4), serial: try row.int(5)), facts: facts,
      ruleSet: try row.int64(12), status: isClosed ? .decided : try row.value(13), datedOn: try row.date(14),
      answerBy: try row.value(15), letter: letter.flatMap { DocumentNumber($0) },
      document: document.flatMap { DocumentNumber($0) },
      officer: try row.value(17), change: try row.value(19), ground: try row.value(20),
      inventoryFiled: try row.value(21), answeredOn: try row.value(22), entry: try row.value(23),
      slipEntry: try row.value(24), isWithdrawn: try row.bool(26))
  }
}

extension Connection {
  /// The decisions of a year that a statement is issued of, from the row after one, in the order of their rows.
  ///
  /// Those are the grants in force, and the refusals that took the place of a decision that a statement told of. Of a
  /// person who may answer a letter nothing is issued (decision C-76).
  ///
  /// - Parameter municipality: whose rings alone are meant; the ring is the one that the decision rests on.
  public func decisionsForStatements(
    of year: Int, in municipality: MunicipalityCode?, after id: Int64, limit: Int
  ) throws -> [StoredDecision] {
    try all(
      """
      SELECT \(StoredDecision.columns) FROM \(StoredDecision.tables)
      WHERE \(StoredDecision.hasStatement) AND d.id > ?3 ORDER BY d.id LIMIT ?4
      """, year, municipality, id, limit, read: StoredDecision.read)
  }

  /// How many decisions of a year a statement is issued of.
  public func countDecisionsForStatements(of year: Int, in municipality: MunicipalityCode?) throws -> Int {
    try value(
      "SELECT COUNT(*) FROM \(StoredDecision.tables) WHERE \(StoredDecision.hasStatement)", year,
      municipality) ?? 0
  }

  /// The digest of the rule set of a number.
  public func digest(ofRuleSet id: Int64) throws -> [UInt8] {
    guard let digest = try value("SELECT digest FROM rule_set WHERE id = ?1", id, as: [UInt8].self) else {
      throw StoreError(.damaged, "rule set \(id)")
    }
    return digest
  }

  /// The rule set of a number.
  public func ruleSet(_ id: Int64) throws -> (rules: RuleSet, digest: [UInt8]) {
    let found = try first("SELECT body, digest FROM rule_set WHERE id = ?1", id) { row in
      (RuleSet(try row.text(0)), try row.bytes(1))
    }
    guard let (rules, digest) = found, let rules else { throw StoreError(.damaged, "rule set \(id)") }
    return (rules, digest)
  }

  /// Every rule set that a year was decided by.
  public func ruleSets(of year: Int) throws -> [RuleSet] {
    try all("SELECT id FROM rule_set WHERE year = ?1", year) { row in try row.value(0) as Int64 }
      .map { try ruleSet($0).rules }
  }

  /// The decisions in force of a year, counted by municipality, outcome, reason and status.
  public func decisionTotals(of year: Int) throws -> [DecisionTotal] {
    try all(
      """
      SELECT r.municipality, d.outcome, d.reason,
        CASE WHEN c.decision IS NULL THEN d.status ELSE 'beslutad' END, COUNT(*), SUM(d.amount_kr)
      FROM \(StoredDecision.tables)
      WHERE d.year = ?1 AND \(StoredDecision.isInForce)
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
