import Documents
import Foundation
import Synchronization

/// Typst without anything of ours around it: a Python loop over pages that lie in a folder.
struct TypstLoop {
  private let python: String
  private let arguments: [String]
  private let pages: String
  private let scene: Scene

  init(_ scene: Scene, _ sample: StatementSample, pages: String) throws {
    self.scene = scene
    self.pages = pages
    python = sample.python
    arguments = [
      String(StatementSample.now.prefix(10)), "Skatteverket",
      try sample.templates.messages(.swedish).text("document.source-file"),
    ]
  }

  /// How long the loop takes and how many bytes all PDF have.
  func run() throws -> (duration: Duration, size: Int) {
    let result = scene.path("typst-loop")
    _ = try ChildProcess.succeeding(python, words(result))
    return try read(result)
  }

  /// How long two loops at once take, the slower of them.
  func runTwice() throws -> Duration {
    let results = [scene.path("typst-loop-1"), scene.path("typst-loop-2")]
    let (python, commands) = (python, results.map(words))
    let failures = Mutex<[any Error]>([])
    DispatchQueue.concurrentPerform(iterations: commands.count) { place in
      do {
        _ = try ChildProcess.succeeding(python, commands[place])
      } catch {
        failures.withLock { $0.append(error) }
      }
    }
    if let failure = failures.withLock(\.first) { throw failure }
    return try results.map { try read($0).duration }.max() ?? .zero
  }

  private func words(_ result: String) -> [String] {
    ["-I", "Tests/Benchmarks/typst_loop.py", pages, "Templates/pdf/page.typ", result] + arguments
  }

  private func read(_ result: String) throws -> (duration: Duration, size: Int) {
    let words = try String(contentsOfFile: result, encoding: .utf8).split(separator: " ")
    guard words.count == 2, let seconds = Double(words[0]), let size = Int(words[1]) else {
      throw Unreadable()
    }
    return (.seconds(seconds), size)
  }

  struct Unreadable: Error {}
}
