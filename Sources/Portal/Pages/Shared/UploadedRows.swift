import Documents
import Exchange
import Foundation
import HTTP
import Operations
import Register

/// A file of rows that somebody uploaded, what came of it, and the refused rows to mend.
struct UploadedRows {
  /// The most bytes of a file that a page takes; longer ones go by the command.
  static let limit = 20_000_000

  /// How many rows a page tells of; the file of refused rows holds all.
  private static let shownRows = 200

  /// The most bytes of refused rows that a page carries, since they stand within it.
  private static let rejectsLimit = 3_000_000

  let report: ImportReport

  /// The refused rows with what is wrong with each, nothing when there are none.
  let rejects: String?

  /// How many refused rows had no room.
  let left: Int

  /// Takes a file in: good rows stored, the others told.
  ///
  /// - Throws: `FileFault` when the file is wrong as a whole.
  init(_ file: UploadedFile, as kind: ImportKind, into registry: Registry, telling visit: Visit) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "trygg-\(FormSecret.make().prefix(16))")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "rejects.csv").path
    let rows = try CSVFile(path: file.path, layout: kind.layout)
    let rejected = RejectsFile(path: path, source: rows)
    var (room, left) = (UploadedRows.rejectsLimit, 0)
    report = try registry.importRows(
      kind, from: rows, ImportOptions(),
      reject: { record, refusals in
        let error = refusals.map { "\($0.code.rawValue): \(visit.sentence($0))" }.joined(separator: " | ")
        room -= record.withUnsafeBytes(\.count) + error.utf8.count
        guard room >= 0 else {
          left += 1
          return
        }
        try rejected.add(record, error: error)
      })
    self.left = left
    try rejected.commit()
    rejects = report.hasRejected ? try String(contentsOfFile: path, encoding: .utf8) : nil
  }

  /// Writes into a page which columns files of some kinds have, each with an empty file as a spreadsheet opens it.
  static func write(columnsOf kinds: [ImportKind], to writer: inout XMLWriter) throws(XMLFault) {
    for kind in kinds {
      let columns = kind.layout.columns.map(\.rawValue)
      let empty = "\u{FEFF}\(columns.joined(separator: ";"))\r\n"
      try writer.element(
        "columns",
        [
          "kind": kind.rawValue,
          "template": "data:text/csv;charset=utf-8;base64,\(Data(empty.utf8).base64EncodedString())",
        ], text: columns.joined(separator: ", "))
    }
  }

  /// Writes what came of the file into a page.
  func write(to writer: inout XMLWriter, in visit: Visit) throws(XMLFault) {
    try writer.element(
      "import",
      [
        "stored": String(report.stored), "unchanged": String(report.unchanged),
        "rejected": String(report.rejected),
        "hidden": report.rows.count > UploadedRows.shownRows && left == 0
          ? String(report.rejected - UploadedRows.shownRows) : nil,
        "kept": left > 0 ? String(report.rejected - left) : nil,
        "rejects": rejects.map {
          "data:text/csv;charset=utf-8;base64,\(Data($0.utf8).base64EncodedString())"
        },
      ]
    ) { writer throws(XMLFault) in
      for row in report.rows.prefix(UploadedRows.shownRows) {
        for refusal in row.refusals {
          try writer.element(
            "row", ["number": String(row.number), "column": refusal.column], text: visit.sentence(refusal))
        }
      }
      for row in report.notes.prefix(UploadedRows.shownRows) {
        for refusal in row.refusals {
          try writer.element("note", ["number": String(row.number)], text: visit.sentence(refusal))
        }
      }
    }
  }
}
