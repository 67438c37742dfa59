public import Identity

/// What a genuine document is worth on a day.
public enum DocumentStanding: Hashable, Sendable {
  /// It holds.
  case valid
  /// Another document has taken its place, or its decision no longer holds and nothing has come instead.
  case replaced(by: DocumentNumber?)
  /// It has been taken back from a day on, or from the beginning.
  case revoked(from: LocalDate)
  /// It was valid up to a day.
  case expired(after: LocalDate)
  /// It was issued later.
  case notYetIssued(LocalDate)
  /// The register holds it no longer, since the data of its year have been removed (decision C-100).
  case removed
  /// The register does not answer for it.
  case unknown

  /// The code under which the message catalogue words it, and programs read it.
  public var code: String {
    switch self {
    case .valid: "giltigt"
    case .replaced: "ersatt"
    case .revoked: "återkallat"
    case .expired: "utgånget"
    case .notYetIssued: "ej utfärdat"
    case .removed: "gallrat"
    case .unknown: "okänt"
    }
  }
}
