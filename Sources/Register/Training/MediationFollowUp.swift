public import Identity

/// How many mediations a mediator held in a month, as counts alone; parties and content are never stored.
public struct MediationCount: Hashable, Sendable {
  /// The first day of the month.
  public let month: LocalDate
  /// The mediations held.
  public let mediations: Int
  /// Those that led to an agreement.
  public let agreements: Int

  /// Counts a month.
  ///
  /// - Throws: `NUMBER_FORMAT` for a count below 0, `AGREEMENTS_EXCEED`.
  public init(month: LocalDate, mediations: Int, agreements: Int) throws(Refusal) {
    guard mediations >= 0 else { throw Refusal(.numberFormat, column: "mediations") }
    guard agreements >= 0 else { throw Refusal(.numberFormat, column: "agreements") }
    guard agreements <= mediations else {
      throw Refusal(.agreementsExceed, ["mediations": .count(mediations)], column: "agreements")
    }
    self.month = month.firstDayOfMonth
    self.mediations = mediations
    self.agreements = agreements
  }
}

/// A mediator's practice beside the goals of the reform (analysis, lines 283 and 284).
public struct MediationFollowUp: Hashable, Sendable {
  /// Calendar months since the certificate, or nothing without one.
  public let experienceMonths: Int?
  /// The counts, a row for each month that has one, the earliest first.
  public let counts: [MediationCount]
  /// The mediations a month that are aimed at.
  public let goal: ClosedRange<Int>
  /// The share of agreements that is to be exceeded.
  public let agreementGoal: Fraction

  /// Puts counts beside the goals in force on a day.
  public init(
    _ counts: [MediationCount], certificates: [HeldCertificate], by parameters: Parameters, on day: LocalDate
  ) throws(Refusal) {
    self.counts = counts
    let held = certificates.filter { $0.valid.contains(day) }.map(\.issuedOn).min()
    experienceMonths = held.map { issued in
      (1...).prefix { issued.adding(months: $0) <= day }.last ?? 0
    }
    let low = try parameters.value(of: .mediationGoalLow, on: day)
    goal = low...max(low, try parameters.value(of: .mediationGoalHigh, on: day))
    agreementGoal = try parameters.value(of: .agreementGoal, on: day)
  }

  /// All mediations.
  public var mediations: Int { counts.reduce(0) { $0 + $1.mediations } }

  /// All agreements.
  public var agreements: Int { counts.reduce(0) { $0 + $1.agreements } }

  /// Whether more than the share aimed at led to an agreement, or nothing without a mediation (decision C-33).
  public var meetsAgreementGoal: Bool? {
    mediations == 0
      ? nil : agreements * agreementGoal.denominator > mediations * agreementGoal.numerator
  }
}

extension LocalDate {
  /// The first day of the day's month.
  fileprivate var firstDayOfMonth: LocalDate { adding(days: 1 - components.day) }
}
