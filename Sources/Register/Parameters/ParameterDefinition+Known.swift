extension ParameterDefinition {
  /// Every parameter that the law data may hold, and must hold a value of.
  public static let known: [ParameterDefinition] = readByRules + readByLaterWork

  private static let readByRules: [ParameterDefinition] = [
    Parameter.benefitKind.definition, Parameter.benefitAmount.definition, Parameter.minimumAge.definition,
    Parameter.maximumPerPerson.definition, Parameter.incomeNeutralText.definition,
    Parameter.householdCap.definition,
    Parameter.estateEligible.definition, Parameter.attendanceThreshold.definition,
    Parameter.attendanceBasis.definition, Parameter.minimumOccasions.definition,
    Parameter.minimumNotice.definition, Parameter.excusedAbsence.definition, Parameter.lockDate.definition,
    Parameter.lateRecordingDays.definition, Parameter.communicationDays.definition,
    Parameter.trainingMinutes.definition, Parameter.trainingBlocks.definition,
    Parameter.trainingOrder.definition, Parameter.trainingValidityMonths.definition,
    Parameter.trainingSpanDays.definition, Parameter.certificateValidityMonths.definition,
    Parameter.minimumInterested.definition,
    Parameter.sizeMinimum.definition, Parameter.sizeMaximum.definition, Parameter.activeShare.definition,
    Parameter.venueRequired.definition, Parameter.trainedAtRegistration.definition,
    Parameter.startGrant.definition, Parameter.regrantMonths.definition, Parameter.regrantShare.definition,
    Parameter.policeVisitsPerQuarter.definition, Parameter.contactVacancyDays.definition,
    Parameter.multipleMembership.definition, Parameter.coordinationLevel.definition,
    Parameter.admissionRule.definition, Parameter.exportMinimum.definition,
    Parameter.foundationAllowed.definition, Parameter.supervisorRouteCloses.definition,
    Parameter.supervisorExperienceMonths.definition, Parameter.supervisorMediators.definition,
    Parameter.priorLearningHours.definition, Parameter.mediationGoalLow.definition,
    Parameter.mediationGoalHigh.definition, Parameter.agreementGoal.definition,
  ]

  // Values of table C5 that the plans of the programmes name, and that the drafts and the memoranda read.
  private static let readByLaterWork: [ParameterDefinition] = [
    integer("plan.SM.nominal_weeks", .weeks), list("plan.RJ.entry"),
    integer("plan.RJ.entry_months", .months), optional("practice.max_span_weeks", .weeks),
    integer("rj.theft_max_kr", .kronor),
    integer("rj.damage_max_kr", .kronor), integer("rj.victim_min_age", .years),
    list("rj.followup_months", .months), list("sm.followup"), integer("tb.base_kr", .kronor),
    integer("tb.targeted_kr", .kronor), integer("tb.vote_age", .years),
    integer("tb.vote_age_consent", .years), integer("tb.projects_min"), integer("tb.projects_max"),
    list("tb.board_shares", .percent),
    ParameterDefinition(key: "tc.police_share_max", type: .fraction),
    ParameterDefinition(key: "tc.reception_area_max", type: .fraction),
    integer("law.lead_months", .months),
  ]

  private static func integer(_ key: String, _ unit: ParameterUnit? = nil) -> ParameterDefinition {
    ParameterDefinition(key: key, type: .integer, unit: unit)
  }

  private static func optional(_ key: String, _ unit: ParameterUnit) -> ParameterDefinition {
    ParameterDefinition(key: key, type: .integer, mayBeNone: true, unit: unit)
  }

  private static func list(_ key: String, _ unit: ParameterUnit? = nil) -> ParameterDefinition {
    ParameterDefinition(key: key, type: .list, unit: unit)
  }
}
