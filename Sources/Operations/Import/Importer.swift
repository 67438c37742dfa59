import Exchange
import Identity
import Register
import Store

/// Takes the rows of a file in, batch by batch: the good ones stored, the others named.
///
/// Each batch is one transaction with its audit entry, which holds the digest of the rows it stored. So a stop at any
/// moment leaves whole batches, and a second run stores what is left. Memory does not grow with the file.
struct Importer<Row: ImportRow> {
  /// Enters one row through the rules; it throws what refuses the row and returns notes on a row that was stored.
  typealias Enter = (Row, Transaction) throws -> (EntryResult, [Refusal])

  let registry: Registry
  let kind: ImportKind
  let options: ImportOptions

  /// Makes the closure that enters rows, anew for each batch: what it remembers is true within one transaction.
  let clerk: (Transaction) -> (Row, Transaction) throws -> (EntryResult, [Refusal])

  /// Told of each refused row, to keep it for mending.
  let reject: (borrowing CSVRecord, [Refusal]) throws -> Void

  /// Told how many more rows have been gone through.
  let progress: (Int) -> Void

  /// Rows of one transaction; the write-ahead log stays small and other writers wait for one batch only.
  private let batchSize = 20_000

  private static var step: Int { 1_000 }

  /// Takes the file in, or the rows at some places in the order of these.
  func run(_ file: CSVFile, at places: [RecordPlace]? = nil) throws -> ImportReport {
    var report = ImportReport()
    let records = try file.records(at: places)
    let batch = options.isDryRun || options.allOrNothing ? Int.max : batchSize
    do {
      while try !take(batch, of: records, into: &report) {}
    } catch is Undone {
      let isRefused = options.allOrNothing && report.hasRejected
      if isRefused { report.undo() }
      let detail = report.detail().merging(["stored": "0"]) { $1 }
      try registry.log(
        .importRows, isRefused ? .refused : .read,
        ActRecord(subject: kind.rawValue, detail: detail, reason: options.reason))
    }
    report.sort()
    return report
  }

  /// Takes one batch in, and tells whether the file has ended.
  private func take(_ count: Int, of records: CSVRecords, into report: inout ImportReport) throws -> Bool {
    try registry.write(.importRows, ActRecord(subject: kind.rawValue, reason: options.reason)) {
      transaction in
      let before = report
      let enter = clerk(transaction)
      var digest = Digest("trygghetsregister import rows 1")
      var taken = 0
      var isAtEnd = false
      while taken < count {
        guard try records.next() else {
          isAtEnd = true
          break
        }
        taken += 1
        try records.withRecord { record in
          try enterRow(record, enter, transaction, &digest, &report)
          if taken % Importer.step == 0 { progress(Importer.step) }
        }
      }
      transaction.record.person = nil
      transaction.record.rowsDigest = digest.value()
      transaction.record.detail = report.detail(since: before)
      if options.isDryRun || (options.allOrNothing && report.hasRejected) { throw Undone() }
      return isAtEnd
    }
  }

  private func enterRow(
    _ record: borrowing CSVRecord, _ enter: Enter, _ transaction: Transaction, _ digest: inout Digest,
    _ report: inout ImportReport
  ) throws {
    do {
      let row = try Row(record, on: registry.today)
      let (result, notes) = try enter(row, transaction)
      report.count(result)
      report.note(record.row, notes)
      if result != .unchanged { record.withUnsafeBytes { digest.add($0) } }
    } catch let refusal as Refusal {
      report.reject(record.row, [refusal])
      try reject(record, [refusal])
    } catch let refusals as Refusals {
      report.reject(record.row, refusals.all)
      try reject(record, refusals.all)
    }
  }
}

/// Ends a transaction that is to leave nothing.
private struct Undone: Error {}
