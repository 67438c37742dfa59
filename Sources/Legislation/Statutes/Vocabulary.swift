import Documents

/// Words that a draft may not hold, and terms that it must define.
struct Vocabulary: Sendable {
  /// A word to be avoided.
  struct Avoided: Sendable {
    /// The word, with a star for any ending.
    let word: String
    /// The word to be used in its place.
    let use: String?
    /// The form of act that it is kept from, or nothing for both.
    let form: CitedAct.Form?
    let because: String
    /// Whether it matters in wording alone and not in a description.
    let isStyle: Bool

    /// The word as it stands in a text, or nothing when it does not; a capital begins a sentence and matters not.
    func found(in text: SearchedText) -> String? {
      if word == "/" { return text.stroked }
      guard word.contains(where: { !$0.isLetter && $0 != "*" }) else {
        let stem = word.hasSuffix("*") ? String(word.dropLast()) : word
        return text.words.first { stem.count < word.count ? $0.hasPrefix(stem) : $0 == stem }.map(String.init)
      }
      return text.contains(word) ? word : nil
    }
  }

  /// A text made ready to be searched for many words.
  struct SearchedText: Sendable {
    private let lowercased: String
    private let bytes: [UInt8]
    let words: [Substring]

    init(_ text: String) {
      lowercased = text.lowercased()
      bytes = Array(lowercased.utf8)
      words = lowercased.split { !$0.isLetter }
    }

    /// Whether some words stand in the text, whatever their capitals.
    func contains(_ words: String) -> Bool {
      let sought = Array(words.lowercased().utf8)
      guard let first = sought.first, sought.count <= bytes.count else { return false }
      return bytes.indices.dropLast(sought.count - 1).contains { place in
        bytes[place] == first && bytes[place..<(place + sought.count)].elementsEqual(sought)
      }
    }

    /// Two words with a stroke between them; the strokes in the numbers of European acts are none.
    var stroked: String? {
      guard lowercased.contains("/") else { return nil }
      return lowercased.split(whereSeparator: \.isWhitespace).first { word in
        let sides = word.split(separator: "/", omittingEmptySubsequences: false)
        return zip(sides, sides.dropFirst()).contains {
          $0.last?.isLetter == true && $1.first?.isLetter == true
        }
      }.map(String.init)
    }
  }

  var avoided: [Avoided] = []
  /// The terms, with the new act that defines each.
  var terms: [(name: String, act: String)] = []

  init() {}

  init(_ root: MarkupElement) throws(XMLFault) {
    for element in root.children(named: "avoid") {
      avoided.append(
        Avoided(
          word: try element.required("word"), use: element["use"],
          form: element["form"].flatMap(CitedAct.Form.init), because: element.text.collapsed,
          isStyle: element["style"] == "true"))
    }
    for element in root.children(named: "term") {
      terms.append((try element.required("name"), try element.required("act")))
    }
  }
}
