public import Identity

/// What a person's sessions of ring training amount to on a day (decisions C-08 and C-66).
public struct RingTraining: Hashable, Sendable {
  /// One completed training.
  public struct Completion: Hashable, Sendable {
    /// The local day when the session that fulfilled the last condition ended.
    public let day: LocalDate

    /// The days on which the training is valid, from the day of completion.
    public let validity: DayRange
  }

  /// The completed trainings, the earliest first.
  public let completions: [Completion]

  /// How far the training has come that is in force, or else the one under way.
  public let progress: TrainingProgress

  /// The days on which the person is trained; a renewal before the expiry leaves no hole.
  public var validity: DaySet { DaySet(completions.map(\.validity)) }

  /// Judges sessions in any order, as they stand on a day.
  ///
  /// Length, blocks and validity are those of the day a training is completed, so a later value reopens nothing
  /// (decision C-49). A completed training without expiry is never completed again.
  ///
  /// - Throws: `PARAMETER_NOT_IN_FORCE` when the day lies before the first value.
  public init(
    _ sessions: [RingTrainingSession], by parameters: Parameters, on day: LocalDate
  ) throws(Refusal) {
    let ordered = sessions.filter { $0.endsAt.day <= day }.sorted {
      ($0.endsAt, $0.startsAt, $0.reference) < ($1.endsAt, $1.startsAt, $1.reference)
    }
    var completions: [Completion] = []
    var ongoing: [RingTrainingSession] = []
    var latest: TrainingProgress?
    for session in ordered {
      if let last = completions.last, last.validity.isOpen { break }
      ongoing.append(session)
      let ended = session.endsAt.day
      guard session.isApproved, let rule = RingTrainingRule(parameters, on: ended) else { continue }
      let progress = TrainingProgress(of: ongoing, by: rule)
      guard progress.isComplete, let validity = rule.validity(from: ended) else { continue }
      completions.append(Completion(day: ended, validity: validity))
      latest = progress.completed(on: ended)
      ongoing = []
    }
    self.completions = completions
    if let latest, let last = completions.last, last.validity.contains(day) {
      self.progress = latest
    } else {
      self.progress = TrainingProgress(of: ongoing, by: try RingTrainingRule(in: parameters, on: day))
    }
  }
}
