public import Identity

/// How a letter reached a person (17 kap. skatteförfarandeförordningen).
public enum ServiceMethod: String, CaseIterable, Sendable {
  /// A plain letter, whose day is that of the sending and proves no receipt.
  case letter = "brev"
  /// Service with proof, whose day is that of the receipt.
  case proven = "delgivning"
}

/// How and when a letter or a decision reached the person.
public struct DecisionService: Hashable, Sendable {
  /// The way.
  public let method: ServiceMethod
  /// The day of the sending, or with proof that of the receipt.
  public let day: LocalDate

  /// Describes a service.
  public init(method: ServiceMethod, day: LocalDate) {
    self.method = method
    self.day = day
  }
}
