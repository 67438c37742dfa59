import Foundation
import Testing

/// Files that are wrong as a whole: nothing is stored, and the message names file, row, column and what to do.
@Suite struct BadFileTests {
  let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram()
  }

  private static let header = "personnummer,given_name,family_name\n"
  private static let row = "198507092388,Eva,Ek\n"

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let words: [String]

    init(_ name: String, _ text: String, _ words: String...) {
      self.init(name, Array(text.utf8), words)
    }

    init(_ name: String, _ bytes: [UInt8], _ words: [String]) {
      (self.testDescription, self.bytes, self.words) = (name, bytes, words)
    }
  }

  static let cases = [
    Case(
      "Windows-1252",
      Array(header.utf8) + Array(row.utf8) + Array("198301012392,".utf8) + [0xC5] + Array("sa,Ek\n".utf8),
      [
        "personer.csv: Rad 3, given_name: ", "Windows-1252", "[NOT_UTF8]",
        "Spara filen på nytt som ”CSV UTF-8”",
      ]),
    Case("UTF-16", [0xFF, 0xFE] + Array("p\0e\0".utf8), ["personer.csv: Rad 1: ", "UTF-16", "[NOT_UTF8]"]),
    Case(
      "a missing column", "personnummer,given_name\n198507092388,Eva\n", "personer.csv: Rad 1: ",
      "family_name",
      "[COLUMN_MISSING]", "Lägg till kolumnerna"),
    Case(
      "an unknown column", "personnummer,given_name,family_name,phone\n198507092388,Eva,Ek,0\n",
      "personer.csv: Rad 1: ", "phone", "[COLUMN_UNKNOWN]", "De kända är: personnummer, given_name"),
    Case(
      "column names in another case", "Personnummer,Given_Name,Family_name\n", "personer.csv: Rad 1: ",
      "Personnummer, Given_Name, Family_name", "[COLUMN_UNKNOWN]"),
    Case(
      "tabs between the columns", "personnummer\tgiven_name\tfamily_name\n", "personer.csv: Rad 1: ",
      "given_name", "[COLUMN_UNKNOWN]"),
    Case(
      "a column twice", "personnummer,given_name,family_name,given_name\n", "personer.csv: Rad 1: ",
      "given_name", "[COLUMN_DOUBLED]"),
    Case(
      "data for a header", "198507092388,Eva,Ek\n", "personer.csv: Rad 1: ", "[COLUMN_UNKNOWN]",
      "De kända är: personnummer"),
    Case(
      "a quote never closed", header + row + "198301012392,\"Eva,Ek\n" + row,
      "personer.csv: Rad 3, given_name: ",
      "[QUOTE_OPEN]", "Lägg till det citattecken som saknas"),
    Case(
      "a NUL", header + row + "198301012392,Eva,E\0k\n", "personer.csv: Rad 3, family_name: ", "[NUL_BYTE]",
      "Spara filen på nytt"),
    Case("nothing", "\n\n", "personer.csv: ", "[EMPTY_FILE]", "kolumnernas namn"),
  ]

  @Test(arguments: cases) func aFileWrongAsAWholeStoresNothing(wrong: Case) throws {
    try trygg.write("personer.csv", wrong.bytes)
    let run = try trygg("import", "persons", "personer.csv")
    run.expect(65)
    for word in wrong.words {
      #expect(run.err.contains(word), "\(word) is not in: \(run.err)")
    }
    #expect(try trygg.sql("SELECT COUNT(*) FROM person") == "0")
    try trygg.expectSound()
  }

  @Test func aLineOf100MegabytesIsRefusedInFlatMemory() throws {
    let script = """
      { printf 'personnummer,given_name,family_name\\n198507092388,Eva,Ek\\n198301012392,Eva,'
        head -c 100000000 /dev/zero | tr '\\0' 'x'; printf '\\n'; } > personer.csv
      ulimit -v 700000
      exec "$trygg" import persons personer.csv
      """
    try trygg.shell(script).expect(
      65, "personer.csv: Rad 3: ", "längre än 1 MB", "[RECORD_TOO_LONG]", "citattecknen")
    try trygg.expectSound()
  }

  @Test func aFileThatIsNotThereCannotBeRead() throws {
    try trygg("import", "persons", "saknas.csv").expect(66, "saknas.csv: ", "[FILE_UNREADABLE]", "läsrätt")
    try trygg("import", "persons", ".").expect(66, "[FILE_UNREADABLE]")
  }

  @Test func aFileMayComeThroughAPipe() throws {
    let run = try trygg(
      "--format", "json", "import", "persons", "-", input: BadFileTests.header + BadFileTests.row)
    run.expect(0)
    #expect(run.json["stored"].number == 1)
  }
}
