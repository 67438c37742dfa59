import Identity

extension BenefitRule {
  /// The conditions of an outcome in the order of decision C-72, those met included.
  ///
  /// A condition that cannot matter to the person is left out: the estate of the living, a cap that is not set. The
  /// outcome is the one that `outcomes(in:)` gave the member, since only it knows the household.
  public func reasons(
    for outcome: BenefitOutcome, of position: Int, in facts: YearFacts
  ) -> [DecisionReason] {
    let member = facts.members[position]
    return [
      ringReason(outcome, facts.rings),
      ageReason(outcome, member),
      estateReason(member),
      trainingReason(outcome, member),
      occasionsReason(outcome),
      thresholdReason(outcome),
      householdReason(outcome),
      lockReason(outcome),
      attestationReason(outcome),
      identityReason(outcome, member),
    ].compactMap { $0 }
  }

  private func ringReason(_ outcome: BenefitOutcome, _ rings: [RingYear]) -> DecisionReason {
    let ring = rings.indices.contains(outcome.ring) ? rings[outcome.ring] : nil
    var facts: [String: Fact] = [:]
    facts["ring"] = (ring?.number).map { .text($0.description) }
    facts["registeredOn"] = (ring?.registration).map { .day($0.first) }
    facts["deregisteredOn"] = (ring?.registration).flatMap { $0.isOpen ? nil : .day($0.last) }
    facts["first"] = outcome.window.map { .day($0.first) }
    facts["last"] = outcome.window.map { .day($0.last) }
    return reason(.ring, facts, unless: outcome.unmet.contains(.ringNotRegistered))
  }

  private func ageReason(_ outcome: BenefitOutcome, _ member: MemberFacts) -> DecisionReason {
    var facts = parameters.minimumAge.facts(.count(parameters.minimumAge.value))
    facts["judgedOn"] = .day(lastDay(of: member))
    facts["reachedOn"] = ageReached(by: member).map { .day($0) }
    // Age alone is final before the lock.
    let state: DecisionReason.State =
      if member.birthDate == nil { .waits } else if isUnderAge(member) { .fails } else { .holds }
    return DecisionReason(rule: .age, state: state, facts: facts)
  }

  private func estateReason(_ member: MemberFacts) -> DecisionReason? {
    guard let died = dayOfDeath(of: member) else { return nil }
    var facts = parameters.estateEligible.facts(.code(String(parameters.estateEligible.value)))
    facts["deceasedOn"] = .day(died)
    return DecisionReason(
      rule: .estate, state: parameters.estateEligible.value ? .holds : .fails, facts: facts)
  }

  private func trainingReason(_ outcome: BenefitOutcome, _ member: MemberFacts) -> DecisionReason {
    var facts = parameters.trainingOrder.facts(.code(parameters.trainingOrder.value.rawValue))
    facts["completedOn"] = member.training.first.map { .day($0.first) }
    facts["validThrough"] = member.training.last.flatMap { $0.isOpen ? nil : .day($0.last) }
    let fails = isLocked ? outcome.unmet.contains(.untrained) : !wasTrained(member)
    return reason(.training, facts, unless: fails)
  }

  private func occasionsReason(_ outcome: BenefitOutcome) -> DecisionReason {
    var facts = parameters.minimumOccasions.facts(.count(floor))
    facts["counted"] = .count(outcome.count.counted)
    return reason(.occasions, facts, unless: !result(of: outcome.tally).meetsFloor)
  }

  /// The arithmetic in integers, such as 4 · 8 = 32 < 3 · 12 = 36.
  private func thresholdReason(_ outcome: BenefitOutcome) -> DecisionReason? {
    let (threshold, count) = (parameters.threshold.value, outcome.count)
    let isTested = parameters.basis.value == .pooled || result(of: outcome.tally).meetsFloor
    guard isTested, count.counted > 0 else { return nil }
    var facts = parameters.threshold.facts(.fraction(threshold))
    facts["basis"] = .code(parameters.basis.value.rawValue)
    facts["attended"] = .count(count.attended)
    facts["counted"] = .count(count.counted)
    facts["percent"] = .text(count.percent)
    facts["numerator"] = .count(threshold.numerator)
    facts["denominator"] = .count(threshold.denominator)
    facts["left"] = .count(threshold.denominator * count.attended)
    facts["right"] = .count(threshold.numerator * count.counted)
    if parameters.basis.value == .either {
      facts["meetingsAttended"] = .count(outcome.tally.meetings.attended)
      facts["meetingsCounted"] = .count(outcome.tally.meetings.counted)
      facts["activitiesAttended"] = .count(outcome.tally.activities.attended)
      facts["activitiesCounted"] = .count(outcome.tally.activities.counted)
    }
    guard isLocked, !outcome.unmet.contains(.unattested) else {
      return DecisionReason(rule: .threshold, state: .waits, facts: facts)
    }
    return reason(.threshold, facts, unless: outcome.unmet.contains(.belowThreshold))
  }

  private func householdReason(_ outcome: BenefitOutcome) -> DecisionReason? {
    guard let cap = parameters.householdCap.value, let place = outcome.household else { return nil }
    var facts = parameters.householdCap.facts(.count(cap))
    facts["ahead"] = .count(place.certain)
    facts["waitingAhead"] = .count(place.waiting)
    facts["joinedOn"] = outcome.joinedOn.map { .day($0) }
    let state: DecisionReason.State =
      if place.certain >= cap { .fails } else if place.certain + place.waiting >= cap { .waits } else {
        .holds
      }
    return DecisionReason(rule: .household, state: state, facts: facts)
  }

  private func lockReason(_ outcome: BenefitOutcome) -> DecisionReason? {
    guard let prospect = outcome.prospect else { return nil }
    var facts = parameters.lockDate.facts(.day(parameters.lock))
    facts["upcoming"] = .count(prospect.upcoming)
    facts["reachable"] = .code(String(prospect.isReachable))
    facts["needed"] = prospect.needed.map { .count($0) }
    return DecisionReason(rule: .lock, state: .waits, facts: facts)
  }

  private func attestationReason(_ outcome: BenefitOutcome) -> DecisionReason? {
    guard outcome.unattested > 0 else { return nil }
    let attested = AttendanceCount(
      attended: outcome.count.attended + outcome.unattested, counted: outcome.count.counted)
    let state: DecisionReason.State =
      if !isLocked || outcome.unmet.contains(.unattested) {
        .waits
      } else if outcome.unmet.contains(.belowThreshold) && attested.reaches(parameters.threshold.value) {
        .fails
      } else {
        .holds
      }
    return DecisionReason(
      rule: .attestation, state: state, facts: ["unattested": .count(outcome.unattested)])
  }

  private func identityReason(_ outcome: BenefitOutcome, _ member: MemberFacts) -> DecisionReason? {
    guard member.number.kind == .coordinationNumber || member.birthDate == nil else { return nil }
    var facts = parameters.coordinationLevel.facts(.code(parameters.coordinationLevel.value.rawValue))
    facts["level"] = member.identityLevel.map { .code($0.rawValue) }
    facts["birthDateKnown"] = .code(String(member.birthDate != nil))
    facts["levelReached"] = .code(String(reachesLevel(member)))
    let state: DecisionReason.State =
      if isIdentityProven(member) {
        .holds
      } else if outcome.verdict == .refused && outcome.reason == .identityUnproven {
        .fails
      } else {
        .waits
      }
    return DecisionReason(rule: .identity, state: state, facts: facts)
  }

  /// A condition not met waits before the lock and fails after it.
  private func reason(_ rule: DecisionReason.Rule, _ facts: [String: Fact], unless unmet: Bool)
    -> DecisionReason
  {
    DecisionReason(rule: rule, state: unmet ? (isLocked ? .fails : .waits) : .holds, facts: facts)
  }
}
