import Identity
import Register

/// A paragraph as a drafter writes it: numbers are references and parts may depend on a parameter.
struct DraftPassage: Sendable {
  enum Content: Sendable {
    /// Paragraphs of the current wording, counted from 1, that stay.
    case same(ClosedRange<Int>)
    case lines([DraftLine])
  }

  let content: Content
  let condition: Condition?
  let source: SourceLine
}

/// A line of a draft.
struct DraftLine: Sendable {
  enum Marker: Sendable {
    case opening
    /// A point; its number follows from its place unless it is given.
    case point(Int?)
    case dash
    case term(String)
    case omitted
  }

  let marker: Marker
  let pieces: [Piece]
  let condition: Condition?
}

/// What a line is made of.
indirect enum Piece: Sendable {
  case text(String)
  case number(key: String, NumberForm)
  /// How long the training of a programme is, or its practice alone.
  case plan(Programme, practice: Bool)
  /// A number that stands fast, with the provision that it follows.
  case fixed(String)
  /// The designation of a new act.
  case newAct(String)
  case commencement(CommencementForm)
  case when(Condition, [Piece])
}

/// How a parameter is written.
enum NumberForm: String, CaseIterable, Sendable {
  case figure, word, percent, fraction, duration, months, longest
  case dayAfter = "day-after"
}

extension NumberForm {
  /// Whether values of a parameter can be written so.
  func fits(_ definition: ParameterDefinition) -> Bool {
    switch (definition.type, self) {
    case (.integer, .figure), (.integer, .word), (.fraction, .percent), (.fraction, .fraction),
      (.monthDay, .dayAfter), (.list, .months), (.list, .longest):
      true
    case (.integer, .duration): definition.unit.map { SwedishNumber.duration(1, $0) != nil } ?? false
    default: false
    }
  }
}

/// How the day of commencement is written.
enum CommencementForm: String, Sendable {
  case year
  case yearBefore = "year-before"
}

/// Where a piece of law data stands.
public struct SourceLine: Hashable, Sendable {
  /// The file.
  public let file: String

  /// The line from 1.
  public let line: Int
}

/// A test of a parameter: `key`, `!key`, `key=value` or `key!=value`.
struct Condition: Hashable, Sendable {
  let key: String
  /// The value asked for, or nothing where the question is whether there is one.
  let value: String?
  let isNegated: Bool

  /// The key that asks for the day of commencement; its one value is `new-year`.
  static let commencement = "commencement"

  init?(_ text: String) {
    if let equals = text.firstIndex(of: "=") {
      var key = text[..<equals]
      isNegated = key.last == "!"
      if isNegated { key.removeLast() }
      self.key = String(key)
      self.value = String(text[text.index(after: equals)...])
    } else {
      isNegated = text.first == "!"
      key = String(isNegated ? text.dropFirst() : text[...])
      value = nil
    }
    guard
      key == Condition.commencement || ParameterDefinition.known.contains(where: { [key] in $0.key == key })
    else { return nil }
  }
}
