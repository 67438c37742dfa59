import Foundation
import Identity
import Legislation
import Register
import Testing

@testable import Operations
@testable import Store

/// A person's year read by itself is the same as the year that the run judges ring by ring.
struct PersonYearTests {
  /// Merged records, several rings, rosters, corrected attendance, deaths and trainings of all ages, by chance.
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func thePageSaysWhatTheRunDecides(seed: UInt64) throws {
    let register = try RandomRegister(seed: seed)
    var met: [BenefitOutcome.Verdict: Int] = [:]
    for moment in ["2027-06-15T18:30", "2027-12-31T12:00", "2028-02-01T12:00"] {
      let registry = try register.registry(moment)
      try registry.store.read { connection in
        let year = try registry.ruleBook.year(2027)
        let rule = BenefitRule(year.benefit, asOf: registry.now)
        let reader = try YearFactsReader(
          year: 2027, asOf: registry.today, under: registry.parameters, from: connection)
        var facts = YearFacts(year: 2027)
        var judged: Set<PersonID> = []
        for ring in register.rings {
          try reader.load(ring, into: &facts)
          let outcomes = rule.outcomes(in: facts)
          for position in outcomes.indices where outcomes[position].ring == 0 {
            let id = facts.members[position].person
            judged.insert(id)
            let person = try #require(try connection.person(id))
            let own = try #require(try registry.judge(person, year: 2027, from: connection))
            #expect(own.ring.id == ring)
            #expect(
              own.frozen.text == FrozenFacts(outcomes[position], of: position, in: facts, by: rule).text)
            #expect(own.reasons == rule.reasons(for: outcomes[position], of: position, in: facts))
            #expect(own.occasions == rule.occasions(of: position, in: facts))
            met[own.outcome.verdict, default: 0] += 1
          }
        }
        for id in register.persons where !judged.contains(id) {
          let person = try #require(try connection.person(id))
          // Of two records of one person, the run knows the one in force.
          let isMerged = try connection.mergedPersons()[id] != nil
          if !isMerged { #expect(try registry.judge(person, year: 2027, from: connection) == nil) }
        }
      }
    }
    #expect(met.keys.count >= 2, "chance made only \(met)")
  }
}

/// A register of a few rings in which everything that the decision looks at happens to somebody.
private final class RandomRegister {
  let folder: URL
  private let store: Database
  private let parameters: Parameters
  private(set) var persons: [PersonID] = []
  let rings = (1...4).map { RingID(Int64($0)) }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func registry(_ now: String) throws -> Registry {
    try Registry(store, parameters: parameters, actor: "officer", now: Moment(parsing: now))
  }

  init(seed: UInt64) throws {
    var chance = TrainingPropertyTests.Chance(state: seed)
    folder = URL.temporaryDirectory.appending(path: "person-year-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    parameters = try LawFolder(DecidedRegister.repository.appending(path: "Legal").path).parameters()
    store = try Registry(
      creatingFile: folder.appending(path: "register.db").path, keptBy: RegisterKeeper(),
      parameters: parameters, actor: "officer", now: Moment(parsing: "2027-01-02")
    ).store
    persons = try store.write { connection in
      let persons = try (0..<40).map { index in
        let bornOn = LocalDate.firstDay(of: 1960).adding(days: Int.random(in: 0...18_500, using: &chance))
        let isDead = Int.random(in: 0..<10, using: &chance) == 0
        return try connection.insertPerson(
          numbered: IdentityNumber(stored: RandomRegister.number(index)),
          PersonDetails(
            givenName: "Kim", familyName: "Ek", address: nil, isProtected: false, bornOn: bornOn,
            deceasedOn: isDead ? RandomRegister.day(in: &chance, 2026) : nil), entry: 1)
      }
      for index in 0..<6 { try connection.merge(persons[34 + index], into: persons[index], entry: 1) }
      for ring in 1...4 { try RandomRegister.enterRing(ring, persons, &chance, on: connection) }
      try RandomRegister.train(persons, &chance, on: connection)
      return persons
    }
  }

  private static func number(_ index: Int) -> Int64 {
    let digits = "19750101" + String(980 + index % 20).suffix(3)
    let day = index < 20 ? digits : "19750102" + String(980 + index % 20).suffix(3)
    let sum = day.dropFirst(2).enumerated().reduce(0) { sum, digit in
      let value = (digit.element.wholeNumberValue ?? 0) * (digit.offset.isMultiple(of: 2) ? 2 : 1)
      return sum + (value > 9 ? value - 9 : value)
    }
    return Int64(day + String((10 - sum % 10) % 10)) ?? 0
  }

  private static func day(in chance: inout TrainingPropertyTests.Chance, _ year: Int = 2027) -> LocalDate {
    LocalDate.firstDay(of: year).adding(days: Int.random(in: 0...(year == 2027 ? 364 : 729), using: &chance))
  }

  private static func enterRing(
    _ ring: Int, _ persons: [PersonID], _ chance: inout TrainingPropertyTests.Chance,
    on connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO ring (id, municipality, serial, name, applied_on, folded_name, search_text, entry)
      VALUES (?1, '1280', ?1, ?2, '2027-01-01', '', '', 1)
      """, ring, "Ring \(ring)")
    let registered = LocalDate.firstDay(of: 2027).adding(days: Int.random(in: 0...60, using: &chance))
    try connection.run(
      "INSERT INTO ring_event (ring, state, day, actor, entry) VALUES (?1, 'registrerad', ?2, 'o', 1)", ring,
      registered)
    if ring == 4 {
      try connection.run(
        "INSERT INTO ring_event (ring, state, day, actor, entry) VALUES (?1, 'avregistrerad', '2027-10-01', 'o', 1)",
        ring)
    }
    let members = persons.shuffled(using: &chance).prefix(22)
    try connection.run(
      "INSERT INTO ring_contact (ring, person, from_on, entry) VALUES (?1, ?2, '2027-01-01', 1)", ring,
      members.first)
    for person in members {
      let joined = LocalDate.firstDay(of: 2026).adding(days: Int.random(in: 0...500, using: &chance))
      let hasLeft = Bool.random(using: &chance)
      try connection.run(
        """
        INSERT INTO membership (ring, person, household, joined_on, left_on, is_primary, entry)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1)
        """, ring, person, "H\(Int.random(in: 1...9, using: &chance))", joined,
        hasLeft ? joined.adding(days: Int.random(in: 0...400, using: &chance)) : nil,
        Int.random(in: 0..<3, using: &chance) > 0)
    }
    for number in 1...14 {
      let id = ring * 100 + number
      let start = Moment(startOf: day(in: &chance)).adding(seconds: 18 * 3_600)
      let isActivity = number.isMultiple(of: 3)
      let callsRoster = isActivity && Bool.random(using: &chance)
      try connection.run(
        """
        INSERT INTO occasion (id, key, ring, kind, starts_at, starts_on, called_on, called, status, entry)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1)
        """, id, "O\(id)", ring, isActivity ? "activity" : "meeting", start, start.day,
        start.day.adding(days: -Int.random(in: 2...20, using: &chance)), callsRoster ? "roster" : "all",
        number == 5 ? "cancelled" : nil)
      for person in persons {
        if callsRoster, Bool.random(using: &chance) {
          try connection.run("INSERT INTO roster (occasion, person, entry) VALUES (?1, ?2, 1)", id, person)
        }
        for version in 1..<(1 + Int.random(in: 0...3, using: &chance)) {
          let attester = persons.first { $0 != person && Int.random(in: 0..<4, using: &chance) == 0 }
          try connection.run(
            "INSERT INTO attendance (occasion, person, version, status, attested_by, entry) VALUES (?1, ?2, ?3, ?4, ?5, 1)",
            id, person, version, [1, 1, 1, 1, 1, 1, 1, 0, 2].randomElement(using: &chance) ?? 1, attester)
        }
      }
    }
  }

  /// Two providers, and a trainer with two numbers: the approval stands under one, some sessions under the other.
  private static func train(
    _ persons: [PersonID], _ chance: inout TrainingPropertyTests.Chance, on connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO provider (id, organisation_number, name, entry) VALUES (1, 2120001124, 'Malmö stad', 1),
        (2, 8020024280, 'Studieförbundet', 1)
      """)
    try connection.run(
      """
      INSERT INTO provider_approval (provider, programme, valid_from, valid_to, entry)
      VALUES (1, 'TR', '2026-01-01', NULL, 1), (2, 'TR', '2026-06-01', '2027-03-01', 1)
      """)
    try connection.run(
      "INSERT INTO trainer_approval (person, programme, valid_from, entry) VALUES (?1, 'TR', '2026-01-01', 1)",
      persons[0])
    for (index, person) in persons.enumerated() where index % 5 != 4 {
      let start = Moment(
        startOf: LocalDate.firstDay(of: 2026).adding(days: Int.random(in: 100...500, using: &chance))
      )
      .adding(seconds: 9 * 3_600)
      for (hour, module) in ["OBS", "DEE", "POL", "JUR"].enumerated() {
        try connection.run(
          """
          INSERT INTO session (provider, reference, programme, module, person, starts_at, ends_at, trainer, entry)
          VALUES (?1, ?2, 'TR', ?3, ?4, ?5, ?6, ?7, 1)
          """, Int.random(in: 0..<4, using: &chance) == 0 ? 2 : 1, "\(index)-\(module)", module, person,
          start.adding(seconds: Int64(hour) * 3_600), start.adding(seconds: Int64(hour + 1) * 3_600),
          [persons[0], persons[34]].randomElement(using: &chance))
      }
    }
  }
}
