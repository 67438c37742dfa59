import Identity
import Register
import Store

extension Connection {
  /// Visits the progress of every participant of a programme, one person's sessions in memory at a time.
  ///
  /// In a programme with enrolment it is that of the latest one. The order is that of the records.
  func forEachProgress(
    in programme: Programme, under parameters: Parameters, on day: LocalDate,
    _ body: (PersonID, Enrolment?, ProviderID?, TrainingProgress) throws -> Void
  ) throws {
    var roll = try CourseRoll(of: programme, under: parameters, on: day, self)
    var own: [TrainingSession] = []
    try forEachSession(in: programme) { session in
      if let last = own.last, last.person != session.person {
        try roll.take(own, body)
        own.removeAll(keepingCapacity: true)
      }
      own.append(session)
    }
    if !own.isEmpty { try roll.take(own, body) }
    try roll.finish(body)
  }
}

/// The participants of a programme while their sessions go by.
private struct CourseRoll {
  typealias Body = (PersonID, Enrolment?, ProviderID?, TrainingProgress) throws -> Void

  private let programme: Programme
  private let parameters: Parameters
  private let day: LocalDate
  private let connection: Connection
  private let survivors: [PersonID: PersonID]
  /// Persons with several records, whose sessions come apart.
  private let merged: Set<PersonID>
  private var book: ApprovalBook
  private var courses: [PersonID: Course] = [:]

  init(
    of programme: Programme, under parameters: Parameters, on day: LocalDate, _ connection: Connection
  ) throws {
    self.programme = programme
    self.parameters = parameters
    self.day = day
    self.connection = connection
    survivors = try connection.mergedPersons()
    merged = Set(survivors.keys).union(survivors.values)
    book = ApprovalBook(of: programme, connection)
    guard programme.needsEnrolment else { return }
    for enrolment in try connection.enrolments(in: programme) {
      courses[enrolment.person] = try Course(enrolment, by: parameters)
    }
  }

  /// Takes the sessions of one record, in order.
  mutating func take(_ sessions: [TrainingSession], _ body: Body) throws {
    guard let person = sessions.first?.person, !merged.contains(person) else { return }
    guard programme.needsEnrolment else {
      let progress = try connection.ringTraining(of: person, under: parameters, on: day).progress
      return try body(person, nil, sessions.last?.provider, progress)
    }
    guard let course = courses.removeValue(forKey: person) else { return }
    let provider =
      course.enrolment.provider
      ?? sessions.lazy.filter { course.enrolment.contains($0.startsAt.day) }.min { $0.id < $1.id }?.provider
    let judged = try sessions.map { session throws in
      try CourseSession(survivors.isEmpty ? session : session.ledBy(survivors), in: course.plan, by: &book)
    }
    let progress = course.progress(of: judged, try connection.priorLearning(of: course.enrolment.id), on: day)
    let named = try progress.namingSessions { number in
      try connection.reference(ofSession: number) ?? number
    }
    try body(person, course.enrolment, provider, named)
  }

  /// Takes those without sessions, and those whose sessions stand under several records.
  mutating func finish(_ body: Body) throws {
    for (person, course) in courses {
      try body(
        person, course.enrolment,
        try course.enrolment.provider ?? connection.firstProvider(of: course.enrolment),
        try connection.progress(of: course, on: day))
    }
    guard !programme.needsEnrolment else { return }
    for person in merged where survivors[person] == nil {
      guard let last = try connection.sessions(of: person, programme: programme.rawValue).last else {
        continue
      }
      let progress = try connection.ringTraining(of: person, under: parameters, on: day).progress
      try body(person, nil, last.provider, progress)
    }
  }
}

extension TrainingSession {
  /// The session with the records that now hold the facts of its trainer and its supervisor.
  fileprivate func ledBy(_ survivors: [PersonID: PersonID]) -> TrainingSession {
    TrainingSession(
      id: id, provider: provider, reference: reference, programme: programme, module: module, person: person,
      startsAt: startsAt, endsAt: endsAt, trainer: trainer.map { survivors[$0] ?? $0 },
      supervisor: supervisor.map { survivors[$0] ?? $0 })
  }
}
