import Identity
import Register

/// A membership as the yearly decision reads it.
struct MembershipRow {
  /// The record that the membership is kept under.
  let record: PersonID
  /// The person whose fact it is, another than the record after a merge.
  var person: PersonID
  let ring: RingID
  let joinedOn: LocalDate
  let leftOn: LocalDate?
  let isPrimary: Bool
  let household: String?

  init(_ row: borrowing Row) throws(StoreError) {
    record = try row.value(0)
    person = record
    ring = try row.value(1)
    joinedOn = try row.date(2)
    leftOn = try row.value(3)
    isPrimary = try row.bool(4)
    household = try row.value(5)
  }
}

/// A person as the yearly decision reads one.
struct PersonRow {
  static let columns = "p.id, p.number, p.born_on, p.deceased_on, p.id_level"

  let person: PersonID
  let number: IdentityNumber
  let bornOn: LocalDate?
  let deceasedOn: LocalDate?
  let identityLevel: IdentityLevel?

  init(_ row: borrowing Row, from first: Int32) throws(StoreError) {
    person = try row.value(first)
    number = try row.value(first + 1)
    bornOn = try row.value(first + 2)
    deceasedOn = try row.value(first + 3)
    identityLevel = try row.value(first + 4)
  }

  func facts(training: DaySet) -> MemberFacts {
    MemberFacts(
      person: person, number: number, birthDate: bornOn ?? number.birthDate, deceasedOn: deceasedOn,
      identityLevel: identityLevel, training: training)
  }
}

/// An entry of attendance out of packed rows: the person, the version, the status and who attested it.
struct PackedAttendance {
  static let columns = 4

  let person: Int64
  private let status: Int64
  private let isAttested: Bool

  init(_ row: PackedRow) {
    person = row[0]
    status = row[2]
    isAttested = row[3] != PackedRow.absent
  }

  func mark(at occasion: OccasionID) throws(StoreError) -> AttendanceMark {
    guard let status = AttendanceStatus(stored: status) else {
      throw StoreError(.damaged, "attendance at the occasion \(occasion.value)")
    }
    return AttendanceMark(status, isAttested: isAttested)
  }
}

extension AttendanceMark {
  /// The status and whether it is attested, after the person.
  init(_ row: borrowing Row) throws(StoreError) {
    self.init(try row.value(1), isAttested: try row.bool(2))
  }
}
