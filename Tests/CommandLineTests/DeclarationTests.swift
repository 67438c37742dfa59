import CommandLine
import Testing

/// Declarations that contradict each other stop the program before it does anything.
struct DeclarationTests {
  private static func declare(_ commands: [Command], options: [any Parameter] = []) {
    _ = Program(
      "p", version: "1", abstract: "", languageVariable: "P_LANG", options: options, commands: commands,
      report: { _, _ in .software })
  }

  private static func command(_ name: String, _ parameters: [any Parameter] = []) -> Command {
    Command(name, abstract: "", parameters: parameters) { _ in .done }
  }

  @Test func soundDeclarationsPass() {
    DeclarationTests.declare([
      DeclarationTests.command("p", [Option.flag("version", help: "")]),
      Command("q", abstract: "", subcommands: [DeclarationTests.command("p")]),
    ])
  }

  @Test func anOptionOfACommandMayNotHideASharedOne() async {
    await #expect(processExitsWith: .failure) {
      DeclarationTests.declare(
        [DeclarationTests.command("a", [Option.flag("x", help: "")])], options: [Option.flag("x", help: "")])
    }
    await #expect(processExitsWith: .failure) {
      DeclarationTests.declare([DeclarationTests.command("a", [Option.flag("lang", help: "")])])
    }
    await #expect(processExitsWith: .failure) {
      DeclarationTests.declare([], options: [Option.flag("version", help: "")])
    }
  }

  @Test func aCommandIsDeclaredOnce() async {
    await #expect(processExitsWith: .failure) {
      DeclarationTests.declare([DeclarationTests.command("a"), DeclarationTests.command("a")])
    }
    await #expect(processExitsWith: .failure) { DeclarationTests.declare([DeclarationTests.command("help")]) }
  }

  @Test func wordsGoToOneArgumentOnly() async {
    await #expect(processExitsWith: .failure) {
      DeclarationTests.declare([
        DeclarationTests.command(
          "a",
          [
            Argument.optional("A", .text, help: ""),
            Argument.required("B", .text, help: ""),
          ])
      ])
    }
  }

  @Test func aNameNeedsNoQuotes() async {
    await #expect(processExitsWith: .failure) { DeclarationTests.declare([DeclarationTests.command("a b")]) }
    await #expect(processExitsWith: .failure) {
      DeclarationTests.declare([DeclarationTests.command("a", [Option.flag("--x", help: "")])])
    }
  }

  @Test func aCommandReadsOnlyWhatItDeclares() async {
    await #expect(processExitsWith: .failure) {
      let stray = Option.flag("stray", help: "")
      let program = Program(
        "p", version: "1", abstract: "", languageVariable: "P_LANG",
        commands: [Command("a", abstract: "") { $0[stray] ? .done : .refused }], report: { _, _ in .software }
      )
      _ = program.run(["a"], environment: [:], output: .collecting(), input: Input(descriptor: -1))
    }
  }
}
