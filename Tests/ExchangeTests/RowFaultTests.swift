import Identity
import Register
import Testing

@testable import Exchange

@Suite("What is wrong with a row")
struct RowFaultTests {
  /// A cell of a column that is refused, in a file where all else is right.
  struct Case: CustomTestStringConvertible {
    let kind: ImportKind
    let column: String
    let cell: String
    let refusal: Refusal

    init(
      _ kind: ImportKind, _ column: String, _ cell: String, _ code: RefusalCode, _ facts: [String: Fact] = [:]
    ) {
      self.kind = kind
      self.column = column
      self.cell = cell
      refusal = Refusal(code, facts, column: column)
    }

    var testDescription: String { "\(kind.rawValue).\(column): \(cell.debugDescription)" }
  }

  static let cases = [
    Case(.persons, "personnummer", "198507092389", .checkDigit),
    Case(.persons, "personnummer", "8507092388", .separatorMissing),
    Case(.persons, "personnummer", "190002292381", .impossibleDate),
    Case(.persons, "personnummer", "209912312397", .checkDigit),
    Case(.persons, "personnummer", "992004391013", .reserveNumber),
    Case(.persons, "personnummer", "kalle", .format),
    Case(.persons, "personnummer", "", .valueMissing),
    Case(.persons, "personnummer", "  ", .valueMissing),
    Case(.persons, "given_name", "", .valueMissing),
    Case(.persons, "given_name", String(repeating: "å", count: 101), .textTooLong, ["limit": .count(100)]),
    Case(.persons, "given_name", "Anna\tMaria", .controlCharacter),
    Case(.persons, "given_name", "\"Anna\nMaria\"", .controlCharacter),
    Case(.persons, "given_name", "Anna\u{202E}", .controlCharacter),
    Case(.persons, "given_name", "Anna\u{200B}", .controlCharacter),
    Case(.persons, "postcode", "1234", .postcode),
    Case(.persons, "protected", "kanske", .choice, ["choices": .text("ja, nej, yes, no, 1, 0")]),
    Case(.persons, "id_level", "hög", .choice, ["choices": .text("osäker, sannolik, styrkt")]),
    Case(.persons, "born_on", "2027-02-29", .dateFormat),
    Case(.persons, "born_on", "2027-01-15 00:00:00", .dateFormat),
    Case(.persons, "born_on", "15/1/2027", .dateFormat),
    Case(.persons, "born_on", "20270115", .dateFormat),
    Case(.rings, "municipality", "128", .unknownMunicipality),
    Case(.rings, "municipality", "9999", .unknownMunicipality),
    Case(.rings, "contact", "198507092389", .checkDigit),
    Case(.rings, "interested_households", "52,5", .numberFormat),
    Case(.rings, "interested_households", "-1", .numberFormat),
    Case(.rings, "interested_households", "9999999999", .numberFormat),
    Case(.rings, "ring", "TR-1280", .ringNumberFormat),
    Case(.occasions, "kind", "möte", .choice, ["choices": .text("meeting, activity")]),
    Case(.occasions, "starts_at", "2027-03-28T02:30", .timeInGap),
    Case(.occasions, "starts_at", "2027-10-31T02:30", .timeDoubled),
    Case(.occasions, "starts_at", "2027-02-29T18:00", .timeFormat),
    Case(.occasions, "starts_at", "2027-02-28", .timeFormat),
    Case(.occasions, "starts_at", "2027-02-28  18:00", .timeFormat),
    Case(.occasions, "starts_at", "2027-02-28T24:00", .timeFormat),
    Case(.attendance, "status", "", .valueMissing),
    Case(.attendance, "status", "närvarande", .choice, ["choices": .text("present, excused, absent")]),
    Case(.attendance, "attested_by", "850709-2389", .checkDigit),
    Case(.providers, "organisation_number", "556036-0794", .checkDigit),
    Case(.providers, "organisation_number", "198507092388", .organisationNumber),
    Case(.enrolments, "fte", "halvtid", .decimalFormat),
    Case(.enrolments, "fte", "0,12345", .decimalFormat),
    Case(.enrolments, "fte", "1,", .decimalFormat),
  ]

  /// A row of each kind in which nothing is wrong.
  static let sound: [ImportKind: [String: String]] = [
    .persons: [
      "personnummer": "198507092388", "given_name": "Anna", "family_name": "Berg", "street": "Storgatan 1",
      "postcode": "211 22", "city": "Malmö",
    ],
    .rings: [
      "name": "Ringen", "municipality": "1280", "street": "Storgatan 1", "postcode": "21122", "city": "Malmö",
      "venue": "Skolan", "contact": "197501079292", "interested_households": "52", "active_households": "6",
      "applied_on": "2027-01-12",
    ],
    .occasions: [
      "occasion": "A01", "ring": "TR-1280-0001", "kind": "meeting", "starts_at": "2027-02-02T18:00",
      "called_on": "2027-01-20",
    ],
    .attendance: ["occasion": "A01", "personnummer": "198507092388", "status": "present"],
    .providers: [
      "organisation_number": "556036-0793", "name": "Skolan", "programme": "TR", "valid_from": "2027-01-01",
    ],
    .enrolments: ["personnummer": "198507092388", "programme": "SM", "started_on": "2027-02-01"],
  ]

  static func refusals(in file: CSVFile, kind: ImportKind) throws -> [Refusal] {
    func all<Row: ImportRow>(_: Row.Type) throws -> [Refusal] {
      try file.rows(Row.self).flatMap { row in
        guard case .failure(let refusals) = row else { return [] as [Refusal] }
        return refusals.all
      }
    }
    return switch kind {
    case .persons: try all(PersonRow.self)
    case .rings: try all(RingRow.self)
    case .members: try all(MemberRow.self)
    case .occasions: try all(OccasionRow.self)
    case .rosters: try all(RosterRow.self)
    case .attendance: try all(AttendanceRow.self)
    case .providers: try all(ProviderRow.self)
    case .trainers: try all(TrainerRow.self)
    case .supervisors: try all(SupervisorRow.self)
    case .enrolments: try all(EnrolmentRow.self)
    case .sessions: try all(SessionRow.self)
    }
  }

  @Test("Each fault has its code and its column", arguments: cases)
  func fault(given example: Case) throws {
    var row = try #require(Self.sound[example.kind])
    row[example.column] = example.cell
    let columns = row.keys.sorted()
    let text =
      columns.joined(separator: ";") + "\n" + columns.map { row[$0] ?? "" }.joined(separator: ";") + "\n"
    let file = try CSVFile(text, layout: example.kind.layout)
    #expect(try Self.refusals(in: file, kind: example.kind) == [example.refusal])
  }

  @Test("Every fault of a row is told at once, and the other rows are read")
  func allAtOnce() throws {
    let file = try CSVFile(
      "occasion,personnummer,status,attested_by\n,198507092389,here,x\nA01,198507092388,present,\n",
      layout: .attendance)
    #expect(
      try Self.refusals(in: file, kind: .attendance).map { "\($0.column ?? ""): \($0.code.rawValue)" } == [
        "occasion: VALUE_MISSING", "personnummer: CHECK_DIGIT", "status: CHOICE", "attested_by: FORMAT",
      ])
    #expect(try file.rows(AttendanceRow.self).count == 2)
  }

  @Test("Three cells too many, or one too few", arguments: [("a,b,c,d,e,f", 6), ("a,b", 2)])
  func cellCount(row: String, found: Int) throws {
    let file = try CSVFile("occasion,personnummer,status\n\(row)\n", layout: .attendance)
    #expect(
      try Self.refusals(in: file, kind: .attendance) == [
        Refusal(.fieldCount, ["expected": .count(3), "found": .count(found)])
      ])
  }

  @Test("More cells than are kept are counted all the same")
  func veryManyCells() throws {
    let row = String(repeating: "a,", count: 100_000)
    let file = try CSVFile("occasion,personnummer,status\n\(row)\n", layout: .attendance)
    #expect(try Self.refusals(in: file, kind: .attendance).first?.facts["found"] == .count(100_001))
  }

  @Test("Text after a closing quote leaves the cell in doubt")
  func misplacedQuote() throws {
    let file = try CSVFile(
      "occasion,personnummer,status\n\"A\"01,198507092388,present\n", layout: .attendance)
    #expect(try Self.refusals(in: file, kind: .attendance) == [Refusal(.quoteMisplaced)])
  }

  @Test("A member without number needs both alias and ring", arguments: ["Uven,", ",TR-1280-0001", ","])
  func halfAReference(cells: String) throws {
    let file = try CSVFile("occasion,alias,ring,status\nA01,\(cells),present\n", layout: .attendance)
    let column = [",": "personnummer", "Uven,": "ring"][cells] ?? "alias"
    #expect(try Self.refusals(in: file, kind: .attendance) == [Refusal(.valueMissing, column: column)])
  }
}
