/// What a shell may offer at each place of a command line, as patterns for its `case` statement.
///
/// A place is the command so far, a space, and the option whose value is expected, `-` for the start of an option,
/// or nothing.
struct CompletionTree {
  enum Offer {
    case words([(word: String, meaning: String)])
    case files
    case folders
  }

  let program: String
  private(set) var commands: [String] = []
  private(set) var valued: [String] = []
  private(set) var offers: [(pattern: String, offer: Offer)] = []

  init(_ program: Program, _ language: Language) {
    self.program = program.name
    let globals = program.globals
    for option in globals { add(option, after: "*' ") }
    visit(program.root, program.name, program, language)
    explain(program.root, program.name + " " + Builtin.helpCommand.name, language)
  }

  private mutating func visit(_ command: Command, _ place: String, _ program: Program, _ language: Language) {
    for option in command.options { add(option, after: "'\(place) ") }
    let known = program.options(of: command, isRoot: place == program.name)
      .map { (word: $0.key, meaning: $0.help[language]) }
    offers.append(("'\(place) -'", .words(known)))
    if let argument = command.arguments.first(where: { CompletionTree.offer($0) != nil }) {
      CompletionTree.offer(argument).map { offers.append(("'\(place) '", $0)) }
    }
    guard !command.subcommands.isEmpty else { return }
    offerCommands(of: command, place, language)
    for next in command.subcommands {
      commands.append("'\(place) \(next.name)'")
      visit(next, "\(place) \(next.name)", program, language)
    }
  }

  /// Offers the commands of a group as words to the command that explains them.
  private mutating func explain(_ group: Command, _ place: String, _ language: Language) {
    guard !group.subcommands.isEmpty else { return }
    offerCommands(of: group, place, language)
    for next in group.subcommands {
      commands.append("'\(place) \(next.name)'")
      explain(next, "\(place) \(next.name)", language)
    }
  }

  private mutating func offerCommands(of group: Command, _ place: String, _ language: Language) {
    let names = group.subcommands.map { (word: $0.name, meaning: $0.abstract[language]) }
    offers.append(("'\(place) '", .words(names)))
  }

  private mutating func add(_ option: Declaration, after start: String) {
    guard option.role == .option else { return }
    let pattern = start + option.key + "'"
    valued.append(pattern)
    CompletionTree.offer(option).map { offers.append((pattern, $0)) }
  }

  private static func offer(_ declaration: Declaration) -> Offer? {
    if !declaration.choices.isEmpty {
      // A word with a space would need other quotes in each shell.
      return .words(declaration.choices.filter { !$0.contains(" ") }.map { ($0, "") })
    }
    switch declaration.completion {
    case .files: return .files
    case .folders: return .folders
    case .none: return nil
    }
  }
}
