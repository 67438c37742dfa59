public import Identity
public import Register

/// What a decision of the yearly run has in common with the others of its batch.
public struct DecisionBatch: Sendable {
  /// The income year.
  public let year: Int
  /// The rule set.
  public let ruleSet: Int64
  /// The day of the decision or of the letter.
  public let datedOn: LocalDate
  /// The last day for an answer to the letters of that day.
  public let answerBy: LocalDate
  /// The audit entry.
  public let entry: EntryNumber

  /// Describes a batch.
  public init(year: Int, ruleSet: Int64, datedOn: LocalDate, answerBy: LocalDate, entry: EntryNumber) {
    self.year = year
    self.ruleSet = ruleSet
    self.datedOn = datedOn
    self.answerBy = answerBy
    self.entry = entry
  }
}

extension Connection {
  /// Every ring that the decisions of a year may concern, in the order of their numbers.
  public func ringsToDecide(in year: Int) throws -> [RingID] {
    try all(
      """
      SELECT id FROM ring WHERE NOT EXISTS (
        SELECT 1 FROM ring_event e WHERE e.ring = ring.id AND e.day < ?1
          AND e.state IN ('avregistrerad', 'avslagen', 'avvisad', 'avskriven'))
      ORDER BY municipality, serial
      """, LocalDate.firstDay(of: year)
    ) { row in try row.value(0) }
  }

  /// Everyone who has a decision for a year.
  public func decidedPersons(in year: Int) throws -> PersonSet {
    var persons = PersonSet()
    try forEach(
      """
      SELECT COALESCE(p.merged_into, p.id) FROM decision d JOIN person p ON p.id = d.person
      WHERE d.year = ?1 AND d.version = 1
      """, year
    ) { row in persons.insert(try row.value(0)) }
    return persons
  }

  /// The number of the last row of decisions, by which a run notices that it is not alone.
  public func lastDecision() throws -> Int64 {
    try value("SELECT COALESCE(max(id), 0) FROM decision") ?? 0
  }

  /// The number of a rule set, kept once however many runs use it.
  public func insertRuleSet(_ rules: RuleSet, entry: EntryNumber) throws -> Int64 {
    let digest = Digest.sha256(Array(rules.text.utf8))
    if let known: Int64 = try value("SELECT id FROM rule_set WHERE digest = ?1", digest) { return known }
    let id: Int64? = try value(
      "INSERT INTO rule_set (year, digest, from_on, body, entry) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id",
      rules.year, digest, rules.from, rules.text, entry)
    guard let id else { throw StoreError(.misuse, "insert returned no id") }
    return id
  }

  /// Takes the next numbers of documents of a year and returns the first of them.
  public func takeSerials(_ count: Int, in year: Int) throws -> Int {
    let last: Int? = try value(
      """
      INSERT INTO document_serial (year, last) VALUES (?1, ?2)
      ON CONFLICT (year) DO UPDATE SET last = last + ?2 RETURNING last
      """, year, count)
    return (last ?? count) - count + 1
  }

  /// Everyone whose refusal nobody answered before a day.
  ///
  /// The time for an answer runs from the day of the letter. Where the letters are written here, who has got none has not
  /// been heard, and waits (40 kap. 2 and 3 §§ skatteförfarandelagen); where they are not, it runs from the day of the run. A
  /// change to detriment is not among them: a named officer decides it (decision C-75).
  public func unansweredRefusals(of year: Int, answerBefore day: LocalDate) throws -> PersonSet {
    var persons = PersonSet()
    try forEach(
      """
      SELECT d.person FROM decision d LEFT JOIN letter l ON \(StoredDecision.isAskedBy)
      WHERE d.year = ?1 AND d.answer_by < ?2 AND \(Connection.isOpenRefusal)
        AND (l.answer_by < ?2 OR l.answer_by IS NULL AND NOT ?3)
      """, year, day, try writesRefusalLetters(of: year)
    ) { row in persons.insert(try row.value(0)) }
    return persons
  }

  /// Whether anybody whom a year may refuse has been written to from here, and not by other means alone.
  public func writesRefusalLetters(of year: Int) throws -> Bool {
    try value(
      """
      SELECT EXISTS (SELECT 1 FROM letter l JOIN document o ON o.number = l.document JOIN decision d ON d.id = o.decision
        WHERE l.answer_by IS NOT NULL AND d.year = ?1)
      """, year) ?? false
  }

  /// The refusals that nobody has answered or decided and that say what drafts say, on the same facts, in their order.
  public func openRefusals(like drafts: DecisionDrafts, year: Int) throws -> [Int64] {
    let query = try prepare(
      """
      SELECT d.id FROM decision d
      WHERE d.year = ?1 AND d.person = ?2 AND d.outcome = ?3 AND d.unmet = ?4 AND d.amount_kr = ?5 AND d.facts = ?6
        AND \(Connection.isOpenRefusal)
      """)
    return try drafts.withFacts { facts in
      try drafts.all.enumerated().compactMap { position, draft in
        try query.value(
          year, draft.person, draft.verdict.rawValue, Int64(draft.unmet.rawValue), draft.amount,
          String(decoding: facts(position), as: UTF8.self))
      }
    }
  }

  /// How many refusals of a year wait for the letter that asks the person to comment.
  public func refusalsWithoutLetter(of year: Int) throws -> Int {
    try value(
      """
      SELECT count(*) FROM decision d WHERE d.year = ?1 AND d.answer_by IS NOT NULL AND \(Connection.isOpenRefusal)
        AND NOT EXISTS (SELECT 1 FROM letter l WHERE \(StoredDecision.isAskedBy))
      """, year) ?? 0
  }

  /// Picks the refusals of a run that nobody has answered or decided.
  private static let isOpenRefusal = """
    d.change IS NULL AND d.officer IS NULL
      AND NOT EXISTS (SELECT 1 FROM decision_closed c WHERE c.decision = d.id)
      AND NOT EXISTS (SELECT 1 FROM decision_answer a WHERE a.decision = d.id)
      AND NOT EXISTS (SELECT 1 FROM decision n
        WHERE n.year = d.year AND n.person = d.person AND n.version > d.version)
    """
}
