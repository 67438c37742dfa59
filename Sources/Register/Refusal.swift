public import Identity

/// A value that a refusal or a reason rests on, shown to its reader in their language.
public enum Fact: Hashable, Sendable {
  case text(String)
  case count(Int)
  case day(LocalDate)
  case kronor(Int)
  case fraction(Fraction)
  /// A code whose wording the message catalogue holds.
  case code(String)
}

/// Why a rule refuses an act or a row, as facts.
///
/// The wording, the provision and the remedy stand under the same code in the message catalogue. No fact holds a
/// personal identity number.
public struct Refusal: Error, Hashable, Sendable {
  /// What went wrong.
  public let code: RefusalCode

  /// The values that decided it, by the names that the wording uses.
  public let facts: [String: Fact]

  /// The column of a row, or the option of a command, that holds the fault.
  public var column: String?

  /// Makes a refusal from its code and facts.
  public init(_ code: RefusalCode, _ facts: [String: Fact] = [:], column: String? = nil) {
    self.code = code
    self.facts = facts
    self.column = column
  }
}

/// Several refusals of one act, stated together.
///
/// An application names every failing condition at once, each with its source.
public struct Refusals: Error, Hashable, Sendable {
  /// The refusals in the order of the conditions, at least one.
  public let all: [Refusal]

  /// Gathers refusals, or nothing when there are none.
  public init?(_ all: [Refusal]) {
    guard !all.isEmpty else { return nil }
    self.all = all
  }
}
