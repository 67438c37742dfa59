import Documents
import Exchange
import Foundation
import HTTP
import Identity
import Legislation
import Operations
import Register

@testable import Portal

/// A portal over a register with one ring, two members and a provider, gone with the test; no socket is opened.
final class PortalRegister {
  static let contact = "19910101-2392"
  static let member = "19910102-2383"
  static let stranger = "19830101-2392"
  static let provider = "212000-1124"
  static let ring = "TR-1280-0001"
  static let occasion = "M1"

  let folder: URL
  let registry: Registry
  let portal: Portal

  init(now: String = "2027-06-15T12:00") throws {
    folder = URL.temporaryDirectory.appending(path: "portal-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let law = LawFolder(repository.appending(path: "Legal").path)
    let moment = try Moment(parsing: now)
    registry = try Registry(
      creatingFile: folder.appending(path: "register.db").path, keptBy: RegisterKeeper(),
      parameters: law.parameters(), actor: "officer", now: moment)
    let templates = TemplateSet(folders: [repository.appending(path: "Templates").path])
    let schema = repository.appending(path: "Legal/schemas/certificate.rng")
    portal = Portal(
      registry, templates: templates, lawFolder: law,
      certificatePress: CertificatePress(
        renderer: DocumentRenderer(templates: templates, python: "none", in: .swedish),
        schema: try RelaxNGSchema(parsing: Array(Data(contentsOf: schema)), file: schema.path)),
      python: "none"
    ) { moment }
    try fill()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func fill() throws {
    let people = [Self.contact, Self.member, Self.stranger, "19680102-9288"]
    try take(.persons, "personnummer,given_name,family_name", people.map { "\($0),Kim,Ek" })
    try take(
      .providers, "organisation_number,name,programme,valid_from", ["\(Self.provider),Malmö,TR,2027-01-01"])
    try take(.trainers, "personnummer,programme,valid_from", ["19680102-9288,TR,2027-01-01"])
    try take(
      .sessions, "reference,provider,programme,module,personnummer,starts_at,ends_at,trainer",
      ["OBS", "DEE", "POL", "JUR"].enumerated().map { hour, module in
        "\(module),\(Self.provider),TR,\(module),\(Self.contact),2027-01-10T\(17 + hour):00,"
          + "2027-01-10T\(18 + hour):00,19680102-9288"
      })
    try take(
      .rings,
      "name,municipality,street,postcode,city,venue,contact,interested_households,active_households,"
        + "applied_on,registered_on",
      ["Ring,1280,Torget 1,211 42,Malmö,Skolan,\(Self.contact),60,12,2027-01-15,2027-01-15"])
    try take(
      .members, "ring,personnummer,household,joined_on,primary",
      ["\(Self.ring),\(Self.member),H1,2027-01-15,yes"])
    try take(
      .occasions, "occasion,ring,kind,starts_at,called_on,called,status",
      ["\(Self.occasion),\(Self.ring),meeting,2027-02-20T18:00,2027-02-01,all,held"])
  }

  private func take(_ kind: ImportKind, _ header: String, _ rows: [String]) throws {
    let file = folder.appending(path: "\(kind.rawValue).csv")
    try ([header] + rows).joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    _ = try registry.importRows(kind, from: CSVFile(path: file.path, layout: kind.layout), ImportOptions())
  }

  /// Signs in a user who has only the role, by a code as in a letter.
  func signIn(as role: Role) throws -> SessionToken {
    if role == .member {
      return try registry.signIn(as: IdentityNumber(parsing: Self.member, on: registry.now.day))
    }
    var grant = UserGrant(role: role)
    if role == .ringContact { grant.ring = RingNumber(Self.ring) }
    if role == .provider { grant.provider = try OrganisationNumber(parsing: Self.provider) }
    try registry.addUser("user-\(role.rawValue)", grant)
    return try registry.signIn(withCode: try registry.issueCode(to: "user-\(role.rawValue)").code.printed)
  }
}
