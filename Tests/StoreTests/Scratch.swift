import Foundation
import Register

@testable import Store

/// A folder of its own for a test, gone with it.
final class Scratch: Sendable {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/store-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  var path: String { folder + "/register.db" }

  func database(_ schema: Schema = .notes, patience: Duration = .seconds(30)) throws -> Database {
    try Database.create(path: path, schema: schema, random: .system, patience: patience)
  }
}

extension Schema {
  /// One append-only table of notes and one that may change.
  static let notes = Schema([
    Migration(
      1,
      sql: """
        CREATE TABLE note(number INTEGER PRIMARY KEY, body TEXT NOT NULL UNIQUE, day TEXT) STRICT;
        CREATE TABLE counter(name TEXT PRIMARY KEY, value INTEGER NOT NULL CHECK (value >= 0)) STRICT;
        CREATE TABLE reply(note INTEGER NOT NULL REFERENCES note(number), body TEXT NOT NULL) STRICT;
        """ + appendOnly("note") + auditTables)
  ])
}
