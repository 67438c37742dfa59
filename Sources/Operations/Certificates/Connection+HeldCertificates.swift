import Identity
import Register
import Store

extension Connection {
  /// A person's certificates of a programme, as the rules of entry and supervision ask for them (decision C-92).
  func heldCertificates(of person: PersonID, in programme: Programme) throws -> [HeldCertificate] {
    try certificates(of: person, in: programme).filter { $0.successor == nil }.map(\.held)
  }
}

extension CertificateRecord {
  /// The days on which it counts; a correction counts from the day of the certificate that it corrects.
  fileprivate var held: HeldCertificate {
    let revokedFrom = revocation.map { $0.isFromBeginning ? heldSince : $0.from }
    let lastDays = [revokedFrom?.adding(days: -1), validTo].compactMap(\.self)
    return HeldCertificate(
      issuedOn: heldSince, valid: DaySet(DayRange(heldSince, through: lastDays.min())),
      revoked: DaySet(revokedFrom.flatMap { DayRange($0, through: nil) }))
  }
}
