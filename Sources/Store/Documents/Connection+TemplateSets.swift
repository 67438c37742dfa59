public import Register

extension Connection {
  /// Tells whether the files of a template set are kept.
  public func keepsTemplateSet(_ digest: [UInt8]) throws -> Bool {
    try value("SELECT 1 FROM template_set WHERE digest = ?1 LIMIT 1", digest, as: Int64.self) != nil
  }

  /// Keeps the files of a template set; a file that another set holds too is kept once.
  public func insertTemplateSet(
    _ digest: [UInt8], files: [String: [UInt8]], entry: EntryNumber
  ) throws {
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let file = Digest.sha256(bytes)
      try run(
        "INSERT INTO template_file (digest, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING", file, bytes)
      try run(
        "INSERT INTO template_set (digest, name, file, entry) VALUES (?1, ?2, ?3, ?4)", digest, name, file,
        entry)
    }
  }

  /// The files of a template set by their names, empty for a set that is not kept.
  public func templateSet(_ digest: [UInt8]) throws -> [String: [UInt8]] {
    let files = try all(
      "SELECT s.name, f.bytes FROM template_set s JOIN template_file f ON f.digest = s.file WHERE s.digest = ?1",
      digest
    ) { row in (try row.text(0), try row.bytes(1)) }
    return Dictionary(uniqueKeysWithValues: files)
  }
}
