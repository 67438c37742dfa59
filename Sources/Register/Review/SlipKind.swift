/// What an obvious slip in a decision was, which may be put right at any time (36 § förvaltningslagen).
public enum SlipKind: String, CaseIterable, Sendable {
  /// A slip of the pen.
  case writing
  /// A slip of the arithmetic.
  case arithmetic
}
