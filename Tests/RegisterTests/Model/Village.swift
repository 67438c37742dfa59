import Identity
import Register
import Testing

/// A small register as plain facts, made from a seed, which the rule and the plain model are both asked about.
struct Village {
  struct Ring {
    let registered: (first: LocalDate, last: LocalDate?)?
    /// The contact person of the year.
    let contact: Int
  }

  struct Occasion {
    let ring: Int
    let kind: OccasionKind
    let startsAt: Moment
    let noticeDays: Int
    let called: CallScope
    let isCancelled: Bool
    var day: LocalDate { startsAt.day }
  }

  struct Stay {
    let ring: Int
    let first: LocalDate
    let last: LocalDate?
    let isPrimary: Bool
    let household: String?
  }

  struct Entry {
    let occasion: Int
    let status: AttendanceStatus
    let isAttested: Bool
  }

  /// What stands under one identity number.
  struct Record {
    var stays: [Stay] = []
    var sessions: [RingTrainingSession] = []
    var entries: [Entry] = []
    var rosters: [Int] = []
  }

  struct Villager {
    let id: Int
    let number: IdentityNumber
    let born: LocalDate?
    let died: LocalDate?
    let level: IdentityLevel?
    /// One for each number that the person has had; those of two numbers were merged.
    let records: [Record]

    var stays: [Stay] { records.flatMap(\.stays) }
    var sessions: [RingTrainingSession] { records.flatMap(\.sessions) }
    var entries: [Entry] { records.flatMap(\.entries) }
    var rosters: [Int] { records.flatMap(\.rosters) }
  }

  let values: [String: String]
  let asOf: Moment
  let rings: [Ring]
  let occasions: [Occasion]
  private(set) var villagers: [Villager] = []

  /// Every alternative of table C5 that the yearly decision reads, the one of the law data first.
  static let alternatives: [(key: String, values: [String])] = [
    ("attendance.threshold", ["3/4", "1/2", "2/3", "1/1"]), ("attendance.basis", ["pooled", "either"]),
    ("attendance.min_counted_occasions", ["4", "0", "1", "2"]),
    ("attendance.notice_days_min", ["7", "0", "14"]),
    ("attendance.excused", ["keep", "remove"]),
    ("attendance.lock_date", ["01-15", "01-15", "01-15", "02-01"]),
    ("training.order", ["before_participation", "any_time_in_year"]),
    ("training.validity_months", ["none", "3", "12"]), ("membership.multi", ["primary_only", "best_ring"]),
    ("id.coordination_level_min", ["styrkt", "sannolik", "osäker"]), ("benefit.amount_kr", ["2000", "2500"]),
    ("benefit.kind", ["skattereduktion", "allmant_avdrag", "utbetalning"]),
    ("benefit.max_per_person_year", ["1", "2"]), ("benefit.max_claimants_per_household", ["none", "1", "2"]),
    ("benefit.dodsbo", ["true", "false"]), ("benefit.min_age_at_year_end", ["18", "16", "21"]),
  ]

  // Numbers for tests, published by Skatteverket; the second is a coordination number. Birth dates are the village's own.
  private static let numbers = [
    "19850709-2388", "19850286-2397", "19830101-2392", "19840229-2380", "19860101-2399", "19440813-9089",
    "19930412-2386",
  ]

  init(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var values: [String: String] = [:]
    for alternative in Village.alternatives where Bool.random(using: &random) {
      values[alternative.key] = alternative.values.randomElement(using: &random)
    }
    self.values = values
    let isLate = Int.random(in: 0..<4, using: &random) > 0
    asOf = try (isLate ? "2028-01-16T06:00" : "\(Village.day(using: &random))T12:00").moment
    rings = (0..<Int.random(in: 1...3, using: &random)).map { _ in Village.ring(using: &random) }
    occasions = try rings.indices.flatMap { ring in
      try (0..<Int.random(in: 2...8, using: &random)).map { _ in
        try Village.occasion(of: ring, using: &random)
      }
    }
    for id in 0..<Int.random(in: 2...5, using: &random) {
      villagers.append(try villager(id, using: &random))
    }
  }

  /// A day of 2027.
  private static func day(_ range: ClosedRange<Int> = 0...364, using random: inout SeededGenerator)
    -> LocalDate
  {
    LocalDate.firstDay(of: 2027).adding(days: Int.random(in: range, using: &random))
  }

  private static func chance(_ percent: Int, using random: inout SeededGenerator) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private static func ring(using random: inout SeededGenerator) -> Ring {
    let first = day(0...60, using: &random)
    let last: LocalDate? = chance(25, using: &random) ? day(61...364, using: &random) : nil
    return Ring(
      registered: chance(92, using: &random) ? (first, last) : nil,
      contact: Int.random(in: 0...4, using: &random))
  }

  private static func occasion(of ring: Int, using random: inout SeededGenerator) throws -> Occasion {
    let kind: OccasionKind = chance(60, using: &random) ? .meeting : .activity
    return Occasion(
      ring: ring, kind: kind,
      startsAt: try "\(day(using: &random))T\(chance(80, using: &random) ? "18:30" : "23:45")".moment,
      noticeDays: chance(80, using: &random) ? 14 : Int.random(in: 0...14, using: &random),
      called: kind == .activity && chance(40, using: &random) ? .roster : .all,
      isCancelled: chance(8, using: &random))
  }

  private func villager(_ id: Int, using random: inout SeededGenerator) throws -> Villager {
    func chance(_ percent: Int) -> Bool { Village.chance(percent, using: &random) }
    let number = try IdentityNumber(parsing: Village.numbers[id], on: asOf.day)
    var born: LocalDate?
    if !chance(5) {
      // Often on the edge of an age, sometimes the same day as others.
      let years = [1950, 1980, 2006, 2009, 2010, 2011].randomElement(using: &random) ?? 1980
      born = [LocalDate.lastDay(of: years), .firstDay(of: years), .firstDay(of: years).adding(days: 59)]
        .randomElement(using: &random)
    }
    let level: IdentityLevel? = chance(15) ? nil : IdentityLevel.allCases.randomElement(using: &random)
    let deaths = [Village.day(using: &random), occasions[0].day, try "2028-01-03".day]
    let died = chance(15) ? deaths.randomElement(using: &random) : nil
    let whole = try record(using: &random)
    return Villager(
      id: id, number: number, born: born, died: died, level: level,
      records: chance(20) ? Village.split(whole, using: &random) : [whole])
  }

  private func record(using random: inout SeededGenerator) throws -> Record {
    func chance(_ percent: Int) -> Bool { Village.chance(percent, using: &random) }
    var record = Record()
    record.stays = stays(using: &random)
    for number in 0..<(chance(10) ? 0 : chance(25) ? 2 : 1) {
      record.sessions += try Village.course(number, using: &random)
    }
    let diligence = [70, 80, 95].randomElement(using: &random) ?? 80
    for (index, occasion) in occasions.enumerated() {
      if occasion.called == .roster && chance(70) { record.rosters.append(index) }
      guard !chance(10) else { continue }
      let status: AttendanceStatus = chance(diligence) ? .present : chance(40) ? .excused : .absent
      record.entries.append(
        Entry(occasion: index, status: status, isAttested: status == .present && chance(30)))
    }
    return record
  }

  /// One ring, one after another, or two at once of which one is primary.
  private func stays(using random: inout SeededGenerator) -> [Stay] {
    let homes = rings.indices.shuffled(using: &random)
    let joined = Village.day(0...(Village.chance(70, using: &random) ? 40 : 300), using: &random)
    let left: LocalDate? =
      Village.chance(30, using: &random) ? joined.adding(days: Int.random(in: 0...300, using: &random)) : nil
    func stay(_ ring: Int, _ first: LocalDate, _ last: LocalDate?, primary: Bool = true) -> Stay {
      let label = Village.chance(75, using: &random) ? "H\(Int.random(in: 1...2, using: &random))" : nil
      return Stay(ring: ring, first: first, last: last, isPrimary: primary, household: label)
    }
    var stays = [stay(homes[0], joined, left, primary: Village.chance(95, using: &random))]
    if let left, Village.chance(60, using: &random) {
      let again = left.adding(days: Int.random(in: 1...40, using: &random))
      stays.append(stay(homes.randomElement(using: &random) ?? 0, again, nil))
    }
    // Rows of one ring never share a day, unless two numbers are merged.
    if homes.count > 1, !stays.contains(where: { $0.ring == homes[1] }), Village.chance(30, using: &random) {
      stays.append(stay(homes[1], Village.day(0...200, using: &random), nil, primary: false))
    }
    return stays
  }

  /// Four sessions in one or two evenings, of which something may lack.
  private static func course(_ number: Int, using random: inout SeededGenerator) throws
    -> [RingTrainingSession]
  {
    let always = DaySet(DayRange(LocalDate.firstDay(of: 2020), through: nil))
    let first = chance(70, using: &random) ? day(0...60, using: &random) : day(using: &random)
    let last = first.adding(days: chance(50, using: &random) ? 0 : Int.random(in: 1...30, using: &random))
    return try RingTrainingModule.allCases.enumerated().map { index, module in
      let start = try "\(index < 2 ? first : last)T\(18 + index):00".moment
      let minutes = chance(3, using: &random) ? 59 : chance(10, using: &random) ? 90 : 60
      return RingTrainingSession(
        reference: "\(number)-\(index)", module: module, startsAt: start,
        endsAt: start.adding(seconds: Int64(60 * minutes)), providerApproved: always,
        trainerApproved: chance(96, using: &random) ? always : DaySet())
    }
  }

  /// Lays facts under two numbers, some of them under both, a stay under the later one perhaps begun later.
  private static func split(_ whole: Record, using random: inout SeededGenerator) -> [Record] {
    var records = [Record(), Record()]
    for stay in whole.stays {
      records[0].stays.append(stay)
      guard chance(50, using: &random) else { continue }
      let first = stay.first.adding(days: Int.random(in: 0...20, using: &random))
      guard stay.last.map({ first <= $0 }) ?? true else { continue }
      records[1].stays.append(
        Stay(
          ring: stay.ring, first: first, last: stay.last, isPrimary: stay.isPrimary, household: stay.household
        ))
    }
    func deal<Fact>(_ facts: [Fact], _ list: WritableKeyPath<Record, [Fact]>) {
      for fact in facts {
        let place = Int.random(in: 0...2, using: &random)
        if place != 1 { records[0][keyPath: list].append(fact) }
        if place != 0 { records[1][keyPath: list].append(fact) }
      }
    }
    // A session stands once, whoever it was reported under.
    for session in whole.sessions { records[chance(50, using: &random) ? 0 : 1].sessions.append(session) }
    deal(whole.entries, \.entries)
    deal(whole.rosters, \.rosters)
    return records
  }
}

// What the rule is given.
extension Village {
  func rules() throws -> Rules { Rules(values) }

  func rule() throws -> BenefitRule { BenefitRule(try rules().benefit(), asOf: asOf) }

  /// The facts as they are loaded to decide one ring, their rows in a random order.
  func facts(deciding home: Int, by parameters: Parameters, using random: inout SeededGenerator) throws
    -> (facts: YearFacts, villagers: [Villager])
  {
    var facts = YearFacts(year: 2027)
    let order = [home] + rings.indices.filter { $0 != home }.shuffled(using: &random)
    var places: [Int: (ring: Int, occasion: Int)] = [:]
    for (position, ring) in order.enumerated() {
      let own = occasions.indices.filter { occasions[$0].ring == ring }.shuffled(using: &random)
      for (index, occasion) in own.enumerated() { places[occasion] = (position, index) }
      facts.add(try ringYear(ring, own))
    }
    let members = villagers.filter { $0.stays.contains { $0.ring == home } }.shuffled(using: &random)
    for villager in members {
      let training = try RingTraining(
        villager.sessions.shuffled(using: &random), by: parameters, on: asOf.day)
      let member = facts.add(
        MemberFacts(
          person: PersonID(Int64(villager.id)), number: villager.number, birthDate: villager.born,
          deceasedOn: villager.died, identityLevel: villager.level, training: training.validity))
      for stay in villager.stays.shuffled(using: &random) {
        facts.addMembership(
          ring: try #require(order.firstIndex(of: stay.ring)),
          days: try #require(DayRange(stay.first, through: stay.last)), isPrimary: stay.isPrimary,
          household: stay.household)
      }
      for occasion in villager.rosters {
        let place = try #require(places[occasion])
        facts.record(.onRoster, of: member, at: place.occasion, in: place.ring)
      }
      for entry in villager.entries.shuffled(using: &random) {
        let place = try #require(places[entry.occasion])
        facts.record(
          AttendanceMark(entry.status, isAttested: entry.isAttested), of: member, at: place.occasion,
          in: place.ring)
      }
    }
    return (facts, members)
  }

  private func ringYear(_ ring: Int, _ own: [Int]) throws -> RingYear {
    RingYear(
      id: RingID(Int64(ring + 1)), number: try #require(RingNumber("TR-1280-000\(ring + 1)")),
      registration: rings[ring].registered.flatMap { DayRange($0.first, through: $0.last) },
      contacts: [
        ContactTerm(person: PersonID(Int64(rings[ring].contact)), days: DayRange(year: 2027))
      ],
      occasions: own.map { index in
        let occasion = occasions[index]
        return OccasionFacts(
          id: OccasionID(Int64(index)), kind: occasion.kind, startsAt: occasion.startsAt, day: occasion.day,
          noticeDays: occasion.noticeDays, called: occasion.called, isCancelled: occasion.isCancelled,
          policePresent: false)
      })
  }
}
