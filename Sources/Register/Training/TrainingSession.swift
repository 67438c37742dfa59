/// A session of training as recorded by its provider.
public struct TrainingSession: Hashable, Sendable {
  /// The register's own number.
  public let id: Int64
  /// The provider.
  public let provider: ProviderID
  /// The provider's own identifier.
  public let reference: String
  /// The programme's code.
  public let programme: String
  /// The module's code.
  public let module: String
  /// The participant.
  public let person: PersonID
  /// The start.
  public let startsAt: Moment
  /// The end.
  public let endsAt: Moment
  /// The trainer.
  public let trainer: PersonID?
  /// The supervisor of practice.
  public let supervisor: PersonID?

  /// Describes a session.
  public init(
    id: Int64, provider: ProviderID, reference: String, programme: String, module: String, person: PersonID,
    startsAt: Moment, endsAt: Moment, trainer: PersonID?, supervisor: PersonID?
  ) {
    self.id = id
    self.provider = provider
    self.reference = reference
    self.programme = programme
    self.module = module
    self.person = person
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.trainer = trainer
    self.supervisor = supervisor
  }
}
