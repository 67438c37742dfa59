public import Identity

/// An approved provider.
public struct Provider: Hashable, Sendable {
  /// The register's own number.
  public let id: ProviderID
  /// The organisation number.
  public let number: OrganisationNumber
  /// The name.
  public let name: String

  /// Describes a provider.
  public init(id: ProviderID, number: OrganisationNumber, name: String) {
    self.id = id
    self.number = number
    self.name = name
  }
}
