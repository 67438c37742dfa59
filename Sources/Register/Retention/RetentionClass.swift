/// What a retention run takes away, in the order in which it goes.
public enum RetentionClass: String, Sendable, CaseIterable {
  /// Questions about documents and choices of their verification.
  case verifications
  /// Statements and letters.
  case documents
  /// Certificates, with how they were taken back and what they rest on.
  case certificates
  /// Yearly decisions with answers, closings, slips and service.
  case decisions
  /// What was sent in the control file.
  case controlRecords
  /// Attendance, rosters and reports of errors in them.
  case attendance
  /// Memberships and tasks as contact person that have ended.
  case memberships
  /// Training of the same persons.
  case sessions
  /// The persons themselves, with former names, numbers and addresses.
  case persons
  /// What entries of the audit log say about persons.
  case auditValues
}
