/// Lines of text no wider than a terminal.
///
/// A no-break space keeps words together and is printed as a space, so that what is copied can be run.
enum Paragraph {
  /// Fills lines with words that are never broken, the later lines indented.
  static func fill(_ words: [String], width: Int, first: String = "", indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = first
    var used = first.displayWidth
    var isFresh = true
    for word in words {
      let length = word.displayWidth
      if !isFresh, used + 1 + length > width {
        lines.append(line)
        line = margin
        used = indent
        isFresh = true
      }
      if !isFresh {
        line += " "
        used += 1
      }
      line += word.replacing("\u{A0}", with: " ")
      used += length
      isFresh = false
    }
    lines.append(line)
    return lines
  }

  /// A text that is never broken.
  static func together(_ text: String) -> String {
    text.replacing(" ", with: "\u{A0}")
  }

  /// Fills each line of a text by itself, so that its empty lines part paragraphs.
  static func wrap(_ text: String, width: Int, first: String = "", indent: Int = 0) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      fill(
        line.split(separator: " ").map(String.init), width: width,
        first: index == 0 ? first : String(repeating: " ", count: line.isEmpty ? 0 : indent), indent: indent)
    }
  }

  /// Sets terms in one column and what they mean in another; a term too long for its column has its own line.
  static func definitions(_ items: [(term: String, meaning: String)], width: Int) -> [String] {
    let widths = items.map { $0.term.displayWidth }
    let column = min(widths.max() ?? 0, max(12, width / 3))
    let indent = column + 4
    return zip(items, widths).flatMap { item, length in
      guard length <= column else {
        let margin = String(repeating: " ", count: indent)
        return ["  " + item.term] + wrap(item.meaning, width: width, first: margin, indent: indent)
      }
      let first = "  " + item.term + String(repeating: " ", count: column - length + 2)
      return wrap(item.meaning, width: width, first: first, indent: indent)
    }
  }
}
