import Identity
import Register

extension Connection {
  /// The records of persons who died before a day, those merged into them included.
  static func longDead(_ day: String) -> String {
    """
    SELECT r.id FROM person r JOIN person s ON s.id = COALESCE(r.merged_into, r.id) WHERE s.deceased_on < \(day)
    """
  }

  /// Takes away certificates whose holders died before a day, and what they rest on (decision C-100).
  ///
  /// Until then anyone who is given one may ask about it, so it stays whatever its age.
  func removeCertificates(diedBefore day: LocalDate, _ counts: inout [RetentionClass: Int]) throws {
    let holders = Connection.longDead("?1")
    let certificates = "SELECT id FROM certificate WHERE person IN (\(holders))"
    let documents = "SELECT number FROM document WHERE kind = 'certificate' AND person IN (\(holders))"
    let enrolments = "SELECT id FROM enrolment WHERE person IN (\(holders))"
    let approvals = "SELECT id FROM supervisor_approval WHERE person IN (\(holders))"
    let removals: [(kind: RetentionClass, sql: String)] = [
      (.verifications, "DELETE FROM verification_guess WHERE document IN (\(documents))"),
      (.verifications, "DELETE FROM verification_choice WHERE document IN (\(documents))"),
      (.certificates, "DELETE FROM certificate_revocation WHERE certificate IN (\(certificates))"),
      (.certificates, "DELETE FROM certificate WHERE person IN (\(holders))"),
      (.certificates, "DELETE FROM document WHERE number IN (\(documents))"),
      (.certificates, "DELETE FROM prior_learning WHERE enrolment IN (\(enrolments))"),
      (.certificates, "DELETE FROM enrolment_history WHERE enrolment IN (\(enrolments))"),
      (.certificates, "DELETE FROM enrolment WHERE person IN (\(holders))"),
      (.certificates, "DELETE FROM mediation_count WHERE person IN (\(holders))"),
      (.certificates, "DELETE FROM supervisor_approval_history WHERE supervisor_approval IN (\(approvals))"),
      (.certificates, "DELETE FROM supervisor_approval WHERE person IN (\(holders))"),
      (.sessions, "DELETE FROM session WHERE programme <> 'TR' AND person IN (\(holders))"),
    ]
    for (kind, sql) in removals { counts[kind, default: 0] += try run(sql, day) }
  }
}
