public import Identity
public import Register

extension Profession: SQLValue {}
extension Programme: SQLValue {}

extension Connection {
  private static let enrolmentColumns = """
    e.id, COALESCE(p.merged_into, p.id), e.programme, e.started_on, e.withdrawn_on, e.provider, e.profession,
    e.profession_verified_on, e.employer, e.fte, e.references_checked_on, e.background_checked_on
    """

  private static func readEnrolment(_ row: borrowing Row) throws -> Enrolment {
    let share: String? = try row.value(9)
    return Enrolment(
      id: try row.value(0), person: try row.value(1), programme: try row.value(2),
      startedOn: try row.date(3), withdrawnOn: try row.value(4), provider: try row.value(5),
      facts: EnrolmentFacts(
        profession: try row.value(6), professionVerifiedOn: try row.value(7), employer: try row.value(8),
        fullTimeShare: share.flatMap { Fraction($0) }, referencesCheckedOn: try row.value(10),
        backgroundCheckedOn: try row.value(11)))
  }

  /// A person's enrolments in a programme, the earliest first.
  public func enrolments(of person: PersonID, in programme: Programme) throws -> [Enrolment] {
    try all(
      """
      SELECT \(Connection.enrolmentColumns) FROM enrolment e JOIN person p ON p.id = e.person
      WHERE e.person IN (SELECT id FROM person WHERE id = ?1 OR merged_into = ?1) AND e.programme = ?2
      ORDER BY e.started_on, e.id
      """, person, programme, read: Connection.readEnrolment)
  }

  /// Every enrolment in a programme, or in all of them, by participant and first day.
  public func enrolments(in programme: Programme? = nil) throws -> [Enrolment] {
    try all(
      """
      SELECT \(Connection.enrolmentColumns) FROM enrolment e JOIN person p ON p.id = e.person
      WHERE ?1 IS NULL OR e.programme = ?1 ORDER BY 2, e.programme, e.started_on, e.id
      """, programme, read: Connection.readEnrolment)
  }

  /// Visits every enrolment with the participant's number, by number, programme and first day.
  public func forEachEnrolment(_ body: (IdentityNumber, Enrolment) throws -> Void) throws {
    try forEach(
      """
      SELECT \(Connection.enrolmentColumns), s.number
      FROM enrolment e JOIN person p ON p.id = e.person JOIN person s ON s.id = COALESCE(p.merged_into, p.id)
      ORDER BY s.number, e.programme, e.started_on
      """
    ) { row in try body(try row.value(12), Connection.readEnrolment(row)) }
  }

  /// How many enrolments `forEachEnrolment` visits.
  public func enrolmentCount() throws -> Int {
    try value("SELECT COUNT(*) FROM enrolment") ?? 0
  }

  /// The provider whose session of an enrolment was stored first among those that stand.
  public func firstProvider(of enrolment: Enrolment) throws -> ProviderID? {
    try value(
      """
      SELECT provider FROM session
      WHERE person IN (SELECT id FROM person WHERE id = ?1 OR merged_into = ?1) AND programme = ?2
        AND starts_at >= ?3 AND starts_at < ?4 AND reversed IS NULL
      ORDER BY id LIMIT 1
      """, enrolment.person, enrolment.programme, Moment(startOf: enrolment.startedOn),
      enrolment.withdrawnOn.map { Moment(startOf: $0.adding(days: 1)) } ?? Moment(seconds: .max))
  }

  /// Enrols a person.
  public func insertEnrolment(
    of person: PersonID, in programme: Programme, startedOn: LocalDate, provider: ProviderID?,
    _ facts: EnrolmentFacts, entry: EntryNumber
  ) throws {
    try run(
      """
      INSERT INTO enrolment (person, programme, started_on, provider, profession, profession_verified_on,
        employer, fte, references_checked_on, background_checked_on, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
      """,
      person, programme, startedOn, provider, facts.profession, facts.professionVerifiedOn, facts.employer,
      facts.fullTimeShare?.description, facts.referencesCheckedOn, facts.backgroundCheckedOn, entry)
  }

  /// Changes what is known of an enrolment; the row before it stays as history.
  public func updateEnrolment(
    _ id: EnrolmentID, withdrawnOn: LocalDate?, provider: ProviderID?, _ facts: EnrolmentFacts,
    entry: EntryNumber
  ) throws {
    try run(
      """
      UPDATE enrolment SET withdrawn_on = ?2, provider = ?3, profession = ?4, profession_verified_on = ?5,
        employer = ?6, fte = ?7, references_checked_on = ?8, background_checked_on = ?9, entry = ?10
      WHERE id = ?1
      """,
      id, withdrawnOn, provider, facts.profession, facts.professionVerifiedOn, facts.employer,
      facts.fullTimeShare?.description, facts.referencesCheckedOn, facts.backgroundCheckedOn, entry)
  }

  /// The decisions on prior learning that stand for an enrolment, one for each module.
  public func priorLearning(of enrolment: EnrolmentID) throws -> [PriorLearning] {
    try all(
      """
      SELECT module, minutes, basis, decided_on FROM prior_learning
      WHERE id IN (SELECT MAX(id) FROM prior_learning WHERE enrolment = ?1 GROUP BY module) ORDER BY id
      """, enrolment
    ) { row in
      PriorLearning(
        module: try row.text(0), minutes: try row.int(1), basis: try row.text(2), decidedOn: try row.date(3))
    }
  }

  /// Enters a decision on prior learning.
  public func insertPriorLearning(
    _ decision: PriorLearning, of enrolment: EnrolmentID, entry: EntryNumber
  ) throws {
    try run(
      """
      INSERT INTO prior_learning (enrolment, module, minutes, basis, decided_on, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """, enrolment, decision.module, decision.minutes, decision.basis, decision.decidedOn, entry)
  }
}
