public import Identity

/// Who may be enrolled in a programme (decisions C-30 and C-39).
public enum EnrolmentRule {
  /// Tests a participant's facts against what the plan and the parameters of the first day demand.
  ///
  /// - Parameter certificates: The participant's certificates of a programme.
  /// - Throws: `EMPLOYER_POLICE`, `EMPLOYER_FOUNDATION`, `FULL_TIME_SHARE`, `DAY_IN_FUTURE`,
  ///   `PROFESSION_UNVERIFIED`, `ENTRY_REQUIREMENTS`.
  /// - Returns: What is to be known of the enrolment though it is accepted.
  public static func check(
    _ facts: EnrolmentFacts, startedOn day: LocalDate, by plan: TrainingPlan, _ parameters: Parameters,
    on today: LocalDate, certificates: (Programme) throws -> [HeldCertificate]
  ) throws -> [Refusal] {
    try checkDays(facts, on: today)
    if let share = facts.fullTimeShare, share.numerator == 0 || share.numerator > share.denominator {
      throw Refusal(.fullTimeShare, column: "fte")
    }
    if let entry = plan.entry {
      try checkEntry(facts, startedOn: day, by: entry, parameters, certificates: certificates)
    }
    return try facts.employer.map { employer throws(Refusal) in
      try check(Employer(employer), foundationAllowed: parameters.value(of: .foundationAllowed, on: day))
    } ?? []
  }

  private static func checkDays(_ facts: EnrolmentFacts, on today: LocalDate) throws(Refusal) {
    for (day, column) in [
      (facts.professionVerifiedOn, "profession_verified_on"),
      (facts.referencesCheckedOn, "references_checked_on"),
      (facts.backgroundCheckedOn, "background_checked_on"),
    ] {
      if let day, day > today { throw Refusal(.dayInFuture, ["day": .day(day)], column: column) }
    }
  }

  /// Route A, a certificate held for some months, or route B, a verified profession.
  private static func checkEntry(
    _ facts: EnrolmentFacts, startedOn day: LocalDate, by entry: TrainingPlan.Entry,
    _ parameters: Parameters, certificates: (Programme) throws -> [HeldCertificate]
  ) throws {
    let admitted = try parameters.words(of: entry.conditions, on: day)
    let months = try parameters.number(of: entry.months, on: day)
    for programme in admitted.compactMap(Programme.init(rawValue:)) {
      if try certificates(programme).contains(where: { $0.isHeld(on: day, months: months) }) { return }
    }
    guard let profession = facts.profession, admitted.contains(profession.rawValue) else {
      throw Refusal(.entryRequirements, ["months": .count(months)], column: "programme")
    }
    guard let verified = facts.professionVerifiedOn, verified <= day else {
      throw Refusal(.professionUnverified, ["day": .day(day)], column: "profession_verified_on")
    }
  }

  private static func check(_ employer: Employer, foundationAllowed: Bool) throws(Refusal) -> [Refusal] {
    if employer.isPolice { throw Refusal(.employerPolice, column: "employer") }
    if employer.isFoundation, !foundationAllowed { throw Refusal(.employerFoundation, column: "employer") }
    return employer.isSafetyCentre ? [Refusal(.employerCentre, column: "employer")] : []
  }
}

/// What the rules need to know of an employer, read from its name.
///
/// The register holds no kind of employer; a mediator is employed by a municipality, an association, a cooperative or
/// a foundation, and never by the police (decision C-39). Metropolis and Minneapolis are cities.
struct Employer {
  let isPolice: Bool
  let isFoundation: Bool
  let isSafetyCentre: Bool

  init(_ name: String) {
    let words = name.lowercased().split { !$0.isLetter }
    isPolice = words.contains { $0.contains("polis") && !$0.hasSuffix("opolis") && !$0.hasSuffix("apolis") }
    isFoundation = words.contains { $0.contains("stiftelse") }
    isSafetyCentre = words.contains { $0.hasPrefix("trygghetscent") }
  }
}

extension Parameters {
  /// The words of a list that a plan names by its key.
  func words(of key: String, on day: LocalDate) throws(Refusal) -> [String] {
    if case .list(let words) = try dated(key, on: day).value { words } else { [] }
  }

  /// The number that a plan names by its key; 0 where the law data says none.
  func number(of key: String, on day: LocalDate) throws(Refusal) -> Int {
    try optionalNumber(of: key, on: day) ?? 0
  }

  /// The limit that a plan names by its key, or nothing where the law data says none.
  func optionalNumber(of key: String, on day: LocalDate) throws(Refusal) -> Int? {
    if case .integer(let number) = try dated(key, on: day).value { number } else { nil }
  }
}
