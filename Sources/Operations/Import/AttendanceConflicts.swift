import Exchange
import Identity
import Register
import Store

/// The entries that a file states twice with different status; both rows of such a pair are refused (decision C-65).
struct AttendanceConflicts {
  private var finder: DuplicateFinder

  /// Goes through a file once, and again only when two rows may be about the same entry.
  init(in file: CSVFile, of registry: Registry) throws {
    var finder = DuplicateFinder(expecting: file.recordCount)
    try registry.store.read { connection in
      var desk = AttendanceDesk(registry, connection)
      try file.forEachRecord { record in
        guard let row = try? AttendanceRow(record, on: registry.today) else { return }
        finder.note(desk.key(of: row))
      }
      guard finder.hasSuspects else { return }
      try file.forEachRecord { record in
        guard let row = try? AttendanceRow(record, on: registry.today) else { return }
        finder.compare(desk.key(of: row), row.status)
      }
    }
    self.finder = finder
  }

  /// Refuses a row whose entry the file states differently elsewhere.
  ///
  /// - Throws: `DUPLICATE_IN_FILE`.
  func check(_ row: AttendanceRow, at desk: inout AttendanceDesk) throws(Refusal) {
    guard finder.hasSuspects, finder.isInConflict(desk.key(of: row)) else { return }
    throw Refusal(.duplicateInFile, column: "status")
  }
}

extension AttendanceDesk {
  /// The occasion and the person, as two rows for the same entry share them; an alias stands for its person.
  fileprivate mutating func key(of row: AttendanceRow) -> KeyHash {
    var key = KeyHash()
    key.combine(row.occasion)
    switch row.member {
    case .number(let number): key.combine(number.value)
    case .alias(let alias, let ring):
      if let number = try? number(ofAlias: alias, in: ring, at: row.occasion) {
        key.combine(number.value)
      } else {
        key.combine(alias)
        key.combine(ring.description)
      }
    }
    return key
  }
}
