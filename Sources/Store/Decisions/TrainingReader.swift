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
    let columns = "packed(s.person, s.module, s.starts_at, s.ends_at, s.provider, s.trainer)"
    let programme = Programme.ringTraining.rawValue
    sessionsOfRing = try connection.cached(
      """
      SELECT \(columns) FROM membership m CROSS JOIN session s ON s.person = m.person
      WHERE m.ring = ?1 AND s.programme = '\(programme)' AND s.reversed IS NULL
      """)
    sessionsOfRecord = try connection.cached(
      """
      SELECT \(columns) FROM session s WHERE s.person = ?1 AND s.programme = '\(programme)' AND s.reversed IS NULL
      """)
    providers = try connection.daysOfApproval(
      "SELECT provider, valid_from, valid_to FROM provider_approval WHERE programme = '\(programme)'")
    trainers = try connection.daysOfApproval(
      """
      SELECT COALESCE(p.merged_into, p.id), t.valid_from, t.valid_to FROM trainer_approval t
      JOIN person p ON p.id = t.person WHERE t.programme = '\(programme)'
      """)
  }

  /// Reads the sessions of everyone who has been a member of a ring, in the order of the records and of time.
  ///
  /// Both come in the order of their indices. Whoever came back to the ring has the same sessions again; as no two of a
  /// person overlap, one that does not begin after the one before it is such a repetition.
  func read(_ ring: RingID) throws {
    judged.removeAll(keepingCapacity: true)
    cursor = 0
    sessions.removeAll(keepingCapacity: true)
    try sessionsOfRing.forEachPacked(ring, columns: SessionRow.columns) { row in
      let (record, session) = (PersonID(row[0]), try SessionRow(row))
      if let last = sessions.last, last.record == record, session.startsAt <= last.session.startsAt { return }
      sessions.append((record, session))
    }
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
    var all: [SessionRow] = []
    for record in records {
      try sessionsOfRecord.forEachPacked(record, columns: SessionRow.columns) { row in
        all.append(try SessionRow(row))
      }
    }
    return try judge(all)
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
  fileprivate static let columns = 6
  private static let modules = RingTrainingModule.allCases.map {
    (code: PackedRow.code($0.rawValue), module: $0)
  }

  /// Everything but the person, who stands first.
  fileprivate init(_ row: PackedRow) throws(StoreError) {
    let code = row[1]
    guard let known = Self.modules.first(where: { $0.code == code }) else {
      throw StoreError(.damaged, "a module of ring training")
    }
    module = known.module
    startsAt = Moment(seconds: row[2])
    endsAt = Moment(seconds: row[3])
    provider = ProviderID(row[4])
    trainer = row[5] == PackedRow.absent ? nil : PersonID(row[5])
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
