import Identity
import Register

extension Connection {
  /// How many decisions one statement enters; a statement for each would take half as long again.
  private static let decisionsAtOnce = 16

  /// Writes version 1 of decisions, and numbers the grants from a serial number on.
  ///
  /// A grant is decided and has its document number. A refusal is first communicated, except for age alone, of which
  /// no letter is sent (decisions C-69, C-75 and C-76).
  public func insertDecisions(
    _ drafts: some Sequence<DecisionDraft>, numberedFrom serial: Int, in batch: DecisionBatch
  ) throws {
    let insertion = try FirstDecisions(of: Connection.decisionsAtOnce, in: batch, on: self)
    var serial = serial
    var row = 0
    var rest: [(draft: DecisionDraft, document: DocumentNumber?)] = []
    for draft in drafts {
      var document: DocumentNumber?
      if draft.verdict == .granted {
        document = DocumentNumber(year: batch.datedOn.year, serial: serial)
        serial += 1
      }
      rest.append((draft, document))
      try insertion.set(draft, document, at: row)
      row += 1
      guard row == Connection.decisionsAtOnce else { continue }
      try insertion.run()
      rest.removeAll(keepingCapacity: true)
      row = 0
    }
    guard !rest.isEmpty else { return }
    let last = try FirstDecisions(of: rest.count, in: batch, on: self)
    for (row, (draft, document)) in rest.enumerated() { try last.set(draft, document, at: row) }
    try last.run()
  }
}

/// A statement that enters some decisions of a batch.
private struct FirstDecisions {
  private let statement: Statement
  private let batch: DecisionBatch

  /// The values that the decisions of a batch have in common come first, then the own ones of each.
  private static let (common, own) = (4, 12)

  init(of count: Int, in batch: DecisionBatch, on connection: Connection) throws(StoreError) {
    let rows = (0..<count).map { row in
      let first = FirstDecisions.common + row * FirstDecisions.own + 1
      let values = (first..<first + FirstDecisions.own).map { "$\($0)" }.joined(separator: ", ")
      return "($1, 1, $2, $3, $4, \(values))"
    }
    self.batch = batch
    statement = try connection.prepare(
      """
      INSERT INTO decision (year, version, rule_set, dated_on, entry, person, ring, outcome, unmet, reason, amount_kr,
        attended, counted, facts, status, answer_by, document)
      VALUES \(rows.joined(separator: ", "))
      """)
    try statement.bind(from: 1, batch.year, batch.ruleSet, batch.datedOn, batch.entry)
  }

  func set(_ draft: DecisionDraft, _ document: DocumentNumber?, at row: Int) throws(StoreError) {
    let isCommunicated = draft.verdict == .refused && draft.unmet.first != .underAge
    let status: DecisionStatus = isCommunicated ? .communicated : .decided
    try statement.bind(
      from: FirstDecisions.common + row * FirstDecisions.own + 1, draft.person, draft.ring,
      draft.verdict.rawValue, Int(draft.unmet.rawValue), draft.unmet.first?.rawValue, draft.amount,
      draft.count.attended, draft.count.counted, draft.facts, status.rawValue,
      isCommunicated ? batch.answerBy : nil, document?.description)
  }

  func run() throws(StoreError) { try statement.runAsBound() }
}
