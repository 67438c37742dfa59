import Exchange
import Identity
import Operations
import Register
import Testing

/// What holds of sessions and progress whatever a provider sends.
struct TrainingPropertyTests {
  /// Repeatable chance.
  struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 31)
    }
  }

  @Test("The order of import never matters for files without overlaps", arguments: [1, 2, 3] as [UInt64])
  func order(seed: UInt64) throws {
    var chance = Chance(state: seed)
    let rows = try TrainingRegister.randomSessions(120, using: &chance)
    let (first, second) = (try TrainingRegister(), try TrainingRegister())
    #expect(try first.takeSessions(rows).rejected == 0)
    let shuffled = rows.shuffled(using: &chance)
    let cut = Int.random(in: 1..<shuffled.count, using: &chance)
    try second.takeSessions(Array(shuffled[cut...]))
    try second.takeSessions(Array(shuffled[..<cut]))
    #expect(try first.progress() == second.progress())
  }

  @Test("Credited minutes never exceed those required or recorded", arguments: [4, 5, 6] as [UInt64])
  func cap(seed: UInt64) throws {
    var chance = Chance(state: seed)
    let register = try TrainingRegister()
    try register.takeSessions(TrainingRegister.randomSessions(300, using: &chance))
    for progress in try register.progress() {
      #expect(progress.creditedMinutes <= progress.requiredMinutes)
      for module in progress.modules {
        #expect(module.credited <= module.required ?? 0 && module.credited <= module.recorded)
        // Every minute either counts or is explained.
        #expect(module.recorded - module.credited == module.notes.reduce(0) { $0 + $1.minutes })
      }
    }
  }

  @Test("Reversing a session and entering it again changes nothing but the history")
  func reversal() throws {
    var chance = Chance(state: 7)
    let rows = try TrainingRegister.randomSessions(60, using: &chance)
    let register = try TrainingRegister()
    try register.takeSessions(rows)
    let before = try register.progress()
    let provider = try OrganisationNumber(parsing: TrainingRegister.provider)
    for reference in ["R3", "R17", "R42"] {
      try register.registry.reverseSession(reference, of: provider, reason: "Fel dag.")
    }
    #expect(try register.progress() != before)
    let again = try register.takeSessions(rows)
    #expect(again.stored == 3 && again.unchanged == 57 && again.rejected == 0)
    #expect(try register.progress() == before)
  }

  @Test("An approval renewed backwards credits what stands, and nobody is counted twice")
  func renewal() throws {
    var chance = Chance(state: 8)
    let register = try TrainingRegister()
    try register.takeSessions(TrainingRegister.randomSessions(200, using: &chance))
    func unapproved() throws -> Int {
      try register.progress().flatMap(\.modules).flatMap(\.notes).count { $0.code == .supervisorExpired }
    }
    #expect(try unapproved() > 0)
    try register.take(
      .supervisors, "personnummer,kind,valid_from,basis",
      ["\(TrainingRegister.supervisor),practice,2027-04-01,Beslut 2027:3"])
    #expect(try unapproved() == 0)
  }
}
