extension ParameterDefinition {
  /// Every parameter that the law data may hold, and must hold a value of.
  public static let known: [ParameterDefinition] = readByRules + readByLaterWork

  private static let readByRules: [ParameterDefinition] = [
    Parameter.benefitKind.definition, Parameter.benefitAmount.definition, Parameter.minimumAge.definition,
    Parameter.maximumPerPerson.definition, Parameter.householdCap.definition,
    Parameter.estateEligible.definition, Parameter.attendanceThreshold.definition,
    Parameter.attendanceBasis.definition, Parameter.minimumOccasions.definition,
    Parameter.minimumNotice.definition, Parameter.excusedAbsence.definition, Parameter.lockDate.definition,
    Parameter.lateRecordingDays.definition, Parameter.communicationDays.definition,
    Parameter.trainingMinutes.definition, Parameter.trainingBlocks.definition,
    Parameter.trainingOrder.definition, Parameter.trainingValidityMonths.definition,
    Parameter.trainingSpanDays.definition, Parameter.minimumInterested.definition,
    Parameter.sizeMinimum.definition, Parameter.sizeMaximum.definition, Parameter.activeShare.definition,
    Parameter.venueRequired.definition, Parameter.trainedAtRegistration.definition,
    Parameter.startGrant.definition, Parameter.regrantMonths.definition, Parameter.regrantShare.definition,
    Parameter.policeVisitsPerQuarter.definition, Parameter.contactVacancyDays.definition,
    Parameter.multipleMembership.definition, Parameter.coordinationLevel.definition,
    Parameter.admissionRule.definition, Parameter.exportMinimum.definition,
  ]

  // Values of table C5 that stand in the law data for the drafts, the memoranda and the training programmes.
  private static let readByLaterWork: [ParameterDefinition] = [
    integer("plan.SM.nominal_weeks"), list("plan.RJ.entry"), integer("plan.RJ.entry_months"),
    integer("supervisor.max_mediators"), integer("supervisor.experience_months"),
    ParameterDefinition(key: "supervisor.grandfather_until", type: .date, mayBeNone: false),
    optional("practice.max_span_weeks"), integer("prior_learning.max_hours"),
    optional("certificate.validity_months"), integer("rj.theft_max_kr"), integer("rj.damage_max_kr"),
    integer("rj.victim_min_age"), list("rj.followup_months"), list("sm.followup"), integer("tb.base_kr"),
    integer("tb.targeted_kr"), integer("tb.vote_age"), integer("tb.vote_age_consent"),
    integer("tb.projects_min"), integer("tb.projects_max"), list("tb.board_shares"),
    ParameterDefinition(key: "tc.police_share_max", type: .fraction, mayBeNone: false),
    ParameterDefinition(key: "tc.reception_area_max", type: .fraction, mayBeNone: false),
    ParameterDefinition(key: "employer.foundation_allowed", type: .boolean, mayBeNone: false),
    ParameterDefinition(key: "benefit.income_neutral_text", type: .list, mayBeNone: true),
    integer("law.lead_months"),
  ]

  private static func integer(_ key: String) -> ParameterDefinition {
    ParameterDefinition(key: key, type: .integer, mayBeNone: false)
  }

  private static func optional(_ key: String) -> ParameterDefinition {
    ParameterDefinition(key: key, type: .integer, mayBeNone: true)
  }

  private static func list(_ key: String) -> ParameterDefinition {
    ParameterDefinition(key: key, type: .list, mayBeNone: false)
  }
}
