import Foundation
import Glibc
import Synchronization
import Testing

/// The built program, run as a user runs it, each one with a folder and a register of its own.
///
///     let trygg = try TryggProgram()
///     let run = try trygg("ring", "list", now: "2027-06-01")
///     #expect(run.code == 0)
final class TryggProgram: Sendable {
  /// What a run left behind.
  struct Run: Sendable {
    /// The exit code.
    let code: Int32
    /// The standard output.
    let out: String
    /// The standard error.
    let err: String

    /// The standard output as JSON, empty where it is none.
    var json: Value { Value((try? JSONSerialization.jsonObject(with: Data(out.utf8))) ?? [:]) }
  }

  /// A JSON value that tests walk through by names and places: `run.json["rings"][0]["name"].text`.
  struct Value {
    /// The value as Foundation reads it.
    let raw: Any?

    init(_ raw: Any?) {
      self.raw = raw
    }

    subscript(name: String) -> Value { Value((raw as? [String: Any])?[name]) }
    subscript(place: Int) -> Value { Value(place < list.count ? list[place].raw : nil) }

    var text: String? { raw as? String }
    var number: Int? { raw as? Int }
    var truth: Bool? { raw as? Bool }
    var isNull: Bool { raw == nil || raw is NSNull }
    var list: [Value] { (raw as? [Any])?.map { Value($0) } ?? [] }
    var names: [String] { (raw as? [String: Any])?.keys.sorted() ?? [] }
  }

  /// The folder that the runs work in; it goes with the value.
  let folder: URL

  /// Makes an empty folder, and a register in it unless the test wants none.
  init(register: Bool = true) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("trygg-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    if register {
      let made = try self("init")
      guard made.code == 0 else { throw CannotRun(what: made.err) }
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  struct CannotRun: Error {
    let what: String
  }

  /// Runs a command in the folder, in Swedish, at a moment that no test depends on the clock for.
  func callAsFunction(
    _ words: String..., now: String = "2027-01-15T12:00", actor: String = "handläggare", input: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Run {
    try callAsFunction(words, now: now, actor: actor, input: input, environment: environment)
  }

  func callAsFunction(
    _ words: [String], now: String = "2027-01-15T12:00", actor: String = "handläggare", input: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = TryggProgram.executable
    process.arguments = words
    process.currentDirectoryURL = folder
    let usual = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "TRYGG_NOW": now, "TRYGG_LANG": "sv",
      "TRYGG_ACTOR": actor,
    ]
    process.environment = usual.merging(environment) { $1 }
    let (out, err, give) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    process.standardInput = give
    try process.run()
    give.fileHandleForWriting.write(Data((input ?? "").utf8))
    try give.fileHandleForWriting.close()
    // Both pipes are emptied at once: a program that fills one while the test waits for the other would never end.
    let errors = Mutex(Data())
    let reading = DispatchGroup()
    reading.enter()
    DispatchQueue.global().async {
      let data = err.fileHandleForReading.bytesToEnd()
      errors.withLock { $0 = data }
      reading.leave()
    }
    let printed = out.fileHandleForReading.bytesToEnd()
    reading.wait()
    process.waitUntilExit()
    return Run(
      code: process.terminationStatus, out: String(decoding: printed, as: UTF8.self),
      err: String(decoding: errors.withLock { $0 }, as: UTF8.self))
  }

  /// Runs a command that must succeed.
  @discardableResult
  func must(
    _ words: String..., now: String = "2027-01-15T12:00", actor: String = "handläggare",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Run {
    let run = try self(words, now: now, actor: actor)
    #expect(
      run.code == 0, "trygg \(words.joined(separator: " ")): \(run.err)", sourceLocation: sourceLocation)
    return run
  }

  /// Writes a file into the folder and returns its name.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    return name
  }

  /// The text of a file in the folder.
  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// The folder of the source.
  static let root = (0..<4).reduce(URL(filePath: #filePath)) { folder, _ in folder.deletingLastPathComponent()
  }

  /// The program stands beside the test bundle, whose executable is the one that runs.
  static let executable =
    (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
    .deletingLastPathComponent().appendingPathComponent("trygg")
}

extension FileHandle {
  /// Everything up to the end; a signal that interrupts the wait, as the end of another child does, is no end.
  func bytesToEnd() -> Data {
    var all = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(fileDescriptor, &buffer, buffer.count)
      if count > 0 {
        all.append(contentsOf: buffer[..<count])
      } else if count == 0 || errno != EINTR {
        return all
      }
    }
  }
}
