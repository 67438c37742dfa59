public import Identity
public import Register

extension Connection {
  /// A document by its verification code.
  public func document(verifiedBy code: VerificationCode) throws -> StoredDocument? {
    let number: String? = try value("SELECT number FROM document WHERE verification_code = ?1", code.text)
    return try number.flatMap { DocumentNumber($0) }.flatMap { number throws in try document(number) }
  }

  /// How many wrong birth dates have been given for a document since a moment.
  public func guesses(for document: DocumentNumber, since moment: Moment) throws -> Int {
    try value(
      "SELECT count(*) FROM verification_guess WHERE document = ?1 AND at > ?2", document.description, moment)
      ?? 0
  }

  /// Notes a wrong birth date.
  public func insertGuess(for document: DocumentNumber, at moment: Moment, entry: EntryNumber) throws {
    try run(
      "INSERT INTO verification_guess (document, at, entry) VALUES (?1, ?2, ?3)", document.description,
      moment,
      entry)
  }

  /// Whether the code of a document answers, which it does until the member withdraws it.
  public func isOpen(_ document: DocumentNumber) throws -> Bool {
    try value(
      "SELECT is_open FROM verification_choice WHERE document = ?1 ORDER BY id DESC LIMIT 1",
      document.description) ?? true
  }

  /// Notes what the member chose.
  public func insertVerificationChoice(
    _ isOpen: Bool, for document: DocumentNumber, entry: EntryNumber
  ) throws {
    try run(
      "INSERT INTO verification_choice (document, is_open, entry) VALUES (?1, ?2, ?3)", document.description,
      isOpen, entry)
  }

  /// Notes that a person reports an error in the own attendance.
  public func insertAttendanceReport(
    of person: PersonID, at occasion: OccasionID, on day: LocalDate, entry: EntryNumber
  ) throws {
    try run(
      "INSERT INTO attendance_report (occasion, person, received_on, entry) VALUES (?1, ?2, ?3, ?4)",
      occasion,
      person, day, entry)
  }

  /// What members have reported of an occasion, with what is wrong while that is kept.
  public func attendanceReports(at occasion: OccasionID) throws -> [AttendanceReport] {
    try all(
      """
      SELECT r.person, r.received_on, p.value FROM attendance_report r
      LEFT JOIN audit_personal p ON p.entry = r.entry WHERE r.occasion = ?1 ORDER BY r.id
      """, occasion
    ) { row in
      let error: String? = try row.value(2)
      return AttendanceReport(
        person: try row.value(0), receivedOn: try row.date(1), error: error.flatMap(AttendanceError.init))
    }
  }
}
