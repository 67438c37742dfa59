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
  private let journal: JournalFile
  private let heading: [String]
  private let known: [String: String]
  private var digests: [String: String] = [:]

  /// Where the files are.
  var path: String { folder.path }

  /// Opens a folder for files that are made in one way.
  ///
  /// - Parameter recipe: what the bytes of a file depend on beside its document, on one line.
  init(_ path: String, recipe: String) throws {
    folder = try OutputFolder(path)
    folder.removeLeftovers()
    heading = ["# \(recipe)"]
    var known: [String: String] = [:]
    for name in [DeliveryFolder.manifest, DeliveryFolder.unfinished] {
      let lines = JournalFile.lines(at: path + "/" + name)
      guard lines.first == heading[0] else { continue }
      for line in lines.dropFirst() {
        let (digest, name) = (line.prefix(2 * Digest.length), line.dropFirst(2 * Digest.length + 2))
        known[String(name)] = String(digest)
      }
    }
    self.known = known
    journal = try JournalFile(
      replacing: path + "/" + DeliveryFolder.unfinished,
      heading + known.sorted { $0.key < $1.key }.map { DeliveryFolder.line($0.value, $0.key) })
  }

  /// Makes a folder within the folder.
  func makeFolder(_ name: String) throws {
    try OutputFolder(folder.path + "/" + name).removeLeftovers()
  }

  /// The bytes of a file that an earlier run wrote, if they are still the same.
  func kept(_ name: String) -> [UInt8]? {
    guard let digest = known[name],
      let bytes = FileManager.default.contents(atPath: folder.path + "/" + name).map(Array.init),
      Hexadecimal.text(Digest.sha256(bytes)) == digest
    else { return nil }
    digests[name] = digest
    return bytes
  }

  /// Writes a file.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    try folder.write(name, bytes, durably: false)
    try note(name, Digest.sha256(bytes))
  }

  /// Writes a file piece by piece; it takes its place when the body has ended.
  func write(_ name: String, _ body: (OutputFile, inout PlainDigest) throws -> Void) throws {
    let file = try OutputFile(replacing: folder.path + "/" + name)
    var digest = PlainDigest()
    try body(file, &digest)
    try file.commit(durably: false)
    try note(name, digest.value())
  }

  /// Writes the manifest last, so that a folder with one is whole; `sha256sum --check` reads it.
  func finish() throws {
    let lines = heading + digests.sorted { $0.key < $1.key }.map { DeliveryFolder.line($0.value, $0.key) }
    folder.synchronize()
    try folder.write(DeliveryFolder.manifest, lines.map { $0 + "\n" }.joined().utf8)
    try? FileManager.default.removeItem(atPath: folder.path + "/" + DeliveryFolder.unfinished)
  }

  private func note(_ name: String, _ digest: [UInt8]) throws {
    let digest = Hexadecimal.text(digest)
    digests[name] = digest
    try journal.append(DeliveryFolder.line(digest, name))
  }

  private static func line(_ digest: String, _ name: String) -> String { "\(digest)  \(name)" }
}
