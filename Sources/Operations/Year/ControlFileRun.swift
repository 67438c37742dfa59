import Exchange
import Identity
import Register
import Store

/// One making of a year's control file, within one transaction.
///
/// The file always holds every statement in force, so that it can be sent again as a whole: Skatteverket replaces a
/// statement that comes again under the same key. A statement keeps its key for good; what no longer agrees with it is
/// removed, and a changed number sent anew under the next number in field 570 (decision C-90).
struct ControlFileRun {
  private let year: Int
  private let connection: Connection
  private let entry: EntryNumber
  private let file: ControlFileWriter
  private let progress: (Int) -> Void
  private(set) var report: ControlFileReport

  private static let step = 10_000

  init(
    year: Int, transaction: Transaction, file: ControlFileWriter, progress: @escaping (Int) -> Void
  ) {
    self.year = year
    self.connection = transaction.connection
    self.entry = transaction.entry
    self.file = file
    self.progress = progress
    self.report = ControlFileReport(year: year)
  }

  /// Writes the statements and notes what was sent.
  mutating func run(on today: LocalDate) throws {
    try sendAgain()
    try sendNew()
    try file.finish()
    let granted = try connection.grantedInControlFile(of: year)
    report.granted = ControlSum(count: granted.count, kronor: granted.kronor)
    guard report.statements + report.held == report.granted else {
      throw StoreError(.damaged, "the control file's sum is not the decisions'")
    }
    guard today > report.lastDay else { return }
    report.late = report.new
    report.notes.insert(
      Refusal(.controlFileLate, ["day": .day(report.lastDay), "count": .count(report.late)]), at: 0)
  }

  /// Sends what stands with Skatteverket again, and removes what no longer agrees with its key.
  private mutating func sendAgain() throws {
    try connection.forEachControlRecord(of: year) { record in
      guard let grant = record.grant, !grant.isMerged, ControlKey(of: grant) == record.key else {
        try connection.removeControlRecord(record.specification, year: year, entry: entry)
        report.removed += 1
        return
      }
      guard try send(grant, as: record.specification) else { return }
      guard (grant.amountKr, grant.version) != (record.amountKr, record.version) else { return }
      try connection.updateControlRecord(record.specification, year: year, to: grant, entry: entry)
      report.changed += 1
    }
  }

  /// Sends the grants that have no statement in force, each under the next number.
  private mutating func sendNew() throws {
    var last = try connection.lastSpecification(of: year)
    try connection.forEachGrantWithoutControlRecord(of: year) { grant in
      guard !grant.isMerged else {
        // Two statements for one person would give the reduction twice (decision C-71).
        hold(grant, [("C-71", "215")])
        return
      }
      guard try send(grant, as: last + 1), let key = ControlKey(of: grant) else { return }
      last += 1
      try connection.insertControlRecord(last, year: year, key: key, of: grant, entry: entry)
      report.new += 1
    }
  }

  /// Writes the statement of a grant, or holds it back when it breaks a rule.
  private mutating func send(_ grant: ControlGrant, as specification: Int64) throws -> Bool {
    var statement = ControlStatement(specification: specification)
    statement.amountKr = grant.amountKr
    statement.identify(by: ControlKey(of: grant))
    var cut: [Int] = []
    statement.recipient = grant.details.map { ControlStatement.Recipient($0, cut: &cut) }
    let findings = try file.write(statement)
    guard findings.isEmpty else {
      hold(grant, findings.map { ($0.rule.rawValue, $0.field.map(String.init) ?? "Belopp") })
      return false
    }
    for field in cut {
      report.note(
        .controlFieldCut,
        [
          "person": .count(Int(grant.person.value)), "field": .count(field),
          "limit": .count(ControlStatement.Recipient.textLimit),
        ])
    }
    report.statements.add(grant.amountKr)
    if report.statements.count % ControlFileRun.step == 0 { progress(ControlFileRun.step) }
    return true
  }

  private mutating func hold(_ grant: ControlGrant, _ rules: [(rule: String, field: String)]) {
    report.held.add(grant.amountKr)
    for (rule, field) in rules {
      report.note(
        .controlRecordHeld,
        ["person": .count(Int(grant.person.value)), "rule": .text(rule), "field": .text(field)])
    }
  }
}

extension ControlKey {
  /// The key that a person is now sent under, or nothing when neither field takes what is known.
  ///
  /// A number without a possible date goes by the registered date of birth, told apart from others of that day by its
  /// own birth number (decision C-68).
  init?(of grant: ControlGrant) {
    guard !grant.number.isSendableInField215 else {
      self.init(.number, grant.number.value)
      return
    }
    guard let (year, month, day) = grant.details?.bornOn?.components else { return nil }
    self.init(
      .birthTime, Int64((year * 10_000 + month * 100 + day) * 1000) + grant.number.value / 10 % 1000)
  }
}

extension ControlStatement {
  mutating func identify(by key: ControlKey?) {
    switch key?.field {
    case .number: number = key?.digits
    case .birthTime: birthTime = key?.digits
    case nil: break
    }
  }
}

extension ControlStatement.Recipient {
  /// Takes name and address, cut where the form has no more room; the number still tells who is meant.
  init(_ details: PersonDetails, cut: inout [Int]) {
    self.init()
    func fitted(_ text: String, _ field: Int) -> String {
      let limit = ControlStatement.Recipient.textLimit
      guard text.unicodeScalars.count > limit else { return text }
      cut.append(field)
      return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
    }
    isProtected = details.isProtected
    givenName = fitted(details.givenName, 216)
    familyName = fitted(details.familyName, 217)
    guard !isProtected, let address = details.address else { return }
    street = fitted(address.street, 218)
    postcode = address.postcode.digits
    city = fitted(address.city, 220)
    country = "SE"
  }
}
