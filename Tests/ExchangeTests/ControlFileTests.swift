import Foundation
import Identity
import Register
import Testing

@testable import Exchange

@Suite("The control file is written in the form of Skatteverket's statements")
struct ControlFileTests {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func filing() throws -> ControlFiling {
    ControlFiling(
      organisation: try OrganisationNumber(parsing: "202100-5448"), name: "Skatteverket & Co",
      contact: "Åsa <Öst>", phone: "0771-567 567", email: "register@example.se", year: 2027,
      createdAt: try Moment(parsing: "2028-01-24T10:00"))
  }

  static func check() throws -> ControlFileCheck {
    try ControlFileCheck(folder: repository.appending(path: "Legal/schemas").path)
  }

  /// Writes statements that keep the rules and gives the file's text.
  static func file(_ statements: [ControlStatement], check: ControlFileCheck? = nil) throws -> String {
    let folder = try Folder()
    var writer = try ControlFileWriter(
      replacing: folder.path + "/file.xml", filing: try filing(), check: check)
    for statement in statements { #expect(try writer.write(statement) == []) }
    try writer.finish()
    try writer.commit()
    return try folder.read("file.xml")
  }

  static var ordinary: ControlStatement {
    var statement = ControlStatement(specification: 1)
    statement.number = 1985_0709_9805
    statement.amountKr = 2000
    return statement
  }

  static var coordinated: ControlStatement {
    var statement = ControlStatement(specification: 2)
    statement.number = 1985_0286_2397
    statement.amountKr = 2000
    statement.recipient = recipient
    return statement
  }

  static var recipient: ControlStatement.Recipient {
    var recipient = ControlStatement.Recipient()
    recipient.givenName = "Åsa \"Öst\""
    recipient.familyName = "<O'Neil> & Søn"
    recipient.street = "Bäckvägen 1"
    recipient.postcode = "21142"
    recipient.city = "Malmö"
    recipient.country = "SE"
    return recipient
  }

  static var born: ControlStatement {
    var statement = coordinated
    statement.specification = 3
    statement.number = nil
    statement.birthTime = 1915_0312_239
    return statement
  }

  static var protected: ControlStatement {
    var statement = coordinated
    statement.specification = 4
    statement.recipient = .init()
    statement.recipient?.givenName = "Eva"
    statement.recipient?.familyName = "Ek"
    statement.recipient?.isProtected = true
    return statement
  }

  static var removal: ControlStatement {
    var statement = ControlStatement(specification: 5)
    statement.number = 1985_0709_9805
    statement.isRemoval = true
    return statement
  }

  @Test("A few statements give the same bytes as ever; RECORD_SNAPSHOTS=1 takes them anew")
  func snapshot() throws {
    let text = try Self.file(
      [Self.ordinary, Self.coordinated, Self.born, Self.protected, Self.removal], check: try Self.check())
    let file = Self.repository.appending(path: "Tests/Fixtures/control-file.xml")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try text == String(contentsOf: file, encoding: .utf8))
  }

  @Test("A file without statements is whole too")
  func empty() throws {
    let text = try Self.file([], check: try Self.check())
    #expect(text.hasSuffix("</Blankettgemensamt>\n</Skatteverket>\n"))
  }

  /// A statement made wrong in one way.
  struct Fault: Sendable, CustomTestStringConvertible {
    let rule: ControlRule
    let field: Int?
    let make: @Sendable () -> ControlStatement
    var testDescription: String { "\(rule.rawValue) in \(field.map(String.init) ?? "the amount")" }

    init(
      _ rule: ControlRule, _ field: Int?, _ statement: ControlStatement,
      _ change: @escaping @Sendable (inout ControlStatement) -> Void
    ) {
      self.rule = rule
      self.field = field
      self.make = {
        var statement = statement
        change(&statement)
        return statement
      }
    }
  }

  static let faults = [
    Fault(.filerIsRecipient, 201, ordinary) { $0.number = 16_2021_005448 },
    Fault(.removalHoldsMore, 205, removal) { $0.amountKr = 2000 },
    Fault(.removalHoldsMore, 205, removal) { $0.recipient = recipient },
    Fault(.identifierMissing, 215, ordinary) { $0.number = nil },
    Fault(.givenNameOfBirthTime, 216, born) { $0.recipient?.givenName = nil },
    Fault(.familyNameOfBirthTime, 217, born) { $0.recipient?.familyName = nil },
    Fault(.streetOfBirthTime, 218, born) { $0.recipient?.street = nil },
    Fault(.postcodeOfBirthTime, 219, born) { $0.recipient?.postcode = nil },
    Fault(.cityOfBirthTime, 220, born) { $0.recipient?.city = nil },
    Fault(.twoIdentifiers, 222, coordinated) { $0.birthTime = 1985_0226_239 },
    Fault(.amountMissing, nil, ordinary) { $0.amountKr = nil },
    Fault(.givenNameOfCoordinationNumber, 216, coordinated) { $0.recipient?.givenName = nil },
    Fault(.familyNameOfCoordinationNumber, 217, coordinated) { $0.recipient?.familyName = nil },
    Fault(.streetOfCoordinationNumber, 218, coordinated) { $0.recipient?.street = nil },
    Fault(.postcodeOfCoordinationNumber, 219, coordinated) { $0.recipient?.postcode = nil },
    Fault(.cityOfCoordinationNumber, 220, coordinated) { $0.recipient?.city = nil },
    Fault(.cityOfCoordinationNumber, 220, protected) { $0.recipient?.isProtected = false },
    Fault(.checkDigit, 215, ordinary) { $0.number = 1985_0709_9806 },
    Fault(.form, 570, ordinary) { $0.specification = 0 },
    Fault(.form, 570, ordinary) { $0.specification = 10_000_000_000 },
    Fault(.form, nil, ordinary) { $0.amountKr = -1 },
    Fault(.form, 215, ordinary) { $0.number = 1985_1309_9805 },
    Fault(.form, 215, coordinated) { $0.number = 1915_0072_2390 },
    Fault(.form, 222, born) { $0.birthTime = 1915_0230_239 },
    Fault(.form, 216, coordinated) { $0.recipient?.givenName = String(repeating: "å", count: 51) },
    Fault(.form, 217, coordinated) { $0.recipient?.familyName = "E\u{7}k" },
    Fault(.form, 219, coordinated) { $0.recipient?.postcode = "0123456789" },
    Fault(.form, 221, coordinated) { $0.recipient?.country = "Sve" },
    Fault(.form, 218, protected) { $0.recipient?.street = "Bäckvägen 1" },
  ]

  @Test("Each rule is checked before a statement is written", arguments: faults)
  func rule(fault: Fault) throws {
    let statement = fault.make()
    let findings = statement.findings(filedBy: try Self.filing().organisation)
    #expect(findings.contains(ControlFinding(fault.rule, field: fault.field)))
    let folder = try Folder()
    var writer = try ControlFileWriter(replacing: folder.path + "/file.xml", filing: try Self.filing())
    #expect(try writer.write(statement) == findings)
    try writer.finish()
    try writer.commit()
    #expect(try !folder.read("file.xml").contains("<Blankett "))
  }

  @Test("Every rule has a faulty value among the tests")
  func everyRuleIsTried() {
    #expect(Set(Self.faults.map(\.rule)) == Set(ControlRule.allCases))
  }
}
