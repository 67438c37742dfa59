/// One letter of the table: who decides, what comes before, how it is changed and appealed, and how sure that is.
public struct LetterKind: Sendable {
  /// How sure it is that the letter says what the law demands.
  public enum Certainty: String, CaseIterable, Sendable {
    /// By law in force.
    case settled
    /// By the proposed act, modelled on one in force.
    case following
    /// Not before the legislator or the issuer has decided; never sent without an officer's own word for it.
    case uncertain

    /// The mark of the table.
    public var mark: String {
      switch self {
      case .settled: "●"
      case .following: "◐"
      case .uncertain: "○"
      }
    }
  }

  /// The number in the table, from 1.
  public let number: Int
  /// What the letter is, such as `registrering avslås`.
  public let name: String
  /// How sure it is.
  public let certainty: Certainty
  /// Who decides.
  public let decides: String
  /// What comes before the decision, with its provision.
  public let before: String?
  /// How the decision is changed.
  public let change: String?
  /// Where it is appealed, or why it is not.
  public let appeal: String
  /// The time for that.
  public let time: String?
  /// What must be decided before an uncertain letter can be sure.
  public let doubt: String?
  /// The names of the texts that may end it, one of which does.
  public let texts: [String]
  /// Whether it is delivered with proof of receipt.
  public let needsProof: Bool
  /// Whether the register keeps it.
  public let isKept: Bool

  /// The heading.
  public let title: LetterWords
  /// What it decides.
  public let outcome: LetterWords?
  /// The provisions that are applied.
  public let provisions: String?
  /// By which provision it cannot be appealed, of a letter that ends by saying so.
  public let finalBy: String?
}
