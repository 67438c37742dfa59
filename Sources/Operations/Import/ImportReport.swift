public import Register

/// How a file is to be taken in.
public struct ImportOptions: Sendable {
  /// Checks every row and stores none.
  public var isDryRun = false

  /// Stores nothing when a row is refused.
  public var allOrNothing = false

  /// The reason that a registrar gives where a rule asks for one (decisions C-60 and C-78).
  public var reason: String?

  /// Takes good rows, batch by batch.
  public init() {}
}

/// What came of a file.
public struct ImportReport: Sendable {
  /// A row that was refused, or stored with a note.
  public struct Row: Sendable {
    /// The row as a spreadsheet numbers it.
    public let number: Int
    /// What is wrong with it or to be known of it, at least one.
    public let refusals: [Refusal]
  }

  /// Rows that were stored, corrections included.
  public internal(set) var stored = 0
  /// Stored rows that corrected what stood there.
  public internal(set) var corrected = 0
  /// Rows that were there already.
  public internal(set) var unchanged = 0
  /// Rows that were refused.
  public internal(set) var rejected = 0
  /// The refused rows, at most `rowLimit` of them; the rejects file holds all.
  public internal(set) var rows: [Row] = []
  /// Stored rows with something to be known of them, at most `rowLimit`.
  public internal(set) var notes: [Row] = []

  /// How many rows a report keeps, so that its memory does not grow with a file that is all wrong.
  public static let rowLimit = 100_000

  /// Whether any row says something of its own.
  public var hasRejected: Bool { rejected > 0 }

  mutating func reject(_ number: Int, _ refusals: [Refusal]) {
    rejected += 1
    if rows.count < ImportReport.rowLimit { rows.append(Row(number: number, refusals: refusals)) }
  }

  mutating func note(_ number: Int, _ refusals: [Refusal]) {
    guard !refusals.isEmpty, notes.count < ImportReport.rowLimit else { return }
    notes.append(Row(number: number, refusals: refusals))
  }

  /// Says that nothing was stored after all.
  mutating func undo() {
    (stored, corrected) = (0, 0)
    notes = []
  }

  /// Puts the rows in the order of the file.
  mutating func sort() {
    rows.sort { $0.number < $1.number }
    notes.sort { $0.number < $1.number }
  }

  /// What the audit log says of the rows since another report.
  func detail(since before: ImportReport = ImportReport()) -> [String: String] {
    [
      "stored": String(stored - before.stored), "unchanged": String(unchanged - before.unchanged),
      "rejected": String(rejected - before.rejected),
    ]
  }

  mutating func count(_ result: EntryResult) {
    switch result {
    case .stored: stored += 1
    case .unchanged: unchanged += 1
    case .corrected:
      stored += 1
      corrected += 1
    }
  }
}
