/// One choice of an `Accept-Language` header (RFC 9110, section 12.5.4).
struct LanguageRange {
  let tag: Substring
  let quality: Double

  /// Reads `sv-SE;q=0.8`.
  init?(_ text: Substring) {
    let parts = text.split(separator: ";")
    guard let tag = parts.first?.trimmed, !tag.isEmpty else { return nil }
    self.tag = tag.lowercased()[...]
    let weight = parts.dropFirst().map(\.trimmed).first { $0.hasPrefix("q=") }
    self.quality = weight.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
  }

  /// The offered language that a header likes best: the first of equals, and the first of all when it names none.
  static func best(of offered: [String], for header: String) -> String? {
    let ranges = header.split(separator: ",").compactMap(LanguageRange.init)
    func quality(_ language: String) -> Double {
      ranges.filter { $0.tag == language || $0.tag.hasPrefix(language + "-") }.map(\.quality).max()
        ?? ranges.first { $0.tag == "*" }?.quality ?? 0
    }
    var best = offered.first
    var highest = 0.0
    for language in offered where quality(language) > highest {
      best = language
      highest = quality(language)
    }
    return best
  }
}
