import Identity
import Register
import Testing

/// The four-hour training (decisions C-08, C-49 and C-66).
struct RingTrainingTests {
  @Test("UTB-01 One evening of 240 minutes and four blocks completes on that day") func oneEvening() throws {
    let training = try judge(evening("2027-01-20"))
    #expect(training.completions.map(\.day) == [try "2027-01-20".day])
    #expect(training.progress.isComplete)
    #expect(training.progress.completedOn == (try "2027-01-20".day))
    #expect(training.validity.map(\.text) == ["2027-01-20–"])
  }

  @Test("UTB-02 239 minutes lack one") func oneMinuteShort() throws {
    let training = try judge(evening("2027-01-20", minutes: [60, 60, 60, 59]))
    #expect(training.completions.isEmpty)
    #expect(training.progress.missingMinutes == 1)
    #expect(training.progress.missingBlocks.isEmpty)
  }

  @Test("UTB-03 240 minutes without the law name the missing block") func blockMissing() throws {
    let training = try judge(evening("2027-01-20", minutes: [80, 80, 80]))
    #expect(training.completions.isEmpty)
    #expect(training.progress.missingMinutes == 0)
    #expect(training.progress.missingBlocks == ["juridik"])
  }

  @Test(
    "UTB-05 The trainer's approval is tested on the day of the session",
    arguments: [
      ("2027-02-28", 240, []), ("2027-03-01", 0, [RefusalCode.trainerNotApproved]),
    ]) func trainerApproval(day: String, credited: Int, notes: [RefusalCode]) throws
  {
    let training = try judge(evening(day, trainer: "2027-01-01–2027-02-28"))
    #expect(training.progress.creditedMinutes == credited)
    #expect(training.progress.modules.map(\.recorded) == [60, 60, 60, 60])
    #expect(training.progress.modules[0].notes.map(\.code) == notes)
  }

  @Test("A provider without approval credits nothing, and both faults are named") func provider() throws {
    let training = try judge(
      evening("2027-03-01", provider: "2027-04-01–", trainer: "2027-01-01–2027-02-28"))
    #expect(
      training.progress.modules[3].notes.map(\.code) == [.providerNotApproved, .trainerNotApproved])
    #expect(training.progress.modules[3].notes.map(\.session) == ["2027-03-01 JUR", "2027-03-01 JUR"])
  }

  @Test("UTB-06 Sixty months run through the clamped anniversary") func validity() throws {
    let rules: Rules = ["training.validity_months": "60"]
    let training = try judge(evening("2028-02-29"), rules, on: "2033-02-28")
    #expect(training.validity.map(\.text) == ["2028-02-29–2033-02-28"])
    #expect(!training.validity.contains(try "2033-03-01".day))
    #expect(try judge(evening("2028-02-29"), rules, on: "2033-03-01").progress.isComplete == false)
  }

  @Test("C-66 A session over midnight completes on the day it ends, and is approved by the day it starts")
  func overMidnight() throws {
    var sessions = try evening("2027-05-30", minutes: [60, 60, 60])
    sessions.append(
      try session(.law, "2027-05-31T22:00", "2027-06-01T00:30", trainer: "2027-01-01–2027-05-31"))
    #expect(try judge(sessions).completions.map(\.day) == [try "2027-06-01".day])
  }

  @Test("C-66 Surplus minutes never move the day of completion") func surplus() throws {
    let training = try judge(evening("2027-01-20") + evening("2027-09-01"))
    #expect(training.completions.map(\.day) == [try "2027-01-20".day])
    #expect(training.progress.creditedMinutes == 240)
  }

  @Test(
    "C-66 New training before the expiry leaves no hole, later training one",
    arguments: [
      ("2028-01-10", ["2027-01-20–2029-01-10"]),
      ("2028-01-21", ["2027-01-20–2029-01-21"]),
      ("2028-02-01", ["2027-01-20–2028-01-20", "2028-02-01–2029-02-01"]),
    ]) func renewal(day: String, expected: [String]) throws
  {
    let rules: Rules = ["training.validity_months": "12"]
    let training = try judge(evening("2027-01-20") + evening(day), rules, on: "2028-06-01")
    #expect(training.validity.map(\.text) == expected)
    #expect(training.progress.completedOn == (try day.day))
  }

  @Test(
    "C-49 Length and validity are those of the day of completion",
    arguments: [
      ("2027-12-31", ["2027-12-31–"]), ("2028-01-01", [String]()),
    ]) func valuesOfTheDay(day: String, expected: [String]) throws
  {
    let rules = Rules()
      .with("training.minutes", "300", from: "2028-01-01")
      .with("training.validity_months", "12", from: "2028-01-01")
    #expect(try judge(evening(day), rules, on: "2029-01-01").validity.map(\.text) == expected)
  }

  @Test(
    "training.max_span_days holds a split training together",
    arguments: [
      ("2027-01-29", true), ("2027-01-30", false),
    ]) func span(lastDay: String, isComplete: Bool) throws
  {
    let sessions =
      try evening("2027-01-20", minutes: [60, 60, 60])
      + [session(.law, "\(lastDay)T18:00", "\(lastDay)T19:00")]
    let training = try judge(sessions, ["training.max_span_days": "10"])
    #expect(training.progress.isComplete == isComplete)
    #expect(training.progress.modules[0].notes.map(\.code) == (isComplete ? [] : [.outsideSpan]))
  }

  @Test("C-18 Hours are elapsed minutes when the clocks change") func clocks() throws {
    let spring = try session(.law, "2027-03-28T00:00", "2027-03-28T06:00")
    let autumn = try session(.law, "2027-10-31T00:00", "2027-10-31T06:00")
    #expect([spring.minutes, autumn.minutes] == [300, 420])
  }

  @Test("The order of the rows never matters") func order() throws {
    let sessions = try evening("2027-01-20", minutes: [60, 60]) + evening("2027-02-03")
    let expected = try judge(sessions)
    for seed in 1...20 {
      var random = SeededGenerator(seed: UInt64(seed))
      #expect(try judge(sessions.shuffled(using: &random)) == expected)
    }
  }

  private func judge(
    _ sessions: [RingTrainingSession], _ rules: Rules = [:], on day: String = "2027-12-31"
  ) throws -> RingTraining {
    try RingTraining(sessions, by: rules.parameters(), on: day.day)
  }

  /// One session of each module in turn, as many as minutes are given, from 17:00 on.
  private func evening(
    _ day: String, minutes: [Int] = [60, 60, 60, 60], provider: String = "2027-01-01–",
    trainer: String = "2027-01-01–"
  ) throws -> [RingTrainingSession] {
    var start = try "\(day)T17:00".moment
    return try zip(RingTrainingModule.allCases, minutes).map { module, minutes in
      defer { start = start.adding(seconds: Int64(60 * minutes)) }
      return RingTrainingSession(
        reference: "\(day) \(module.rawValue)", module: module, startsAt: start,
        endsAt: start.adding(seconds: Int64(60 * minutes)), providerApproved: DaySet(try provider.days),
        trainerApproved: DaySet(try trainer.days))
    }
  }

  private func session(
    _ module: RingTrainingModule, _ start: String, _ end: String, trainer: String = "2027-01-01–"
  ) throws -> RingTrainingSession {
    RingTrainingSession(
      reference: start, module: module, startsAt: try start.moment, endsAt: try end.moment,
      providerApproved: DaySet(try "2027-01-01–".days), trainerApproved: DaySet(try trainer.days))
  }
}
