public import Identity

/// The values by which one income year is decided: those in force on its 1 January (decision C-49).
public struct BenefitParameters: Hashable, Sendable {
  /// The income year.
  public let year: Int

  /// What the benefit is in law, which changes no outcome and no amount.
  public let kind: InForce<BenefitKind>

  /// The benefit in whole kronor.
  public let amount: InForce<Int>

  /// The age at the end of the year, or on the day of death.
  public let minimumAge: InForce<Int>

  /// Whether the estate of a deceased member gets the benefit.
  public let estateEligible: InForce<Bool>

  /// How many persons of one household may have the benefit.
  public let householdCap: InForce<Int?>

  /// The share of counted occasions that must be attended, itself included.
  public let threshold: InForce<Fraction>

  /// Which occasions the threshold is tested on.
  public let basis: InForce<AttendanceBasis>

  /// The fewest counted occasions.
  public let minimumOccasions: InForce<Int>

  /// The fewest days between the call and the occasion.
  public let minimumNotice: InForce<Int>

  /// What an excused absence does to the fraction.
  public let excused: InForce<ExcusedAbsence>

  /// Whether participation before the training counts.
  public let trainingOrder: InForce<TrainingOrder>

  /// How a person with several rings is judged.
  public let multipleMembership: InForce<MultipleMembership>

  /// The lowest identity level of a holder of a coordination number.
  public let coordinationLevel: InForce<IdentityLevel>

  /// The last day, in the year after, on which others than the registrar change attendance.
  public let lockDate: InForce<MonthDay>

  /// Takes the values of a year out of the law data.
  ///
  /// - Throws: `PARAMETER_NOT_IN_FORCE` for a year before the register act.
  public init(year: Int, in parameters: Parameters) throws(Refusal) {
    let day = LocalDate.firstDay(of: year)
    self.year = year
    self.kind = try parameters.inForce(.benefitKind, on: day)
    self.amount = try parameters.inForce(.benefitAmount, on: day)
    self.minimumAge = try parameters.inForce(.minimumAge, on: day)
    self.estateEligible = try parameters.inForce(.estateEligible, on: day)
    self.householdCap = try parameters.inForce(.householdCap, on: day)
    self.threshold = try parameters.inForce(.attendanceThreshold, on: day)
    self.basis = try parameters.inForce(.attendanceBasis, on: day)
    self.minimumOccasions = try parameters.inForce(.minimumOccasions, on: day)
    self.minimumNotice = try parameters.inForce(.minimumNotice, on: day)
    self.excused = try parameters.inForce(.excusedAbsence, on: day)
    self.trainingOrder = try parameters.inForce(.trainingOrder, on: day)
    self.multipleMembership = try parameters.inForce(.multipleMembership, on: day)
    self.coordinationLevel = try parameters.inForce(.coordinationLevel, on: day)
    self.lockDate = try parameters.inForce(.lockDate, on: day)
  }

  /// The last day on which attendance may still be reported by the ring; it never moves (decision C-48).
  public var lock: LocalDate { lockDate.value.day(in: year + 1) }

  /// The first day from which all these values apply together.
  public var from: LocalDate {
    [
      kind.from, amount.from, minimumAge.from, estateEligible.from, householdCap.from, threshold.from,
      basis.from,
      minimumOccasions.from, minimumNotice.from, excused.from, trainingOrder.from, multipleMembership.from,
      coordinationLevel.from, lockDate.from,
    ].reduce(amount.from, max)
  }
}

extension BenefitParameters {
  /// Refuses to tell of another benefit as if it were a tax reduction.
  ///
  /// Letters, statements and the control file cite chapter 67 of the income tax act, which has no other (decision C-01).
  ///
  /// - Throws: `PARAMETER_UNSUPPORTED`.
  public func checkIsTaxReduction() throws(Refusal) {
    guard kind.value != .taxReduction else { return }
    throw Refusal(
      .parameterUnsupported,
      [
        "parameter": .text(kind.key), "value": .text(kind.value.rawValue),
        "supported": .text(BenefitKind.taxReduction.rawValue),
      ])
  }
}
