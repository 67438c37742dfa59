/// Names that people have or that a careless or hostile hand types, for every kind of document.
enum BadNames {
  /// Names that every form of a document can hold.
  static let settable = [
    "<&>\"'", "Al-Ḥasan 'Quote' \"Double\" <b>&amp;</b>", "محمد عبد الله", "שרה כהן",
    "A\u{301}\u{302}\u{303}\u{323}sa", String(repeating: "Ö", count: 200),
    String(repeating: "Anna-", count: 40),
    "{name} {number} {0}", "$x | [a](b) #let", "–\u{A0}–", "Zoe\u{308} Nguye\u{302}\u{303}n",
  ]

  /// Names with a character that no font of the house has, which are refused as PDF alone.
  static let withoutGlyph = [("Anna 😀 Ek", "U+1F600"), ("王小明", "U+738B")]

  /// Characters that no XML document can hold.
  static let control = ["Kim\u{1}Granne", "Kim\u{0}", "\u{1B}[31mKim", "Kim\u{FFFE}"]
}
