/// The professions that open the course in restorative justice without a certificate of mediation (decision C-30).
public enum Profession: String, CaseIterable, Sendable {
  case socialWorker = "socionom"
  case psychologist = "psykolog"
  case lawyer = "jurist"
}
