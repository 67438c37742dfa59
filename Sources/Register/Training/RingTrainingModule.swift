/// A module of the ring training, as sessions name it; each covers one block (decision C-08).
public enum RingTrainingModule: String, CaseIterable, Sendable {
  case observation = "OBS"
  case deescalation = "DEE"
  case police = "POL"
  case law = "JUR"

  /// The block that the module covers, as `training.blocks` names it.
  public var block: String {
    switch self {
    case .observation: "observation"
    case .deescalation: "deeskalering"
    case .police: "poliskontakt"
    case .law: "juridik"
    }
  }
}
