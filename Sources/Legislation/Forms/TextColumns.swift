/// Words set in lines of one width, as a typewriter would.
enum TextColumns {
  /// The width of the page.
  static let page = 78
  /// The width of one of the two columns.
  static let column = 37

  /// Lines of a paragraph, none wider than the width unless a word is.
  static func lines(_ text: String, width: Int, label: String? = nil, indent: Int = 0) -> [String] {
    var lines: [String] = []
    let lead = String(repeating: " ", count: indent)
    var line = label.map { lead + $0 } ?? lead
    var isEmpty = label == nil
    for word in text.bound.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = lead + (label == nil ? "" : "   ")
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    if !isEmpty { lines.append(line) }
    return lines.map { $0.replacing("\u{A0}", with: " ") }
  }

  /// Two stacks of lines side by side.
  static func beside(_ left: [String], _ right: [String]) -> [String] {
    (0..<max(left.count, right.count)).map { index in
      let first = index < left.count ? left[index] : ""
      guard index < right.count, !right[index].isEmpty else { return first }
      let gap = page - 2 * column + max(0, column - first.count)
      return first + String(repeating: " ", count: gap) + right[index]
    }
  }

  /// Lines as a text, none with spaces at its end.
  static func page(of lines: [String]) -> String {
    lines.reduce(into: "") { text, line in
      var line = line[...]
      while line.last == " " { line.removeLast() }
      text += line
      text += "\n"
    }
  }

  /// A line in the middle of the page.
  static func centred(_ text: String) -> String {
    String(repeating: " ", count: max(0, (page - text.count) / 2)) + text
  }
}
