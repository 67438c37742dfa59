public import Documents
import Identity
public import Register
import Store

/// What the issue of statements did.
public struct StatementsReport: Sendable {
  /// Statements issued now.
  public internal(set) var issued = 0
  /// Statements that had been issued before.
  public internal(set) var unchanged = 0
  /// The sum in kronor of both.
  public internal(set) var amount = 0

  /// All statements of the year.
  public var total: Int { issued + unchanged }
}

/// A document in one of its forms.
public struct RenderedDocument: Sendable {
  /// The number.
  public let number: DocumentNumber
  /// The form.
  public let form: DocumentForm
  /// The file.
  public let bytes: [UInt8]
}

extension Registry {
  /// Issues the statements of a year that are not yet issued, and hands all over, rendered, in the order of numbers.
  ///
  /// A statement is written from the frozen decision, checked by its schema and kept as it is; a later run renders the
  /// same bytes from the same templates.
  public func issueStatements(
    for year: Int, with renderer: DocumentRenderer, validatedBy schema: RelaxNGSchema,
    as forms: [DocumentForm], give: (RenderedDocument) throws -> Void
  ) throws -> StatementsReport {
    let templates = renderer.templates
    if forms.contains(.pdf) { try renderer.preparePages() }
    return try tellingFaults(of: store.files.database) {
      let (issuer, service) = try look(.yearStatements) { connection in
        (try connection.setting("name"), try connection.serviceAddress())
      }
      let press = StatementPress(
        schema: schema, catalogue: try templates.messages(.swedish), templates: templates,
        key: try store.signingKey(), issuer: issuer ?? RegisterKeeper().name, service: service,
        random: random, today: today)
      let archive = RenderingArchive(store, current: renderer)
      var report = StatementsReport()
      var last: Int64 = 0
      while true {
        let documents = try issueStatements(of: year, after: &last, press, &report)
        guard !documents.isEmpty else { return report }
        if forms.contains(.pdf) {
          try archive.renderPages(of: documents) { document, pages in
            try give(RenderedDocument(number: document.number, form: .pdf, bytes: try pages.get()))
          }
        }
        let others = forms.filter { $0 != .pdf }
        try OrderedWork<[RenderedDocument]>(parts: documents.count, workers: 2, ahead: 16).run { part in
          let document = documents[part]
          return try others.map { form in
            RenderedDocument(
              number: document.number, form: form, bytes: try archive.render(document, as: form))
          }
        } take: { rendered in
          try rendered.forEach(give)
        }
      }
    }
  }

  /// Takes the next decisions of a year and issues those of their statements that do not exist.
  private func issueStatements(
    of year: Int, after last: inout Int64, _ press: StatementPress, _ report: inout StatementsReport
  ) throws -> [StoredDocument] {
    let batch = 500
    let decisions = try store.read { connection in
      try connection.decisionsForStatements(of: year, after: last, limit: batch)
    }
    guard let end = decisions.last else { return [] }
    last = end.id
    report.amount += decisions.reduce(0) { $0 + $1.facts.outcome.amount }
    let issued = try store.read { connection in
      try decisions.compactMap { try $0.document.flatMap { try connection.document($0) } }
    }
    report.unchanged += issued.count
    guard issued.count < decisions.count else {
      try read(.yearStatements, ActRecord(subject: String(year), detail: ["read": String(issued.count)])) {
        _, _ in
      }
      return issued
    }
    let known = Dictionary(uniqueKeysWithValues: issued.map { ($0.number, $0) })
    return try write(.yearStatements, ActRecord(subject: String(year))) { transaction in
      let connection = transaction.connection
      try transaction.keep(press.templates)
      let survivors = try connection.mergedPersons()
      var rules: [Int64: (rules: RuleSet, digest: [UInt8])] = [:]
      var documents: [StoredDocument] = []
      for decision in decisions {
        guard let number = decision.document else { continue }
        if let document = known[number] {
          documents.append(document)
          continue
        }
        let ruleSet = try rules[decision.ruleSet] ?? connection.ruleSet(decision.ruleSet)
        rules[decision.ruleSet] = ruleSet
        guard let person = try connection.person(survivors[decision.person] ?? decision.person) else {
          continue
        }
        let document = try press.document(
          of: decision, numbered: number, for: person,
          correcting: try connection.correction(by: decision, numbered: number), ruleSet.rules,
          named: ruleSet.rules.name(ruleSet.digest))
        try connection.insertDocument(document, entry: transaction.entry)
        documents.append(document)
        report.issued += 1
      }
      transaction.record.detail = ["issued": String(documents.count - known.count)]
      return documents
    }
  }
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
      act: decision.slipEntry == nil ? .change : .slip, supersedes: earlier,
      reason: try statedReason(of: decision.slipEntry ?? decision.entry))
  }
}
