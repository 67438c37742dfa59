import Documents
import Exchange
import Store

/// One package for an e-archive while it is written: a tar with every file, and `sip.xml` that tells of each.
final class ArchivePackage {
  private let output: OutputFile
  private let tar: TarWriter
  private var manifest: SubmissionManifest
  private let told: SpoolFile
  private(set) var files = 0

  /// Begins a package that takes its place when it is finished, or never.
  init(replacing path: String, folder: String, at seconds: Int64, _ header: SubmissionManifest.Header) throws
  {
    let output = try OutputFile(replacing: path)
    self.output = output
    tar = TarWriter(folder: folder, at: seconds) { try output.append($0) }
    manifest = try SubmissionManifest(header)
    told = try SpoolFile()
  }

  /// Adds a file.
  func add(_ name: String, for use: String, _ bytes: [UInt8]) throws {
    try tar.add(name, bytes)
    try tell(name, use, bytes.count, Digest.sha256(bytes))
  }

  /// Adds a file that was gathered on the disk.
  func add(_ name: String, for use: String, _ spool: SpoolFile) throws {
    var digest = PlainDigest()
    try tar.add(name, size: spool.byteCount) { put in
      try spool.forEachPiece { piece in
        piece.withUnsafeBytes { digest.add($0) }
        try put(piece)
      }
    }
    try tell(name, use, spool.byteCount, digest.value())
  }

  /// Ends the package with its manifest and puts it in its place.
  func finish() throws {
    try manifest.finish { try told.append($0) }
    try tar.add(SubmissionManifest.name, size: told.byteCount) { try told.forEachPiece($0) }
    files += 1
    try tar.finish()
    try output.commit()
  }

  private func tell(_ name: String, _ use: String, _ size: Int, _ digest: [UInt8]) throws {
    try manifest.add(.init(name: name, use: use, size: size, checksum: Hexadecimal.text(digest)))
    try manifest.drain { bytes throws(SystemFault) in try told.append(bytes) }
    files += 1
  }
}
