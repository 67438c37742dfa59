public import Identity

/// A certificate as the rules of training ask for it: since when, and on which days it counts.
public struct HeldCertificate: Hashable, Sendable {
  /// The day of issue, from which months are counted (decision C-92).
  public let issuedOn: LocalDate
  /// The days on which it is valid.
  public let valid: DaySet
  /// The days on which it is revoked; the day of revocation is one of them.
  public let revoked: DaySet

  /// Describes a certificate.
  public init(issuedOn: LocalDate, valid: DaySet, revoked: DaySet) {
    self.issuedOn = issuedOn
    self.valid = valid
    self.revoked = revoked
  }

  /// Tells whether it is valid on a day and was issued at least so many months before.
  ///
  /// Calendar months from the day of issue, clamped, the last day inside (decision C-92).
  public func isHeld(on day: LocalDate, months: Int) -> Bool {
    valid.contains(day) && issuedOn.adding(months: months) <= day
  }
}
