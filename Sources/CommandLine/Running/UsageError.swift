/// What is wrong with a command line, as facts; `Wording` has the sentences.
public enum UsageError: Error, Hashable, Sendable {
  /// No command has this name; `group` is nil at the root.
  case unknownCommand(String, group: String?, suggestion: String?)

  /// A group was named without one of its commands.
  case missingCommand(group: String)

  /// The command has no such option.
  case unknownOption(String, suggestion: Declaration?)

  /// An option stands last, or before another option.
  case missingValue(Declaration)

  /// A flag was given a value.
  case unexpectedValue(Declaration)

  /// An option that counts once was given again.
  case givenTwice(Declaration)

  /// A word remained when all arguments had theirs.
  case unexpectedArgument(String)

  /// All parameters that must be given and are not.
  case missing([Declaration])

  /// A value is not among the choices; `source` is the option, argument or variable that gave it.
  case notAmongChoices(String, Declaration, source: String, suggestion: String?)

  /// A value is not a whole number; `source` is the option, argument or variable that gave it.
  case notAnInteger(String, Declaration, source: String)

  /// Two options exclude each other; thrown by commands, since no declaration can tell.
  case conflict(Declaration, Declaration)

  /// A bad value is bad data, everything else a wrong command line.
  public var exitCode: ExitCode {
    switch self {
    case .notAnInteger, .notAmongChoices: .data
    default: .usage
    }
  }

  /// The parameters whose help the reader needs.
  var concerned: [Declaration] {
    switch self {
    case .unknownCommand, .missingCommand, .unexpectedArgument: []
    case .unknownOption(_, let suggestion): suggestion.map { [$0] } ?? []
    case .missingValue(let one), .unexpectedValue(let one), .givenTwice(let one): [one]
    case .notAmongChoices(_, let one, _, _), .notAnInteger(_, let one, _): [one]
    case .missing(let several): several
    case .conflict(let one, let other): [one, other]
    }
  }

  /// The word that was perhaps meant.
  var suggestion: String? {
    switch self {
    case .unknownCommand(_, _, let word), .notAmongChoices(_, _, _, let word): word
    case .unknownOption(_, let option): option?.key
    default: nil
    }
  }
}
