public import Identity

/// What the benefit is in law (decision C-01).
public enum BenefitKind: String, CaseIterable, Sendable {
  case taxReduction = "skattereduktion"
  case generalDeduction = "allmant_avdrag"
  case payment = "utbetalning"
}

/// Which occasions the threshold is tested on (decision C-04).
public enum AttendanceBasis: String, CaseIterable, Sendable {
  case pooled
  case either
}

/// What an excused absence does to the fraction (decision C-62).
public enum ExcusedAbsence: String, CaseIterable, Sendable {
  case keep
  case remove
}

/// Whether participation before the training counts (decision C-06).
public enum TrainingOrder: String, CaseIterable, Sendable {
  case beforeParticipation = "before_participation"
  case anyTimeInYear = "any_time_in_year"
}

/// How a person with several rings is judged (decisions C-09 and C-56).
public enum MultipleMembership: String, CaseIterable, Sendable {
  case primaryOnly = "primary_only"
  case bestRing = "best_ring"
}

/// Whether a restorative case needs an admission (decision C-35).
public enum AdmissionRule: String, CaseIterable, Sendable {
  case admitted
  case admittedOrProven = "admitted_or_proven"
}

// Table C5 of the decisions and the rows that C6 adds.

extension Parameter where Value == BenefitKind {
  /// The legal form of the benefit.
  public static var benefitKind: Parameter { choice("benefit.kind") }
}

extension Parameter where Value == AttendanceBasis {
  /// Which occasions the threshold is tested on.
  public static var attendanceBasis: Parameter { choice("attendance.basis") }
}

extension Parameter where Value == ExcusedAbsence {
  /// What an excused absence does.
  public static var excusedAbsence: Parameter { choice("attendance.excused") }
}

extension Parameter where Value == TrainingOrder {
  /// Whether participation before the training counts.
  public static var trainingOrder: Parameter { choice("training.order") }
}

extension Parameter where Value == MultipleMembership {
  /// How a person with several rings is judged.
  public static var multipleMembership: Parameter { choice("membership.multi") }
}

extension Parameter where Value == IdentityLevel {
  /// The lowest identity level of a coordination number that gives a deduction.
  public static var coordinationLevel: Parameter { choice("id.coordination_level_min") }
}

extension Parameter where Value == AdmissionRule {
  /// Whether a restorative case needs an admission.
  public static var admissionRule: Parameter { choice("rj.admission") }
}

extension Parameter where Value == MonthDay {
  /// The last day, in the year after, on which others than the registrar change attendance.
  public static var lockDate: Parameter { monthDay("attendance.lock_date") }
}

extension Parameter where Value == [String] {
  /// The blocks of the ring training.
  public static var trainingBlocks: Parameter { list("training.blocks") }
}

extension Parameter where Value == [String]? {
  /// The words that a statement may say of other benefits (decision C-23).
  public static var incomeNeutralText: Parameter { optionalList("benefit.income_neutral_text") }
}

extension Parameter where Value == Fraction {
  /// The share of counted occasions that gives the benefit.
  public static var attendanceThreshold: Parameter { fraction("attendance.threshold") }
  /// The share of interested households that must take active part.
  public static var activeShare: Parameter { fraction("ring.active_share_min") }
  /// The share of members by which a new ring is the old one.
  public static var regrantShare: Parameter { fraction("ring.regrant_share") }
  /// The share of mediations that should lead to an agreement, or rather more than it.
  public static var agreementGoal: Parameter { fraction("sm.goal_agreement_share") }
}

extension Parameter where Value == Bool {
  /// Whether the estate of a deceased member gets the benefit.
  public static var estateEligible: Parameter { boolean("benefit.dodsbo") }
  /// Whether an application must name a venue.
  public static var venueRequired: Parameter { boolean("ring.venue_required") }
  /// Whether a foundation may employ mediators.
  public static var foundationAllowed: Parameter { boolean("employer.foundation_allowed") }
}

extension Parameter where Value == LocalDate {
  /// The last day from which a decision, without a certificate, may approve a supervisor of practice.
  public static var supervisorRouteCloses: Parameter { date("supervisor.grandfather_until") }
}

extension Parameter where Value == Int {
  /// The benefit in whole kronor.
  public static var benefitAmount: Parameter { integer("benefit.amount_kr", .kronor) }
  /// The age at the end of the year that gives the benefit.
  public static var minimumAge: Parameter { integer("benefit.min_age_at_year_end", .years) }
  /// How many benefits one person may have in a year. There is one decision for a person and a year, so that 1 never binds
  /// and neither does more (decision C-09).
  public static var maximumPerPerson: Parameter { integer("benefit.max_per_person_year", minimum: 1) }
  /// The fewest counted occasions that can give the benefit.
  public static var minimumOccasions: Parameter { integer("attendance.min_counted_occasions", .occasions) }
  /// The fewest days between the call and the occasion.
  public static var minimumNotice: Parameter { integer("attendance.notice_days_min", .days) }
  /// Days after which a recorded occasion is listed as late.
  public static var lateRecordingDays: Parameter { integer("attendance.record_late_days", .days) }
  /// The minutes of the ring training.
  public static var trainingMinutes: Parameter { integer("training.minutes", .minutes) }
  /// The fewest interested households of an application.
  public static var minimumInterested: Parameter { integer("ring.min_interested_households", .households) }
  /// The lower end of the advisory size band, in households.
  public static var sizeMinimum: Parameter { integer("ring.size_min", .households) }
  /// The upper end of the advisory size band, in households.
  public static var sizeMaximum: Parameter { integer("ring.size_max", .households) }
  /// The fewest trained members of a ring to be registered, which is the contact person.
  public static var trainedAtRegistration: Parameter { integer("ring.registration.trained_min", .persons) }
  /// The start grant in whole kronor.
  public static var startGrant: Parameter { integer("ring.start_grant_kr", .kronor) }
  /// Months within which a new ring may be the old one.
  public static var regrantMonths: Parameter { integer("ring.regrant_months", .months) }
  /// The fewest visits of the contact police officer in a quarter.
  public static var policeVisitsPerQuarter: Parameter {
    integer("ring.police_contact_per_quarter_min", .occasions)
  }
  /// Days to name a new contact person.
  public static var contactVacancyDays: Parameter { integer("ring.contact_vacancy_days", .days) }
  /// Days to answer a communication.
  public static var communicationDays: Parameter { integer("communication.days_min", .days) }
  /// Months of work that make a mediator experienced.
  public static var supervisorExperienceMonths: Parameter {
    integer("supervisor.experience_months", .months)
  }
  /// The advised number of mediators under one supervisor.
  public static var supervisorMediators: Parameter { integer("supervisor.max_mediators", .persons) }
  /// The hours of another training that may count in all.
  public static var priorLearningHours: Parameter { integer("prior_learning.max_hours", .hours) }
  /// The least mediations of a mediator in a month that are aimed at.
  public static var mediationGoalLow: Parameter { integer("sm.goal_mediations_min") }
  /// The most mediations of a mediator in a month that are aimed at.
  public static var mediationGoalHigh: Parameter { integer("sm.goal_mediations_max") }
  /// The smallest count that an export shows.
  public static var exportMinimum: Parameter { integer("export.k_min", .persons) }
}

extension Parameter where Value == Int? {
  /// How many persons of one household may have the benefit.
  public static var householdCap: Parameter {
    optionalInteger("benefit.max_claimants_per_household", .persons)
  }
  /// Months that the ring training is valid.
  public static var trainingValidityMonths: Parameter { optionalInteger("training.validity_months", .months) }
  /// Months that a certificate is valid.
  public static var certificateValidityMonths: Parameter {
    optionalInteger("certificate.validity_months", .months)
  }
  /// Days within which a split training must be completed.
  public static var trainingSpanDays: Parameter { optionalInteger("training.max_span_days", .days) }
}
