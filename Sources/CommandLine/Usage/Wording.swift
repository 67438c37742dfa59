import Glibc

/// Every sentence that this module says to a user, in all languages.
enum Wording {
  // Headings and remarks of the help
  static let usage = Text(sv: "Användning:", en: "Usage:")
  static let arguments = Text(sv: "Argument:", en: "Arguments:")
  static let options = Text(sv: "Flaggor:", en: "Options:")
  static let sharedOptions = Text(
    sv: "Gemensamma flaggor, var som helst på raden:", en: "Shared options, anywhere:")
  static let commands = Text(sv: "Kommandon:", en: "Commands:")
  static let examples = Text(sv: "Exempel:", en: "Examples:")
  static let command = Text(sv: "KOMMANDO", en: "COMMAND")
  static let someOptions = Text(sv: "[FLAGGOR]", en: "[OPTIONS]")

  static let required = Text(sv: "krävs", en: "required")
  static let repeatable = Text(sv: "får upprepas", en: "may be repeated")

  static func choices(_ words: [String]) -> Text {
    let list = words.joined(separator: ", ")
    return Text(sv: "något av \(list)", en: "one of \(list)")
  }

  static func standIn(_ word: Text) -> Text {
    Text(sv: "förval: \(word.sv)", en: "default: \(word.en)")
  }

  static func environment(_ variable: String) -> Text {
    Text(sv: "miljövariabel: \(variable)", en: "environment: \(variable)")
  }

  static func sharedNames(_ names: [String], _ program: String) -> Text {
    let list = names.joined(separator: ", ")
    let help = quoted(program + " --help")
    return Text(sv: "Gemensamma flaggor: \(list). Se \(help).", en: "Shared options: \(list). See \(help).")
  }

  static func more(_ program: String) -> Text {
    let help = command.map { quoted("\(program) help \($0)") }
    return Text(sv: "Se \(help.sv) om ett kommando.", en: "See \(help.en) for one command.")
  }

  // What every program has
  static let helpOption = Text(sv: "Visa hjälpen.", en: "Show the help.")
  static let versionOption = Text(sv: "Visa versionen.", en: "Show the version.")
  static let languageOption = Text(sv: "Språk för meddelanden.", en: "Language of messages.")
  static let helpCommand = Text(sv: "Visa hjälpen om ett kommando.", en: "Show the help of a command.")
  static let helpArgument = Text(sv: "Kommandot som hjälpen gäller.", en: "The command to be explained.")
  static let completionCommand = Text(
    sv: "Skriv ut ett skript som låter skalet fylla i kommandon och flaggor.",
    en: "Print a script that lets the shell complete commands and options.")
  static func completionDiscussion(_ program: String) -> Text {
    let source = Paragraph.together("source <(\(program) completion bash)")
    return Text(
      sv: "I bash: \(source). I zsh: spara skriptet som _\(program) i en mapp i fpath.",
      en: "In bash: \(source). In zsh: save the script as _\(program) in a folder of fpath.")
  }

  static let shellArgument = Text(sv: "Skalet som skriptet är för.", en: "The shell that the script is for.")

  // Errors
  static let error = Text(sv: "Fel:", en: "Error:")

  static func perhaps(_ word: String) -> Text {
    Text(sv: "Menade du '\(word)'?", en: "Did you mean '\(word)'?")
  }

  static func see(_ command: String) -> Text {
    let help = quoted(command + " --help")
    return Text(sv: "Se \(help).", en: "See \(help).")
  }

  static func outputFailed(_ number: Int32) -> Text {
    let reason = strerror(number).map { String(cString: $0) } ?? String(number)
    return Text(
      sv: "Fel: Utdata kunde inte skrivas: \(reason).", en: "Error: Cannot write the output: \(reason).")
  }

  static func sentence(_ error: UsageError) -> Text {
    switch error {
    case .unknownCommand(let word, nil, _):
      let word = echo(word)
      return Text(sv: "Okänt kommando '\(word)'.", en: "Unknown command '\(word)'.")
    case .unknownCommand(let word, let group?, _):
      let word = echo(word)
      return Text(sv: "'\(group)' har inget kommando '\(word)'.", en: "'\(group)' has no command '\(word)'.")
    case .missingCommand(let group):
      return Text(
        sv: "'\(group)' ska följas av ett av sina kommandon.",
        en: "'\(group)' must be followed by one of its commands.")
    case .unknownOption(let word, _):
      let word = echo(word)
      return Text(sv: "Okänd flagga '\(word)'.", en: "Unknown option '\(word)'.")
    case .missingValue(let option):
      let value = option.valueName
      return Text(
        sv: "'\(option.key)' saknar sitt värde \(value.sv).",
        en: "'\(option.key)' lacks its value \(value.en).")
    case .unexpectedValue(let option):
      return Text(sv: "'\(option.key)' tar inget värde.", en: "'\(option.key)' takes no value.")
    case .givenTwice(let option):
      return Text(sv: "'\(option.key)' är angiven två gånger.", en: "'\(option.key)' is given twice.")
    case .unexpectedArgument(let word):
      let word = echo(word)
      return Text(sv: "'\(word)' är ett argument för mycket.", en: "'\(word)' is one argument too many.")
    case .missing(let declarations):
      let labels = declarations.map { $0.role == .argument ? $0.label : $0.label.map(quoted) }
      return Text(
        sv: "\(list(labels.map(\.sv), "och")) måste anges.",
        en: "\(list(labels.map(\.en), "and")) must be given.")
    case .notAmongChoices(let word, let declaration, let source, _):
      let word = echo(word)
      let choices = declaration.choices
      return Text(
        sv: "'\(word)' är inget värde för '\(source)'. Välj bland \(list(choices, "och")).",
        en: "'\(word)' is no value of '\(source)'. Choose among \(list(choices, "and")).")
    case .notAnInteger(let word, _, let source):
      let word = echo(word)
      return Text(
        sv: "'\(word)' är inget värde för '\(source)', som tar ett heltal.",
        en: "'\(word)' is no value of '\(source)', which takes a whole number.")
    case .conflict(let one, let other):
      return Text(
        sv: "'\(one.key)' och '\(other.key)' utesluter varandra.",
        en: "'\(one.key)' and '\(other.key)' exclude each other.")
    }
  }

  /// A piece of a command line, kept on one line.
  private static func quoted(_ words: String) -> String {
    "'" + Paragraph.together(words) + "'"
  }

  private static func list(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// A word of the user's, fit to be repeated in a message that may end in a log.
  ///
  /// Six digits or more may be a number that identifies someone, and are hidden.
  static func echo(_ word: String) -> String {
    let shown = word.printable
    guard shown.count(where: \.isNumber) >= 6 else { return shown }
    return String(shown.map { $0.isNumber ? "*" : $0 })
  }

  // Progress
  static func timeLeft(_ time: String) -> Text {
    Text(sv: "\(time) kvar", en: "\(time) left")
  }
}
