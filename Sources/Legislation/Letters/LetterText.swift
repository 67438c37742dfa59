/// A text that ends a letter: how to appeal, that one cannot, or what the letter is.
public struct LetterText: Sendable {
  /// What a line is.
  public enum Kind: Sendable {
    case heading, paragraph, item
  }

  /// A line, made of parts of which some belong to certain cases alone.
  struct Line: Sendable {
    let kind: Kind
    var parts: [Part]
  }

  /// A run of words.
  struct Part: Sendable {
    /// By what another text puts other words in its place.
    let id: String?
    /// The cases that it belongs to, or nothing for all.
    let when: Case?
    let words: LetterWords
  }

  /// What sets a case apart.
  public enum Case: String, Sendable {
    /// A decision that does not give everything.
    case notGranted = "not-granted"
    /// A ring that is deregistered.
    case deregistered
  }

  /// The name in the table, such as `B2`.
  public let name: String
  var lines: [Line]

  /// The lines for a case, with its facts.
  public func lines(for cases: Set<Case>, _ facts: LetterFacts) -> [(kind: Kind, words: String)] {
    lines.compactMap { line in
      let parts = line.parts.filter { part in part.when.map(cases.contains) ?? true }
      let words = parts.map { $0.words.filled(with: facts) }.joined().collapsed
      return words.isEmpty ? nil : (line.kind, words)
    }
  }

  /// The names of the facts that the text needs in every case and does not get.
  public func missing(from facts: LetterFacts) -> [LetterFacts.Name] {
    lines.flatMap { $0.parts.filter { $0.when == nil }.flatMap(\.words.places) }
      .compactMap { LetterFacts.Name(rawValue: $0) }.filter { facts[$0] == nil }
  }

  /// Puts other parts in the places of those with the same id.
  func replacing(_ others: [Part], as name: String) -> LetterText {
    let known = Dictionary(others.compactMap { part in part.id.map { ($0, part) } }) { first, _ in first }
    return LetterText(
      name: name,
      lines: lines.map { line in
        Line(kind: line.kind, parts: line.parts.map { part in part.id.flatMap { known[$0] } ?? part })
      })
  }

  var partNames: Set<String> { Set(lines.flatMap { $0.parts.compactMap(\.id) }) }
}
