/// How one occasion counts for one member.
public enum OccasionTreatment: String, CaseIterable, Sendable {
  // Counted
  case attended
  case missed
  /// Present as contact person, and no other member has attested it (decision C-64).
  case unattested

  // On neither side
  case cancelled
  case shortNotice
  case notCalled
  case beforeTraining
  case excused
  /// On the day of death and not recorded as present (decision C-70).
  case dayOfDeath
  /// Outside the membership, the registration or the year.
  case outsideMembership
  /// In a ring that is not the one judged.
  case otherRing
  /// Called, and not yet begun.
  case upcoming
}

/// One occasion with how it counts for one member, for the member's own page and a refusal's grounds.
public struct OccasionJudgement: Hashable, Sendable {
  /// The ring.
  public let ring: RingNumber

  /// The occasion.
  public let occasion: OccasionFacts

  /// How it counts.
  public let treatment: OccasionTreatment
}

/// An unbroken stretch of qualifying days in one ring.
public struct QualifyingWindow: Hashable, Sendable {
  /// The ring.
  public let ring: RingNumber

  /// The days.
  public let days: DayRange
}
