extension String {
  /// The text with no-break spaces where a number belongs to what follows it: `67 kap. 53 §`, `2 000 kr`.
  public var unbroken: String {
    var words = split(separator: " ", omittingEmptySubsequences: false)[...]
    guard var text = words.popFirst().map(String.init) else { return self }
    for word in words {
      let isNumbered = text.last?.isNumber == true && word.isCounted
      text += (isNumbered ? "\u{A0}" : " ") + word
    }
    return text
  }
}

extension Substring {
  /// Whether the word is what a number before it counts, or the next three digits of it.
  fileprivate var isCounted: Bool {
    let isThousands = prefix(while: \.isNumber).count == 3
    return isThousands || first == "§" || ["kap.", "kr", "kronor", "procent", "%"].contains { hasPrefix($0) }
  }
}
