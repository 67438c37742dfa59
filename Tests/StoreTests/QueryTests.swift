import Identity
import Register
import Testing

@testable import Store

struct QueryTests {
  let scratch: Scratch
  let database: Database

  init() throws {
    scratch = try Scratch()
    database = try scratch.database(.values)
  }

  enum Kind: String, SQLValue { case meeting, activity }

  @Test func everyKindOfValueComesBackAsItWent() throws {
    let day = try #require(LocalDate("2027-01-15"))
    let moment = Moment(seconds: 1_800_000_000)
    let body = "Å\0ö — 🙂"
    try database.write { db in
      try db.run(
        "INSERT INTO stored VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        PersonID(7), -5, true, body, day, moment, [0, 255] as [UInt8], Kind.activity)
    }
    let found = try database.read { db in
      try db.first("SELECT * FROM stored WHERE id = ?1", PersonID(7)) { row in
        #expect(try row.value(0) == PersonID(7))
        #expect(try row.int64(1) == -5)
        #expect(try row.bool(2))
        #expect(try row.text(3) == body)
        #expect(try row.date(4) == day)
        #expect(try row.moment(5) == moment)
        #expect(try row.bytes(6) == [0, 255])
        return try row.value(7, as: Kind.self)
      }
    }
    #expect(found == .activity)
  }

  @Test func valuesGoByTheirNumbersInWhateverOrderTheyStand() throws {
    try database.write { db in
      try db.run("INSERT INTO stored(id, number, text) VALUES (?1, ?2, ?3)", 1, 10, "before")
      try db.run("UPDATE stored SET text = ?3, number = ?2 WHERE id = ?1 AND number <> ?2", 1, 20, "after")
    }
    let found = try database.read { db in
      try db.first("SELECT text FROM stored WHERE number = ?2 AND id = ?1", 1, 20) { try $0.text(0) }
    }
    #expect(found == "after")
  }

  @Test func packedRowsHoldNumbersNothingAndShortTextsInTheOrderOfTheQuery() throws {
    try database.write { db in
      let insert = try db.prepare("INSERT INTO stored(id, number, text) VALUES (?1, ?2, ?3)")
      for id in 1...1000 { try insert.run(id, id % 3 == 0 ? Int?.none : -id, id % 2 == 0 ? "JUR" : "OBS") }
    }
    var ids: [Int64] = []
    try database.read { db in
      let packed = try db.prepare("SELECT packed(id, number, text) FROM stored WHERE id <= ?1")
      try packed.forEachPacked(1000, columns: 3) { row in
        ids.append(row[0])
        #expect(row[1] == (row[0] % 3 == 0 ? PackedRow.absent : -row[0]))
        #expect(row[2] == PackedRow.code(row[0] % 2 == 0 ? "JUR" : "OBS"))
      }
      try packed.forEachPacked(0, columns: 3) { _ in Issue.record("there is no such row") }
      struct Stop: Error {}
      #expect(throws: Stop.self) { try packed.forEachPacked(9, columns: 3) { _ in throw Stop() } }
    }
    #expect(ids == Array(1...1000))
  }

  @Test func nothingIsNullAndTheEmptyTextIsNot() throws {
    try database.write { db in
      let insert = try db.prepare("INSERT INTO stored(id, text, bytes, day) VALUES (?1, ?2, ?3, ?4)")
      try insert.run(1, "", [] as [UInt8], LocalDate?.none)
      try insert.run(2, String?.none, [UInt8]?.none, LocalDate.lastDay(of: 9999))
    }
    let rows = try database.read { db in
      try db.all("SELECT text, bytes, day FROM stored ORDER BY id") { row in
        (
          try row.value(0, as: String?.self), try row.value(1, as: [UInt8]?.self),
          try row.value(2, as: LocalDate?.self)
        )
      }
    }
    #expect(rows.map(\.0) == ["", nil])
    #expect(rows.map(\.1) == [[], nil])
    #expect(rows.map(\.2) == [nil, LocalDate("9999-12-31")])
  }
}

extension Schema {
  /// A table with a column of each kind.
  static let values = Schema([
    Migration(
      1,
      sql: """
        CREATE TABLE stored(id INTEGER PRIMARY KEY, number INTEGER, truth INTEGER, text TEXT, day TEXT,
          at INTEGER,
          bytes BLOB, kind TEXT) STRICT;
        """)
  ])
}
