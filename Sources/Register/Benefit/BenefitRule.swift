import Identity

/// The yearly decision on participation, from facts to an outcome (17 § of the proposed register act).
///
/// The same facts give the same outcome in any order of rows. Everything is whole days and integers.
public struct BenefitRule: Sendable {
  /// The values of the income year.
  public let parameters: BenefitParameters

  /// The moment as of which the facts are judged.
  public let asOf: Moment

  /// Whether the lock has passed, so that the facts are final but for the registrar (decision C-78).
  public let isLocked: Bool

  /// Against whom a missing fact counts, as when an officer decides what has waited (decision C-77).
  ///
  /// The others of a household are not decided with the person: who still waits keeps the place (decision C-58).
  public var waitingNoLonger: Set<PersonID>

  /// Prepares the rule of a year.
  public init(_ parameters: BenefitParameters, asOf: Moment, waitingNoLonger: Set<PersonID> = []) {
    self.parameters = parameters
    self.asOf = asOf
    self.isLocked = asOf.day > parameters.lock
    self.waitingNoLonger = waitingNoLonger
  }

  /// The outcome of every member, the household cap applied, by the position of the member.
  ///
  /// Those are decisions of the ring whose `BenefitOutcome.ring` is 0, the ring that the facts are complete for.
  public func outcomes(in facts: YearFacts) -> [BenefitOutcome] {
    var outcomes = facts.members.indices.map { outcome(of: $0, in: facts) }
    if let cap = parameters.householdCap.value, isLocked {
      HouseholdCap(cap).apply(to: &outcomes, in: facts)
    }
    return outcomes
  }

  /// The outcome of one member, before any household cap.
  public func outcome(of position: Int, in facts: YearFacts) -> BenefitOutcome {
    let member = facts.members[position]
    let judged = judge(member, in: facts)
    let waitsForNothing = waitingNoLonger.contains(member.person)
    let certain = judged.participation
    var unmet = personalReasons(against: member)
    if isLocked {
      unmet.formUnion(judged.possible.unmet)
      if !judged.hasStanding { unmet.insert(.ringNotRegistered) }
      if certain.window == nil && (judged.hasStanding || !wasTrained(member)) { unmet.insert(.untrained) }
    }
    let isRefused = !unmet.isEmpty
    if !isLocked {
      unmet.insert(.undecided)
    } else {
      if waitsForNothing {
        unmet.formUnion(judged.certain.unmet)
      } else if !isRefused && !judged.certain.unmet.isEmpty {
        unmet.insert(.unattested)
      }
      if !isIdentityProven(member) { unmet.insert(.identityUnproven) }
    }
    let verdict: BenefitOutcome.Verdict =
      if unmet.isEmpty {
        .granted
      } else if isLocked && (isRefused || waitsForNothing) {
        .refused
      } else {
        .waiting
      }
    return BenefitOutcome(
      verdict: verdict,
      reason: isLocked ? unmet.first : .undecided,
      unmet: unmet,
      count: judged.certain.count,
      tally: certain.certain,
      unattested: judged.unattested,
      window: certain.window,
      ring: homeRing(of: member, judged: certain, in: facts),
      joinedOn: certain.joinedOn,
      lastMembership: certain.lastMembership,
      prospect: isLocked ? nil : judged.prospect,
      household: nil,
      amount: verdict == .granted ? parameters.amount.value : 0)
  }

  /// The ring of the last qualifying day, else the one joined last, the lower number if two were joined together.
  private func homeRing(of member: MemberFacts, judged: Participation, in facts: YearFacts) -> Int {
    if let last = judged.lastMembership { return facts.memberships[last].ring }
    let latest = member.memberships.max { left, right in
      let (left, right) = (facts.memberships[left], facts.memberships[right])
      guard left.days.first == right.days.first else { return left.days.first < right.days.first }
      return facts.rings[left.ring].number > facts.rings[right.ring].number
    }
    return latest.map { facts.memberships[$0].ring } ?? 0
  }
}

// What is judged of the person alone.
extension BenefitRule {
  private func personalReasons(against member: MemberFacts) -> OutcomeReasons {
    var unmet = OutcomeReasons()
    if isUnderAge(member) { unmet.insert(.underAge) }
    if dayOfDeath(of: member) != nil && !parameters.estateEligible.value { unmet.insert(.estate) }
    return unmet
  }

  /// The last day on which the person could qualify and by which age is judged (decisions C-69 and C-70).
  func lastDay(of member: MemberFacts) -> LocalDate {
    dayOfDeath(of: member) ?? LocalDate.lastDay(of: parameters.year)
  }

  /// The day of death, if within the year or before it.
  func dayOfDeath(of member: MemberFacts) -> LocalDate? {
    member.deceasedOn.flatMap { $0 <= LocalDate.lastDay(of: parameters.year) ? $0 : nil }
  }

  /// Tells whether the person is known to be too young; an unknown birth date waits instead (decision C-68).
  func isUnderAge(_ member: MemberFacts) -> Bool {
    ageReached(by: member).map { $0 > lastDay(of: member) } ?? false
  }

  /// The day on which the person reaches the age, the clamped birthday.
  func ageReached(by member: MemberFacts) -> LocalDate? {
    member.birthDate?.adding(months: 12 * parameters.minimumAge.value)
  }

  /// Tells whether the person was trained on some day of the year.
  func wasTrained(_ member: MemberFacts) -> Bool {
    guard let days = DayRange(LocalDate.firstDay(of: parameters.year), through: lastDay(of: member)) else {
      return false
    }
    return member.training.intersects(days)
  }

  /// Tells whether the identity is sure enough for a control record (decisions C-67 and C-68).
  func isIdentityProven(_ member: MemberFacts) -> Bool {
    member.birthDate != nil && reachesLevel(member)
  }

  /// Whether a holder of a coordination number is identified as surely as it takes; of others nothing is asked.
  func reachesLevel(_ member: MemberFacts) -> Bool {
    guard member.number.kind == .coordinationNumber else { return true }
    return member.identityLevel.map { $0 >= parameters.coordinationLevel.value } ?? false
  }
}
