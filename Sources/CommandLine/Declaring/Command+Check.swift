extension Command {
  /// Stops the program when a declaration contradicts itself or another; only a programmer can cause that.
  func check(under place: [String], globals: Set<String>) {
    let here = (place + [name]).joined(separator: " ")
    var taken = globals
    for declaration in declarations {
      let isNew = taken.insert(declaration.key).inserted
      precondition(isNew, "\(here): \(declaration.key) is declared twice")
      if declaration.role != .argument {
        precondition(Command.isPlain(declaration.name.en), "\(here): \(declaration.key) is no option name")
      }
    }
    for (earlier, later) in zip(arguments, arguments.dropFirst()) {
      precondition(!earlier.isRepeated, "\(here): \(later.key) follows an argument that takes all words")
      precondition(
        earlier.isRequired || !later.isRequired, "\(here): \(later.key) follows an optional argument")
    }
    guard case .group(let commands) = work else { return }
    precondition(!commands.isEmpty, "\(here): the group is empty")
    var names: Set<String> = []
    for command in commands {
      precondition(Command.isPlain(command.name), "\(here): \(command.name) is no command name")
      precondition(names.insert(command.name).inserted, "\(here): \(command.name) is declared twice")
      command.check(under: place + [name], globals: globals)
    }
  }

  /// Tells whether a name can stand in a shell script without quotes.
  private static func isPlain(_ name: String) -> Bool {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return name.utf8.first.map(letters.contains) == true
      && name.utf8.allSatisfy { letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "-") }
  }
}
