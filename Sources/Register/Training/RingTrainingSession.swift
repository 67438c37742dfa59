import Identity

/// One session of ring training that a person took part in.
public struct RingTrainingSession: Hashable, Sendable {
  /// The provider's own reference.
  public let reference: String

  /// The module that was taught.
  public let module: RingTrainingModule

  /// The start.
  public let startsAt: Moment

  /// The end.
  public let endsAt: Moment

  /// Why the session is not credited; empty when it is (decision C-91).
  public let notes: [RefusalCode]

  /// Describes a session by the approvals, of any time, of its provider and its trainer.
  ///
  /// Both are tested on the local day when the session starts (decision C-66). An approval renewed backwards credits
  /// the session by itself, a later withdrawal takes nothing away.
  public init(
    reference: String, module: RingTrainingModule, startsAt: Moment, endsAt: Moment,
    providerApproved: DaySet, trainerApproved: DaySet
  ) {
    self.reference = reference
    self.module = module
    self.startsAt = startsAt
    self.endsAt = endsAt
    let day = startsAt.day
    var notes: [RefusalCode] = []
    if !providerApproved.contains(day) { notes.append(.providerNotApproved) }
    if !trainerApproved.contains(day) { notes.append(.trainerNotApproved) }
    self.notes = notes
  }

  /// The elapsed minutes, whatever the clocks do (decision C-18).
  public var minutes: Int { Moment.minutes(from: startsAt, to: endsAt) }

  /// Whether the session was held under valid approvals.
  public var isApproved: Bool { notes.isEmpty }
}
