import Identity
import Register

extension Connection {
  /// How many decisions one statement enters; a statement for each would take half as long again.
  private static let decisionsAtOnce = 64

  /// Writes version 1 of decisions, and numbers the grants from a serial number on.
  ///
  /// A grant is decided and has its document number. A refusal is first communicated, except for age alone, of which
  /// no letter is sent (decisions C-69, C-75 and C-76).
  public func insertDecisions(
    _ drafts: DecisionDrafts, numberedFrom serial: Int, in batch: DecisionBatch
  ) throws {
    guard !drafts.all.isEmpty else { return }
    try drafts.withFacts { facts in
      let size = Connection.decisionsAtOnce
      var insertion = try FirstDecisions(of: min(size, drafts.all.count), in: batch, on: self)
      var serial = serial
      for start in stride(from: 0, to: drafts.all.count, by: size) {
        let end = min(start + size, drafts.all.count)
        if end - start < insertion.count {
          insertion = try FirstDecisions(of: end - start, in: batch, on: self)
        }
        for position in start..<end {
          let draft = drafts.all[position]
          var document: DocumentNumber?
          if draft.verdict == .granted {
            document = DocumentNumber(year: batch.datedOn.year, serial: serial)
            serial += 1
          }
          try insertion.set(draft, facts(position), document, at: position - start)
        }
        try insertion.run()
      }
    }
  }
}

/// A statement that enters some decisions of a batch.
private struct FirstDecisions {
  let count: Int
  private let statement: Statement
  private let batch: DecisionBatch

  /// The values that the decisions of a batch have in common come first, then the own ones of each.
  ///
  /// The own ones have no numbers of theirs in the text: SQLite would look each up in the list of all.
  private static let (common, own) = (4, 12)

  init(of count: Int, in batch: DecisionBatch, on connection: Connection) throws(StoreError) {
    let row = "(?1, 1, ?2, ?3, ?4" + String(repeating: ", ?", count: FirstDecisions.own) + ")"
    self.count = count
    self.batch = batch
    statement = try connection.prepare(
      """
      INSERT INTO decision (year, version, rule_set, dated_on, entry, person, ring, outcome, unmet, reason, amount_kr,
        attended, counted, facts, status, answer_by, document)
      VALUES \(Array(repeating: row, count: count).joined(separator: ", "))
      """)
    try statement.bind(from: 1, batch.year, batch.ruleSet, batch.datedOn, batch.entry)
  }

  /// Binds the values of a decision, whose facts must stay where they are until the statement has run.
  func set(
    _ draft: DecisionDraft, _ facts: UnsafeRawBufferPointer, _ document: DocumentNumber?, at row: Int
  ) throws(StoreError) {
    let reason = draft.unmet.first
    let isCommunicated = draft.verdict == .refused && reason != .underAge
    let status: DecisionStatus = isCommunicated ? .communicated : .decided
    let first = FirstDecisions.common + row * FirstDecisions.own + 1
    func bind(_ value: some SQLValue, _ offset: Int) throws(StoreError) {
      try value.bind(to: statement, at: Int32(first + offset))
    }
    try bind(draft.person, 0)
    try bind(draft.ring, 1)
    try bind(draft.verdict.rawValue, 2)
    try bind(Int64(draft.unmet.rawValue), 3)
    try bind(reason?.rawValue, 4)
    try bind(draft.amount, 5)
    try bind(draft.count.attended, 6)
    try bind(draft.count.counted, 7)
    try statement.bindLasting(text: facts, at: Int32(first + 8))
    try bind(status.rawValue, 9)
    try bind(isCommunicated ? batch.answerBy : nil, 10)
    try bind(document?.description, 11)
  }

  func run() throws(StoreError) { try statement.runAsBound() }
}
