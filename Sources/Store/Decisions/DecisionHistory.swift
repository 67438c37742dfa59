public import Register

/// All versions of a person's decision for a year, those under a number that the person no longer has among them.
public struct DecisionHistory: Sendable {
  /// The versions, by record and number.
  public let versions: [StoredDecision]

  /// Holds versions by record and number.
  public init(versions: [StoredDecision]) {
    self.versions = versions
  }

  /// The latest version of each record that was decided, those that fell as doubles left out, the latest issued last.
  public var standing: [StoredDecision] {
    Dictionary(grouping: versions, by: \.person).values
      .compactMap { $0.last { $0.status == .decided } ?? $0.last }
      .filter { $0.facts.outcome.reason != .duplicate }
      .sorted {
        ($0.status == .decided ? 1 : 0, $0.datedOn, $0.id) < (
          $1.status == .decided ? 1 : 0, $1.datedOn, $1.id
        )
      }
  }

  /// The decision in force or, before the first, what is communicated.
  public var current: StoredDecision? { standing.last }

  /// What the person may answer or has answered and nobody has decided.
  public var open: StoredDecision? {
    guard let current, let last = versions.last(where: { $0.person == current.person && !$0.isWithdrawn })
    else { return nil }
    return last.status == .communicated ? last : nil
  }

  /// Whether the decision was changed to detriment after two years.
  public var hasLateDetriment: Bool {
    versions.contains { $0.change == .lateDetriment && $0.status == .decided }
  }

  /// The document of the decision that stood before another.
  public func document(before decision: StoredDecision) -> DocumentNumber? {
    versions.last { $0.person == decision.person && $0.version < decision.version && $0.status == .decided }?
      .document
  }

  /// The number of the next version of a decision.
  public func nextVersion(of decision: StoredDecision) -> Int {
    (versions.last { $0.person == decision.person }?.version ?? 0) + 1
  }
}

extension Connection {
  /// All versions of a person's decision for a year.
  public func decisionHistory(of person: PersonID, year: Int) throws -> DecisionHistory {
    DecisionHistory(
      versions: try records(of: person).flatMap { record in
        try all(
          """
          SELECT \(StoredDecision.columns) FROM \(StoredDecision.tables)
          WHERE d.year = ?1 AND d.person = ?2 ORDER BY d.version
          """, year, record, read: StoredDecision.read)
      })
  }

  /// The decision in force of a person for a year or, before the first, what is communicated.
  public func decision(of person: PersonID, year: Int) throws -> StoredDecision? {
    try decisionHistory(of: person, year: year).current
  }

  /// The years for which a person has a decision.
  public func decidedYears(of person: PersonID) throws -> [Int] {
    Set(
      try records(of: person).flatMap { record in
        try all("SELECT DISTINCT year FROM decision WHERE person = ?1", record) { row in try row.int(0) }
      }
    ).sorted()
  }
}
