/// The words of a command line sorted: the command named, the options given, the words left for arguments.
///
/// A fault is kept, not thrown, so that `--help` and `--lang` still count when something else is wrong.
struct Scan {
  let program: Program
  private(set) var path: [String] = []
  private(set) var command: Command
  private(set) var error: UsageError?
  /// The words given for each option by its key; a flag that is given has one empty word.
  private(set) var given: [String: [String]] = [:]
  private(set) var words: [String] = []
  private(set) var wantsVersion = false

  var wantsHelp: Bool { given[Builtin.help.declaration.key] != nil }

  init(_ arguments: [String], program: Program) {
    self.program = program
    self.command = program.root
    var rest = arguments[...]
    var optionsEnded = false
    while let word = rest.popFirst() {
      do throws(UsageError) {
        if optionsEnded || word == "-" || !word.hasPrefix("-") {
          try take(word)
        } else if word == "--" {
          optionsEnded = true
        } else {
          try takeOption(word, &rest)
        }
      } catch {
        self.error = self.error ?? error
      }
    }
    if self.error == nil { sortArguments() }
  }

  private mutating func take(_ word: String) throws(UsageError) {
    guard case .group(let commands) = command.work else {
      words.append(word)
      return
    }
    guard error == nil else { return }
    guard let next = commands.first(where: { $0.name == word }) else {
      throw .unknownCommand(
        word, group: path.last, suggestion: Suggestion.closest(to: word, among: commands.map(\.name)))
    }
    command = next
    path.append(word)
  }

  private mutating func takeOption(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts[0] == "-h" ? Builtin.help.declaration.key : parts[0]
    let known = program.options(of: command, isRoot: path.isEmpty)
    guard let option = known.first(where: { $0.key == name }) else {
      let meant = Suggestion.closest(to: String(name.drop { $0 == "-" }), among: known.map(\.name.en))
      throw .unknownOption(name, suggestion: known.first { $0.name.en == meant })
    }
    let value: String
    if option.role == .flag {
      guard parts.count == 1 else { throw .unexpectedValue(option) }
      value = ""
      // A command may have an option of this name for itself.
      if path.isEmpty, option == Builtin.version.declaration { wantsVersion = true }
    } else if parts.count == 2 {
      value = parts[1]
    } else if let next = rest.first, !next.hasPrefix("--"), next != "-h" {
      value = next
      rest.removeFirst()
    } else {
      throw .missingValue(option)
    }
    let isFirst = given[option.key] == nil
    given[option.key, default: []].append(value)
    guard isFirst || option.isRepeated || option == Builtin.help.declaration else {
      throw .givenTwice(option)
    }
  }

  private mutating func sortArguments() {
    var rest = words[...]
    for argument in command.arguments where !rest.isEmpty {
      let taken = argument.isRepeated ? rest.count : 1
      given[argument.key] = Array(rest.prefix(taken))
      rest = rest.dropFirst(taken)
    }
    if let extra = rest.first { error = .unexpectedArgument(extra) }
  }
}
