import Foundation
import Testing

/// The help of every command, kept as files under `Snapshots`.
@Suite struct HelpTests {
  let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram(register: false)
  }

  private static let groups: [(name: String, commands: [String])] = [
    (
      "ring",
      [
        "add", "complete", "register", "refuse", "dismiss", "withdraw", "supervise", "deregister", "contact",
        "grant", "letter", "list", "show", "check",
      ]
    ),
    ("person", ["add", "show", "link", "protect", "deceased"]),
    ("member", ["add", "end", "list"]),
    ("occasion", ["add", "cancel", "list"]),
    ("attendance", ["record", "attest", "correct", "list"]),
    ("provider", ["approve", "withdraw", "list"]),
    ("supervisor", ["approve", "withdraw", "list"]),
    ("training", ["enrol", "withdraw", "credit", "record", "reverse", "progress", "list", "practice"]),
    ("letter", ["list", "write"]),
    ("user", ["add", "code", "token", "revoke", "list"]),
  ]

  @Test(arguments: groups, ["sv", "en"])
  func helpOfAGroup(group: (name: String, commands: [String]), language: String) throws {
    var pages: [String] = []
    for words in [[group.name]] + group.commands.map({ [group.name, $0] }) {
      let run = try trygg(["--lang", language, "--help"] + words)
      #expect(run.code == 0)
      if words.count > 1 {
        #expect(run.out.contains("  trygg \(words.joined(separator: " "))"), "no example")
      }
      pages.append(run.out)
    }
    try expectSnapshot(
      pages.joined(separator: "\n" + String(repeating: "─", count: 20) + "\n\n"),
      "\(group.name).\(language).txt")
  }
}

/// Compares a text with the one kept under `Snapshots`; `RECORD_SNAPSHOTS=1` keeps the new one instead.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation)
  throws
{
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots").appending(
    path: name)
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try Data(text.utf8).write(to: file)
    return
  }
  guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("no snapshot \(name); record it with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
    return
  }
  guard text != kept else { return }
  let (lines, before) = (text.components(separatedBy: "\n"), kept.components(separatedBy: "\n"))
  let first = zip(lines, before).enumerated().first { $1.0 != $1.1 }
  let place = first.map { "line \($0 + 1) is \"\($1.0)\", was \"\($1.1)\"" } ?? "the lengths differ"
  Issue.record("\(name): \(place)", sourceLocation: sourceLocation)
}
