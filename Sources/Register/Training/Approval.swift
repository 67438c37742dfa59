public import Identity

/// The days on which an approval of a provider or a trainer for a programme is valid.
public struct Approval: Hashable, Sendable {
  /// The programme's code.
  public let programme: String
  /// The first day.
  public let validFrom: LocalDate
  /// The last day, or nothing while it is open.
  public let validTo: LocalDate?

  /// Dates an approval.
  public init(programme: String, validFrom: LocalDate, validTo: LocalDate?) {
    self.programme = programme
    self.validFrom = validFrom
    self.validTo = validTo
  }

  /// Tells whether the approval is valid on a day.
  public func contains(_ day: LocalDate) -> Bool {
    validFrom <= day && (validTo.map { day <= $0 } ?? true)
  }
}
