public import Identity
public import Register

/// How the register writes a status, one byte a row.
extension AttendanceStatus: SQLValue {
  /// The status that a number in the register stands for.
  init?(stored number: Int64) {
    switch number {
    case 0: self = .absent
    case 1: self = .present
    case 2: self = .excused
    default: return nil
    }
  }

  init(row: borrowing Row, column: Int32) throws(StoreError) {
    guard let status = AttendanceStatus(stored: try row.int64(column)) else { throw row.damage(column) }
    self = status
  }

  func bind(to statement: Statement, at index: Int32) throws(StoreError) {
    let number: Int64 =
      switch self {
      case .absent: 0
      case .present: 1
      case .excused: 2
      }
    try statement.bind(number, at: index)
  }
}

/// An entry of attendance as stored, with its place among the entries of the same person and occasion.
public struct StoredAttendance: Sendable {
  /// What is recorded.
  public let entry: AttendanceEntry
  /// 1 for the first entry, one more for each correction.
  public let version: Int
  /// The audit entry that wrote it.
  public let audit: EntryNumber

  /// Names an entry that has just been stored.
  public init(entry: AttendanceEntry, version: Int, audit: EntryNumber) {
    self.entry = entry
    self.version = version
    self.audit = audit
  }
}

extension Connection {
  /// The entry that counts for a person at an occasion.
  public func attendance(
    of person: PersonID, at occasion: OccasionID
  ) throws -> StoredAttendance? {
    try first(
      """
      SELECT occasion, person, status, attested_by, version, entry FROM attendance
      WHERE occasion = ?1 AND person = ?2 ORDER BY version DESC LIMIT 1
      """, occasion, person, read: Connection.readAttendance)
  }

  /// The entries of an occasion that count, in the order of the persons.
  public func attendance(at occasion: OccasionID) throws -> [StoredAttendance] {
    try all(
      """
      SELECT occasion, person, status, attested_by, MAX(version), entry FROM attendance
      WHERE occasion = ?1 GROUP BY person ORDER BY person
      """, occasion, read: Connection.readAttendance)
  }

  /// Every entry of an occasion, corrections included, in the order they were made.
  public func attendanceHistory(at occasion: OccasionID) throws -> [StoredAttendance] {
    try all(
      """
      SELECT occasion, person, status, attested_by, version, entry FROM attendance
      WHERE occasion = ?1 ORDER BY entry, person
      """, occasion, read: Connection.readAttendance)
  }

  /// Records an entry, as the first or as a correction of the ones before it.
  public func insertAttendance(
    _ attendance: AttendanceEntry, version: Int, entry: EntryNumber
  ) throws {
    try run(
      """
      INSERT INTO attendance (occasion, person, version, status, attested_by, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """,
      attendance.occasion, attendance.person, version, attendance.status, attendance.attestedBy, entry)
  }

  /// Visits every entry that counts, of all rings or of one, with the occasion's and the persons' numbers.
  ///
  /// They come ring by ring and occasion by occasion, so that what must be sorted at once stays small.
  public func forEachAttendance(
    of ring: RingID? = nil,
    _ body: (String, IdentityNumber, AttendanceStatus, IdentityNumber?) throws -> Void
  ) throws {
    try forEach(
      """
      SELECT o.key, p.number, a.status, w.number
      FROM ring r CROSS JOIN occasion o ON o.ring = r.id JOIN attendance a ON a.occasion = o.id
        JOIN person old ON old.id = a.person JOIN person p ON p.id = COALESCE(old.merged_into, old.id)
        LEFT JOIN person attester ON attester.id = a.attested_by
        LEFT JOIN person w ON w.id = COALESCE(attester.merged_into, attester.id)
      WHERE (?1 IS NULL OR r.id = ?1) AND a.version = (
        SELECT MAX(v.version) FROM attendance v WHERE v.occasion = a.occasion AND v.person = a.person)
      ORDER BY r.municipality, r.serial, o.starts_at, o.key, p.number
      """, ring
    ) { row in
      try body(try row.text(0), try row.value(1), try row.value(2), try row.value(3))
    }
  }

  /// How many entries `forEachAttendance` visits.
  public func attendanceCount(of ring: RingID? = nil) throws -> Int {
    try value(
      """
      SELECT COUNT(*) FROM attendance
      WHERE version = 1 AND (?1 IS NULL OR occasion IN (SELECT id FROM occasion WHERE ring = ?1))
      """, ring) ?? 0
  }

  private static func readAttendance(_ row: borrowing Row) throws -> StoredAttendance {
    StoredAttendance(
      entry: AttendanceEntry(
        occasion: try row.value(0), person: try row.value(1), status: try row.value(2),
        attestedBy: try row.value(3)),
      version: try row.int(4), audit: try row.int64(5))
  }
}
