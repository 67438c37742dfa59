/// In what capacity a supervisor is approved (decision C-28).
public enum SupervisorKind: String, CaseIterable, Sendable {
  /// An experienced mediator, for the practice module.
  case practice
  /// The supervisor at the place of work.
  case workplace = "handledare"
}
