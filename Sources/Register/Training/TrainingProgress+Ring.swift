import Identity

extension TrainingProgress {
  /// Sums up the sessions of one ring training, the last to end at the end.
  init(of sessions: [RingTrainingSession], by rule: RingTrainingRule) {
    let earliest = sessions.last.flatMap { last in
      rule.spanDays.map { last.endsAt.day.adding(days: 1 - $0) }
    }
    func faults(of session: RingTrainingSession) -> [RefusalCode] {
      guard let earliest, session.startsAt.day < earliest else { return session.notes }
      return session.notes + [.outsideSpan]
    }
    let modules = RingTrainingModule.allCases.map { module in
      let own = sessions.filter { $0.module == module }
      let credited = own.reduce(0) { $0 + (faults(of: $1).isEmpty ? $1.minutes : 0) }
      return Module(
        code: module.rawValue, title: module.block, required: nil,
        recorded: own.reduce(0) { $0 + $1.minutes }, credited: credited,
        missing: credited == 0 && rule.blocks.contains(module.block) ? 1 : 0,
        notes: own.flatMap { session in
          faults(of: session).map { code in
            SessionNote(
              code, session: session.reference, day: session.startsAt.day, minutes: session.minutes)
          }
        })
    }
    self.init(programme: .ringTraining, modules: modules, requiredMinutes: rule.minutes)
  }

  func completed(on day: LocalDate) -> TrainingProgress {
    var progress = self
    progress.completedOn = day
    return progress
  }
}
