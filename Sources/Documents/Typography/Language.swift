/// A language that everything a user reads exists in.
public enum Language: String, Sendable, CaseIterable {
  /// Swedish, the language of legal documents.
  case swedish = "sv"
  /// English.
  case english = "en"
}
