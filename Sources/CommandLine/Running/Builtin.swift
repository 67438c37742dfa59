/// The options and commands that every program has.
enum Builtin {
  static let help = Option.flag("help", help: Wording.helpOption)
  static let version = Option.flag("version", help: Wording.versionOption)

  /// The option `--lang`; `Language` reads the environment, which may hold whole locales.
  static func language(variable: String) -> Option<Language?> {
    .optional(
      "lang", .choice(Language.self), help: Wording.languageOption,
      absence: Text(sv: "\(variable), LANG", en: "\(variable), LANG"))
  }

  static let helpCommand = Command(
    "help", abstract: Wording.helpCommand, parameters: [helpWords]
  ) { invocation in
    let program = invocation.context.program
    let scan = Scan(invocation[helpWords], program: program)
    if let error = scan.error { throw error }
    try invocation.output.write(program.help(of: scan, invocation.language, invocation.output))
    return .done
  }

  static func completionCommand(of program: String) -> Command {
    Command(
      "completion", abstract: Wording.completionCommand, discussion: Wording.completionDiscussion(program),
      parameters: [shell], examples: [Example("\(program) completion bash")]
    ) { invocation in
      let tree = CompletionTree(invocation.context.program, invocation.language)
      switch invocation[shell] {
      case .bash: try invocation.output.write(tree.bash)
      case .zsh: try invocation.output.write(tree.zsh)
      }
      return .done
    }
  }

  private static let helpWords = Argument.repeated(
    Text(sv: "KOMMANDO", en: "COMMAND"), .text, help: Wording.helpArgument)

  private enum Shell: String, CaseIterable {
    case bash, zsh
  }

  private static let shell = Argument.required(
    Text(sv: "SKAL", en: "SHELL"), .choice(Shell.self), help: Wording.shellArgument)
}
