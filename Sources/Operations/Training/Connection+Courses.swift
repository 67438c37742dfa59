import Identity
import Register
import Store

/// An enrolment with what binds it and whose participant the person is.
struct Seat {
  let course: Course

  /// The provider that enrolled the participant, or else whose session was stored first.
  var provider: ProviderID?
}

extension Connection {
  /// A person's seats in a programme, the earliest first.
  func seats(of person: PersonID, in programme: Programme, under parameters: Parameters) throws -> [Seat] {
    try enrolments(of: person, in: programme).map { enrolment throws in
      Seat(
        course: try Course(enrolment, by: parameters),
        provider: try enrolment.provider ?? firstProvider(of: enrolment))
    }
  }

  /// The progress of one seat.
  func progress(of course: Course, on day: LocalDate) throws -> TrainingProgress {
    let enrolment = course.enrolment
    var book = ApprovalBook(of: enrolment.programme, self)
    let sessions = try sessions(of: enrolment.person, programme: enrolment.programme.rawValue)
      .map { session throws in try CourseSession(session, in: course.plan, by: &book) }
    return course.progress(of: sessions, try priorLearning(of: enrolment.id), on: day)
  }

  /// How far a person has come in a programme, by the latest enrolment.
  ///
  /// - Throws: `NOT_ENROLLED` for a programme that enrols its participants.
  func trainingProgress(
    of person: PersonID, in programme: Programme, under parameters: Parameters, on day: LocalDate
  ) throws -> (progress: TrainingProgress, seat: Seat?) {
    guard programme.needsEnrolment else {
      return (try ringTraining(of: person, under: parameters, on: day).progress, nil)
    }
    guard let seat = try seats(of: person, in: programme, under: parameters).last else {
      throw Refusal(.notEnrolled, ["programme": .text(programme.rawValue)], column: "programme")
    }
    return (try progress(of: seat.course, on: day), seat)
  }

  /// The days on which a person is still being trained as a mediator, and so supervises nobody (decision C-28).
  func daysInMediatorTraining(of person: PersonID, under parameters: Parameters, on day: LocalDate) throws
    -> DaySet
  {
    DaySet(
      try enrolments(of: person, in: .mediator).compactMap { enrolment throws in
        let completed = try progress(of: Course(enrolment, by: parameters), on: day).completedOn
        let last = completed.map { $0.adding(days: -1) } ?? enrolment.withdrawnOn
        return DayRange(enrolment.startedOn, through: last)
      })
  }
}

extension CourseSession {
  /// A session as progress asks for it, with what the approvals say of it.
  init(_ session: TrainingSession, in plan: TrainingPlan, by book: inout ApprovalBook) throws {
    self.init(
      reference: session.reference, module: session.module, startsAt: session.startsAt,
      endsAt: session.endsAt,
      notes: try book.notes(on: session, supervisedBy: plan.supervisor(of: session.module)))
  }
}
