/// A command with what it takes and what it does, or a group of such commands.
///
/// `Program` tells how to declare one.
public struct Command: Sendable {
  /// What a command does, given the values it was called with.
  public typealias Action = @Sendable (Invocation) throws -> ExitCode

  enum Work: Sendable {
    case action(Action)
    case group([Command])
  }

  let name: String
  let abstract: Text
  let discussion: Text?
  let parameters: [any Parameter]
  let examples: [Example]
  let work: Work

  /// Makes a command that does something.
  ///
  /// The abstract is one sentence; the discussion may hold paragraphs, parted by an empty line. Parameters
  /// appear in the help in the order given.
  public init(
    _ name: String, abstract: Text, discussion: Text? = nil, parameters: [any Parameter] = [],
    examples: [Example] = [], run: @escaping Action
  ) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    self.parameters = parameters
    self.examples = examples
    self.work = .action(run)
  }

  /// Makes a group, which does nothing by itself.
  public init(
    _ name: String, abstract: Text, discussion: Text? = nil, examples: [Example] = [], subcommands: [Command]
  ) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    self.parameters = []
    self.examples = examples
    self.work = .group(subcommands)
  }

  /// The commands of a group, else none.
  var subcommands: [Command] {
    guard case .group(let commands) = work else { return [] }
    return commands
  }

  var declarations: [Declaration] { parameters.map(\.declaration) }
  var options: [Declaration] { declarations.filter { $0.role != .argument } }
  var arguments: [Declaration] { declarations.filter { $0.role == .argument } }
}
