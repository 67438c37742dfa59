/// Electronic identification by OpenID Connect, as the operator has set it up.
public struct Identification: Sendable {
  /// What the button says.
  public let name: String
}
