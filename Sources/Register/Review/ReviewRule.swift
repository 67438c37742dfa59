public import Identity

/// Whether a decision on an income year may be changed on a day, and as which act (66 kap. skatteförfarandelagen).
///
/// Whether a change would be obviously unreasonable (28 § 2) is for the officer to judge.
public struct ReviewRule: Hashable, Sendable {
  /// The last days.
  public let times: ReviewTimes

  /// The day on which the decision would be made.
  public private(set) var day: LocalDate

  /// The day on which the member's request came in, or nothing when the authority acts by itself.
  public var requestedOn: LocalDate?

  /// The ground of 27 § that the officer names.
  public var ground: LateDetrimentGround?

  /// The day on which the estate inventory of a dead member was filed.
  public var inventoryFiled: LocalDate?

  /// Whether this year's decision has been changed on a ground of 27 § before.
  public var hasLateDetriment = false

  /// Asks about a decision on an income year, to be changed on a day.
  public init(year: Int, on day: LocalDate) {
    self.times = ReviewTimes(year: year)
    self.day = day
  }

  /// Takes it that the decision is made when the time for an answer is over, if a ground is there for so late a decision.
  ///
  /// What may then be decided only on its ground is communicated with it. Without a ground it is taken that the answer
  /// comes within the two years.
  public mutating func waitForAnswer(through last: LocalDate) {
    guard ground != nil, day <= times.lastDetriment, last >= times.lastDetriment else { return }
    day = times.lastDetriment.adding(days: 1)
  }

  /// Whether the officer names a ground that a letter did not, and that the decision will rest on.
  public func needsNewLetter(after told: LateDetrimentGround?) -> Bool {
    guard let ground, ground != told else { return false }
    return day > times.lastDetriment
  }

  /// The act as which a change is possible; to detriment it becomes another one after two years.
  ///
  /// By itself the authority changes to advantage without limit, as long as the facts are kept (decision C-100).
  ///
  /// - Throws: `REQUEST_TOO_LATE`, `DETRIMENT_TOO_LATE` without a ground or after the last day,
  ///   `DETRIMENT_TWICE` in the same question.
  public func act(for change: DecisionChange) throws(Refusal) -> DecisionChange {
    switch change {
    case .advantage, .neutral:
      if let requestedOn, requestedOn > times.lastRequest {
        throw Refusal(.requestTooLate, ["day": .day(times.lastRequest)], column: "requested-on")
      }
      return change
    case .detriment, .lateDetriment:
      return try detriment()
    case .duplicate:
      return change
    }
  }

  private func detriment() throws(Refusal) -> DecisionChange {
    if day <= times.lastDetriment { return .detriment }
    guard ground != nil else {
      throw Refusal(.detrimentTooLate, ["day": .day(times.lastDetriment)], column: "ground")
    }
    guard !hasLateDetriment else { throw Refusal(.detrimentTwice) }
    let last = times.lastLateDetriment(inventoryFiled: inventoryFiled)
    guard day <= last else { throw Refusal(.detrimentTooLate, ["day": .day(last)]) }
    return .lateDetriment
  }
}
