public import Identity
public import Register
import Store

extension Registry {
  /// Notes that a person answered a letter, so that an officer decides (decision C-75).
  ///
  /// What the answer says is personal data and stands beside the audit chain. An answer that comes late is considered
  /// as long as nothing is decided.
  ///
  /// - Throws: `NOT_COMMUNICATED`, `DAY_IN_FUTURE`, `ANSWER_BEFORE_LETTER`.
  public func answerDecision(
    of number: IdentityNumber, year: Int, receivedOn day: LocalDate, saying text: String
  ) throws -> DecisionView {
    try write(.decisionAnswer, ActRecord(subject: String(year), reason: text)) { transaction in
      let desk = try DecisionDesk(self, number, year, transaction)
      guard actor.role != .member || actor.person == desk.person.id else {
        throw Refusal(.unknownPerson, column: "person")
      }
      let open = try desk.open()
      guard day <= today else { throw Refusal(.dayInFuture, ["day": .day(day)], column: "on") }
      guard day >= open.datedOn else {
        throw Refusal(.answerBeforeLetter, ["day": .day(open.datedOn)], column: "on")
      }
      try desk.connection.insertAnswer(to: open.id, receivedOn: day, entry: transaction.entry)
      transaction.record.detail["receivedOn"] = day.description
    }
    return try decisionAfterAct(of: number, year: year)
  }

  /// Decides what a person could answer, on the facts as they stand now and in the officer's name.
  ///
  /// Where they have become others than the letter told, and not better for the person, the same call asks the person to
  /// comment on those instead.
  ///
  /// From 1 November of the year after an officer so takes up what still waits: grants it on what has come, or asks the
  /// person to comment on a refusal, which another call decides (decision C-77).
  ///
  /// - Throws: `NOT_COMMUNICATED`; `LETTER_NOT_WRITTEN`; `ANSWER_TIME_RUNNING`; `OUTCOME_UNSUPPORTED` when the facts give another outcome;
  ///   `DETRIMENT_TOO_LATE` and `DETRIMENT_TWICE`; `FACT_MAY_COME` for what waits, before that day.
  public func closeDecision(
    of number: IdentityNumber, year: Int, as outcome: BenefitOutcome.Verdict, reason: String
  ) throws -> DecisionView {
    try write(.decisionClose, ActRecord(subject: String(year), reason: reason)) { transaction in
      let desk = try DecisionDesk(self, number, year, transaction, mayBeUndecided: true)
      if desk.history.current == nil {
        try desk.takeUpWaiting(as: outcome)
      } else {
        try desk.close(try desk.open(), as: outcome)
      }
    }
    return try decisionAfterAct(of: number, year: year)
  }

  /// The decision as an act left it, whose entry names the person; the reason stands with that entry.
  func decisionAfterAct(of number: IdentityNumber, year: Int) throws -> DecisionView {
    try tellingFaults(of: store.files.database) {
      try store.read { connection in
        try view(of: try connection.knownPerson(number), year: year, from: connection)
      }
    }
  }

  /// Notes how a letter or a decision reached the person.
  ///
  /// - Throws: `DAY_IN_FUTURE`, `SERVICE_BEFORE_LETTER`.
  /// - Returns: Whether it was new.
  public func serveDecision(
    of number: IdentityNumber, year: Int, by method: ServiceMethod, on day: LocalDate
  ) throws -> Bool {
    try write(.decisionServe, ActRecord(subject: String(year))) { transaction in
      let desk = try DecisionDesk(self, number, year, transaction)
      guard let served = desk.history.open ?? desk.history.current else { return false }
      guard day <= today else { throw Refusal(.dayInFuture, ["day": .day(day)], column: "on") }
      guard day >= served.datedOn else {
        throw Refusal(.serviceBeforeLetter, ["day": .day(served.datedOn)], column: "on")
      }
      transaction.record.detail = ["method": method.rawValue, "day": day.description]
      return try desk.connection.insertService(
        DecisionService(method: method, day: day), of: served.id, entry: transaction.entry)
    }
  }
}

extension DecisionDesk {
  /// Decides an open case: what was communicated, or another version where the facts have become better for the person.
  ///
  /// Nothing is decided on facts that the person could not comment on (40 kap. 3 § skatteförfarandelagen, decision C-79):
  /// others, or worse ones, are communicated anew.
  func close(_ open: StoredDecision, as outcome: BenefitOutcome.Verdict?) throws {
    if open.answeredOn == nil {
      // Of a change the officer has stated the day of the letter; of a refusal its letter tells, if letters are written here.
      guard try open.letter != nil || open.change != nil || !connection.writesRefusalLetters(of: year) else {
        throw Refusal(.letterNotWritten, ["year": .count(year)])
      }
      if let last = open.answerBy, registry.today <= last {
        throw Refusal(.answerTimeRunning, ["day": .day(last)])
      }
    }
    let judged = try judged(expecting: outcome, waitingForNothing: wasTakenUp(open))
    let isHeard = judged.agrees(with: open) || judged.isBetter(than: open)
    let letter = isHeard ? nil : try registry.letter(on: registry.today)
    var change: DecisionChange?
    var review = review
    review.ground = open.ground
    review.inventoryFiled = open.inventoryFiled
    if let letter { review.waitForAnswer(through: letter.answerBy) }
    if let current = history.current, current.id != open.id {
      change = try review.act(for: DecisionChange(from: current.facts.outcome, to: judged.outcome))
    }
    if judged.agrees(with: open), change == open.change {
      try connection.closeDecision(
        open.id, on: registry.today, numbered: try takeNumber(), officer: registry.actor.name,
        entry: transaction.entry)
      transaction.record.detail["version"] = String(open.version)
      transaction.record.detail["outcome"] = judged.outcome.description
    } else {
      try supersede(open, by: judged, as: change, letter: letter, under: review)
    }
  }

  /// Whether an officer took up what waited for a fact: it goes on as it was taken up, communicated anew or not.
  private func wasTakenUp(_ open: StoredDecision) -> Bool {
    open.change == nil
      && history.versions.contains { $0.person == open.person && $0.version == 1 && $0.officer != nil }
  }

  /// Begins to decide what has waited for a fact that did not come.
  fileprivate func takeUpWaiting(as outcome: BenefitOutcome.Verdict) throws {
    guard try connection.lockDay(of: year) != nil else { throw Refusal(.notLocked, ["year": .count(year)]) }
    guard try registry.judge(person, year: year, from: connection)?.outcome.verdict == .waiting else {
      throw Refusal(.yearNotDecided, ["year": .count(year)])
    }
    let first = ReviewTimes(year: year).waitingTakenUp
    guard registry.today >= first else {
      throw Refusal(.factMayCome, ["day": .day(first), "year": .count(year)])
    }
    let judged = try judged(expecting: outcome, waitingForNothing: true)
    let letter = try registry.letter(on: registry.today)
    let isGranted = judged.outcome.verdict == .granted
    var version = DecisionVersion(
      status: isGranted ? .decided : .communicated, datedOn: letter.datedOn,
      answerBy: isGranted ? nil : letter.answerBy, document: isGranted ? try takeNumber() : nil)
    version.officer = registry.actor.name
    try connection.insertDecision(
      judged.draft(for: person.id), restingOn: judged.frozen, as: version, year: year,
      ruleSet: try connection.insertRuleSet(judged.values.rules, entry: transaction.entry),
      entry: transaction.entry)
    transaction.record.detail["version"] = "1"
    transaction.record.detail["outcome"] = judged.outcome.description
  }
}
