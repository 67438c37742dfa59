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
    try FileManager.default.copyItem(
      at: Shipped.law.appending(path: "parameters"), to: folder.appending(path: "parameters"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var law: LawFolder { LawFolder(folder.path) }

  func file(_ name: String) -> URL { folder.appending(path: "parameters/\(name)") }

  /// Replaces a text that must stand in the file exactly once.
  func replace(_ text: String, with other: String, in name: String) throws {
    let before = try String(contentsOf: file(name), encoding: .utf8)
    guard before.components(separatedBy: text).count == 2 else { throw Unexpected(text: text) }
    try before.replacing(text, with: other).write(to: file(name), atomically: true, encoding: .utf8)
  }

  struct Unexpected: Error {
    let text: String
  }
}
