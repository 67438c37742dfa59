import Identity
import Register
import Store

extension Registry {
  /// Leaves one decision a year in force for a person who had decisions under two numbers (decision C-71).
  ///
  /// The one issued earlier falls with the reason `DUBBLETT`. The other is judged on the merged facts: to detriment it is
  /// first communicated, and where the facts now wait it stands as it is.
  func mergeDecisions(of number: IdentityNumber, in transaction: Transaction) throws {
    let person = try transaction.connection.knownPerson(number)
    for year in try transaction.connection.decidedYears(of: person.id) {
      let desk = try DecisionDesk(self, number, year, transaction)
      guard desk.history.standing.count > 1 else { continue }
      try desk.endDoubles()
      try desk.judgeAnew()
    }
  }
}

extension DecisionDesk {
  fileprivate func endDoubles() throws {
    for double in history.standing.dropLast() {
      try connection.insertDuplicate(
        of: double, as: history.nextVersion(of: double), on: registry.today, numbered: try takeNumber(),
        officer: registry.actor.name, entry: transaction.entry)
      transaction.record.detail["duplicate\(year)"] = double.document?.description ?? "communicated"
    }
  }

  fileprivate func judgeAnew() throws {
    guard let current = history.current, current.status == .decided,
      let judged = try registry.judge(person, year: year, from: connection),
      judged.outcome.verdict != .waiting, !judged.agrees(with: current)
    else { return }
    let change = DecisionChange(from: current.facts.outcome, to: judged.outcome)
    guard change == .detriment else { return try supersede(current, by: judged, as: change, under: review) }
    // After two years an officer may only go on with a ground, by a correction of its own.
    guard review.day <= review.times.lastDetriment, history.open == nil else { return }
    try supersede(
      current, by: judged, as: change, letter: try registry.letter(on: registry.today), under: review)
  }
}
