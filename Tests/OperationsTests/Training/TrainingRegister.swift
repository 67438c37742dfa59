import Exchange
import Foundation
import Identity
import Legislation
import Operations
import Register

/// A register with a provider, a supervisor and participants of the mediator programme, gone with the test.
final class TrainingRegister {
  static let persons = ["19910101-2392", "19910102-2383", "19850709-2388", "19830101-2392"]
  static let supervisor = "19680102-9288"
  static let provider = "212000-1124"
  static let now = "2027-12-31T12:00"

  let folder: URL
  let registry: Registry

  init() throws {
    folder = URL.temporaryDirectory.appending(path: "training-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let legal = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Legal")
    registry = try Registry(
      creatingFile: folder.appending(path: "register.db").path, keptBy: RegisterKeeper(),
      parameters: LawFolder(legal.path).parameters(), actor: "officer", now: Moment(parsing: Self.now))
    try take(
      .persons, "personnummer,given_name,family_name",
      (Self.persons + [Self.supervisor]).map { "\($0),Kim,Ek" })
    try take(
      .providers, "organisation_number,name,programme,valid_from",
      ["\(Self.provider),Malmö stad,SM,2027-01-01"])
    try take(
      .supervisors, "personnummer,kind,valid_from,valid_to,basis",
      ["\(Self.supervisor),practice,2027-01-01,2027-03-31,Beslut 2026:12"])
    try take(
      .enrolments, "personnummer,programme,started_on", Self.persons.map { "\($0),SM,2027-01-11" })
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @discardableResult
  func take(_ kind: ImportKind, _ header: String, _ rows: [String]) throws -> ImportReport {
    let file = folder.appending(path: "\(UUID().uuidString).csv")
    try ([header] + rows).joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    return try registry.importRows(kind, from: CSVFile(path: file.path, layout: kind.layout), ImportOptions())
  }

  @discardableResult
  func takeSessions(_ rows: [String]) throws -> ImportReport {
    try take(
      .sessions, "reference,provider,programme,module,personnummer,starts_at,ends_at,supervisor", rows)
  }

  func progress() throws -> [TrainingProgress] {
    try registry.listProgress(in: .mediator).map(\.progress)
  }

  /// Sessions that share no time, of random modules and lengths, some under an approval that has expired.
  static func randomSessions(_ count: Int, using random: inout some RandomNumberGenerator) throws -> [String]
  {
    let modules = ["KON", "MED", "BUR", "DEE", "KUL", "JUR", "PRA", "PRA"]
    return (0..<count).map { index in
      let module = modules.randomElement(using: &random) ?? "KON"
      let day = LocalDate.firstDay(of: 2027).adding(days: 10 + index)
      let minutes = Int.random(in: 1...900, using: &random)
      let person = persons.randomElement(using: &random) ?? persons[0]
      let clock = String(format: "%02d:%02d", minutes / 60, minutes % 60)
      return
        "R\(index),\(provider),SM,\(module),\(person),\(day)T00:00,\(day)T\(clock),\(module == "PRA" ? supervisor : "")"
    }
  }
}
