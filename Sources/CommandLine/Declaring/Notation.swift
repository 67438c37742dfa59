/// How a value is written on the command line: its name in the usage text and how it is read.
///
/// Declare one for every kind of value that commands share, and name it where options are declared:
///
///     extension Notation where Value == Day {
///       static var day: Notation { Notation("DATE") { try Day(argument: $0) } }
///     }
///     let from = Option.required("from", .day, help: "…")
///
/// An error that `parse` throws ends the run before the command starts and reaches `Program.report` unchanged.
public struct Notation<Value: Sendable>: Sendable {
  let placeholder: Text
  let choices: [String]
  let completion: Completion
  let parse: @Sendable (String) throws -> Value

  /// Makes a notation.
  ///
  /// With `choices`, every other word is refused as a wrong command line and never reaches `parse`.
  public init(
    _ placeholder: Text, choices: [String] = [], completion: Completion = .none,
    parse: @escaping @Sendable (String) throws -> Value
  ) {
    self.placeholder = placeholder
    self.choices = choices
    self.completion = completion
    self.parse = parse
  }
}

/// What the shell offers where a value is expected that has no choices.
public enum Completion: Hashable, Sendable {
  /// Nothing.
  case none

  /// Names of files.
  case files

  /// Names of folders.
  case folders
}

extension Notation where Value == String {
  /// Any words.
  public static var text: Notation {
    Notation("TEXT") { $0 }
  }

  /// The path of a file, taken as it is.
  public static var file: Notation {
    Notation(Text(sv: "FIL", en: "FILE"), completion: .files) { $0 }
  }

  /// The path of a folder, taken as it is.
  public static var folder: Notation {
    Notation(Text(sv: "MAPP", en: "FOLDER"), completion: .folders) { $0 }
  }
}

extension Notation where Value == Int {
  /// A whole number in decimal digits, perhaps with a sign.
  public static var integer: Notation {
    Notation(Text(sv: "HELTAL", en: "NUMBER")) { word throws(ValueFault) in
      guard let number = Int(word) else { throw .notAnInteger }
      return number
    }
  }
}

extension Notation where Value: CaseIterable & RawRepresentable<String> {
  /// One of the cases of an enumeration, by its raw value.
  public static func choice(_ type: Value.Type) -> Notation {
    Notation(Text(sv: "VAL", en: "CHOICE"), choices: type.allCases.map(\.rawValue)) {
      word throws(ValueFault) in
      guard let value = Value(rawValue: word) else { throw .notAmongChoices }
      return value
    }
  }
}

/// What a notation of this module finds wrong with a word, before it is known whose value the word is.
enum ValueFault: Error {
  case notAmongChoices
  case notAnInteger
}
