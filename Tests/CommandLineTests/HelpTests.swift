import CommandLine
import Testing

/// The help of every kind of command, in both languages.
struct HelpTests {
  @Test(
    arguments: Language.allCases, ["", "item", "item add", "item list", "item move", "empty", "completion"])
  func theHelpIsAsKept(language: Language, command: String) throws {
    let name =
      "help-" + (["pantry"] + command.split(separator: " ")).joined(separator: "-") + ".\(language).txt"
    let run = Run("\(command) --help --lang \(language)")
    try expectSnapshot(run.out, name)
    #expect(run.code == .done)
    #expect(run.err == "")
    #expect(Run("help \(command) --lang \(language)") == run)
    #expect(run.out.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.contains("'Blåbärssylt") })
  }

  @Test func theHelpFitsTheTerminal() throws {
    let run = Run("item add --help", terminalWidth: 44)
    try expectSnapshot(run.out, "help-pantry-item-add.44.txt")
    #expect(run.out.split(separator: "\n").allSatisfy { $0.count <= 44 || $0.hasPrefix("  pantry") })
  }

  @Test func withoutACommandTheOverviewIsShown() {
    #expect(Run("") == Run("--help"))
    #expect(Run("--format json") == Run("-h"))
  }

  @Test func theVersionIsShownAtTheRootAlone() {
    #expect(Run("--version").out == "pantry 1.2\n")
    #expect(Run("--version").code == .done)
    #expect(Run("--version item list") == Run("--version"))
    #expect(Run("item list --version").code == .usage)
  }
}
