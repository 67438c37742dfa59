import Glibc
import Register
import Testing

@testable import Exchange

@Suite("Files that are wrong as a whole")
struct FileFaultTests {
  static let known = "occasion, personnummer, alias, ring, status, attested_by"
  static let header = "occasion;personnummer;status\n"
  static let row = "A01;198507092388;present\n"

  static func fault(in bytes: some Sequence<UInt8>, limits: RecordScanner.Limits = .init()) -> FileFault? {
    do {
      _ = try CSVFile(bytes, layout: .attendance, limits: limits)
      return nil
    } catch {
      return error as? FileFault
    }
  }

  static func fault(in text: String) -> FileFault? { fault(in: text.utf8) }

  @Test("Text in Windows-1252 is named, with row, column and byte")
  func windows1252() {
    let bytes =
      Array((Self.header + Self.row).utf8) + Array("A02;198507092388;n".utf8) + [0xE4]
      + Array("rvarande\n".utf8)
    #expect(
      Self.fault(in: bytes)
        == FileFault(
          .notUTF8, row: 3, column: "status",
          facts: ["encoding": .text("Windows-1252"), "offset": .count(72)]))
  }

  @Test("UTF-16 and UTF-32 are named, UTF-16 also without its mark")
  func wideEncodings() {
    let wide = Array(Self.header.utf8.map { [$0, 0] }.joined())
    let examples: [([UInt8], String)] = [
      ([0xFF, 0xFE] + wide, "UTF-16"), (wide, "UTF-16"), ([0xFE, 0xFF, 0] + wide, "UTF-16"),
      ([0] + wide, "UTF-16"),
      ([0xFF, 0xFE, 0, 0, 0x6F], "UTF-32"),
    ]
    for (bytes, name) in examples {
      #expect(
        Self.fault(in: bytes)
          == FileFault(.notUTF8, row: 1, facts: ["encoding": .text(name), "offset": .count(0)]))
    }
  }

  @Test("A byte that no encoding we know has is not guessed at")
  func unknownEncoding() {
    let bytes = Array(Self.header.utf8) + [0x81, 0x0A]
    #expect(
      Self.fault(in: bytes) == FileFault(.notUTF8, row: 2, column: "occasion", facts: ["offset": .count(29)]))
  }

  @Test(
    "Byte sequences that UTF-8 forbids",
    arguments: [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xBF]] as [[UInt8]]
  )
  func forbiddenSequences(sequence: [UInt8]) {
    let bytes = Array(Self.header.utf8) + sequence + Array(";198507092388;present".utf8)
    #expect(Self.fault(in: bytes)?.code == .notUTF8)
  }

  @Test("A NUL")
  func nul() {
    #expect(
      Self.fault(in: Self.header + "A01;19850709\u{0}2388;present\n")
        == FileFault(.nulByte, row: 2, column: "personnummer", facts: ["offset": .count(41)]))
  }

  @Test("All missing columns are named at once")
  func missingColumns() {
    #expect(
      Self.fault(in: "attested_by\n")
        == FileFault(
          .columnMissing, row: 1,
          facts: ["columns": .text("occasion, personnummer, status"), "known": .text(Self.known)]))
  }

  @Test("A member is named by number, or by alias and ring")
  func memberColumns() throws {
    #expect(Self.fault(in: "occasion,alias,ring,status\n") == nil)
    #expect(Self.fault(in: "occasion,personnummer,alias,status\n") == nil)
    #expect(Self.fault(in: "occasion,alias,status\n")?.facts["columns"] == .text("personnummer"))
  }

  @Test("An unknown column is named, with the known ones")
  func unknownColumn() {
    #expect(
      Self.fault(in: "occasion;personnummer;närvaro\n")
        == FileFault(
          .columnUnknown, row: 1, facts: ["columns": .text("närvaro"), "known": .text(Self.known)]))
  }

  @Test("A file without a header does not get its data repeated in a message")
  func dataAsHeader() {
    #expect(
      Self.fault(in: "A01,198507092388,present\n")?.facts["columns"] == .text("1, 2, 3"))
    #expect(Self.fault(in: "occasion,198507092388\n")?.facts["columns"] == .text("2"))
    #expect(Self.fault(in: "a,b\n")?.facts["columns"] == .text("a, b"), "words alone are a header")
  }

  @Test("A column that stands twice")
  func doubledColumn() {
    #expect(
      Self.fault(in: "occasion;status;personnummer;status\n")
        == FileFault(.columnDoubled, row: 1, facts: ["columns": .text("status")]))
  }

  @Test("A quote that is never closed, with the place where it stands")
  func openQuote() {
    #expect(
      Self.fault(in: Self.header + Self.row + "A02;\"198507092388;present\nA03;198507092388;present\n")
        == FileFault(.quoteOpen, row: 3, column: "personnummer", facts: ["offset": .count(58)]))
  }

  @Test("Nothing at all", arguments: ["", "\u{FEFF}", "\n\r\n\n"])
  func empty(text: String) {
    #expect(Self.fault(in: text) == FileFault(.emptyFile))
  }

  @Test("The longest record is taken, one byte more is not", arguments: ["\n", "\r\n", "\r", ""])
  func recordLength(lineEnd: String) {
    let limits = RecordScanner.Limits(record: 100, piece: 7)
    let rest = ";198507092388;present"
    func text(length: Int) -> [UInt8] {
      Array((Self.header + String(repeating: "a", count: length - rest.utf8.count) + rest + lineEnd).utf8)
    }
    #expect(Self.fault(in: text(length: 100), limits: limits) == nil)
    #expect(
      Self.fault(in: text(length: 101), limits: limits)
        == FileFault(.recordTooLong, row: 2, facts: ["offset": .count(29), "limit": .count(100)]))
  }

  @Test("A quoted cell that runs past the longest record is too long, whatever quotes it holds")
  func longQuote() {
    for cell in [String(repeating: "a\n", count: 100), String(repeating: "a\"\"", count: 100)] {
      for end in ["\";198507092388;present\n", "\""] {
        #expect(
          Self.fault(in: (Self.header + "\"" + cell + end).utf8, limits: .init(record: 100, piece: 16))
            == FileFault(.recordTooLong, row: 2, facts: ["offset": .count(29), "limit": .count(100)]))
      }
    }
  }

  @Test("One that nothing ends in the whole file is a quote never closed")
  func longOpenQuote() {
    let text = Self.header + "\"" + String(repeating: "a\"\"\n", count: 100)
    #expect(
      Self.fault(in: text.utf8, limits: .init(record: 100, piece: 16))
        == FileFault(.quoteOpen, row: 2, column: "occasion", facts: ["offset": .count(29)]))
  }

  @Test("Whatever the bytes are, the outcome does not hang on where the buffer ends", arguments: 1...300)
  func anyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("a1,;\"\"\r\n\n -å".utf8) + [0, 0xE5, 0xFF]
    let noise = (0..<Int.random(in: 0...120, using: &generator)).map { _ in
      // Mostly bytes that a file may hold, so that some files are sound to their end.
      alphabet[Int.random(in: 0..<(seed % 3 == 0 ? alphabet.count : 9), using: &generator)]
    }
    let bytes = Array("name,alias,basis\n".utf8) + noise
    func outcome(piece: Int) -> Result<[CSVFile.Content], FileFault> {
      do {
        return .success(
          try CSVFile(bytes, layout: .three, limits: .init(record: 60, piece: piece)).contents())
      } catch {
        return .failure(error as? FileFault ?? FileFault(.emptyFile))
      }
    }
    let expected = outcome(piece: 1 << 16)
    for piece in [1, 2, 3, 4, 6, 11, 50, 61] {
      #expect(outcome(piece: piece) == expected, "pieces of \(piece) bytes")
    }
  }

  @Test("A line of 100 MB is refused without being held")
  func hundredMegabytes() throws {
    let folder = try Folder()
    let path = try folder.write(Self.header.utf8)
    // A hole in a file reads as zeros and takes no room; the letters before it are what makes the line too
    // long.
    let line = [UInt8](repeating: UInt8(ascii: "a"), count: 1_100_000)
    let output = try OutputFile(replacing: path)
    try output.append(Self.header.utf8)
    try output.append(line)
    try output.commit()
    #expect(truncate(path, 100_000_000) == 0)

    let before = residentMemory()
    #expect(
      throws: FileFault(.recordTooLong, row: 2, facts: ["offset": .count(29), "limit": .count(1_000_000)])
    ) {
      try CSVFile(path: path, layout: .attendance)
    }
    #expect(residentMemory() - before < 60_000_000)
  }
}

/// The greatest memory the process has had, in bytes.
private func residentMemory() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss * 1024
}
