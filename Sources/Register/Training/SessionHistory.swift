/// Who recorded a session and who took it back, each with the moment.
public struct SessionHistory: Hashable, Sendable {
  /// One act.
  public struct Act: Hashable, Sendable {
    /// The user.
    public let by: String
    /// The moment.
    public let at: Moment

    /// Describes an act.
    public init(by: String, at: Moment) {
      (self.by, self.at) = (by, at)
    }
  }

  /// How it was recorded.
  public let recorded: Act
  /// How it was taken back, nothing while it stands.
  public let reversed: Act?

  /// Describes a history.
  public init(recorded: Act, reversed: Act?) {
    (self.recorded, self.reversed) = (recorded, reversed)
  }
}
