public import Exchange
public import Identity
import Register
import Store

/// The participant list of an application, taken whole or not at all.
public struct ParticipantList: Sendable {
  /// A row of the list with its number in the file, the header being row 1.
  struct Entry: Sendable {
    let row: Int
    let applicant: ApplicantRow
  }

  let entries: [Entry]

  /// Names nobody.
  public init() {
    entries = []
  }

  /// Reads a file with the columns of `persons` and `members` together.
  ///
  /// - Throws: `RejectedRows` with all that is wrong in itself, a person who stands there twice included.
  public init(_ file: CSVFile, on today: LocalDate) throws {
    var entries: [Entry] = []
    var known: Set<IdentityNumber> = []
    var rejected: [ImportReport.Row] = []
    try file.forEachRecord { record in
      do throws(Refusals) {
        let applicant = try ApplicantRow(record, on: today)
        if known.insert(applicant.number).inserted {
          entries.append(Entry(row: record.row, applicant: applicant))
        } else {
          let twice = Refusal(.duplicateInFile, column: Column.personnummer.rawValue)
          rejected.append(ImportReport.Row(number: record.row, refusals: [twice]))
        }
      } catch {
        rejected.append(ImportReport.Row(number: record.row, refusals: error.all))
      }
    }
    if !rejected.isEmpty { throw RejectedRows(rows: rejected) }
    self.entries = entries
  }
}

/// Rows that stop a file of which all is stored or nothing.
public struct RejectedRows: Error, Sendable {
  /// What is wrong, row by row.
  public let rows: [ImportReport.Row]
}

extension Transaction {
  /// Enters the persons of a list, whom the conditions on the contact person may be about.
  func enterPersons(of list: ParticipantList) throws {
    try forEachEntry(of: list) { applicant in
      try enter(applicant.number, PersonUpdate(applicant), reason: nil)
    }
  }

  /// Enters the memberships of a list whose persons are known.
  func enterMembers(of list: ParticipantList, in ring: RingID) throws {
    try forEachEntry(of: list) { applicant in
      try enter(MemberUpdate(applicant), of: applicant.number, in: ring) { _ in }
    }
    record.person = nil
  }

  /// Goes through a list to its end and names every row that a rule refuses.
  private func forEachEntry(of list: ParticipantList, _ body: (ApplicantRow) throws -> Void) throws {
    var rejected: [ImportReport.Row] = []
    for entry in list.entries {
      do {
        try body(entry.applicant)
      } catch let refusal as Refusal {
        rejected.append(ImportReport.Row(number: entry.row, refusals: [refusal]))
      }
    }
    if !rejected.isEmpty { throw RejectedRows(rows: rejected) }
  }
}

extension PersonUpdate {
  fileprivate init(_ row: ApplicantRow) {
    self.init()
    givenName = row.givenName
    familyName = row.familyName
    address = row.address
    isProtected = row.isProtected
    bornOn = row.bornOn
    deceasedOn = row.deceasedOn
    identityLevel = row.identityLevel
  }
}

extension MemberUpdate {
  fileprivate init(_ row: ApplicantRow) {
    self.init(
      household: row.household, joinedOn: row.joinedOn, leftOn: row.leftOn, isPrimary: row.isPrimary,
      alias: row.alias)
  }
}
