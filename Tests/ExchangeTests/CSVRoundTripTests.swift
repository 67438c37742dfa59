import Testing

@testable import Exchange

@Suite("What is written is read back the same")
struct CSVRoundTripTests {
  /// What cells are made of: everything that has a meaning in a file, and text of one to four bytes.
  static let alphabet = [
    "a", "7", ",", ";", "\"", "\"\"", "\n", "\r", "\r\n", " ", "å", "ä", "Ö", "é", "👩‍👧", "=", "-",
  ]

  static func records(seed: UInt64) -> [[String]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<40).map { _ in
      (0..<3).map { _ in
        (0..<Int.random(in: 0...6, using: &generator))
          .map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
      }
    }
  }

  static let dialects = CSVDialect.Delimiter.allCases.flatMap { delimiter in
    [false, true].map { CSVDialect(delimiter: delimiter, hasByteOrderMark: $0) }
  }

  static func write(_ records: [[String]], in dialect: CSVDialect) throws -> [UInt8] {
    let folder = try Folder()
    let writer = try CSVWriter(
      to: OutputFile(replacing: folder.path + "/out.csv"), layout: .three, dialect: dialect)
    for record in records { try writer.write(record) }
    try writer.commit()
    return Array(try folder.read("out.csv").utf8)
  }

  @Test("Any text, in every dialect and wherever the buffer ends", arguments: dialects, 1...8)
  func roundTrip(dialect: CSVDialect, seed: Int) throws {
    let records = Self.records(seed: UInt64(seed))
    let bytes = try Self.write(records, in: dialect)
    for piece in [1, 2, 3, 5, 7, 16, 64, 65_536] {
      let file = try CSVFile(bytes, layout: .three, limits: .init(record: 500, piece: piece))
      #expect(file.dialect == dialect)
      #expect(try file.contents().map(\.cells) == records, "pieces of \(piece) bytes")
      #expect(try file.contents().map(\.row) == Array(2...41))
    }
  }

  @Test("Every place of the buffer's end", arguments: dialects)
  func everyPiece(dialect: CSVDialect) throws {
    let records = Array(Self.records(seed: 99).prefix(6))
    let bytes = try Self.write(records, in: dialect)
    for piece in 1...bytes.count {
      let file = try CSVFile(bytes, layout: .three, limits: .init(record: 200, piece: piece))
      #expect(try file.contents().map(\.cells) == records, "pieces of \(piece) bytes")
    }
  }

  @Test("Quotes stand only where a cell needs them")
  func quoting() throws {
    let bytes = try Self.write(
      [["a", "b,c", "d;e"], ["", "", ""], ["=1+1", "\"", " f"]], in: CSVDialect())
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "name,alias,basis\r\na,\"b,c\",d;e\r\n\"\",,\r\n=1+1,\"\"\"\",\" f\"\r\n")
  }

  @Test("An output that is given up leaves what was there, and nothing else")
  func abandoned() throws {
    let folder = try Folder()
    let path = try folder.write("before".utf8)
    do {
      let output = try OutputFile(replacing: path)
      try output.append("after".utf8)
    }
    #expect(try folder.names == ["file.csv"])
    #expect(try folder.read("file.csv") == "before")
  }
}
