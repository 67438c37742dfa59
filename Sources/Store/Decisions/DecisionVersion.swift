public import Identity
public import Register

/// How one version of a decision came about, beside what it decides.
public struct DecisionVersion: Sendable {
  /// 1 for the first, one more for each that takes the place of another.
  public var number = 1
  /// Communicated or decided.
  public var status: DecisionStatus
  /// The day of the decision or of the letter.
  public var datedOn: LocalDate
  /// The last day for an answer to the letter.
  public var answerBy: LocalDate?
  /// The document number of what is decided.
  public var document: DocumentNumber?
  /// The officer, nothing when the decision was automated.
  public var officer: String?
  /// By which act it takes the place of the version before it.
  public var change: DecisionChange?
  /// The ground of a change to detriment after two years.
  public var ground: LateDetrimentGround?
  /// The day on which the inventory of an estate was filed.
  public var inventoryFiled: LocalDate?
  /// The day on which the person's request came in.
  public var requestedOn: LocalDate?

  /// Describes a first version, or the beginning of a later one.
  public init(
    status: DecisionStatus, datedOn: LocalDate, answerBy: LocalDate? = nil, document: DocumentNumber? = nil
  ) {
    self.status = status
    self.datedOn = datedOn
    self.answerBy = answerBy
    self.document = document
  }
}

extension Connection {
  /// Writes a version of a decision.
  public func insertDecision(
    _ draft: DecisionDraft, restingOn facts: FrozenFacts, as version: DecisionVersion, year: Int,
    ruleSet: Int64,
    entry: EntryNumber
  ) throws(StoreError) {
    try run(
      """
      INSERT INTO decision (person, year, version, ring, outcome, unmet, reason, amount_kr, attended, counted,
        facts, rule_set, status, dated_on, answer_by, document, officer, change, ground, inventory_filed_on,
        requested_on, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)
      """,
      draft.person, year, version.number, draft.ring, draft.verdict.rawValue, Int(draft.unmet.rawValue),
      draft.unmet.first?.rawValue, draft.amount, draft.count.attended, draft.count.counted, facts.text,
      ruleSet, version.status.rawValue, version.datedOn, version.answerBy, version.document?.description,
      version.officer, version.change?.rawValue, version.ground?.rawValue, version.inventoryFiled,
      version.requestedOn, entry)
  }

  /// Ends the decisions under one number of a person who has another under the number that remains (decision C-71).
  ///
  /// The facts stay those of the decision that falls.
  public func insertDuplicate(
    of decision: StoredDecision, as version: Int, on day: LocalDate, numbered document: DocumentNumber,
    officer: String, entry: EntryNumber
  ) throws(StoreError) {
    try run(
      """
      INSERT INTO decision (person, year, version, ring, outcome, unmet, reason, amount_kr, attended, counted,
        facts, rule_set, status, dated_on, document, officer, change, entry)
      SELECT person, year, ?2, ring, 'AVSLAG', ?3, ?4, 0, attended, counted, facts, rule_set, 'beslutad', ?5, ?6, ?7,
        ?8, ?9
      FROM decision WHERE id = ?1
      """,
      decision.id, version, Int(OutcomeReasons(.duplicate).rawValue), OutcomeReason.duplicate, day,
      document.description, officer, DecisionChange.duplicate, entry)
  }
}

extension DecisionChange: SQLValue {}
extension LateDetrimentGround: SQLValue {}
