/// A person's participation with what floor and threshold say of it, judged with unattested presence both ways.
struct JudgedParticipation {
  let memberships: JudgedMemberships
  let participation: Participation
  /// Unattested presence is absence.
  let certain: AttendanceResult
  /// Unattested presence is presence.
  let possible: AttendanceResult
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
      prospect: prospect(of: participation),
      hasStanding: participation.hasStanding)
  }
}

// One ring of several (decision C-56).
extension BenefitRule {
  private func judgeBestRing(of member: MemberFacts, in facts: YearFacts) -> JudgedParticipation {
    let rings = Set(member.memberships.map { facts.memberships[$0].ring })
      .sorted { facts.rings[$0].number < facts.rings[$1].number }
    var candidates = rings.map { judge(.ring($0), of: member, in: facts) }
    guard var best = candidates.popLast() else { return judge(.primary, of: member, in: facts) }
    // From the highest number down, so that the lower number wins a tie.
    for candidate in candidates.reversed() {
      let previous = best
      if !best.isBetter(than: candidate) { best = candidate }
      best.hasStanding = previous.hasStanding || candidate.hasStanding
      best.prospect =
        candidate.prospect.isBetter(than: previous.prospect) ? candidate.prospect : previous.prospect
    }
    return best
  }
}

extension JudgedParticipation {
  /// Tells whether this ring is better, by the fraction among rings with enough occasions, else by what counts.
  fileprivate func isBetter(than other: JudgedParticipation) -> Bool {
    guard certain.meetsFloor == other.certain.meetsFloor else { return certain.meetsFloor }
    let (count, otherCount) = (certain.count, other.certain.count)
    if certain.meetsFloor {
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
