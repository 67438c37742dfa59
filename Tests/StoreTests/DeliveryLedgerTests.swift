import Identity
import Register
import Testing

@testable import Store

/// What a delivery has written comes back in the order of its print files, its index and its manifest.
@Suite struct DeliveryLedgerTests {
  private static func letter(
    _ serial: Int, _ municipality: String?, _ postcode: String?, isRelayed: Bool = false, pages: Int? = 1
  ) throws -> DeliveryLedger.Letter {
    var letter = DeliveryLedger.Letter(
      number: DocumentNumber(year: 2028, serial: serial), person: "19390119-XXXX",
      municipality: try municipality.map { try MunicipalityCode($0) }, isRelayed: isRelayed,
      postcode: postcode,
      digest: [UInt8](repeating: UInt8(serial % 256), count: 32))
    letter.pages = pages
    return letter
  }

  @Test("Letters lie place by place in the order of their postcodes, and by number in the index")
  func letters() throws {
    let ledger = try DeliveryLedger()
    let written = [
      try Self.letter(1_000_000, "1280", "211 42"), try Self.letter(999_999, "1280", "211 42"),
      try Self.letter(3, "1280", "200 10"), try Self.letter(4, "0180", "118 20"),
      try Self.letter(5, nil, nil),
      try Self.letter(6, nil, "118 20", isRelayed: true), try Self.letter(7, "0180", "118 20", pages: nil),
    ]
    for letter in written { try ledger.add(letter) }

    let places = try ledger.places()
    #expect(places.map { $0.municipality?.digits } == [nil, "0180", "1280", nil])
    #expect(places.map(\.isRelayed) == [true, false, false, false])
    #expect(places.map(\.letters) == [1, 1, 3, 1], "a letter that could not be set lies in no print file")

    let malmo = try MunicipalityCode("1280")
    let first = try ledger.letters(to: malmo, isRelayed: false, from: 0, count: 2)
    let rest = try ledger.letters(to: malmo, isRelayed: false, from: 2, count: 2)
    #expect(first.map(\.number.serial) == [3, 999_999])
    #expect(rest == [written[0]])

    for letter in first { try ledger.put(letter, in: "utskrift/1280-1.pdf") }
    var (numbers, files): ([Int], [String?]) = ([], [])
    try ledger.forEachLetter(isRelayed: false) { letter, file in
      numbers.append(letter.number.serial)
      files.append(file)
    }
    #expect(numbers == [3, 4, 5, 7, 999_999, 1_000_000])
    #expect(files == ["utskrift/1280-1.pdf", nil, nil, nil, "utskrift/1280-1.pdf", nil])
  }

  @Test("The manifest tells of the files of this run; a journal begins with those of earlier ones too")
  func files() throws {
    let ledger = try DeliveryLedger()
    try ledger.know("b.pdf", [1])
    try ledger.know("c.pdf", [2])
    try ledger.note("b.pdf", [3])
    try ledger.note("a.pdf", [4])
    #expect(try ledger.digest(of: "c.pdf") == [2])
    #expect(try ledger.digest(of: "d.pdf") == nil)
    func names(includingKnown: Bool) throws -> [String] {
      var names: [String] = []
      try ledger.forEachFile(includingKnown: includingKnown) { name, digest in
        names.append("\(name) \(digest)")
      }
      return names
    }
    #expect(try names(includingKnown: false) == ["a.pdf [4]", "b.pdf [3]"])
    #expect(try names(includingKnown: true) == ["a.pdf [4]", "b.pdf [3]", "c.pdf [2]"])
  }
}
