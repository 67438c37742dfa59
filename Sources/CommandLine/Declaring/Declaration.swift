/// All that the usage text, the parser and the shell need to know of one parameter, apart from its type.
public struct Declaration: Hashable, Sendable {
  enum Role { case flag, option, argument }

  let role: Role
  let name: Text
  var placeholder: Text = ""
  let help: Text
  var choices: [String] = []
  var completion = Completion.none
  /// The environment variable that is read when the parameter is not given.
  var environment: String?
  /// The word that stands in when neither the command line nor the environment gives one.
  var standIn: String?
  /// What happens without a value, where no word can say it.
  var absence: Text?
  var isRequired = false
  var isRepeated = false

  /// The spelling that the parser knows the parameter by: `--name`, or the English name of an argument.
  var key: String {
    role == .argument ? name.en : "--" + name.en
  }

  /// The parameter as the usage line shows it, such as `--from DATE`.
  var label: Text {
    switch role {
    case .flag: Text(sv: key, en: key)
    case .option: valueName.map { key + " " + $0 }
    case .argument: name
    }
  }

  /// The name of the value: a few short choices name themselves.
  var valueName: Text {
    guard choicesAreTheName else { return placeholder }
    let names = choices.joined(separator: "|")
    return Text(sv: names, en: names)
  }

  var choicesAreTheName: Bool {
    role == .option && !choices.isEmpty && choices.reduce(0) { $0 + $1.utf8.count + 1 } <= 20
  }
}

/// An option, a flag or a positional argument that a command takes.
///
/// `Option` and `Argument` are the two there are.
public protocol Parameter<Value>: Sendable {
  /// The type of the value that the command reads.
  associatedtype Value: Sendable

  /// The parameter without its type.
  var declaration: Declaration { get }

  /// Reads the value from the words given; none when the parameter is absent.
  func value(of words: [String]) throws -> Value
}

/// How many words make a value.
struct Reader<Value: Sendable>: Sendable {
  let read: @Sendable ([String]) throws -> Value

  static func one(_ notation: Notation<Value>) -> Reader {
    Reader { words in
      guard let word = words.first else { preconditionFailure("a required parameter is read without a word") }
      return try notation.parse(word)
    }
  }

  static func oneOrNone<Wrapped>(_ notation: Notation<Wrapped>) -> Reader where Value == Wrapped? {
    Reader { try $0.first.map(notation.parse) }
  }

  static func many<Element>(_ notation: Notation<Element>) -> Reader where Value == [Element] {
    Reader { try $0.map(notation.parse) }
  }
}
