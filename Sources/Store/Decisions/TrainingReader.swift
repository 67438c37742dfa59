import Identity
import Register

/// Tells on which days the members of a ring are trained.
///
/// Neighbours are trained together, so the same sessions come again and again within a ring and are judged once.
final class TrainingReader {
  /// A session without its reference, which differs between persons and decides nothing here.
  fileprivate struct SessionRow: Equatable {
    let module: RingTrainingModule
    let startsAt: Moment
    let endsAt: Moment
    let provider: ProviderID
    let trainer: PersonID?
  }

  private let day: LocalDate
  private let parameters: Parameters
  private let sessionsOfRing: Statement
  private let sessionsOfRecord: Statement
  private let providers: [ProviderID: DaySet]
  private let trainers: [PersonID: DaySet]
  private let merged: [PersonID: PersonID]
  private var sessions: [(record: PersonID, session: SessionRow)] = []
  private var cursor = 0
  private var judged: [(sessions: [SessionRow], days: DaySet)] = []
  private var own: [SessionRow] = []

  /// Reads the approvals, which every ring shares.
  ///
  /// - Parameter merged: Who a trainer is now, of whom an approval and a session may name different records.
  init(
    asOf day: LocalDate, under parameters: Parameters, merged: [PersonID: PersonID],
    from connection: Connection
  ) throws {
    self.day = day
    self.merged = merged
    self.parameters = parameters
    let columns = "person, module, starts_at, ends_at, provider, trainer"
    let programme = Programme.ringTraining.rawValue
    sessionsOfRing = try connection.cached(
      """
      SELECT \(columns) FROM session
      WHERE person IN (SELECT person FROM membership WHERE ring = $1) AND programme = '\(programme)'
        AND reversed IS NULL
      ORDER BY person, starts_at
      """)
    sessionsOfRecord = try connection.cached(
      "SELECT \(columns) FROM session WHERE person = $1 AND programme = '\(programme)' AND reversed IS NULL")
    providers = try connection.daysOfApproval(
      "SELECT provider, valid_from, valid_to FROM provider_approval WHERE programme = '\(programme)'")
    trainers = try connection.daysOfApproval(
      """
      SELECT COALESCE(p.merged_into, p.id), t.valid_from, t.valid_to FROM trainer_approval t
      JOIN person p ON p.id = t.person WHERE t.programme = '\(programme)'
      """)
  }

  /// Reads the sessions of everyone who has been a member of a ring, in the order of the records.
  func read(_ ring: RingID) throws {
    judged.removeAll(keepingCapacity: true)
    cursor = 0
    sessions.removeAll(keepingCapacity: true)
    try sessionsOfRing.forEach(ring) { row in sessions.append((try row.value(0), try SessionRow(row))) }
  }

  /// The days on which the person of a record is trained; records are asked for in rising order.
  func validity(of record: PersonID) throws -> DaySet {
    while cursor < sessions.count, sessions[cursor].record < record { cursor += 1 }
    own.removeAll(keepingCapacity: true)
    while cursor < sessions.count, sessions[cursor].record == record {
      own.append(sessions[cursor].session)
      cursor += 1
    }
    return try judge(own)
  }

  /// The days on which a person of several records is trained, wherever the records are members.
  func validity(ofMerged records: [PersonID]) throws -> DaySet {
    try judge(records.flatMap { record in try sessionsOfRecord.all(record) { row in try SessionRow(row) } })
  }

  private func judge(_ sessions: [SessionRow]) throws -> DaySet {
    if sessions.isEmpty { return DaySet() }
    if let known = judged.last(where: { $0.sessions == sessions }) { return known.days }
    let days = try RingTraining(sessions.map(session), by: parameters, on: day).validity
    judged.append((sessions, days))
    return days
  }

  private func session(_ row: SessionRow) -> RingTrainingSession {
    RingTrainingSession(
      reference: "", module: row.module, startsAt: row.startsAt, endsAt: row.endsAt,
      providerApproved: providers[row.provider] ?? DaySet(),
      trainerApproved: row.trainer.flatMap { trainers[merged[$0] ?? $0] } ?? DaySet())
  }
}

extension TrainingReader.SessionRow {
  fileprivate init(_ row: borrowing Row) throws(StoreError) {
    module = try row.withTextBytes(1) { RingTrainingModule(code: $0) }
    startsAt = try row.moment(2)
    endsAt = try row.moment(3)
    provider = try row.value(4)
    trainer = try row.value(5)
  }
}

extension RingTrainingModule {
  private static let codes = allCases.map { (code: Array($0.rawValue.utf8), module: $0) }

  /// The module of a stored code, read without a text in between: four million come by in a large year.
  fileprivate init?(code bytes: UnsafeBufferPointer<UInt8>) {
    guard let known = RingTrainingModule.codes.first(where: { $0.code.elementsEqual(bytes) }) else {
      return nil
    }
    self = known.module
  }
}

extension Connection {
  /// The days of approval by whom they approve, from rows of holder, first and last day.
  fileprivate func daysOfApproval<Holder>(_ sql: String) throws -> [RowID<Holder>: DaySet] {
    var ranges: [RowID<Holder>: [DayRange]] = [:]
    try forEach(sql) { row in
      guard let days = DayRange(try row.date(1), through: try row.value(2)) else { return }
      ranges[try row.value(0), default: []].append(days)
    }
    return ranges.mapValues { DaySet($0) }
  }
}
