public import Documents
import Identity
import Register
import Store

extension Registry {
  /// Issues the statements of a year that are not yet issued, and writes all into a folder in the forms wanted.
  ///
  /// A statement is written from the frozen decision, checked by its schema and kept as it is; a later run renders the
  /// same bytes from the same templates. What an interrupted run has written stays, the next finishes the rest.
  ///
  /// Persons with protected identity lie by themselves, and are left out where a municipality is named: its files would
  /// tell where they live (decision C-96).
  ///
  /// - Parameter progress: gets how many more statements are done, and how many there are.
  public func deliverStatements(
    _ order: StatementOrder, with renderer: DocumentRenderer, validatedBy schema: RelaxNGSchema,
    progress: @escaping (Int, Int) -> Void = { _, _ in }
  ) throws -> StatementsReport {
    try tellingFaults(of: store.files.database) {
      let (name, service, total) = try look(.yearStatements) { connection in
        (
          try connection.keeperName(), try connection.serviceAddress(),
          try connection.countDecisionsForStatements(of: order.year, in: order.municipality)
        )
      }
      if order.forms.contains(.pdf) {
        try renderer.preparePages()
        try PrintMerge.prepare()
      }
      let press = StatementPress(
        schema: schema, catalogue: try renderer.templates.messages(.swedish),
        translation: try renderer.templates.messages(.english), renderer: renderer,
        key: try store.signingKey(), issuer: name, service: service,
        incomeNeutralText: try parameters.value(
          of: .incomeNeutralText, on: LocalDate.firstDay(of: order.year))?.joined(separator: " "),
        random: random, today: today)
      let archive = RenderingArchive(store, current: renderer)
      var delivery = try StatementDelivery(order, with: archive, issuer: name, on: today) {
        progress($0, total)
      }
      var last: Int64 = 0
      while let statements = try issueStatements(order, after: &last, press, &delivery.report) {
        try delivery.add(statements)
      }
      return try delivery.finish()
    }
  }

  /// Takes the next decisions of a year and issues those of their statements that do not exist; nothing at the end.
  private func issueStatements(
    _ order: StatementOrder, after last: inout Int64, _ press: StatementPress,
    _ report: inout StatementsReport
  ) throws -> [DeliveredStatement]? {
    let batch = 500
    let (decisions, recipients, issued) = try store.read { connection in
      let decisions = try connection.decisionsForStatements(
        of: order.year, in: order.municipality, after: last, limit: batch)
      let survivors = try connection.mergedPersons()
      let recipients = try decisions.map { decision in
        try connection.person(survivors[decision.person] ?? decision.person)
      }
      let issued = try decisions.map { try $0.document.flatMap { try connection.document($0) } }
      return (decisions, recipients, issued)
    }
    guard let end = decisions.last else { return nil }
    last = end.id
    var cases: [StatementCase] = []
    for ((decision, person), document) in zip(zip(decisions, recipients), issued) {
      guard let person else { continue }
      if order.municipality != nil, person.details.isProtected {
        report.leavesOutProtected = true
        continue
      }
      cases.append(StatementCase(decision: decision, person: person, document: document))
    }
    report.amount += cases.reduce(0) { $0 + $1.decision.facts.outcome.amount }
    let known = cases.count { $0.document != nil }
    report.unchanged += known
    if known < cases.count {
      report.issued += try issue(&cases, of: order.year, press)
    } else if !cases.isEmpty {
      let record = ActRecord(subject: String(order.year), detail: ["read": String(known)])
      try read(.yearStatements, record) { _, _ in }
    }
    return try cases.compactMap { one in
      try one.document.map {
        try DeliveredStatement($0, to: one.person, of: one.decision, on: today)
      }
    }
  }

  /// Issues the statements that are missing, in one act, and counts them.
  private func issue(_ cases: inout [StatementCase], of year: Int, _ press: StatementPress) throws -> Int {
    let before = cases
    let (written, count) = try write(.yearStatements, ActRecord(subject: String(year))) { transaction in
      let connection = transaction.connection
      var rules: [Int64: (rules: RuleSet, digest: [UInt8])] = [:]
      var (written, count) = (before, 0)
      for (place, one) in before.enumerated() where one.document == nil {
        let decision = one.decision
        guard let number = decision.document else { continue }
        let ruleSet = try rules[decision.ruleSet] ?? connection.ruleSet(decision.ruleSet)
        rules[decision.ruleSet] = ruleSet
        let document = try press.document(
          of: decision, numbered: number, for: one.person,
          correcting: try connection.correction(by: decision, numbered: number), ruleSet.rules,
          named: ruleSet.rules.name(ruleSet.digest))
        try transaction.issue(document, with: press.renderer)
        written[place].document = document
        count += 1
      }
      transaction.record.detail = ["issued": String(count)]
      return (written, count)
    }
    cases = written
    return count
  }
}

/// A decision that a statement tells of, to whom, and the statement if it is issued.
private struct StatementCase {
  let decision: StoredDecision
  let person: Person
  var document: StoredDocument?
}

extension Connection {
  /// What a decision's statement corrects, or nothing for the first statement of the year.
  fileprivate func correction(
    by decision: StoredDecision, numbered number: DocumentNumber
  ) throws -> Statement.Correction? {
    let earlier = try lastDocument(
      of: decision.person, year: decision.year, kind: StatementPress.kind, before: number)
    guard let earlier else { return nil }
    return Statement.Correction(
      act: try decision.slipEntry.map { entry throws in try slipKind(of: entry) }.map(
        Statement.Correction.Act.init)
        ?? .change, supersedes: earlier,
      reason: try statedReason(of: decision.slipEntry ?? decision.entry))
  }
}
