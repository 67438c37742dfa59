/// A named option, `--name VALUE` or `--name=VALUE`, or a flag, `--name`.
///
/// The way of declaring it gives the type that the command reads: `required` and `defaulting` a value,
/// `optional` a value or nil, `repeated` an array in the order given, `flag` a Boolean.
public struct Option<Value: Sendable>: Parameter {
  /// The option without its type.
  public let declaration: Declaration
  private let reader: Reader<Value>

  init(_ declaration: Declaration, _ reader: Reader<Value>) {
    self.declaration = declaration
    self.reader = reader
  }

  /// Reads the value from the words given.
  public func value(of words: [String]) throws -> Value {
    try reader.read(words)
  }

  /// An option that must be given, or stand in the environment variable named.
  public static func required(
    _ name: String, _ notation: Notation<Value>, help: Text, environment: String? = nil
  ) -> Option {
    var declaration = named(name, notation, help, environment)
    declaration.isRequired = true
    return Option(declaration, .one(notation))
  }

  /// An option that may be left out; `absence` tells the reader of the help what happens then.
  public static func optional<Wrapped>(
    _ name: String, _ notation: Notation<Wrapped>, help: Text, environment: String? = nil,
    absence: Text? = nil
  ) -> Option where Value == Wrapped? {
    var declaration = named(name, notation, help, environment)
    declaration.absence = absence
    return Option(declaration, .oneOrNone(notation))
  }

  /// An option with a default, written as one would type it.
  public static func defaulting(
    _ name: String, _ notation: Notation<Value>, to standIn: String, help: Text, environment: String? = nil
  ) -> Option {
    var declaration = named(name, notation, help, environment)
    declaration.standIn = standIn
    return Option(declaration, .one(notation))
  }

  /// An option that may be given any number of times, or at least once.
  public static func repeated<Element>(
    _ name: String, _ notation: Notation<Element>, help: Text, required: Bool = false
  ) -> Option where Value == [Element] {
    var declaration = named(name, notation, help, nil)
    declaration.isRequired = required
    declaration.isRepeated = true
    return Option(declaration, .many(notation))
  }

  /// A flag, true when it is given.
  public static func flag(_ name: String, help: Text) -> Option where Value == Bool {
    Option(
      Declaration(role: .flag, name: Text(sv: name, en: name), help: help),
      Reader { !$0.isEmpty })
  }

  private static func named<Word>(
    _ name: String, _ notation: Notation<Word>, _ help: Text, _ environment: String?
  ) -> Declaration {
    Declaration(
      role: .option, name: Text(sv: name, en: name), placeholder: notation.placeholder, help: help,
      choices: notation.choices, completion: notation.completion, environment: environment)
  }
}
