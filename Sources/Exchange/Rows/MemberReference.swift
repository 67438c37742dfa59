public import Identity
public import Register

/// How a row names a member: contact persons know aliases, not numbers (decision C-97).
///
/// A row that gives both is read by the number.
public enum MemberReference: Hashable, Sendable {
  /// By identity number.
  case number(IdentityNumber)

  /// By the name that the members of a ring know.
  case alias(String, ring: RingNumber)

  /// The cells of the columns personnummer, alias and ring.
  var cells: [String?] {
    switch self {
    case .number(let number): [number.twelveDigits, nil, nil]
    case .alias(let alias, let ring): [nil, alias, ring.description]
    }
  }
}
