import Foundation
import Legislation

/// The folders that are shipped beside the program.
enum Shipped {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let law = root.appending(path: "Legal")
  static let templates = root.appending(path: "Templates")
}

/// A copy of the shipped law data that a test may spoil, removed with the last reference to it.
final class SpoiledLaw {
  private let folder: URL

  init() throws {
    folder = URL.temporaryDirectory.appending(path: "law-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for part in ["parameters", "programmes", "schemas"] {
      try FileManager.default.copyItem(
        at: Shipped.law.appending(path: part), to: folder.appending(path: part))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var law: LawFolder { LawFolder(folder.path) }

  func file(_ name: String, in part: String = "parameters") -> URL {
    folder.appending(path: "\(part)/\(name)")
  }

  /// Replaces a text that must stand in the file exactly once.
  func replace(
    _ text: String, with other: String, in name: String, of part: String = "parameters"
  ) throws {
    let file = file(name, in: part)
    let before = try String(contentsOf: file, encoding: .utf8)
    guard before.components(separatedBy: text).count == 2 else { throw Unexpected(text: text) }
    try before.replacing(text, with: other).write(to: file, atomically: true, encoding: .utf8)
  }

  struct Unexpected: Error {
    let text: String
  }
}
