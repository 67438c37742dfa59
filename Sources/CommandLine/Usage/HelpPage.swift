/// The help of one command, wrapped to a width.
struct HelpPage {
  let program: Program
  let path: [String]
  let command: Command
  let language: Language
  let width: Int

  var isRoot: Bool { path.isEmpty }

  /// The whole page, each part set off by an empty line.
  var text: String {
    var parts = [Paragraph.wrap(command.abstract[language], width: width), usageLine]
    if let discussion = command.discussion {
      parts.append(Paragraph.wrap(discussion[language], width: width))
    }
    parts.append(section(Wording.arguments, command.arguments))
    parts.append(section(Wording.options, command.options))
    parts.append(commands)
    if isRoot { parts.append(section(Wording.sharedOptions, program.options(of: command, isRoot: true))) }
    parts.append(examples)
    parts.append(ending)
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// How the command is called; parameters stay whole.
  var usageLine: [String] {
    let call = ([program.name] + path).joined(separator: " ")
    var words: [String] = []
    if isRoot { words.append(Wording.someOptions[language]) }
    if !command.subcommands.isEmpty { words.append(Wording.command[language]) }
    let options = command.options
    words += (command.arguments + options.filter(\.isRequired) + options.filter { !$0.isRequired }).map(usage)
    let first = Wording.usage[language] + " " + call + (words.isEmpty ? "" : " ")
    return Paragraph.fill(words, width: width, first: first, indent: Wording.usage[language].displayWidth + 3)
  }

  /// A parameter and what there is to say of it, as an entry of a section.
  func entry(_ declaration: Declaration) -> (term: String, meaning: String) {
    var remarks: [Text] = []
    if declaration.isRequired, declaration.role == .option { remarks.append(Wording.required) }
    if declaration.isRepeated { remarks.append(Wording.repeatable) }
    if !declaration.choices.isEmpty, !declaration.choicesAreTheName {
      remarks.append(Wording.choices(declaration.choices))
    }
    if let variable = declaration.environment { remarks.append(Wording.environment(variable)) }
    if let word = declaration.standIn.map({ Text(sv: $0, en: $0) }) ?? declaration.absence {
      remarks.append(Wording.standIn(word))
    }
    let label = declaration.label[language]
    let term = declaration == Builtin.help.declaration ? "-h, " + label : label
    let help = declaration.help[language]
    guard !remarks.isEmpty else { return (term, help) }
    return (term, help + " (" + remarks.map { $0[language] }.joined(separator: "; ") + ")")
  }

  private func usage(_ declaration: Declaration) -> String {
    let label = declaration.label[language]
    return (declaration.isRequired ? label : "[\(label)]") + (declaration.isRepeated ? "…" : "")
  }

  private func section(_ heading: Text, _ declarations: [Declaration]) -> [String] {
    declarations.isEmpty
      ? [] : [heading[language]] + Paragraph.definitions(declarations.map(entry), width: width)
  }

  private var commands: [String] {
    guard !command.subcommands.isEmpty else { return [] }
    let items = command.subcommands.map { (term: $0.name, meaning: $0.abstract[language]) }
    return [Wording.commands[language]] + Paragraph.definitions(items, width: width)
  }

  private var examples: [String] {
    guard !command.examples.isEmpty else { return [] }
    return [Wording.examples[language]]
      + command.examples.flatMap { example in
        let remark = example.remark.map {
          Paragraph.wrap($0[language], width: width, first: "  # ", indent: 4)
        }
        // A command line is never broken: it is there to be copied.
        return (remark ?? []) + ["  " + example.line]
      }
  }

  private var ending: [String] {
    let shared = program.globals.map(\.key)
    let sentence = isRoot ? Wording.more(program.name) : Wording.sharedNames(shared, program.name)
    return Paragraph.wrap(sentence[language], width: width)
  }
}

extension Program {
  /// The help of the command that a scan came to, for the width of standard output.
  func help(of scan: Scan, _ language: Language, _ output: Output) -> String {
    let page = HelpPage(
      program: self, path: scan.path, command: scan.command, language: language,
      width: output.standard.usualWidth)
    return page.text
  }

  /// What is wrong, the help of the parameters concerned, how the command is called and where to read more.
  func explanation(of error: UsageError, at scan: Scan, _ language: Language, width: Int) -> String {
    let page = HelpPage(
      program: self, path: scan.path, command: scan.command, language: language, width: width)
    var message = Wording.error[language] + " " + Wording.sentence(error)[language]
    if let word = error.suggestion { message += " " + Wording.perhaps(word)[language] }
    var entries = error.concerned.map(page.entry)
    if case .unknownCommand(_, let group, let suggestion?) = error {
      let commands = group.flatMap { name in root.subcommands.first { $0.name == name } } ?? root
      entries += commands.subcommands.filter { $0.name == suggestion }
        .map { ($0.name, $0.abstract[language]) }
    }
    if case .missingCommand = error {
      entries += scan.command.subcommands.map { ($0.name, $0.abstract[language]) }
    }
    let call = ([name] + scan.path).joined(separator: " ")
    return
      (Paragraph.wrap(message, width: width) + Paragraph.definitions(entries, width: width) + page.usageLine
      + Paragraph.wrap(Wording.see(call)[language], width: width)).joined(separator: "\n")
  }
}
