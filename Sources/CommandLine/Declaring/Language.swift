/// A language that the program speaks.
public enum Language: String, CaseIterable, Sendable {
  /// Swedish, also whenever the choice is in doubt.
  case sv

  /// English.
  case en

  /// The language that an environment asks for: the program's own variable, else `LANG`.
  ///
  /// The first variable that is set and not empty decides. A locale such as `en_GB.UTF-8` counts by its first
  /// two letters, and every language but English gives Swedish.
  public init(environment: [String: String], variable: String) {
    let asked = [variable, "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    self = asked?.lowercased().hasPrefix("en") == true ? .en : .sv
  }
}
