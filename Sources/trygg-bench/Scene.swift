import CommandLine
import Foundation
import Legislation
import Register

/// Where a run takes place: the program measured, the law data, and a folder that is gone afterwards.
final class Scene {
  /// The `trygg` beside this program.
  let trygg: String
  let parameters: Parameters
  /// The folder of law data.
  let legal: String
  let rounds: Int
  let size: Int?
  private let folder: URL
  private let output: Output

  /// The register of the size that the budgets name, made when it is first asked for.
  lazy var largeRegister = Result {
    try makeRegister("large", RegisterPlan(rings: 10_000, occasionsPerRing: 12))
  }

  init(_ invocation: Invocation) throws {
    let program = (Bundle.main.executableURL ?? URL(fileURLWithPath: "/")).resolvingSymlinksInPath()
    trygg = program.deletingLastPathComponent().appendingPathComponent("trygg").path
    legal = invocation[TryggBench.legal]
    parameters = try LawFolder(legal).parameters()
    rounds = max(1, invocation[TryggBench.rounds])
    size = invocation[TryggBench.size]
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("trygg-bench-\(UUID())")
    output = invocation.output
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// A file of the run.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Tells the person at the terminal what goes on.
  func note(_ line: String) { output.note(line) }

  /// Makes a register under a name, with everything in one file.
  func makeRegister(_ name: String, _ plan: RegisterPlan) throws -> GeneratedRegister {
    note("making a register of \(plan.rings) rings and \(plan.memberCount) members …")
    return try GeneratedRegister(at: path(name + ".db"), plan, under: parameters)
  }
}
