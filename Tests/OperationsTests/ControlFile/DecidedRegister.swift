import Exchange
import Foundation
import Identity
import Legislation
import Register

@testable import Operations
@testable import Store

/// A register in a folder of its own whose decisions tests make directly, gone with the test.
final class DecidedRegister {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  let folder: URL
  private let parameters: Parameters
  private let ring: RingID
  private let ruleSet: Int64
  private let store: Database
  private let year: Int

  init(year: Int = 2027) throws {
    folder = URL.temporaryDirectory.appending(path: "control-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let parameters = try LawFolder(Self.repository.appending(path: "Legal").path).parameters()
    let registry = try Registry(
      creatingFile: folder.appending(path: "register.db").path, keptBy: RegisterKeeper(),
      parameters: parameters, actor: "officer", now: Moment(parsing: "2027-01-02"))
    (ring, ruleSet) = try registry.store.write { connection in
      let number = RingNumber(municipality: try MunicipalityCode("1280"), serial: 1)
      let application = RingApplication(
        name: "Ring", municipality: number.municipality,
        address: try PostalAddress(street: "Torget 1", postcode: "21142", city: "Malmö"), venue: "Skolan",
        interestedHouseholds: 60, activeHouseholds: 12, appliedOn: LocalDate.firstDay(of: 2027))
      return (
        try connection.insertRing(number, application, entry: 1),
        try connection.insertRuleSet(RuleSet(year: 2027, in: parameters), entry: 1)
      )
    }
    self.parameters = parameters
    self.store = registry.store
    self.year = year
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func registry(_ now: String) throws -> Registry {
    try Registry(store, parameters: parameters, actor: "officer", now: Moment(parsing: now))
  }

  /// Enters a person, by default one with an address.
  func person(
    _ number: Int64, _ given: String = "Åsa", _ family: String = "Öst", street: String? = "Bäckvägen 1",
    protected: Bool = false, bornOn: String? = nil
  ) throws -> PersonID {
    let address = try street.map { try PostalAddress(street: $0, postcode: "211 42", city: "Malmö") }
    return try store.write { connection in
      try connection.insertPerson(
        numbered: IdentityNumber(stored: number),
        PersonDetails(
          givenName: given, familyName: family, address: protected ? nil : address, isProtected: protected,
          bornOn: bornOn.flatMap { LocalDate($0) }),
        entry: 1)
    }
  }

  /// Makes the next version of a person's decision.
  @discardableResult
  func decide(
    _ person: PersonID, _ outcome: String = "BEVILJAS", _ status: String = "beslutad", kronor: Int = 2000
  ) throws -> Int64 {
    try store.write { connection in
      let version = try connection.value(
        "SELECT COALESCE(max(version), 0) + 1 FROM decision WHERE year = ?1 AND person = ?2", year, person,
        as: Int.self)
      let isGrant = outcome == "BEVILJAS"
      let id: Int64? = try connection.value(
        """
        INSERT INTO decision (person, year, version, ring, outcome, unmet, reason, amount_kr, attended, counted,
          facts, rule_set, status, dated_on, answer_by, change, officer, entry)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 9, 12, 'meetings=9/12 activities=0/0', ?9, ?10, '2028-01-17', ?11,
          ?12, CASE WHEN ?12 IS NOT NULL THEN 'handläggare' END, 1)
        RETURNING id
        """, person, year, version, ring, outcome, isGrant ? 0 : 64, isGrant ? nil : "UNDER_TROSKEL",
        isGrant ? kronor : 0, ruleSet, status, status == "kommunicerad" ? "2028-01-31" : nil,
        version == 1 ? nil : isGrant ? "till fördel" : "till nackdel")
      return id ?? 0
    }
  }

  /// Closes a refusal that might be answered.
  func close(_ decision: Int64) throws {
    try store.write { connection in
      try connection.run(
        "INSERT INTO decision_closed (decision, decided_on, document, entry) VALUES (?1, '2028-02-01', '', 1)",
        decision)
    }
  }

  @discardableResult
  func write<Result>(_ body: (Connection) throws -> Result) throws -> Result { try store.write(body) }

  func read<Result>(_ body: (Connection) throws -> Result) throws -> Result { try store.read(body) }

  /// Writes the control file and, when asked, the removals.
  func run(
    _ now: String = "2028-01-24T10:00", removals: Bool = false, check: Bool = true
  ) throws -> (report: ControlFileReport, file: StatementFile, removals: StatementFile?) {
    let path = folder.appending(path: "ku.xml").path
    let removalsPath = folder.appending(path: "borttag.xml").path
    let report = try registry(now).writeControlFile(
      of: year, to: path, removals: removals ? removalsPath : nil,
      check: check ? .init(folder: Self.repository.appending(path: "Legal/schemas").path) : nil)
    return (
      report, try StatementFile(path),
      FileManager.default.fileExists(atPath: removalsPath) ? try StatementFile(removalsPath) : nil
    )
  }

  var fileNames: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }
}

/// A control file as its reader sees it: one statement on each line, known by its number in field 570.
struct StatementFile {
  let text: String
  let statements: [Int: Statement]

  struct Statement: Equatable {
    let line: String

    /// The content of the field of a code, with references resolved.
    subscript(code: String) -> String? {
      guard let field = line.split(separator: "faltkod=\"\(code)\">", maxSplits: 1).dropFirst().first else {
        return nil
      }
      return String(field.prefix { $0 != "<" }).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&amp;", with: "&")
    }

    var codes: [String] {
      line.split(separator: "faltkod=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }.sorted()
    }
  }

  init(_ path: String) throws {
    text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("<Blankett ") }.map {
      Statement(line: String($0))
    }
    statements = Dictionary(uniqueKeysWithValues: lines.map { (Int($0["570"] ?? "") ?? 0, $0) })
  }

  var sum: Int { statements.values.reduce(0) { $0 + (Int($1["FÖRSLAG"] ?? "") ?? 0) } }
}
