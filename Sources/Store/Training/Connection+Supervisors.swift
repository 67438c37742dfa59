import Identity
public import Register

extension SupervisorKind: SQLValue {}

extension Connection {
  /// A person's approvals as a supervisor, the earliest first.
  public func approvals(ofSupervisor person: PersonID) throws -> [SupervisorApproval] {
    try all(
      """
      SELECT kind, valid_from, valid_to, basis FROM supervisor_approval
      WHERE person IN (SELECT id FROM person WHERE id = ?1 OR merged_into = ?1) ORDER BY kind, valid_from
      """, person
    ) { row in try Connection.readSupervisor(row, from: 0) }
  }

  /// Every supervisor with the approvals, in the order of their numbers.
  public func supervisors() throws -> [(person: Person, approval: SupervisorApproval)] {
    try all(
      """
      SELECT s.kind, s.valid_from, s.valid_to, s.basis, \(Person.columns(of: "p"))
      FROM supervisor_approval s JOIN person old ON old.id = s.person
        JOIN person p ON p.id = COALESCE(old.merged_into, old.id)
      ORDER BY p.number, s.kind, s.valid_from
      """
    ) { row in
      let approval = try Connection.readSupervisor(row, from: 0)
      return (try Person.read(row, from: 4), approval)
    }
  }

  private static func readSupervisor(_ row: borrowing Row, from first: Int32) throws -> SupervisorApproval {
    SupervisorApproval(
      kind: try row.value(first), validFrom: try row.date(first + 1), validTo: try row.value(first + 2),
      basis: try row.value(first + 3))
  }

  /// Approves a supervisor.
  public func insertApproval(
    _ approval: SupervisorApproval, ofSupervisor person: PersonID, entry: EntryNumber
  ) throws {
    try run(
      """
      INSERT INTO supervisor_approval (person, kind, valid_from, valid_to, basis, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """, person, approval.kind, approval.validFrom, approval.validTo, approval.basis, entry)
  }

  /// Gives an approval of a supervisor its last day and its basis; the row before it stays as history.
  public func updateApproval(
    _ approval: SupervisorApproval, ofSupervisor person: PersonID, entry: EntryNumber
  ) throws {
    try run(
      """
      UPDATE supervisor_approval SET valid_to = ?4, basis = ?5, entry = ?6
      WHERE person IN (SELECT id FROM person WHERE id = ?1 OR merged_into = ?1)
        AND kind = ?2 AND valid_from = ?3
      """, person, approval.kind, approval.validFrom, approval.validTo, approval.basis, entry)
  }

  /// The participants who had a session under a supervisor that began within an interval and stands.
  public func participants(
    supervisedBy person: PersonID, from start: Moment, before end: Moment
  ) throws -> Set<PersonID> {
    Set(
      try all(
        """
        SELECT DISTINCT COALESCE(p.merged_into, p.id) FROM session s JOIN person p ON p.id = s.person
        WHERE s.supervisor IN (SELECT id FROM person WHERE id = ?1 OR merged_into = ?1)
          AND s.starts_at >= ?2 AND s.starts_at < ?3 AND s.reversed IS NULL
        """, person, start, end
      ) { row in try row.value(0) })
  }
}
