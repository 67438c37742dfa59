/// A command-line program, declared as values.
///
/// Say how each kind of value is written, which options there are, and what each command takes and does:
///
///     extension Notation where Value == Day {
///       static var day: Notation { Notation(Text(sv: "DATUM", en: "DATE")) { try Day(argument: $0) } }
///     }
///
///     enum LoanOptions {
///       static let book = Argument.required(Text(sv: "BOK", en: "BOOK"), .text, help: …)
///       static let due = Option.optional("due", .day, help: …)
///     }
///
///     let loan = Command(
///       "loan", abstract: Text(sv: "Hantera lån.", en: "Manage loans."),
///       subcommands: [
///         Command(
///           "add", abstract: Text(sv: "Låna ut en bok.", en: "Lend a book."),
///           parameters: [LoanOptions.book, LoanOptions.due],
///           examples: ["library loan add Gösta --due 2027-02-01"]
///         ) { invocation in
///           let due = invocation[LoanOptions.due]  // Day?
///           try invocation.output.print(lend(invocation[LoanOptions.book], until: due))
///           return .done
///         }
///       ])
///
///     let program = Program(
///       "library", version: "1.0", abstract: …, languageVariable: "LIBRARY_LANG",
///       options: [Shared.catalogue], commands: [loan], report: explain)
///     program.main()
///
/// The options of the program may stand anywhere on the line. Every program also has `--help` and `--lang`
/// everywhere, `--version`, and the commands `help` and `completion`. An error that a command or a notation
/// throws goes to `report`, which says what happened and chooses the exit code; only a wrong command line,
/// `UsageError`, is explained here.
public struct Program: Sendable {
  /// What is said of an error that a command or a notation threw, and the exit code that it means.
  public typealias Report = @Sendable (any Error, Context) -> ExitCode

  let root: Command
  let version: String
  private let languageVariable: String
  private let language: Option<Language?>
  private let parameters: [any Parameter]
  private let report: Report
  /// The options that may stand anywhere, in the order of the help.
  let globals: [Declaration]

  /// Makes a program, and stops when its declarations contradict each other.
  ///
  /// `languageVariable` names the environment variable that is asked for the language before `LANG`.
  public init(
    _ name: String, version: String, abstract: Text, discussion: Text? = nil, languageVariable: String,
    options: [any Parameter] = [], examples: [Example] = [], commands: [Command], report: @escaping Report
  ) {
    self.root = Command(
      name, abstract: abstract, discussion: discussion, examples: examples,
      subcommands: commands + [Builtin.helpCommand, Builtin.completionCommand(of: name)])
    self.version = version
    self.languageVariable = languageVariable
    self.language = Builtin.language(variable: languageVariable)
    self.parameters = options + [language]
    self.report = report
    self.globals = parameters.map(\.declaration) + [Builtin.help.declaration]
    let shared = self.options(of: root, isRoot: true).map(\.key)
    precondition(Set(shared).count == shared.count, "\(name): a shared option is declared twice")
    root.check(under: [], globals: Set(globals.map(\.key)))
  }

  var name: String { root.name }

  /// The options that may stand on the line of a command; the version is that of the whole program.
  func options(of command: Command, isRoot: Bool) -> [Declaration] {
    command.options + globals + (isRoot ? [Builtin.version.declaration] : [])
  }

  /// Runs the command that the arguments name; they come without the name of the program.
  ///
  /// Results, help and messages go to `output`, which is flushed at the end. A reader that has closed the other
  /// end of standard output, such as `head`, ends the run in silence.
  public func run(
    _ arguments: [String], environment: [String: String], output: Output, input: Input
  ) -> ExitCode {
    let scan = Scan(arguments, program: self)
    var context = Context(
      path: scan.path, language: language(of: scan, environment), environment: environment, output: output,
      input: input, program: self)
    let code: ExitCode
    do {
      code = try answer(scan, &context)
    } catch let error as UsageError {
      output.note(explanation(of: error, at: scan, context.language, width: output.errors.usualWidth))
      code = error.exitCode
    } catch let failure as Output.Failure {
      return conclude(failure, .done, context)
    } catch {
      code = report(error, context)
    }
    do throws(Output.Failure) {
      try output.standard.flush()
      return code
    } catch {
      return conclude(error, code, context)
    }
  }

  private func answer(_ scan: Scan, _ context: inout Context) throws -> ExitCode {
    if scan.wantsHelp {
      try context.output.write(help(of: scan, context.language, context.output))
      return .done
    }
    if let error = scan.error { throw error }
    if scan.wantsVersion {
      try context.output.print("\(name) \(version)")
      return .done
    }
    switch scan.command.work {
    case .action(let run):
      try context.read(parameters + scan.command.parameters, given: scan.given)
      return try run(Invocation(context: context))
    case .group:
      guard scan.path.isEmpty else { throw UsageError.missingCommand(group: scan.command.name) }
      try context.output.write(help(of: scan, context.language, context.output))
      return .done
    }
  }

  private func language(of scan: Scan, _ environment: [String: String]) -> Language {
    let asked = scan.given[self.language.declaration.key]?.first.flatMap(Language.init(rawValue:))
    return asked ?? Language(environment: environment, variable: languageVariable)
  }

  private func conclude(_ failure: Output.Failure, _ code: ExitCode, _ context: Context) -> ExitCode {
    guard case .failed(let number) = failure else { return code }
    context.output.note(Wording.outputFailed(number)[context.language])
    return .ioError
  }
}
