import Identity
import Register
import Store

extension Registry {
  /// Decides a year: grants at once, refusals after the person was written to and could answer, what waits not at all.
  ///
  /// Rings are judged in parallel and written in the order of their numbers, batch by batch. An interrupted run goes on
  /// where it stopped and gives the same numbers (decision C-52); a run without new facts changes nothing.
  ///
  /// - Parameters:
  ///   - ringsPerBatch: How many rings at most are judged and written together; about fifty members each.
  ///   - progress: Told how many more of how many rings are done.
  /// - Throws: `NOT_LOCKED` unless the year is locked or the run is dry, `PARAMETER_NOT_IN_FORCE`.
  public func decideYear(
    _ year: Int, dryRun: Bool = false, ringsPerBatch: Int = 200,
    progress: (_ rings: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws -> YearRunReport {
    try tellingFaults(of: store.files.database) {
      let rules = try RuleSet(year: year, in: parameters)
      let run = try look(.yearDecide) { connection in
        try connection.checkKept(year)
        guard try dryRun || connection.lockDay(of: year) != nil else {
          throw Refusal(.notLocked, ["year": .count(year)])
        }
        return YearRun(
          rings: try connection.ringsToDecide(in: year), last: try connection.lastDecision(),
          rule: BenefitRule(try BenefitParameters(year: year, in: rules.parameters), asOf: now),
          decided: try connection.decidedPersons(in: year))
      }
      var report = YearRunReport(
        year: year, isDryRun: dryRun, on: today, answerBy: try letter(on: today).answerBy)
      var last = run.last
      // A small year too is judged by both readers while what they have judged is written.
      let parts = run.rings.chunks(of: max(1, min(ringsPerBatch, run.rings.count / 8)))
      let judge = YearJudge(store: store, parameters: parameters, rule: run.rule) { [decided = run.decided] in
        !decided.contains($0)
      }
      try OrderedWork<JudgedRings>(parts: parts.count, workers: 2, ahead: 4).run { part in
        try judge.judge(parts[part])
      } take: { judged in
        report.count(judged)
        if !dryRun, !judged.drafts.all.isEmpty {
          last = try write(judged.drafts, by: rules, after: last, answerBy: report.answerBy)
        }
        try progress(judged.rings, run.rings.count)
      }
      if dryRun {
        try read(.yearDecide, ActRecord(subject: String(year), detail: ["dryRun": "true"])) { _, _ in }
      } else {
        (report.closed, report.overtaken) = try closeUnanswered(of: year, parts, by: run.rule)
        (report.unwritten, report.countsFromRun) = try store.read { connection in
          (try connection.refusalsWithoutLetter(of: year), try !connection.writesRefusalLetters(of: year))
        }
      }
      return report
    }
  }

  /// Writes a batch with its audit entry.
  ///
  /// - Throws: `busy` when decisions were written since the run last looked, for then another run is under way.
  private func write(
    _ drafts: DecisionDrafts, by rules: RuleSet, after last: Int64, answerBy: LocalDate
  ) throws -> Int64 {
    try write(.yearDecide, ActRecord(subject: String(rules.year))) { transaction in
      let connection = transaction.connection
      guard try connection.lastDecision() == last else {
        throw StoreError(.busy, "another run decides the year \(rules.year)")
      }
      let batch = DecisionBatch(
        year: rules.year, ruleSet: try connection.insertRuleSet(rules, entry: transaction.entry),
        datedOn: today, answerBy: answerBy, entry: transaction.entry)
      let granted = drafts.all.count { $0.verdict == .granted }
      let serial = granted > 0 ? try connection.takeSerials(granted, in: today.year) : 0
      try connection.insertDecisions(drafts, numberedFrom: serial, in: batch)
      transaction.record.rowsDigest = drafts.digest
      transaction.record.detail = ["granted": String(granted), "refused": String(drafts.all.count - granted)]
      return try connection.lastDecision()
    }
  }

  /// Decides the refusals that nobody answered in time, and tells how many.
  ///
  /// Only what still rests on the facts that the person was told of decides itself. New facts are for an officer
  /// (decisions C-75 and C-78), and those are counted beside.
  private func closeUnanswered(
    of year: Int, _ rings: [ArraySlice<RingID>], by rule: BenefitRule
  ) throws -> (closed: Int, overtaken: Int) {
    let due = { try store.read { [today] in try $0.unansweredRefusals(of: year, answerBefore: today) } }
    let persons = try due()
    guard !persons.isEmpty else { return (0, 0) }
    let judge = YearJudge(store: store, parameters: parameters, rule: rule) { persons.contains($0) }
    var closed = 0
    try OrderedWork<JudgedRings>(parts: rings.count, workers: 2, ahead: 4).run { part in
      try judge.judge(rings[part])
    } take: { judged in
      if !judged.drafts.all.isEmpty { closed += try close(judged.drafts, of: year) }
    }
    return (closed, try due().count)
  }

  /// Decides the refusals of a batch that still rest on the same facts, and tells how many.
  private func close(_ drafts: DecisionDrafts, of year: Int) throws -> Int {
    try write(.yearDecide, ActRecord(subject: String(year))) { transaction in
      let connection = transaction.connection
      let standing = try connection.openRefusals(like: drafts, year: year)
      guard !standing.isEmpty else { return 0 }
      var serial = try connection.takeSerials(standing.count, in: today.year)
      for decision in standing {
        try connection.closeDecision(
          decision, on: today, numbered: DocumentNumber(year: today.year, serial: serial), officer: nil,
          entry: transaction.entry)
        serial += 1
      }
      transaction.record.detail = ["closed": String(standing.count)]
      return standing.count
    }
  }
}

/// What a run begins with.
private struct YearRun {
  let rings: [RingID]
  let last: Int64
  let rule: BenefitRule
  let decided: PersonSet
}

extension YearRunReport {
  fileprivate mutating func count(_ judged: JudgedRings) {
    for draft in judged.drafts.all {
      switch draft.unmet.first {
      case nil:
        granted += 1
        amount += draft.amount
      case .underAge: underAge += 1
      case let reason?: communicated[reason, default: 0] += 1
      }
    }
    waiting.merge(judged.waiting, uniquingKeysWith: +)
  }
}

extension Array {
  fileprivate func chunks(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
