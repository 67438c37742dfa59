public import Identity
public import Register
import Store

/// What an officer says of a correction beside its reason.
public struct DecisionCorrection: Sendable {
  /// The outcome that the officer expects, which the facts must give.
  public var outcome: BenefitOutcome.Verdict?
  /// The slip that alone is put right, if it is one (36 § förvaltningslagen).
  public var slip: SlipKind?
  /// Whether a change that was communicated is let fall, as when it would be obviously unreasonable (28 §).
  public var isWithdrawal = false
  /// The ground of a change to detriment after two years (66 kap. 27 § skatteförfarandelagen).
  public var ground: LateDetrimentGround?
  /// The day on which the inventory of an estate was filed (29 §).
  public var inventoryFiled: LocalDate?
  /// The day on which the person's request came in, nothing when the authority acts by itself.
  public var requestedOn: LocalDate?
  /// The day of the letter about a change to detriment, today unless given.
  public var communicatedOn: LocalDate?

  /// Corrects on the authority's own initiative by the facts of the register.
  public init() {}
}

extension Registry {
  /// Corrects a decision: puts a slip right, or judges the facts anew in a version of its own (decisions C-20 and C-79).
  ///
  /// A change to detriment is first communicated. It is decided by the same call or `closeDecision` when the time for an
  /// answer has run out or an answer has come; a letter sent earlier whose time is over is decided at once. A ground that
  /// the person has not been told of is communicated anew, and that proposal takes the place of the one that was open.
  ///
  /// - Throws: `UNKNOWN_DECISION`, `COMMUNICATION_OPEN` before the first decision, `OUTCOME_UNSUPPORTED`,
  ///   `SLIP_CHANGES_OUTCOME`, `NOT_COMMUNICATED` where nothing can be let fall, `REQUEST_TOO_LATE`, `DETRIMENT_TOO_LATE`, `DETRIMENT_TWICE`, `ANSWER_TIME_RUNNING`.
  /// - Returns: The decision after it, and whether anything was new.
  public func correctDecision(
    of number: IdentityNumber, year: Int, by correction: DecisionCorrection = DecisionCorrection(),
    reason: String
  ) throws -> (view: DecisionView, isNew: Bool) {
    let isNew = try write(.decisionCorrect, ActRecord(subject: String(year), reason: reason)) { transaction in
      try DecisionDesk(self, number, year, transaction).correct(by: correction)
    }
    return (try decisionAfterAct(of: number, year: year), isNew)
  }
}

extension DecisionDesk {
  fileprivate func correct(by correction: DecisionCorrection) throws -> Bool {
    guard let current = history.current, current.status == .decided else {
      throw Refusal(.communicationOpen, ["year": .count(year)])
    }
    if let slip = correction.slip {
      try put(slip, rightIn: current, expecting: correction.outcome)
      return true
    }
    if correction.isWithdrawal {
      let open = try open()
      try connection.withdrawDecision(
        open.id, on: registry.today, officer: registry.actor.name, entry: transaction.entry)
      transaction.record.detail = ["version": String(open.version), "withdrawn": "true"]
      return true
    }
    let letter = try registry.letter(on: correction.communicatedOn ?? registry.today)
    var review = review
    review.ground = correction.ground
    review.inventoryFiled = correction.inventoryFiled
    review.requestedOn = correction.requestedOn
    review.waitForAnswer(through: letter.answerBy)
    if let open = history.open, !review.needsNewLetter(after: open.ground) {
      try close(open, as: correction.outcome)
      return true
    }
    let judged = try judged(expecting: correction.outcome)
    guard !judged.agrees(with: current) else { return false }
    try checkDays(of: correction, after: history.open ?? current)
    let change = try review.act(for: DecisionChange(from: current.facts.outcome, to: judged.outcome))
    guard change == .detriment || change == .lateDetriment else {
      try supersede(current, by: judged, as: change, under: review)
      return true
    }
    try communicate(judged, as: change, after: current, by: letter, under: review)
    return true
  }

  /// Gives the decision a new document; it stays the same version and keeps its own time.
  private func put(
    _ slip: SlipKind, rightIn decision: StoredDecision, expecting outcome: BenefitOutcome.Verdict?
  ) throws {
    guard outcome == nil || outcome == decision.facts.outcome.verdict else {
      throw Refusal(.slipChangesOutcome, column: "outcome")
    }
    try connection.insertSlip(
      in: decision.id, on: registry.today, numbered: try takeNumber(), officer: registry.actor.name,
      entry: transaction.entry)
    transaction.record.detail = ["version": String(decision.version), "slip": slip.rawValue]
  }

  private func checkDays(of correction: DecisionCorrection, after last: StoredDecision) throws {
    for (day, option) in [
      (correction.communicatedOn, "communicated-on"), (correction.requestedOn, "requested-on"),
      (correction.inventoryFiled, "inventory-filed-on"),
    ] {
      guard let day, day > registry.today else { continue }
      throw Refusal(.dayInFuture, ["day": .day(day)], column: option)
    }
    if let letter = correction.communicatedOn, letter < last.datedOn {
      throw Refusal(.serviceBeforeLetter, ["day": .day(last.datedOn)], column: "communicated-on")
    }
  }

  /// Communicates a change to detriment and decides it where the time for an answer is already over.
  private func communicate(
    _ judged: PersonYear, as change: DecisionChange, after current: StoredDecision, by letter: DecisionLetter,
    under review: ReviewRule
  ) throws {
    try supersede(current, by: judged, as: change, letter: letter, under: review)
    guard registry.today > letter.answerBy else { return }
    let after = try connection.decisionHistory(of: person.id, year: year)
    guard let open = after.open else { return }
    try connection.closeDecision(
      open.id, on: registry.today, numbered: try takeNumber(), officer: registry.actor.name,
      entry: transaction.entry)
  }
}

extension Registry {
  /// A letter of a day with its last day for an answer (decisions C-48 and C-76).
  func letter(on day: LocalDate) throws -> DecisionLetter {
    let days = try parameters.value(of: .communicationDays, on: day)
    return DecisionLetter(datedOn: day, answerBy: ReviewTimes.lastAnswer(toLetterOf: day, days: days))
  }
}
