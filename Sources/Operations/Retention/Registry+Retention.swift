public import Identity
public import Register
import Store

/// What is due by retention, or what a run has taken away.
public struct RetentionReport: Sendable {
  /// The last income year that is due.
  public let year: Int
  /// The last day by which that year must have gone.
  public let lastDay: LocalDate
  /// How many rows of each kind, without the kinds of which there are none.
  public let counts: [RetentionClass: Int]
  /// Whether the rows have gone, or only been counted.
  public let isDone: Bool
  /// Whether nothing of them is left in the register's log on the disk either.
  public let isWiped: Bool
  /// The next income year and the first day on which it may go.
  public let next: (year: Int, day: LocalDate)
}

/// Ends a transaction whose rows were only to be counted.
private struct OnlyCounted: Error {
  let counts: [RetentionClass: Int]
}

extension Registry {
  /// Counts what is due by decisions C-99 and C-100, and changes nothing.
  public func listRetention() throws -> RetentionReport {
    try authorise(.retentionList, ActRecord())
    return try retire(isDryRun: true)
  }

  /// Takes away what is due, in one transaction with an entry of the audit log that counts it.
  ///
  /// The chain of the log stays whole: only what entries say of persons goes. A run that finds nothing leaves no entry.
  /// Backups keep what they hold until they are destroyed.
  public func runRetention() throws -> RetentionReport {
    try authorise(.retentionRun, ActRecord())
    return try retire(isDryRun: false)
  }

  private func retire(isDryRun: Bool) throws -> RetentionReport {
    let year = RetentionRule.lastYearDue(on: today)
    let end = Moment(startOf: .firstDay(of: year + 1))
    let counts = try tellingFaults(of: store.files.database) { () -> [RetentionClass: Int] in
      do {
        return try store.write { connection in
          let entry = try connection.nextEntryNumber()
          let (counts, entries) = try connection.removeYears(
            through: year, before: end, diedBefore: RetentionRule.lastDeath(asOf: today), entry: entry)
          guard !isDryRun, !counts.isEmpty else { throw OnlyCounted(counts: counts) }
          try connection.redact(entries, by: { retentionEntry($0, year, counts) }, random: random)
          try connection.noteRetention(through: year, entry: entry)
          return counts
        }
      } catch let dryRun as OnlyCounted {
        return dryRun.counts
      }
    }
    let isDone = !isDryRun && !counts.isEmpty
    return RetentionReport(
      year: year, lastDay: RetentionRule.lastDay(of: year), counts: counts, isDone: isDone,
      isWiped: try isDone && store.emptyLog(), next: (year + 1, RetentionRule.firstDay(of: year + 1)))
  }

  private func retentionEntry(
    _ rowsDigest: [UInt8], _ year: Int, _ counts: [RetentionClass: Int]
  ) -> AuditEntry {
    let detail = Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, String($0.value)) })
    return AuditEntry(
      at: now, actor: actor.name, role: actor.role.rawValue, act: Act.retentionRun.rawValue, outcome: .done,
      subject: String(year), detail: ActRecord(detail: detail).detailText, rowsDigest: rowsDigest)
  }
}
