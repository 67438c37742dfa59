import Identity
import Register
import Store

/// Where an officer works with one person's decision for one year, within one act.
struct DecisionDesk {
  let registry: Registry
  let transaction: Transaction
  let person: Person
  let year: Int
  let history: DecisionHistory

  /// Takes up the decisions of a person.
  ///
  /// - Parameter mayBeUndecided: Whether the person may have no decision for the year yet.
  /// - Throws: `UNKNOWN_PERSON`, `UNKNOWN_DECISION` when the person has none for the year.
  init(
    _ registry: Registry, _ number: IdentityNumber, _ year: Int, _ transaction: Transaction,
    mayBeUndecided: Bool = false
  ) throws {
    self.registry = registry
    self.transaction = transaction
    self.person = try transaction.connection.knownPerson(number)
    self.year = year
    self.history = try transaction.connection.decisionHistory(of: person.id, year: year)
    transaction.record.person = person.id
    guard mayBeUndecided || history.current != nil else {
      throw Refusal(.unknownDecision, ["year": .count(year)])
    }
  }

  var connection: Connection { transaction.connection }

  /// What the person was asked to comment on.
  ///
  /// - Throws: `NOT_COMMUNICATED`.
  func open() throws -> StoredDecision {
    guard let open = history.open else { throw Refusal(.notCommunicated, ["year": .count(year)]) }
    return open
  }

  /// What the facts of the register give now.
  ///
  /// - Throws: `OUTCOME_UNSUPPORTED` when that is no decision or not the outcome that the officer names.
  func judged(
    expecting expected: BenefitOutcome.Verdict?, waitingForNothing: Bool = false
  ) throws -> PersonYear {
    try connection.checkKept(year, for: person.id)
    let judged = try registry.judge(
      person, year: year, waitingForNothing: waitingForNothing, from: connection)
    guard let judged else {
      throw Refusal(.unknownDecision, ["year": .count(year)])
    }
    let found = judged.outcome.verdict
    guard found != .waiting, expected == nil || expected == found else {
      throw Refusal(.outcomeUnsupported, ["outcome": .text(judged.outcome.description)], column: "outcome")
    }
    return judged
  }

  /// The next document number of the year.
  func takeNumber() throws -> DocumentNumber {
    let today = registry.today
    return DocumentNumber(year: today.year, serial: try connection.takeSerials(1, in: today.year))
  }

  /// The rule for changing the decision today.
  var review: ReviewRule {
    var rule = ReviewRule(year: year, on: registry.today)
    rule.hasLateDetriment = history.hasLateDetriment
    return rule
  }

  /// Writes a version that takes the place of a decision.
  func supersede(
    _ decision: StoredDecision, by judged: PersonYear, as change: DecisionChange?,
    letter: DecisionLetter? = nil,
    under review: ReviewRule
  ) throws {
    var version = DecisionVersion(
      status: letter == nil ? .decided : .communicated, datedOn: letter?.datedOn ?? registry.today,
      answerBy: letter?.answerBy, document: letter == nil ? try takeNumber() : nil)
    version.number = history.nextVersion(of: decision)
    version.officer = registry.actor.name
    version.change = change
    if change == .lateDetriment {
      version.ground = review.ground
      version.inventoryFiled = review.inventoryFiled
    }
    version.requestedOn = review.requestedOn
    try connection.insertDecision(
      judged.draft(for: decision.person), restingOn: judged.frozen, as: version, year: year,
      ruleSet: try connection.insertRuleSet(judged.values.rules, entry: transaction.entry),
      entry: transaction.entry)
    transaction.record.detail["version"] = String(version.number)
    transaction.record.detail["change"] = change?.rawValue
    transaction.record.detail["outcome"] = judged.outcome.description
  }
}

/// A letter to which a person may answer.
struct DecisionLetter {
  let datedOn: LocalDate
  let answerBy: LocalDate
}
