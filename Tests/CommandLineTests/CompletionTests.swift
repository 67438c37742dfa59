import Foundation
import Testing

/// What the shells offer; the scripts run in the shells themselves.
struct CompletionTests {
  @Test(arguments: [
    (["pantry", "it"], ["item"]),
    (["pantry", ""], ["completion", "empty", "help", "item"]),
    (["pantry", "item", ""], ["add", "list", "move"]),
    (["pantry", "--store", "item", "item", "m"], ["move"]),
    (["pantry", "item", "--format", "j"], ["json"]),
    (["pantry", "item", "list", "--order", "a"], ["amount", "arrival"]),
    (["pantry", "item", "list", "--order", "=", "n"], ["name"]),
    (["pantry", "item", "list", "--order", "="], ["amount", "arrival", "name", "shelf"]),
    (["pantry", "item", "add", "--order", ""], []),
    (["pantry", "item", "list", "--o"], ["--order"]),
    (["pantry", "item", "list", "--store", "=", "x", "--f"], ["--format"]),
    (["pantry", "item", "add", "--amount", "--f"], []),
    (["pantry", "--v"], ["--version"]),
    (["pantry", "item", "--v"], []),
    (["pantry", "completion", "z"], ["zsh"]),
    (["pantry", "item", "list", "--stock", "a"], ["as -o default"]),
    (["pantry", "help", "i"], ["item"]),
    (["pantry", "help", "item", "m"], ["move"]),
  ])
  func bashOffers(words: [String], offers: [String]) throws {
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let script =
      Run("completion bash").out + """
        compopt() { echo "as $*"; }
        COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count - 1); _pantry
        printf '%s\\n' "${COMPREPLY[@]}"
        """
    let lines = try shell("/bin/bash", ["-c", script]).split(separator: "\n").map(String.init)
    #expect(lines.sorted() == offers)
  }

  @Test func bashReadsTheScript() throws {
    #expect(try shell("/bin/bash", ["-n", "-c", Run("completion bash").out]) == "")
  }

  @Test func theScriptsAreAsKept() throws {
    try expectSnapshot(Run("completion bash").out, "completion.bash")
    try expectSnapshot(Run("completion zsh --lang en").out, "completion.zsh")
  }

  static let zsh = ["/bin/zsh", "/usr/bin/zsh"].first(where: FileManager.default.isExecutableFile)

  @Test(.enabled("zsh is not installed") { zsh != nil })
  func zshReadsTheScript() throws {
    let zsh = try #require(CompletionTests.zsh)
    #expect(try shell(zsh, ["-n", "-c", Run("completion zsh").out]) == "")
  }

  /// Runs a shell, expects it to succeed and returns what it printed on both streams.
  private func shell(_ path: String, _ arguments: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let printed = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: printed, as: UTF8.self)
  }
}
