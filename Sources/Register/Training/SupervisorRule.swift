public import Identity

/// Who may be approved as a supervisor (decisions C-28 and C-92).
public enum SupervisorRule {
  /// Tests an approval that is about to be given.
  ///
  /// For practice it rests on a certificate as mediator held for some months, or on a decision of a medlingscentral
  /// named as its basis, and that route closes on a day. The support at work may be somebody else, a psychologist say.
  ///
  /// - Throws: `VALID_TO_BEFORE_FROM`, `SUPERVISOR_BASIS`, `SUPERVISOR_ROUTE_CLOSED`, `SUPERVISOR_SUSPENDED`.
  public static func check(
    _ approval: SupervisorApproval, holding certificates: [HeldCertificate], by parameters: Parameters,
    on today: LocalDate
  ) throws(Refusal) {
    let day = approval.validFrom
    if let last = approval.validTo, last < day {
      throw Refusal(.validToBeforeFrom, ["from": .day(day)], column: "valid_to")
    }
    guard approval.kind == .practice else { return }
    if certificates.contains(where: { $0.revoked.contains(day) }) {
      throw Refusal(.supervisorSuspended, ["day": .day(day)], column: "valid_from")
    }
    guard approval.basis == nil else {
      let closes = try parameters.value(of: .supervisorRouteCloses, on: max(day, today))
      guard day <= closes else {
        throw Refusal(.supervisorRouteClosed, ["last": .day(closes)], column: "valid_from")
      }
      return
    }
    let months = try parameters.value(of: .supervisorExperienceMonths, on: max(day, today))
    guard certificates.contains(where: { $0.isHeld(on: day, months: months) }) else {
      throw Refusal(.supervisorBasis, ["months": .count(months)], column: "basis")
    }
  }
}
