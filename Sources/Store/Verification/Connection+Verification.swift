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

  /// The last day on which a person reported an error in the own attendance of a year, by occasion.
  public func reportDays(of person: PersonID, year: Int) throws -> [OccasionID: LocalDate] {
    let reports = try records(of: person).flatMap { record in
      try all(
        """
        SELECT r.occasion, max(r.received_on) FROM attendance_report r JOIN occasion o ON o.id = r.occasion
        WHERE r.person = ?1 AND o.starts_on BETWEEN ?2 AND ?3 GROUP BY r.occasion
        """, record, LocalDate.firstDay(of: year), LocalDate.lastDay(of: year)
      ) { row in (try row.value(0, as: OccasionID.self), try row.date(1)) }
    }
    return Dictionary(reports, uniquingKeysWith: max)
  }

  /// What members have last reported of occasions up to the end of a year and nobody has acted on since: neither by an
  /// entry of attendance, nor by a change of the occasion, nor by an officer's decision of the member's year.
  public func openReports(through year: Int) throws -> [OpenReport] {
    try all(
      """
      SELECT p.number, g.municipality, g.serial, o.key, o.starts_on, r.received_on, w.value
      FROM attendance_report r JOIN occasion o ON o.id = r.occasion JOIN ring g ON g.id = o.ring
        JOIN person old ON old.id = r.person JOIN person p ON p.id = COALESCE(old.merged_into, old.id)
        LEFT JOIN audit_personal w ON w.entry = r.entry
      WHERE o.starts_on <= ?1 AND o.entry < r.entry
        AND NOT EXISTS (SELECT 1 FROM attendance_report n
          WHERE n.occasion = r.occasion AND n.person = r.person AND n.id > r.id)
        AND NOT EXISTS (SELECT 1 FROM attendance a
          WHERE a.occasion = r.occasion AND a.person = r.person AND a.entry > r.entry)
        AND NOT EXISTS (SELECT 1 FROM decision d LEFT JOIN decision_closed c ON c.decision = d.id
          WHERE d.year = CAST(substr(o.starts_on, 1, 4) AS INTEGER) AND d.person = r.person
            AND COALESCE(c.officer, d.officer) IS NOT NULL AND COALESCE(c.entry, d.entry) > r.entry)
      ORDER BY r.id
      """, LocalDate.lastDay(of: year)
    ) { row in
      let error: String? = try row.value(6)
      return OpenReport(
        number: try row.value(0),
        ring: RingNumber(municipality: try row.value(1), serial: try row.int(2)), occasion: try row.text(3),
        day: try row.date(4), receivedOn: try row.date(5), error: error.flatMap(AttendanceError.init))
    }
  }
}
