import Exchange
import Foundation
import Store

/// The folder of a delivery: its files, and the manifest that tells of each what it must be.
///
/// A run that was interrupted has left a journal of what it had written. What still is as the journal or the manifest
/// says is kept, and everything else written again.
final class DeliveryFolder {
  private static let manifest = "manifest.sha256"
  private static let unfinished = manifest + ".part"

  private let folder: OutputFolder
  private let ledger: DeliveryLedger
  private let journal: JournalFile
  private let heading: String

  /// Where the files are.
  var path: String { folder.path }

  /// Opens a folder for files that are made in one way.
  ///
  /// - Parameter recipe: what the bytes of a file depend on beside its document, on one line.
  init(_ path: String, recipe: String, ledger: DeliveryLedger) throws {
    folder = try OutputFolder(path)
    folder.removeLeftovers()
    let heading = "# \(recipe)"
    for name in [DeliveryFolder.manifest, DeliveryFolder.unfinished] {
      var isHeading = true
      try JournalFile.forEachLine(at: path + "/" + name) { line in
        defer { isHeading = false }
        guard !isHeading else { return line == heading }
        if let digest = Hexadecimal.bytes(line.prefix(2 * Digest.length)) {
          try ledger.know(String(line.dropFirst(2 * Digest.length + 2)), digest)
        }
        return true
      }
    }
    self.ledger = ledger
    self.heading = heading
    journal = try JournalFile(replacing: path + "/" + DeliveryFolder.unfinished) { write in
      try write(heading)
      try ledger.forEachFile(includingKnown: true) { name, digest in
        try write(DeliveryFolder.line(digest, name))
      }
    }
  }

  /// Makes a folder within the folder.
  func makeFolder(_ name: String) throws {
    try OutputFolder(folder.path + "/" + name).removeLeftovers()
  }

  /// The bytes of a file that an earlier run wrote, if they are still the same.
  func kept(_ name: String) throws -> [UInt8]? {
    guard let digest = try ledger.digest(of: name),
      let bytes = FileManager.default.contents(atPath: folder.path + "/" + name).map(Array.init),
      Digest.sha256(bytes) == digest
    else { return nil }
    try ledger.note(name, digest)
    return bytes
  }

  /// Writes a file.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    try folder.write(name, bytes, durably: false)
    try note(name, Digest.sha256(bytes))
  }

  /// Writes a file piece by piece; it takes its place when the body has ended.
  func write(_ name: String, _ body: (_ append: (UnsafeRawBufferPointer) throws -> Void) throws -> Void)
    throws
  {
    let file = try OutputFile(replacing: folder.path + "/" + name)
    var digest = PlainDigest()
    try body { bytes in
      digest.add(bytes)
      try file.append(bytes)
    }
    try file.commit(durably: false)
    try note(name, digest.value())
  }

  /// Writes the manifest last, so that a folder with one is whole; `sha256sum --check` reads it.
  func finish() throws {
    folder.synchronize()
    let file = try OutputFile(replacing: folder.path + "/" + DeliveryFolder.manifest)
    try file.append((heading + "\n").utf8)
    try ledger.forEachFile(includingKnown: false) { name, digest in
      try file.append((DeliveryFolder.line(digest, name) + "\n").utf8)
    }
    try file.commit()
    try? FileManager.default.removeItem(atPath: folder.path + "/" + DeliveryFolder.unfinished)
  }

  private func note(_ name: String, _ digest: [UInt8]) throws {
    try ledger.note(name, digest)
    try journal.append(DeliveryFolder.line(digest, name))
  }

  private static func line(_ digest: [UInt8], _ name: String) -> String {
    "\(Hexadecimal.text(digest))  \(name)"
  }
}
