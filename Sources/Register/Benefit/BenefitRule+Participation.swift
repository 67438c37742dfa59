import Identity

/// Which of a person's memberships are judged together.
enum JudgedMemberships {
  case primary
  /// Those of the ring at a position, primary or not.
  case ring(Int)

  func includes(_ membership: MembershipFacts) -> Bool {
    switch self {
    case .primary: membership.isPrimary
    case .ring(let ring): membership.ring == ring
    }
  }
}

extension BenefitRule {
  /// Walks the judged memberships and the occasions on their days, each occasion once.
  func participation(
    of member: MemberFacts, in judged: JudgedMemberships, _ facts: YearFacts
  ) -> Participation {
    var participation = Participation()
    guard let year = qualifyingYear(of: member) else { return participation }
    let trained = qualifyingTraining(of: member, in: year)
    for position in member.memberships where judged.includes(facts.memberships[position]) {
      let membership = facts.memberships[position]
      let ring = facts.rings[membership.ring]
      guard let standing = standing(membership, in: ring, year) else { continue }
      participation.stand()
      for validity in trained {
        guard let days = standing.intersection(validity) else { continue }
        participation.qualify(days, by: membership, at: position)
      }
      for (index, occasion) in ring.occasions.enumerated() where standing.contains(occasion.day) {
        guard !isCounted(occasion.day, before: position, judged, of: member, facts) else { continue }
        let mark = facts.mark(of: membership, at: index)
        let treatment = treatment(of: occasion, marked: mark, in: ring, member, trained: trained)
        participation.add(occasion, treatment, onDayOfDeath: occasion.day == member.deceasedOn)
      }
    }
    return participation
  }

  /// The days of membership in the registered ring within the year, whatever the training.
  private func standing(_ membership: MembershipFacts, in ring: RingYear, _ year: DayRange) -> DayRange? {
    guard let registration = ring.registration else { return nil }
    return membership.days.intersection(registration)?.intersection(year)
  }

  /// The days of the year up to the day of death, or nothing for a person who died before it.
  private func qualifyingYear(of member: MemberFacts) -> DayRange? {
    DayRange(LocalDate.firstDay(of: parameters.year), through: lastDay(of: member))
  }

  /// The days on which the training lets participation count (decision C-06).
  private func qualifyingTraining(of member: MemberFacts, in year: DayRange) -> DaySet {
    switch parameters.trainingOrder.value {
    case .beforeParticipation: member.training
    case .anyTimeInYear: DaySet(member.training.intersects(year) ? year : nil)
    }
  }

  /// Two numbers of one person may have been members of a ring on the same day; its occasions count once.
  private func isCounted(
    _ day: LocalDate, before position: Int, _ judged: JudgedMemberships, of member: MemberFacts,
    _ facts: YearFacts
  ) -> Bool {
    (member.memberships.lowerBound..<position).contains {
      let earlier = facts.memberships[$0]
      return earlier.ring == facts.memberships[position].ring && judged.includes(earlier)
        && earlier.days.contains(day)
    }
  }

  /// How an occasion on a day of membership in the registered ring counts.
  private func treatment(
    of occasion: OccasionFacts, marked mark: AttendanceMark, in ring: RingYear, _ member: MemberFacts,
    trained: DaySet
  ) -> OccasionTreatment {
    if occasion.isCancelled { return .cancelled }
    if occasion.noticeDays < parameters.minimumNotice.value { return .shortNotice }
    if occasion.called == .roster && !mark.contains(.onRoster) { return .notCalled }
    if occasion.startsAt > asOf { return .upcoming }
    if !trained.contains(occasion.day) { return .beforeTraining }
    if mark.contains(.present) {
      let needsAttester = !mark.contains(.attested) && ring.isContact(member.person, on: occasion.day)
      return needsAttester ? .unattested : .attended
    }
    if occasion.day == member.deceasedOn { return .dayOfDeath }
    if mark.contains(.excused) && parameters.excused.value == .remove { return .excused }
    return .missed
  }
}

// What an explanation shows of the same walk.
extension BenefitRule {
  /// The unbroken stretches of qualifying days in their order, each with its ring (decision C-55).
  public func windows(of position: Int, in facts: YearFacts) -> [QualifyingWindow] {
    let member = facts.members[position]
    guard let year = qualifyingYear(of: member) else { return [] }
    let judged = judge(member, in: facts).memberships
    let trained = qualifyingTraining(of: member, in: year)
    var stretches: [Int: [DayRange]] = [:]
    for membership in facts.memberships[member.memberships] where judged.includes(membership) {
      guard let standing = standing(membership, in: facts.rings[membership.ring], year) else { continue }
      stretches[membership.ring, default: []] += trained.compactMap { standing.intersection($0) }
    }
    return stretches.flatMap { ring, stretches in
      DaySet(stretches).map { QualifyingWindow(ring: facts.rings[ring].number, days: $0) }
    }.sorted { ($0.days.first, $0.ring) < ($1.days.first, $1.ring) }
  }

  /// Every occasion of the person's rings in the year in time order, with how it counts.
  public func occasions(of position: Int, in facts: YearFacts) -> [OccasionJudgement] {
    let member = facts.members[position]
    let judged = judge(member, in: facts).memberships
    var judgements: [OccasionID: OccasionJudgement] = [:]
    for position in member.memberships {
      let membership = facts.memberships[position]
      let ring = facts.rings[membership.ring]
      for (index, occasion) in ring.occasions.enumerated() where facts.days.contains(occasion.day) {
        let mark = facts.mark(of: membership, at: index)
        let treatment = treatment(of: occasion, marked: mark, in: membership, ring, judged, member)
        let known = judgements[occasion.id]?.treatment
        guard known == nil || known == .outsideMembership || known == .otherRing else { continue }
        judgements[occasion.id] = OccasionJudgement(
          ring: ring.number, occasion: occasion, treatment: treatment)
      }
    }
    return judgements.values.sorted {
      ($0.occasion.startsAt, $0.ring, $0.occasion.id) < ($1.occasion.startsAt, $1.ring, $1.occasion.id)
    }
  }

  /// How any occasion of one of the person's rings counts.
  private func treatment(
    of occasion: OccasionFacts, marked mark: AttendanceMark, in membership: MembershipFacts,
    _ ring: RingYear, _ judged: JudgedMemberships, _ member: MemberFacts
  ) -> OccasionTreatment {
    guard let year = qualifyingYear(of: member), let standing = standing(membership, in: ring, year),
      standing.contains(occasion.day)
    else { return .outsideMembership }
    guard judged.includes(membership) else { return .otherRing }
    let trained = qualifyingTraining(of: member, in: year)
    return treatment(of: occasion, marked: mark, in: ring, member, trained: trained)
  }
}
