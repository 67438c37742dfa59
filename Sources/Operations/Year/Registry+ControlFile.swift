public import Exchange
import Identity
import Register
import Store

extension Registry {
  /// Writes the control file of a year, and the file of removals when one is named.
  ///
  /// What is sent is noted in the register before the files take their places. Should that fail the same call writes the
  /// same files again, since every statement keeps its number.
  ///
  /// - Parameters:
  ///   - path: where the file takes its place, readable by its owner alone.
  ///   - removalsPath: where the removals take theirs; without a removal there is no such file.
  ///   - check: holds what is written against the schema and the rules of the law data.
  ///   - progress: told now and then how many more statements are written.
  /// - Throws: `YEAR_NOT_DECIDED`; `REMOVALS_FILE_MISSING` when a statement must be taken back and no file is named for
  ///   it; `PARAMETER_UNSUPPORTED` where the year was decided for another benefit; `CONTROL_FILE_INVALID`. Nothing is then stored or written.
  public func writeControlFile(
    of year: Int, to path: String, removals removalsPath: String? = nil, check: ControlFileCheck? = nil,
    progress: @escaping (Int) -> Void = { _ in }
  ) throws -> ControlFileReport {
    let (report, files) = try write(.yearControlFile, ActRecord(subject: String(year))) { transaction in
      let connection = transaction.connection
      try connection.checkKept(year)
      guard try connection.hasDecisions(of: year) else {
        throw Refusal(.yearNotDecided, ["year": .count(year)])
      }
      for rules in try connection.ruleSets(of: year) {
        try BenefitParameters(year: year, in: rules.parameters).checkIsTaxReduction()
      }
      let filing = try connection.controlFiling(of: year, at: now)
      let ledger = try ControlLedger(of: year, in: connection, entry: transaction.entry)
      var run = ControlFileRun(
        year: year, after: try connection.lastSpecification(of: year), ledger: ledger,
        file: try ControlFileWriter(replacing: path, filing: filing, check: check), progress: progress)
      try run.run(on: today)
      guard removalsPath != nil || run.report.removed == 0 else {
        throw Refusal(.removalsFileMissing, ["count": .count(run.report.removed)])
      }
      var removals: ControlFileWriter?
      if let removalsPath {
        (removals, run.report.removals) = try ledger.writeRemovals(to: removalsPath, filing, check: check)
      }
      try ledger.close(filedBy: filing.organisation, at: now, last: run.last)
      transaction.record.detail = run.report.detail
      return (run.report, [removals, run.file].compactMap(\.self))
    }
    for file in files { try file.commit() }
    return report
  }

  /// Keeps how Skatteverket received each statement of a year.
  ///
  /// Rows that name no statement are refused and the others kept; the same receipt again changes nothing.
  public func keepControlReceipt(of year: Int, from file: CSVFile) throws -> ImportReport {
    try write(.yearControlFile, ActRecord(subject: String(year))) { transaction in
      var report = ImportReport()
      try file.forEachRecord { record in
        do {
          let receipt = ControlReceipt(try ReceiptRow(record, on: today))
          let isNew = try transaction.connection.insertControlReceipt(
            receipt, year: year, entry: transaction.entry)
          guard let isNew else {
            throw Refusal(.unknownControlRecord, ["year": .count(year)], column: "specification")
          }
          report.count(isNew ? .stored : .unchanged)
        } catch let refusals as Refusals {
          report.reject(record.row, refusals.all)
        } catch let refusal as Refusal {
          report.reject(record.row, [refusal])
        }
      }
      transaction.record.detail = [
        "receipts": String(report.stored), "unchanged": String(report.unchanged),
        "rejected": String(report.rejected),
      ]
      return report
    }
  }
}

extension ControlFileReport {
  /// The counts that the audit log keeps.
  fileprivate var detail: [String: String] {
    [
      "statements": String(statements.count), "kronor": String(statements.kronor), "new": String(new),
      "changed": String(changed), "removed": String(removed), "held": String(held.count),
      "late": String(late),
    ]
  }
}

extension ControlReceipt {
  fileprivate init(_ row: ReceiptRow) {
    self.init(
      specification: row.specification, status: Status(row.status), code: row.code, text: row.text)
  }
}

extension ControlReceipt.Status {
  fileprivate init(_ status: ReceiptRow.Status) {
    self =
      switch status {
      case .accepted: .accepted
      case .rejected: .rejected
      }
  }
}

extension Connection {
  /// Who files, as the register was told when it was made (decision C-90).
  fileprivate func controlFiling(of year: Int, at now: Moment) throws -> ControlFiling {
    let keeper = RegisterKeeper()
    let organisation = try setting("organisation") ?? RegisterKeeper.defaultOrganisation
    return ControlFiling(
      organisation: try OrganisationNumber(parsing: organisation),
      name: try setting("name") ?? keeper.name, contact: try setting("contact") ?? keeper.contact,
      phone: try setting("phone") ?? keeper.phone, email: try setting("email") ?? keeper.email, year: year,
      createdAt: now)
  }
}

extension ControlLedger {
  /// Writes every removal of the year, or no file when there is none.
  fileprivate func writeRemovals(
    to path: String, _ filing: ControlFiling, check: ControlFileCheck?
  ) throws -> (ControlFileWriter?, count: Int) {
    var file: ControlFileWriter?
    var count = 0
    try forEachRemoved { specification, key in
      if file == nil { file = try ControlFileWriter(replacing: path, filing: filing, check: check) }
      var removal = ControlStatement(specification: specification)
      removal.isRemoval = true
      removal.identify(by: key)
      _ = try file?.write(removal)
      count += 1
    }
    try file?.finish()
    return (file, count)
  }
}
