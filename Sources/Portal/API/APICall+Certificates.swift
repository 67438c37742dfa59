import CommandLine
import Documents
import HTTP
import Identity
import Operations
import Register

extension APICall {
  /// The certificates that are the caller's to see, in the order of issue: a member's, a provider's, all.
  func certificates() throws -> JSON {
    let limit = try number("limit", in: 1...500, else: 100) ?? 100
    let offset = try number("after", in: APICall.places) ?? 0
    let programme = try request.query["programme"].map(programme)
    let day = try day()
    let (certificates, total) = try registry.listCertificates(
      in: programme, on: day, limit: limit, offset: offset)
    let shown = certificates.count
    return [
      "items": .array(certificates.map { .object($0.members(on: day)) }),
      "next": shown > 0 && offset + shown < total ? .string(String(offset + shown)) : .null,
    ]
  }

  /// The certificates of a person, in every programme or one.
  func certificates(_ item: [String: String]) throws -> JSON {
    let day = registry.now.day
    let certificates = try registry.listCertificates(
      of: try person(item), in: try item["programme"].map(programme), on: day
    ).certificates
    return .array(certificates.map { .object($0.members(on: day)) })
  }

  /// What is known of a certificate, and what it is worth on a day.
  func certificate() throws -> JSON {
    let day = try day()
    return .object(try registry.showCertificate(try documentNumber(), on: day).members(on: day))
  }

  /// A certificate in one of its forms, or as an Open Badge.
  func certificateFile() throws -> Response {
    let number = try documentNumber()
    guard request.parameters["form"] != "jwt" else {
      return Response(type: "application/vc+jwt", try registry.badge(of: number))
        .adding("Content-Disposition", "attachment; filename=\"\(number).jwt\"")
    }
    // The same number may be a statement's, which this path does not give out.
    _ = try registry.showCertificate(number, on: registry.now.day)
    return try document()
  }

  private func programme(_ code: String) throws -> Programme {
    guard let programme = Programme(rawValue: code) else {
      throw Refusal(.unknownProgramme, ["programme": .text(code)], column: "programme")
    }
    return programme
  }

  /// The day that the query asks about, today unless it names one.
  private func day() throws -> LocalDate {
    guard let text = request.query["on"] else { return registry.now.day }
    guard let day = LocalDate(text) else { throw Refusal(.dateFormat, column: "on") }
    return day
  }
}
