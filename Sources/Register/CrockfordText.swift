/// Letters and digits that people copy by hand without mistaking one for another (Crockford's base 32).
enum CrockfordText {
  static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// What somebody copied, as it was printed: any case, spaces and hyphens between, `I` and `L` for 1, `O` for 0.
  static func mended(_ written: String) -> String? {
    let text = written.uppercased().filter { $0 != " " && $0 != "-" && $0 != "\u{A0}" }.map {
      character -> Character in
      switch character {
      case "I", "L": "1"
      case "O": "0"
      default: character
      }
    }
    guard text.allSatisfy({ $0.asciiValue.map(digits.contains) ?? false }) else { return nil }
    return String(text)
  }

  /// A text in groups of four.
  static func grouped(_ text: String, by separator: String) -> String {
    var groups: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      groups.append(rest.prefix(4))
      rest = rest.dropFirst(4)
    }
    return groups.joined(separator: separator)
  }
}
