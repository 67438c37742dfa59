import Glibc
import Register
import Testing

@testable import Exchange

@Suite("Reading records as RFC 4180 and spreadsheets write them")
struct CSVReadingTests {
  struct Example: CustomTestStringConvertible {
    let name: String
    let text: String
    let rows: [CSVFile.Content]

    init(_ name: String, _ text: String, _ rows: [(Int, [String])]) {
      self.name = name
      self.text = text
      self.rows = rows.map { CSVFile.Content(row: $0.0, cells: $0.1) }
    }

    var testDescription: String { name }
  }

  static let examples = [
    Example("line feeds", "name,alias,basis\na,b,c\n", [(2, ["a", "b", "c"])]),
    Example(
      "CR LF", "name,alias,basis\r\na,b,c\r\nd,e,f\r\n", [(2, ["a", "b", "c"]), (3, ["d", "e", "f"])]),
    Example("CR alone", "name,alias,basis\ra,b,c\rd,e,f\r", [(2, ["a", "b", "c"]), (3, ["d", "e", "f"])]),
    Example("no line end at the end", "name,alias,basis\na,b,c", [(2, ["a", "b", "c"])]),
    Example("empty last cell at the end", "name,alias,basis\na,b,", [(2, ["a", "b", ""])]),
    Example("semicolons", "name;alias;basis\na,1;b;c\n", [(2, ["a,1", "b", "c"])]),
    Example("byte order mark", "\u{FEFF}name;alias;basis\na;b;c\n", [(2, ["a", "b", "c"])]),
    Example("quoted delimiter", "name,alias,basis\n\"a,1\",b,c\n", [(2, ["a,1", "b", "c"])]),
    Example(
      "doubled quotes", "name,alias,basis\n\"a \"\"b\"\"\",\"\"\"\",c\n", [(2, ["a \"b\"", "\"", "c"])]),
    Example("quoted nothing", "name,alias,basis\n\"\",\"\",\"\"\n", [(2, ["", "", ""])]),
    Example("quoted at the end of the file", "name,alias,basis\na,b,\"c\"", [(2, ["a", "b", "c"])]),
    Example("a quote inside a bare cell", "name,alias,basis\na \"b\",c,d\n", [(2, ["a \"b\"", "c", "d"])]),
    Example(
      "a record of several lines is one row", "name,alias,basis\n\"a\r\nb\n\",c,d\ne,f,g\n",
      [(2, ["a\r\nb\n", "c", "d"]), (3, ["e", "f", "g"])]),
    Example(
      "blank lines and rows of delimiters count but are passed over",
      "name,alias,basis\n\na,b,c\n,,\n\r\nd,e,f\n\n", [(3, ["a", "b", "c"]), (6, ["d", "e", "f"])]),
    Example("quoted names of columns", "\"name\";\"alias\"; basis \na;b;c\n", [(2, ["a", "b", "c"])]),
    Example("a header alone", "name,alias,basis\n", []),
    Example("a blank line before the header", "\nname,alias,basis\na,b,c\n", [(3, ["a", "b", "c"])]),
    Example("spaces are kept", "name,alias,basis\n a ,\tb,\" c \"\n", [(2, [" a ", "\tb", " c "])]),
  ]

  @Test("The cells are those that were written", arguments: examples)
  func cells(example: Example) throws {
    let file = try CSVFile(example.text, layout: .three)
    #expect(try file.contents() == example.rows)
    #expect(file.recordCount == example.rows.count)
  }

  @Test("Where the buffer ends makes no difference", arguments: examples)
  func everyPieceSize(example: Example) throws {
    for piece in 1...example.text.utf8.count {
      let file = try CSVFile(example.text, layout: .three, limits: .init(record: 40, piece: piece))
      #expect(try file.contents() == example.rows, "pieces of \(piece) bytes")
    }
  }

  @Test("Columns come in any order, and one named error is skipped")
  func anyOrder() throws {
    let file = try CSVFile(
      "error;status;personnummer;occasion\nx;present;198507092388;A01\n", layout: .attendance)
    let rows = try file.rows(AttendanceRow.self).map { try $0.get() }
    #expect(rows.map(\.occasion) == ["A01"])
    #expect(rows.map(\.status) == [.present])
  }

  @Test("A stream is read like a file")
  func stream() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { close(ends[0]) }
    try writeAll(Array("name,alias,basis\na,b,c\n".utf8).span.bytes, to: ends[1])
    close(ends[1])
    let file = try CSVFile(InputFile(spooling: ends[0]), layout: .three, limits: .init())
    #expect(try file.contents().map(\.cells) == [["a", "b", "c"]])
    #expect(try file.contents().count == 1, "a stream can be gone through twice")
  }

  @Test("The bytes of a record are lent as written, for the digest of a batch")
  func recordBytes() throws {
    let file = try CSVFile("name,alias,basis\r\n\"a\"\"\",b;,åäö\r\n", layout: .three)
    try file.forEachRecord { record in
      #expect(record.withUnsafeBytes { Array($0) } == Array("\"a\"\"\",b;,åäö".utf8))
      #expect(record.offset == 18)
    }
  }

  @Test("A missing file is a fault of the system, with its error")
  func missingFile() throws {
    let folder = try Folder()
    #expect(throws: SystemFault(operation: .read, errorNumber: 2)) {
      try CSVFile(path: folder.path + "/none.csv", layout: .three)
    }
    #expect(throws: SystemFault(operation: .read, errorNumber: 21)) {
      try CSVFile(path: folder.path, layout: .three)
    }
  }
}
