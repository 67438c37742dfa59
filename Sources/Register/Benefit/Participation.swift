import Identity

/// What a person's memberships in one or several rings amount to.
struct Participation {
  /// Whether any day was one of membership in a registered ring.
  private(set) var hasStanding = false

  /// The first and the last qualifying day.
  private(set) var window: DayRange?

  /// The first day of the membership that held the first qualifying day.
  private(set) var joinedOn: LocalDate?

  /// The position of the membership that held the last qualifying day.
  private(set) var lastMembership: Int?

  /// What counts, with unattested presence as absence.
  private(set) var certain = AttendanceTally()

  /// What counts, with unattested presence as presence.
  private(set) var possible = AttendanceTally()

  /// What is called and has not begun.
  private(set) var upcoming = AttendanceTally()

  mutating func stand() {
    hasStanding = true
  }

  /// Adds an unbroken stretch of qualifying days.
  mutating func qualify(_ days: DayRange, by membership: MembershipFacts, at position: Int) {
    if window.map({ days.first < $0.first }) ?? true {
      joinedOn = membership.days.first
    } else if days.first == window?.first {
      // Under two numbers of one person the same day may have been one of two memberships.
      joinedOn = joinedOn.map { min($0, membership.days.first) }
    }
    if window.map({ days.last > $0.last }) ?? true {
      lastMembership = position
    }
    window = DayRange(
      window.map { min($0.first, days.first) } ?? days.first,
      through: window.map { max($0.last, days.last) } ?? days.last)
  }

  mutating func add(_ occasion: OccasionFacts, _ treatment: OccasionTreatment, onDayOfDeath: Bool) {
    switch treatment {
    case .attended:
      certain.add(occasion.kind, attended: true)
      possible.add(occasion.kind, attended: true)
    case .missed:
      certain.add(occasion.kind, attended: false)
      possible.add(occasion.kind, attended: false)
    case .unattested:
      // Judged as absent, the day of death counts on neither side.
      if !onDayOfDeath { certain.add(occasion.kind, attended: false) }
      possible.add(occasion.kind, attended: true)
    case .upcoming:
      upcoming.add(occasion.kind, attended: false)
    case .cancelled, .shortNotice, .notCalled, .beforeTraining, .excused, .dayOfDeath, .outsideMembership,
      .otherRing:
      break
    }
  }
}
