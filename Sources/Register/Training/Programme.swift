/// The programmes whose hours the register keeps, by their codes.
public enum Programme: String, CaseIterable, Sendable {
  /// The training of ring members, 240 minutes.
  case ringTraining = "TR"
  /// The training of community mediators, 200 hours.
  case mediator = "SM"
  /// The course in restorative justice, 80 hours.
  case restorativeJustice = "RJ"

  /// Whether a participant is enrolled before the first session.
  public var needsEnrolment: Bool { self != .ringTraining }
}
