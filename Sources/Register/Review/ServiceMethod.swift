/// How a letter reached a person (17 kap. skatteförfarandeförordningen).
public enum ServiceMethod: String, CaseIterable, Sendable {
  /// A plain letter; the day is the one of its sending and proves no receipt.
  case letter = "brev"
  /// Service with proof; the day is the one of the receipt.
  case proven = "delgivning"
}
