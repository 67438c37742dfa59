import Register

/// The first row of a file with content, read against the columns that the kind of file has.
public final class CSVHeader: Sendable {
  /// The columns in the order of the file; `error` among them when the file is a mended rejects file.
  public let columns: [Column]

  /// The row as written, without its line end.
  let bytes: [UInt8]

  /// Reads the names of the columns.
  ///
  /// - Throws: `COLUMN_DOUBLED`, `COLUMN_UNKNOWN` or `COLUMN_MISSING`, each with every column concerned.
  init(names: [String], bytes: [UInt8], row: Int, layout: Layout) throws(FileFault) {
    let known = layout.columns.map(\.rawValue)
    let doubled = names.indices.filter { names[..<$0].contains(names[$0]) && known.contains(names[$0]) }
    guard doubled.isEmpty else {
      throw FileFault(.columnDoubled, row: row, facts: ["columns": .list(doubled.map { names[$0] })])
    }
    let unknown = names.indices.filter { !known.contains(names[$0]) && names[$0] != Column.error.rawValue }
    guard unknown.isEmpty else {
      // Without one known name, however written, a line with anything but words is likely data, and data are not
      // repeated in a message.
      let isHeader =
        names.allSatisfy(CSVHeader.isShowable)
        || names.contains { name in known.contains { name.lowercased().contains($0) } }
      let shown = unknown.map { isHeader && CSVHeader.isShowable(names[$0]) ? names[$0] : String($0 + 1) }
      throw FileFault(.columnUnknown, row: row, facts: ["columns": .list(shown), "known": .list(known)])
    }
    columns = names.compactMap(Column.init(rawValue:))
    let missing = layout.missing(in: columns).map(\.rawValue)
    guard missing.isEmpty else {
      throw FileFault(.columnMissing, row: row, facts: ["columns": .list(missing), "known": .list(known)])
    }
    self.bytes = bytes
  }

  /// Where a column stands, from 0.
  func position(of column: Column) -> Int? {
    columns.firstIndex(of: column)
  }

  /// Tells whether a text can be the name of a column and not the number of a person.
  private static func isShowable(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 200 && name.allSatisfy { $0.isLetter || "_ \t;,|".contains($0) }
  }
}

extension Fact {
  /// Several names in one text.
  fileprivate static func list(_ names: [String]) -> Fact {
    .text(names.joined(separator: ", "))
  }
}
