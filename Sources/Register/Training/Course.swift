public import Identity

/// A session of a programme that enrols its participants, as progress asks for it.
public struct CourseSession: Sendable {
  /// The provider's reference.
  public let reference: String
  /// The module's code.
  public let module: String
  /// The start.
  public let startsAt: Moment
  /// The end.
  public let endsAt: Moment
  /// Why no minute of it counts; empty when its approvals stand.
  public let notes: [SessionNote]

  /// Describes a session.
  public init(reference: String, module: String, startsAt: Moment, endsAt: Moment, notes: [SessionNote]) {
    self.reference = reference
    self.module = module
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.notes = notes
  }

  /// The elapsed minutes, whatever the clocks do (decision C-18).
  public var minutes: Int { Moment.minutes(from: startsAt, to: endsAt) }
}

/// An enrolment with the plan and the values that bind it from its first day (decisions C-29 and C-49).
public struct Course: Sendable {
  /// The enrolment.
  public let enrolment: Enrolment
  /// The plan.
  public let plan: TrainingPlan

  private let maximumWeeks: [Int?]
  private let advisedWeeks: Int?

  /// Finds what binds an enrolment.
  ///
  /// - Throws: `PLAN_NOT_IN_FORCE`, `PARAMETER_NOT_IN_FORCE`.
  public init(_ enrolment: Enrolment, by parameters: Parameters) throws(Refusal) {
    let day = enrolment.startedOn
    self.enrolment = enrolment
    self.plan = try parameters.plan(of: enrolment.programme, startedOn: day)
    var weeks: [Int?] = []
    for module in plan.modules {
      weeks.append(
        try module.maximumWeeks.map { key throws(Refusal) in try parameters.optionalNumber(of: key, on: day) }
          ?? nil)
    }
    self.maximumWeeks = weeks
    self.advisedWeeks =
      try plan.advisedWeeks.map { key throws(Refusal) in try parameters.optionalNumber(of: key, on: day) }
      ?? nil
  }

  /// Sums up the sessions of the enrolment, in any order, that have ended on a day.
  ///
  /// Each module is credited up to what it takes, the earliest minutes first (decisions C-27 and C-91). The course is
  /// complete on the day when the session that fulfils the last condition ends (decision C-66).
  public func progress(
    of sessions: [CourseSession], _ priorLearning: [PriorLearning] = [], on day: LocalDate
  ) -> TrainingProgress {
    var tallies = zip(plan.modules, maximumWeeks).map { module, weeks in
      ModuleTally(module, maximumWeeks: weeks, priorLearning: priorLearning.last { $0.module == module.code })
    }
    var lastDay: LocalDate?
    for session in sessions.inOrder {
      let (began, ends) = (session.startsAt.day, session.endsAt.day)
      guard ends <= day, enrolment.contains(began), let index = plan.place(of: session.module) else {
        continue
      }
      tallies[index].add(session, began: began, endedOn: ends)
      lastDay = max(lastDay ?? ends, ends)
    }
    let isComplete = tallies.allSatisfy { $0.fullOn != nil }
    return TrainingProgress(
      programme: plan.programme, modules: tallies.map(\.summary), requiredMinutes: plan.minutes,
      completedOn: isComplete ? tallies.compactMap(\.fullOn).max() : nil,
      advice: advice(on: tallies, lastDay: lastDay))
  }

  private func advice(on tallies: [ModuleTally], lastDay: LocalDate?) -> [Refusal] {
    var advice: [Refusal] = []
    for tally in tallies {
      guard let begun = tally.begunOn else { continue }
      let late = tally.module.advisedAfter.filter { code in
        tallies.contains { $0.module.code == code && ($0.fullOn.map { $0 > begun } ?? true) }
      }
      if !late.isEmpty {
        advice.append(
          Refusal(
            .orderAdvised,
            ["module": .text(tally.module.code), "before": .text(late.joined(separator: " "))]))
      }
    }
    if let advisedWeeks, let lastDay {
      let weeks = Int(lastDay.dayNumber - enrolment.startedOn.dayNumber) / 7 + 1
      if weeks > advisedWeeks {
        advice.append(Refusal(.weeksAdvised, ["weeks": .count(weeks), "advised": .count(advisedWeeks)]))
      }
    }
    return advice
  }
}

extension [CourseSession] {
  /// The sessions by start, then by reference; nearly always they come so.
  fileprivate var inOrder: [CourseSession] {
    func precedes(_ left: CourseSession, _ right: CourseSession) -> Bool {
      left.startsAt == right.startsAt
        ? left.reference < right.reference : left.startsAt < right.startsAt
    }
    let isOrdered = zip(self, dropFirst()).allSatisfy { !precedes($1, $0) }
    return isOrdered ? self : sorted(by: precedes)
  }
}

/// The minutes of one module while the sessions go by in order.
private struct ModuleTally {
  let module: TrainingPlan.Module
  /// The day on which the module became full.
  private(set) var fullOn: LocalDate?
  /// The day of the first session whose approvals stand.
  private(set) var begunOn: LocalDate?

  private let maximumWeeks: Int?
  private let priorMinutes: Int
  private let decidedOn: LocalDate?
  private var recorded = 0
  private var credited: Int
  private var notes: [SessionNote] = []

  init(_ module: TrainingPlan.Module, maximumWeeks: Int?, priorLearning: PriorLearning?) {
    self.module = module
    self.maximumWeeks = maximumWeeks
    self.priorMinutes = min(priorLearning?.minutes ?? 0, module.minutes)
    self.credited = priorMinutes
    self.decidedOn = priorLearning?.decidedOn
    if credited == module.minutes { fullOn = decidedOn }
  }

  mutating func add(_ session: CourseSession, began: LocalDate, endedOn day: LocalDate) {
    let minutes = session.minutes
    recorded += minutes
    guard session.notes.isEmpty else {
      notes += session.notes
      return
    }
    let first = begunOn ?? began
    begunOn = first
    if let maximumWeeks, began > first.adding(days: maximumWeeks * 7 - 1) {
      return note(.outsideSpan, of: session, on: began, minutes: minutes)
    }
    let counts = min(minutes, module.minutes - credited)
    credited += counts
    if counts < minutes { note(.overCap, of: session, on: began, minutes: minutes - counts) }
    if fullOn == nil, credited == module.minutes { fullOn = max(day, decidedOn ?? day) }
  }

  private mutating func note(
    _ code: RefusalCode, of session: CourseSession, on day: LocalDate, minutes: Int
  ) {
    notes.append(SessionNote(code, session: session.reference, day: day, minutes: minutes))
  }

  var summary: TrainingProgress.Module {
    TrainingProgress.Module(
      code: module.code, title: module.title, required: module.minutes, recorded: recorded,
      credited: credited, missing: module.minutes - credited, priorLearning: priorMinutes, notes: notes)
  }
}
