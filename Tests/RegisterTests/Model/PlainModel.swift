import Identity
import Register

/// The yearly decision written down a second time, day by day and as the decisions say it, with no thought of speed.
///
/// It shares values such as days and parameters with the rule, and nothing of how the rule goes about it.
struct PlainModel {
  /// What a person's year comes to.
  struct Ending: Equatable, CustomStringConvertible {
    var verdict: BenefitOutcome.Verdict
    var unmet: Set<OutcomeReason>
    var count: AttendanceCount
    var windows: [String]
    var amount = 0

    var reason: OutcomeReason? {
      unmet.contains(.undecided) ? .undecided : OutcomeReason.allCases.first { unmet.contains($0) }
    }

    var description: String {
      let reasons = OutcomeReason.allCases.filter { unmet.contains($0) }.map(\.rawValue)
      return "\(verdict.rawValue):\(reason?.rawValue ?? "") \(reasons) \(count) \(windows) \(amount) kr"
    }
  }

  /// What a person can still reach before the lock.
  struct Prospect: Equatable {
    var isReachable: Bool
    var needed: Int?
  }

  /// A person's year in the memberships that are judged together.
  struct Account {
    var hasStanding = false
    var qualifying: [(day: LocalDate, stay: Village.Stay)] = []
    /// Unattested presence as absence, and as presence.
    var asAbsent = Legs()
    var asPresent = Legs()
    var upcoming = Legs()
  }

  struct Legs {
    var meetings = AttendanceCount()
    var activities = AttendanceCount()
    var both: AttendanceCount {
      AttendanceCount(
        attended: meetings.attended + activities.attended, counted: meetings.counted + activities.counted)
    }

    mutating func add(_ kind: OccasionKind, _ isAttended: Bool) {
      let leg = kind == .meeting ? \Legs.meetings : \Legs.activities
      self[keyPath: leg].counted += 1
      if isAttended { self[keyPath: leg].attended += 1 }
    }
  }

  /// What floor and threshold say of a fraction.
  struct Test {
    var count: AttendanceCount
    var unmet: Set<OutcomeReason>
    var meetsFloor: Bool { !unmet.contains(.tooFewOccasions) }
  }

  let village: Village
  private let year = DayRange(year: 2027)

  init(_ village: Village) {
    self.village = village
  }

  // The values in force.
  private func value(_ key: String) -> String {
    village.values[key] ?? Village.alternatives.first { $0.key == key }?.values[0] ?? ""
  }
  private func number(_ key: String) -> Int { Int(value(key)) ?? 0 }
  private var share: (part: Int, whole: Int) {
    let parts = value("attendance.threshold").split(separator: "/").compactMap { Int($0) }
    return (parts[0], parts[1])
  }
  /// C-04 and C-05: the least number, and something must count.
  private var floor: Int { max(1, number("attendance.min_counted_occasions")) }
  private var isEither: Bool { value("attendance.basis") == "either" }
  private var isBestRing: Bool { value("membership.multi") == "best_ring" }
  /// C-48: the lock is the end of its day.
  var isLocked: Bool {
    village.asOf.day > MonthDay(value("attendance.lock_date"))?.day(in: 2028) ?? .lastDay(of: 2028)
  }

  // MARK: Days

  /// C-18 and C-70: the days of the year up to the day of death.
  private func days(of person: Village.Villager) -> [LocalDate] {
    (0..<365).map { LocalDate.firstDay(of: 2027).adding(days: $0) }.filter { day in
      person.died.map { day <= $0 } ?? true
    }
  }

  /// C-08 and C-66: the days on which a completed training is valid.
  private func trainedDays(of person: Village.Villager) -> Set<LocalDate> {
    let months = Int(value("training.validity_months"))
    var days: Set<LocalDate> = []
    var taken: [RingTrainingSession] = []
    for session in person.sessions.sorted(by: { ($0.endsAt, $0.startsAt) < ($1.endsAt, $1.startsAt) })
    where session.isApproved && session.endsAt.day <= village.asOf.day {
      taken.append(session)
      let minutes = taken.reduce(0) { $0 + $1.minutes }
      guard minutes >= 240, Set(taken.map(\.module)).count == 4 else { continue }
      taken = []
      let completed = session.endsAt.day
      let last = months.map { anniversary(of: completed, after: $0) } ?? LocalDate.lastDay(of: 2027)
      var day = completed
      while day <= last && day.year <= 2027 {
        days.insert(day)
        day = day.adding(days: 1)
      }
      if months == nil { break }
    }
    return days
  }

  /// The same number of the month, else the last day of it (C-08).
  private func anniversary(of day: LocalDate, after months: Int) -> LocalDate {
    let month = day.month - 1 + months
    return (0...3).lazy.compactMap {
      LocalDate(year: day.year + month / 12, month: month % 12 + 1, day: day.day - $0)
    }.first ?? day
  }

  /// C-06: on which days the training lets participation count.
  private func participationDays(of person: Village.Villager) -> Set<LocalDate> {
    let (days, trained) = (days(of: person), trainedDays(of: person))
    guard value("training.order") == "any_time_in_year" else { return trained }
    return days.contains { trained.contains($0) } ? Set(days) : []
  }

  /// C-25: whether a ring is registered on a day.
  private func isRegistered(_ ring: Int, on day: LocalDate) -> Bool {
    guard let registered = village.rings[ring].registered else { return false }
    return registered.first <= day && (registered.last.map { day <= $0 } ?? true)
  }

  private func holds(_ stay: Village.Stay, _ day: LocalDate) -> Bool {
    stay.first <= day && (stay.last.map { day <= $0 } ?? true)
  }

  // MARK: Counting

  func account(of person: Village.Villager, in stays: [Village.Stay]) -> Account {
    let (days, participation) = (days(of: person), participationDays(of: person))
    var account = Account()
    for day in days {
      for stay in stays where holds(stay, day) && isRegistered(stay.ring, on: day) {
        account.hasStanding = true
        if participation.contains(day) { account.qualifying.append((day, stay)) }
      }
    }
    for (index, occasion) in village.occasions.enumerated() {
      let isMember =
        days.contains(occasion.day) && isRegistered(occasion.ring, on: occasion.day)
        && stays.contains { $0.ring == occasion.ring && holds($0, occasion.day) }
      guard isMember, !occasion.isCancelled, occasion.noticeDays >= number("attendance.notice_days_min"),
        occasion.called == .all || person.rosters.contains(index)
      else { continue }
      guard occasion.startsAt <= village.asOf else {
        account.upcoming.add(occasion.kind, false)
        continue
      }
      guard participation.contains(occasion.day) else { continue }
      let entries = person.entries.filter { $0.occasion == index }
      let isLastDay = occasion.day == person.died
      if entries.contains(where: { $0.status == .present }) {
        // C-64: the contact person's own presence needs another who attests it.
        let isSure =
          village.rings[occasion.ring].contact != person.id || entries.contains(where: \.isAttested)
        account.asPresent.add(occasion.kind, true)
        if isSure || !isLastDay { account.asAbsent.add(occasion.kind, isSure) }
        continue
      }
      // C-70 and C-62.
      if isLastDay { continue }
      if value("attendance.excused") == "remove", entries.contains(where: { $0.status == .excused }) {
        continue
      }
      account.asPresent.add(occasion.kind, false)
      account.asAbsent.add(occasion.kind, false)
    }
    return account
  }

  private func reaches(_ count: AttendanceCount) -> Bool {
    count.counted > 0 && share.whole * count.attended >= share.part * count.counted
  }

  private func isHigher(_ one: AttendanceCount, _ other: AttendanceCount) -> Bool {
    one.attended * max(1, other.counted) > other.attended * max(1, one.counted)
  }

  func test(_ legs: Legs) -> Test {
    guard isEither else {
      var test = Test(count: legs.both, unmet: [])
      if test.count.counted < floor { test.unmet.insert(.tooFewOccasions) }
      if test.count.counted > 0, !reaches(test.count) { test.unmet.insert(.belowThreshold) }
      return test
    }
    // C-57: the qualifying leg, else the leg with the floor, else both added; of two the higher, of equals the meetings.
    let enough = [legs.meetings, legs.activities].filter { $0.counted >= floor }
    func best(_ legs: [AttendanceCount]) -> AttendanceCount? {
      legs.count == 2 && isHigher(legs[1], legs[0]) ? legs[1] : legs.first
    }
    if let leg = best(enough.filter(reaches)) { return Test(count: leg, unmet: []) }
    if let leg = best(enough) { return Test(count: leg, unmet: [.belowThreshold]) }
    return Test(count: legs.both, unmet: [.tooFewOccasions])
  }

  /// The accounts among which one is judged: the primary memberships summed (C-09), or each ring by itself (C-56).
  private func accounts(of person: Village.Villager) -> [Account] {
    guard isBestRing else { return [account(of: person, in: person.stays.filter(\.isPrimary))] }
    return Set(person.stays.map(\.ring)).sorted().map { ring in
      account(of: person, in: person.stays.filter { $0.ring == ring })
    }
  }

  /// C-56, from the lowest ring number up.
  private func best(_ accounts: [Account], _ legs: KeyPath<Account, Legs>) -> Account {
    var best = accounts[0]
    for account in accounts.dropFirst() {
      let (one, other) = (test(account[keyPath: legs]), test(best[keyPath: legs]))
      let isBetter: Bool
      if one.meetsFloor != other.meetsFloor {
        isBetter = one.meetsFloor
      } else if one.meetsFloor, isHigher(one.count, other.count) != isHigher(other.count, one.count) {
        isBetter = isHigher(one.count, other.count)
      } else if !one.meetsFloor, one.count.counted != other.count.counted {
        isBetter = one.count.counted > other.count.counted
      } else if one.count.attended != other.count.attended {
        isBetter = one.count.attended > other.count.attended
      } else {
        isBetter = best.qualifying.isEmpty && !account.qualifying.isEmpty
      }
      if isBetter { best = account }
    }
    return best
  }

  // MARK: Outcome

  /// The outcome before any household cap, with the account that it rests on.
  func merit(of person: Village.Villager) -> (ending: Ending, account: Account) {
    let accounts = accounts(of: person)
    let (account, hoped) = (best(accounts, \.asAbsent), best(accounts, \.asPresent))
    let (certain, possible) = (test(account.asAbsent), test(hoped.asPresent))
    var unmet: Set<OutcomeReason> = []
    // C-69: on 31 December or, if earlier, on the day of death.
    let lastDay = person.died.map { min($0, LocalDate.lastDay(of: 2027)) } ?? LocalDate.lastDay(of: 2027)
    if let born = person.born, born.age(on: lastDay) < number("benefit.min_age_at_year_end") {
      unmet.insert(.underAge)
    }
    if let died = person.died, died.year <= 2027, value("benefit.dodsbo") == "false" { unmet.insert(.estate) }
    var ending = Ending(
      verdict: .waiting, unmet: unmet, count: certain.count, windows: windows(account.qualifying))
    guard isLocked else {
      ending.unmet.insert(.undecided)
      return (ending, account)
    }
    // C-72.
    let hasStanding = accounts.contains(where: \.hasStanding)
    let wasTrained = days(of: person).contains(where: trainedDays(of: person).contains)
    if !hasStanding { ending.unmet.insert(.ringNotRegistered) }
    if account.qualifying.isEmpty, hasStanding || !wasTrained { ending.unmet.insert(.untrained) }
    ending.unmet.formUnion(possible.unmet)
    let isRefused = !ending.unmet.isEmpty
    if !isRefused, !certain.unmet.isEmpty { ending.unmet.insert(.unattested) }
    if !isIdentityProven(person) { ending.unmet.insert(.identityUnproven) }
    ending.verdict = isRefused ? .refused : ending.unmet.isEmpty ? .granted : .waiting
    return (ending, account)
  }

  /// C-22, C-67 and C-68.
  private func isIdentityProven(_ person: Village.Villager) -> Bool {
    guard person.born != nil else { return false }
    guard person.number.kind == .coordinationNumber else { return true }
    let levels = ["osäker", "sannolik", "styrkt"]
    func rank(_ level: String) -> Int { levels.firstIndex(of: level) ?? -1 }
    return person.level.map { rank($0.rawValue) >= rank(value("id.coordination_level_min")) } ?? false
  }

  /// C-55: one for each unbroken stretch with its ring.
  private func windows(_ qualifying: [(day: LocalDate, stay: Village.Stay)]) -> [String] {
    var windows: [(first: LocalDate, ring: Int, last: LocalDate)] = []
    for ring in village.rings.indices {
      for day in Set(qualifying.filter { $0.stay.ring == ring }.map(\.day)).sorted() {
        if let last = windows.last, last.ring == ring, last.last.adding(days: 1) == day {
          windows[windows.count - 1].last = day
        } else {
          windows.append((day, ring, day))
        }
      }
    }
    return windows.sorted { ($0.first, $0.ring) < ($1.first, $1.ring) }
      .map { "TR-1280-000\($0.ring + 1) \($0.first)–\($0.last)" }
  }

  /// The outcomes of everybody.
  func endings() -> [Int: Ending] {
    let merits = village.villagers.map { (person: $0, merit: merit(of: $0)) }
    var endings = Dictionary(uniqueKeysWithValues: merits.map { ($0.person.id, $0.merit.ending) })
    if let cap = Int(value("benefit.max_claimants_per_household")), isLocked {
      let claims = merits.compactMap { claim(of: $0.person, $0.merit) }
      for (_, household) in Dictionary(grouping: claims, by: \.household) {
        for (person, ending) in capped(household, endings, cap) { endings[person] = ending }
      }
    }
    for (person, ending) in endings where ending.verdict == .granted {
      endings[person]?.amount = number("benefit.amount_kr")
    }
    return endings
  }

  // MARK: Household

  private struct Claim {
    let person: Village.Villager
    let household: String
    let joined: LocalDate
  }

  /// C-58: the household of the last qualifying day, in the order of the first qualifying membership.
  private func claim(of person: Village.Villager, _ merit: (ending: Ending, account: Account)) -> Claim? {
    let qualifying = merit.account.qualifying
    guard merit.ending.verdict != .refused, let first = qualifying.map(\.day).min(),
      let last = qualifying.max(by: { $0.day < $1.day }), let label = last.stay.household,
      let joined = qualifying.filter({ $0.day == first }).map(\.stay.first).min()
    else { return nil }
    return Claim(person: person, household: "\(last.stay.ring) \(label)", joined: joined)
  }

  /// Tries every way in which those who wait may turn out.
  private func capped(_ claims: [Claim], _ endings: [Int: Ending], _ cap: Int) -> [Int: Ending] {
    let order = claims.sorted { one, other in
      if one.joined != other.joined { return one.joined < other.joined }
      let far = LocalDate.lastDay(of: 2100)
      if one.person.born != other.person.born { return (one.person.born ?? far) < (other.person.born ?? far) }
      return one.person.number.value < other.person.number.value
    }.map(\.person.id)
    let waiting = order.filter { endings[$0]?.verdict == .waiting }
    var tried: [Int: Set<Bool>] = [:]
    for turn in 0..<(1 << waiting.count) {
      let fallen = Set(waiting.enumerated().filter { turn >> $0.offset & 1 == 1 }.map(\.element))
      let claiming = order.filter { !fallen.contains($0) }
      for (place, person) in claiming.enumerated() { tried[person, default: []].insert(place < cap) }
    }
    return Dictionary(
      uniqueKeysWithValues: order.compactMap { person in
        guard var ending = endings[person], let ways = tried[person] else { return nil }
        if ways.contains(false) { ending.unmet.insert(.householdCap) }
        if ways == [false] {
          ending.verdict = .refused
        } else if ways.contains(false) {
          ending.verdict = .waiting
        }
        return (person, ending)
      })
  }

  // MARK: Before the lock

  /// C-73, tried in every number of occasions to come.
  func prospect(of person: Village.Villager) -> Prospect {
    var best = Prospect(isReachable: false, needed: nil)
    for account in accounts(of: person) {
      let (soFar, upcoming) = (account.asPresent, account.upcoming)
      let legs =
        isEither
        ? [(soFar.meetings, upcoming.meetings), (soFar.activities, upcoming.activities)]
        : [(soFar.both, upcoming.both)]
      for (soFar, upcoming) in legs {
        let counted = soFar.counted + upcoming.counted
        let needed = (0...upcoming.counted).first {
          share.whole * (soFar.attended + $0) >= share.part * counted
        }
        if counted >= floor, let needed {
          best = Prospect(
            isReachable: true, needed: min(needed, best.isReachable ? best.needed ?? needed : needed))
        } else if !best.isReachable, !isEither, !isBestRing {
          best.needed = needed
        }
      }
    }
    return best
  }
}
