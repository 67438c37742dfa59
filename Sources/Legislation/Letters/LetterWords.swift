/// Words of a letter with places for the facts of a case, written `{name}`; acts already stand there by their names.
public struct LetterWords: Hashable, Sendable {
  /// The words with their places.
  public let pattern: String

  /// The words with facts; a place without a fact stays as it is written, which no letter may show.
  public func filled(with facts: LetterFacts) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): String(words)
      case .fact(let name): facts[String(name)] ?? "{\(name)}"
      }
    }.joined()
  }

  /// The names of the facts that the words need.
  var places: [String] {
    pieces.compactMap { if case .fact(let name) = $0 { String(name) } else { nil } }
  }

  private enum Piece {
    case words(Substring)
    case fact(Substring)
  }

  private var pieces: [Piece] {
    var pieces: [Piece] = []
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces += [.words(rest[..<open]), .fact(rest[rest.index(after: open)..<close])]
      rest = rest[rest.index(after: close)...]
    }
    return pieces + [.words(rest)]
  }
}

/// The facts of a case that words of letters may name, each as running text has it.
public struct LetterFacts: Sendable {
  /// The names that words may use; law data that use another are refused.
  public enum Name: String, CaseIterable, Sendable {
    case year, decision, number, day, reason, officer, provision, provisions, outcome, ground, slip
    case lastDay = "last-day"
    case dayAfter = "day-after"
    case sixthYear = "sixth-year"
    case ringName = "ring-name"
    case postalAddress = "postal-address"
    case authority
    case authorityAtStart = "Authority"
    case authorityAddress = "authority-address"
    case provider
    case providerAddress = "provider-address"
    case answerDays = "answer-days"
    case signIn = "sign-in"
    case amount, attended, counted, percent, limit, needed, missing, floor, age, cap, whom
    case ageDay = "age-day"
    case missingIdentity = "missing-identity"
  }

  private var values: [String: String] = [:]

  /// Knows nothing.
  public init() {}

  /// A fact by its name, nothing while it is not known.
  public subscript(name: Name) -> String? {
    get { values[name.rawValue] }
    set { values[name.rawValue] = newValue }
  }

  subscript(name: String) -> String? { values[name] }
}
