/// A positional argument, known by its place among the words of the command line.
///
/// The usage text shows the name. Required arguments stand before optional ones, and only the last may be
/// repeated.
public struct Argument<Value: Sendable>: Parameter {
  /// The argument without its type.
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

  /// An argument that must be given.
  public static func required(_ name: Text, _ notation: Notation<Value>, help: Text) -> Argument {
    var declaration = placed(name, notation, help)
    declaration.isRequired = true
    return Argument(declaration, .one(notation))
  }

  /// An argument that may be left out; `absence` tells the reader of the help what happens then.
  public static func optional<Wrapped>(
    _ name: Text, _ notation: Notation<Wrapped>, help: Text, absence: Text? = nil
  ) -> Argument where Value == Wrapped? {
    var declaration = placed(name, notation, help)
    declaration.absence = absence
    return Argument(declaration, .oneOrNone(notation))
  }

  /// All words that remain, in the order given, perhaps at least one.
  public static func repeated<Element>(
    _ name: Text, _ notation: Notation<Element>, help: Text, required: Bool = false
  ) -> Argument where Value == [Element] {
    var declaration = placed(name, notation, help)
    declaration.isRequired = required
    declaration.isRepeated = true
    return Argument(declaration, .many(notation))
  }

  private static func placed<Word>(_ name: Text, _ notation: Notation<Word>, _ help: Text) -> Declaration {
    Declaration(
      role: .argument, name: name, placeholder: notation.placeholder, help: help, choices: notation.choices,
      completion: notation.completion)
  }
}
