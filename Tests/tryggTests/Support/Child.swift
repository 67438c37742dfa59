import Foundation
import Testing

extension TryggProgram {
  /// A script that runs beside the test, with `$trygg` for the program; what it prints goes to files in the folder.
  final class Child {
    private let process: Process
    private let (out, err): (URL, URL)

    fileprivate init(_ script: String, in folder: URL, now: String) throws {
      let name = UUID().uuidString
      out = folder.appendingPathComponent("\(name).out")
      err = folder.appendingPathComponent("\(name).err")
      for file in [out, err] { try Data().write(to: file) }
      process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-c", script]
      process.currentDirectoryURL = folder
      process.environment = [
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": folder.path, "TRYGG_NOW": now, "TRYGG_LANG": "sv",
        "TRYGG_ACTOR": "handläggare", "trygg": Child.program,
      ]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: out)
      process.standardError = try FileHandle(forWritingTo: err)
      try process.run()
    }

    /// Ends it at once, as a power cut would.
    func kill() {
      Foundation.kill(process.processIdentifier, SIGKILL)
    }

    var isRunning: Bool { process.isRunning }

    /// Waits for the end.
    func run() throws -> Run {
      process.waitUntilExit()
      return Run(
        code: process.terminationStatus, out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
        err: String(decoding: try Data(contentsOf: err), as: UTF8.self))
    }

    private static let program =
      (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
      .deletingLastPathComponent().appendingPathComponent("trygg").path
  }

  /// Starts a script and goes on.
  func start(_ script: String, now: String = Community.now) throws -> Child {
    try Child(script, in: folder, now: now)
  }

  /// Runs a script to its end.
  func shell(_ script: String, now: String = Community.now) throws -> Run {
    try start(script, now: now).run()
  }

  /// Writes bytes that are no text into the folder.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
  }

  /// Runs SQL on the register behind the program's back, and returns the first value as text.
  ///
  /// Python's library is the one SQLite that a machine with the project's packages has for certain.
  @discardableResult
  func sql(_ statements: String..., file: String = "trygghetsregister.db") throws -> String {
    let script = """
      import sqlite3, sys
      db = sqlite3.connect(sys.argv[1], isolation_level=None)
      rows = []
      for statement in sys.argv[2:]:
          rows = db.execute(statement).fetchall() or rows
      print(rows[0][0] if rows else '')
      """
    let process = Process()
    let out = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", script, file] + statements
    process.currentDirectoryURL = folder
    process.standardOutput = out
    try process.run()
    let data = out.fileHandleForReading.bytesToEnd()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CannotRun(what: statements.joined(separator: "; ")) }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Expects the register to be sound and its log whole.
  func expectSound(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try self("doctor").expect(0, "Registret är helt", sourceLocation: sourceLocation)
    try self("audit", "verify").expect(0, "Loggen är hel", sourceLocation: sourceLocation)
  }
}
