/// A sentence or a word in every language of the program.
///
/// A string literal is a text that reads the same in all of them.
public struct Text: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The Swedish wording.
  public let sv: String

  /// The English wording.
  public let en: String

  /// Makes a text of its two wordings.
  public init(sv: String, en: String) {
    self.sv = sv
    self.en = en
  }

  /// Makes a text that reads the same in all languages.
  public init(stringLiteral text: String) {
    self.init(sv: text, en: text)
  }

  /// The wording in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .sv: sv
    case .en: en
    }
  }

  func map(_ change: (String) -> String) -> Text {
    Text(sv: change(sv), en: change(en))
  }
}
