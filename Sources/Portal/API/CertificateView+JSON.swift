public import CommandLine
public import Identity
public import Operations
public import Register

// A certificate and what it is worth, for the command and the interface alike.
extension CertificateView {
  /// The certificate with its standing on a day.
  public func members(on day: LocalDate) -> [JSON.Member] {
    [
      .init("number", .string("\(certificate.number)")),
      .init("programme", .string(certificate.programme.rawValue)), .init("person", .string(maskedNumber)),
      .init("personId", .integer(Int(certificate.person.value))), .init("name", .string(holder)),
      .init("issuedOn", .string("\(certificate.issuedOn)")),
      .init("completedOn", .string("\(certificate.completedOn)")),
      .init("validTo", JSON(certificate.validTo.map { "\($0)" })),
      .init("code", .string(verificationCode.text)),
    ] + standing.members(on: day)
  }
}

extension DocumentStanding {
  /// The standing as programs read it.
  public func members(on day: LocalDate) -> [JSON.Member] {
    var (successor, from): (String?, String?) = (nil, nil)
    switch self {
    case .replaced(let number): successor = number.map { "\($0)" }
    case .revoked(let day): from = "\(day)"
    case .valid, .removed, .unknown, .notYetIssued, .expired: break
    }
    return [
      .init("on", .string("\(day)")), .init("standing", .string(code)),
      .init("replacedBy", JSON(successor)), .init("revokedFrom", JSON(from)),
    ]
  }
}
