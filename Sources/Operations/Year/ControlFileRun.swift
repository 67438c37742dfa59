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
  private let ledger: ControlLedger
  private(set) var file: ControlFileWriter
  private let progress: (Int) -> Void
  var report: ControlFileReport

  /// The last number given in field 570.
  private(set) var last: Int64

  private static let step = 10_000

  init(
    year: Int, after last: Int64, ledger: ControlLedger, file: ControlFileWriter,
    progress: @escaping (Int) -> Void
  ) {
    self.last = last
    self.ledger = ledger
    self.file = file
    self.progress = progress
    self.report = ControlFileReport(year: year)
  }

  /// Writes the statements and notes what was sent.
  mutating func run(on today: LocalDate) throws {
    try ledger.forEachCase { found in
      let standing = try stillStanding(found)
      guard let grant = found.grant else { return }
      if let standing {
        try sendAgain(standing, grant, of: found.person)
      } else if !found.isUnderCommunication, try sendNew(grant, of: found.person, as: last + 1) {
        last += 1
      }
    }
    try file.finish()
    guard report.statements + report.held == report.granted else {
      throw StoreError(.damaged, "the control file's sum is not the decisions'")
    }
    guard today > report.lastDay else { return }
    report.late = report.new
    report.notes.insert(
      Refusal(.controlFileLate, ["day": .day(report.lastDay), "count": .count(report.late)]), at: 0)
  }

  /// The record in force, after one that no longer agrees with its person and decision is removed.
  private mutating func stillStanding(_ found: ControlCase) throws -> ControlRecord? {
    guard let record = found.record else { return nil }
    if let grant = found.grant, !grant.isDouble, ControlKey(of: grant) == record.key { return record }
    try ledger.remove(record.specification, of: found.person)
    report.removed += 1
    return nil
  }

  private mutating func sendAgain(
    _ record: ControlRecord, _ grant: ControlGrant, of person: PersonID
  ) throws {
    report.granted.add(grant.amountKr)
    guard try send(grant, of: person, as: record.specification) else { return }
    guard (grant.amountKr, grant.version) != (record.amountKr, record.version) else { return }
    try ledger.change(record.specification, of: person, to: grant)
    report.changed += 1
  }

  private mutating func sendNew(_ grant: ControlGrant, of person: PersonID, as specification: Int64) throws
    -> Bool
  {
    report.granted.add(grant.amountKr)
    guard !grant.isDouble else {
      // Two statements for one person would give the reduction twice (decision C-71).
      hold(grant, of: person, [("C-71", "215")])
      return false
    }
    guard try send(grant, of: person, as: specification), let key = ControlKey(of: grant) else {
      return false
    }
    try ledger.enter(specification, key: key, of: person, grant)
    report.new += 1
    return true
  }

  /// Writes the statement of a grant, or holds it back when it breaks a rule.
  private mutating func send(_ grant: ControlGrant, of person: PersonID, as specification: Int64) throws
    -> Bool
  {
    var statement = ControlStatement(specification: specification)
    statement.amountKr = grant.amountKr
    statement.identify(by: ControlKey(of: grant))
    var cut: [Int] = []
    statement.recipient = grant.details.map { ControlStatement.Recipient($0, cut: &cut) }
    let findings = try file.write(statement)
    guard findings.isEmpty else {
      hold(grant, of: person, findings.map { ($0.rule.rawValue, $0.field.map(String.init) ?? "Belopp") })
      return false
    }
    for field in cut {
      report.note(
        .controlFieldCut,
        [
          "person": .count(Int(person.value)), "field": .count(field),
          "limit": .count(ControlStatement.Recipient.textLimit),
        ])
    }
    report.statements.add(grant.amountKr)
    if report.statements.count % ControlFileRun.step == 0 { progress(ControlFileRun.step) }
    return true
  }

  private mutating func hold(
    _ grant: ControlGrant, of person: PersonID, _ rules: [(rule: String, field: String)]
  ) {
    report.held.add(grant.amountKr)
    for (rule, field) in rules {
      report.note(
        .controlRecordHeld,
        ["person": .count(Int(person.value)), "rule": .text(rule), "field": .text(field)])
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
