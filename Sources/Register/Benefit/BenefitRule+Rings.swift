/// A person's participation with what floor and threshold say of it, judged with unattested presence both ways.
struct JudgedParticipation {
  let memberships: JudgedMemberships
  let participation: Participation
  /// Unattested presence is absence.
  let certain: AttendanceResult
  /// Unattested presence is presence; of several rings the one that is then the best.
  var possible: AttendanceResult
  /// How many of the counted occasions are attended only if another member attests it.
  var unattested: Int
  var prospect: AttendanceProspect
  /// Whether any of the memberships was in a registered ring.
  var hasStanding: Bool
}

extension BenefitRule {
  /// Judges the memberships that count: the primary ones summed, or those of the best ring.
  func judge(_ member: MemberFacts, in facts: YearFacts) -> JudgedParticipation {
    switch parameters.multipleMembership.value {
    case .primaryOnly: judge(.primary, of: member, in: facts)
    case .bestRing: judgeBestRing(of: member, in: facts)
    }
  }

  private func judge(
    _ memberships: JudgedMemberships, of member: MemberFacts, in facts: YearFacts
  ) -> JudgedParticipation {
    let participation = participation(of: member, in: memberships, facts)
    return JudgedParticipation(
      memberships: memberships,
      participation: participation,
      certain: result(of: participation.certain),
      possible: result(of: participation.possible),
      unattested: participation.possible.total.attended - participation.certain.total.attended,
      prospect: prospect(of: participation),
      hasStanding: participation.hasStanding)
  }
}

// One ring of several (decision C-56).
extension BenefitRule {
  private func judgeBestRing(of member: MemberFacts, in facts: YearFacts) -> JudgedParticipation {
    let rings = Set(member.memberships.map { facts.memberships[$0].ring })
      .sorted { facts.rings[$0].number < facts.rings[$1].number }
    let candidates = rings.map { judge(.ring($0), of: member, in: facts) }
    guard var best = candidates.first, var hoped = candidates.first else {
      return judge(.primary, of: member, in: facts)
    }
    // From the lowest number up, so that the lower number wins a tie.
    for candidate in candidates.dropFirst() {
      if candidate.isBetter(than: best, by: \.certain) { best = candidate }
      if candidate.isBetter(than: hoped, by: \.possible) { hoped = candidate }
    }
    // What is not attested yet may make another ring the best, and the outcome waits for it.
    best.possible = hoped.possible
    if !best.certain.unmet.isEmpty { best.unattested = hoped.unattested }
    best.hasStanding = candidates.contains(where: \.hasStanding)
    for candidate in candidates where candidate.prospect.isBetter(than: best.prospect) {
      best.prospect = candidate.prospect
    }
    return best
  }
}

extension JudgedParticipation {
  /// Tells whether this ring is better, by the fraction among rings with enough occasions, else by what counts.
  fileprivate func isBetter(
    than other: JudgedParticipation, by result: KeyPath<JudgedParticipation, AttendanceResult>
  ) -> Bool {
    let (own, others) = (self[keyPath: result], other[keyPath: result])
    guard own.meetsFloor == others.meetsFloor else { return own.meetsFloor }
    let (count, otherCount) = (own.count, others.count)
    if own.meetsFloor {
      if count.isHigher(than: otherCount) || otherCount.isHigher(than: count) {
        return count.isHigher(than: otherCount)
      }
    } else if count.counted != otherCount.counted {
      return count.counted > otherCount.counted
    }
    guard count.attended == otherCount.attended else { return count.attended > otherCount.attended }
    return participation.window != nil && other.participation.window == nil
  }
}
