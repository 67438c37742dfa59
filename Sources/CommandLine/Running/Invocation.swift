/// One call of a command: the values it was given and the world it may speak to.
public struct Invocation: Sendable {
  /// The circumstances of the run.
  public let context: Context

  /// Where results and messages go.
  public var output: Output { context.output }

  /// The language of messages.
  public var language: Language { context.language }

  /// The value of an option or argument that the command or the program declares.
  ///
  /// Reading any other is a mistake in the program and stops it.
  public subscript<P: Parameter>(parameter: P) -> P.Value {
    guard let value = context[parameter] else {
      preconditionFailure("\(context.path.joined(separator: " ")) does not take \(parameter.declaration.key)")
    }
    return value
  }
}

/// The circumstances of a run, known also when it fails.
public struct Context: Sendable {
  /// The words that name the command, such as `["item", "add"]`, or as many of them as were understood.
  public let path: [String]

  /// The language of messages.
  public let language: Language

  /// The environment variables of the run.
  public let environment: [String: String]

  /// Where results and messages go.
  public let output: Output

  /// Where a command may read words that must not stand on the command line.
  public let input: Input

  /// The option, argument or variable whose value an error is about, when it was thrown by a notation.
  public internal(set) var parameter: String?

  let program: Program
  var values = Values()

  /// The value of a parameter, or nil when the run failed before it was read.
  public subscript<P: Parameter>(parameter: P) -> P.Value? {
    values[parameter]
  }
}
