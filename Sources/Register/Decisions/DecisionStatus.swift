/// How far an outcome has come (decision C-75).
public enum DecisionStatus: String, CaseIterable, Sendable {
  /// Not decided: what stands so far, or what the run would give.
  case preliminary = "preliminar"
  /// A refusal that the person may answer before it is decided.
  case communicated = "kommunicerad"
  /// Decided.
  case decided = "beslutad"
}
