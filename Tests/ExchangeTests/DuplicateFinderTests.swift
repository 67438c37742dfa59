import Register
import Testing

@testable import Exchange

@Suite("Rows of one file that contradict each other (decision C-65)")
struct DuplicateFinderTests {
  typealias Row = (occasion: String, person: Int64, status: AttendanceStatus)

  static func key(_ row: Row) -> KeyHash {
    var key = KeyHash()
    key.combine(row.occasion)
    key.combine(row.person)
    return key
  }

  /// The rows to refuse, found as an import finds them.
  static func conflicting(_ rows: [Row]) -> [Int] {
    var finder = DuplicateFinder(expecting: rows.count)
    for row in rows { finder.note(key(row)) }
    for row in rows { finder.compare(key(row), row.status) }
    return rows.indices.filter { finder.isInConflict(key(rows[$0])) }
  }

  @Test("Both of two different rows are found, the first one too")
  func bothRows() {
    #expect(
      Self.conflicting([
        ("A01", 1, .present), ("A01", 2, .present), ("A02", 1, .absent), ("A01", 1, .excused),
      ]) == [0, 3])
  }

  @Test("The same row twice is no conflict; a third that differs makes all three one")
  func sameRow() {
    #expect(Self.conflicting([("A01", 1, .present), ("A01", 1, .present)]) == [])
    #expect(
      Self.conflicting([("A01", 1, .present), ("A01", 1, .present), ("A01", 1, .absent)]) == [0, 1, 2])
  }

  @Test("What the finder tells is what a table of all rows tells", arguments: 1...5)
  func againstTable(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let rows: [Row] = (0..<20_000).map { _ in
      (
        "A\(Int.random(in: 0..<200, using: &generator))", Int64.random(in: 0..<400, using: &generator),
        Bool.random(using: &generator) ? .present : .absent
      )
    }
    let byKey = Dictionary(grouping: rows.indices) { "\(rows[$0].occasion)|\(rows[$0].person)" }
    let expected = byKey.values.filter { Set($0.map { rows[$0].status }).count > 1 }.joined().sorted()
    #expect(Self.conflicting(rows) == expected)
  }

  @Test("A file without doubled keys needs no second pass")
  func noSuspects() {
    var finder = DuplicateFinder(expecting: 200_000)
    for number in 0..<200_000 {
      var key = KeyHash()
      key.combine("A\(number / 40)")
      key.combine(Int64(198_507_092_388 + number % 40))
      finder.note(key)
    }
    #expect(!finder.hasSuspects)
  }

  @Test("The hash is the same everywhere and keeps the parts of a key apart")
  func hash() {
    func key(_ parts: String...) -> KeyHash {
      var key = KeyHash()
      for part in parts { key.combine(part) }
      return key
    }
    #expect(key("A01", "B") != key("A0", "1B"))
    #expect(key("", "A") != key("A", ""))
    #expect(key("\0") != key(""))
    #expect(key("A01", "B") == key("A01", "B"))
    #expect(key("A01-2027-kväll", "B").first == 451_073_366_261_690_660)
  }
}
