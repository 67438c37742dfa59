/// A paragraph of a section (stycke): its opening line and the points under it.
public struct Passage: Hashable, Sendable {
  /// The lines, the opening first unless it is left out.
  public var lines: [Line]

  /// All words in order, for searches.
  public var text: String {
    lines.map { line in
      if case .term(let term) = line.marker { term + ": " + line.text } else { line.text }
    }.joined(separator: " ")
  }
}

/// A line of a paragraph.
public struct Line: Hashable, Sendable {
  /// What stands before the text.
  public enum Marker: Hashable, Sendable {
    /// The opening of the paragraph.
    case opening
    /// A point, `1.`
    case point(Int)
    /// A dash.
    case dash
    /// A defined term, set in italics before a colon.
    case term(String)
    /// Wording that is not at hand and is not changed.
    case omitted
  }

  /// What stands before the text.
  public let marker: Marker

  /// The text.
  public let text: String

  /// The text before the line's own, such as `1.` or an en dash.
  public var label: String? {
    switch marker {
    case .point(let number): "\(number)."
    case .dash: "–"
    case .opening, .term, .omitted: nil
    }
  }
}

extension String {
  /// The text with every run of white space as one space, and none at the ends; spaces that do not break stay.
  var collapsed: String {
    split { $0.isWhitespace && $0 != "\u{A0}" }.joined(separator: " ")
  }
}
