public import Register

/// The last entry of the audit log, which stands for all before it.
public struct AuditTip: Hashable, Sendable {
  /// The number of the entry, 0 for an empty log.
  public let number: EntryNumber

  /// The hash of the entry, 32 bytes.
  public let hash: [UInt8]

  /// What the first entry follows.
  static let empty = AuditTip(number: 0, hash: [UInt8](repeating: 0, count: Digest.length))

  /// The tip after one more entry, chained by SHA-256 over the fields in the order below.
  ///
  /// `Digest` tells the bytes of a field. The personal words count only through their salted digest, so that
  /// they can be destroyed while the chain still verifies.
  func followed(by entry: AuditEntry, personalDigest: [UInt8]?) -> AuditTip {
    var digest = Digest("trygghetsregister audit entry 1")
    let next = number &+ 1
    digest.add(next)
    digest.add(entry.at.seconds)
    digest.add(entry.actor)
    digest.add(entry.role)
    digest.add(entry.act)
    digest.add(entry.outcome.rawValue)
    digest.add(entry.subject)
    digest.add(entry.detail)
    digest.add(entry.rowsDigest)
    digest.add(personalDigest)
    digest.add(hash)
    return AuditTip(number: next, hash: digest.value())
  }
}

extension AuditEntry.Personal {
  static let saltLength = 32

  /// The digest that stands in the chain; without the salt nobody can guess the person from it.
  func digest(salt: [UInt8]) -> [UInt8] {
    var digest = Digest("trygghetsregister audit personal 1")
    digest.add(salt)
    digest.add(person?.value)
    digest.add(value)
    return digest.value()
  }
}
