import Foundation
import Identity
import Testing

/// The 200-hour programme as providers record it, scenarios D6.
@Suite struct MediatorScenarioTests {
  let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram.course()
    try trygg.enrol()
  }

  @Test("MED-01: every module full under a valid supervisor: 200 hours of 200, complete")
  func complete() throws {
    let run = try trygg.importSessions(TryggProgram.sessions(TryggProgram.wholeProgramme))
    #expect(run.json["stored"].number == 28 && run.json["rejected"].number == 0)
    let training = try trygg.progress()
    #expect(training["creditedMinutes"].number == 12_000 && training["requiredMinutes"].number == 12_000)
    #expect(training["complete"].truth == true)
    #expect(training["completedOn"].text == "2027-02-07")
    #expect(training["modules"].list.map(\.["module"].text) == TryggProgram.wholeProgramme.map(\.0))
  }

  @Test("MED-02: hours over the cap replace no missing practice")
  func overTheCap() throws {
    var hours = TryggProgram.wholeProgramme
    hours[0].1 = 26
    hours[6].1 = 54
    try trygg.importSessions(TryggProgram.sessions(hours))
    let training = try trygg.progress()
    #expect(training["creditedMinutes"].number == 194 * 60)
    #expect(training["complete"].truth == false && training["completedOn"].isNull)
    #expect(training.module("KON")["recorded"].number == 26 * 60)
    #expect(training.module("KON")["notes"].list.map(\.["code"].text) == ["OVER_CAP", "OVER_CAP"])
    #expect(training.module("PRA")["missing"].number == 6 * 60)
    let text = try trygg(
      "training", "progress", "--person", TryggProgram.k1, "--programme", "SM", now: "2027-12-31T12:00")
    text.expect(0, "Det saknas: Praktik 6 h.")
  }

  @Test("MED-03: theory alone leaves 60 hours")
  func missingPractice() throws {
    try trygg.importSessions(TryggProgram.sessions(TryggProgram.wholeProgramme.dropLast()))
    let training = try trygg.progress()
    #expect(training["creditedMinutes"].number == 140 * 60)
    #expect(training.module("PRA")["missing"].number == 60 * 60)
  }

  @Test("MED-05: hours after the supervisor's approval are recorded and not credited, until it is renewed")
  func expiredSupervisor() throws {
    try trygg.approveSupervisor(TryggProgram.h2, from: "2027-03-01", to: "2027-08-31")
    let rows =
      try TryggProgram.days("PRA", minutes: 52 * 60, from: "2027-08-01", supervisor: TryggProgram.h2)
      + TryggProgram.days("PRA", minutes: 8 * 60, from: "2027-09-01", supervisor: TryggProgram.h2)
    let run = try trygg.importSessions(rows)
    #expect(run.code == 0)
    #expect(run.json["notes"].list.map(\.["code"].text) == ["SUPERVISOR_EXPIRED"])
    let practice = try trygg.progress().module("PRA")
    #expect(practice["recorded"].number == 3600)
    #expect(practice["credited"].number == 52 * 60)
    #expect(practice["missing"].number == 8 * 60)
    let text = try trygg(
      "training", "progress", "--person", TryggProgram.k1, "--programme", "SM", now: "2027-12-31T12:00")
    text.expect(0, "Person3 Ek", "2027-08-31", "2027-09-01")
    try trygg.approveSupervisor(TryggProgram.h2, from: "2027-09-01")
    #expect(try trygg.progress().module("PRA")["credited"].number == 3600)
  }

  @Test("MED-07: a psychologist approved as handledare supervises no practice")
  func wrongKind() throws {
    try trygg.approveSupervisor(TryggProgram.h2, kind: "handledare")
    let run = try trygg.importSessions(
      TryggProgram.days("PRA", minutes: 480, from: "2027-03-01", supervisor: TryggProgram.h2))
    #expect(run.json["notes"][0]["code"].text == "SUPERVISOR_KIND")
    #expect(try trygg.progress().module("PRA")["credited"].number == 0)
  }

  @Test("MED-08: the second of two sessions that share an hour is refused")
  func overlap() throws {
    let run = try trygg.importSessions([
      "B,\(TryggProgram.provider),SM,KON,\(TryggProgram.k1),2027-02-01T10:00,2027-02-01T13:00,,",
      "A,\(TryggProgram.provider),SM,KON,\(TryggProgram.k1),2027-02-01T09:00,2027-02-01T12:00,,",
    ])
    #expect(run.code == 2)
    #expect(run.json["rows"].list.map(\.["row"].number) == [2])
    #expect(run.json["rows"][0]["code"].text == "SESSION_OVERLAP")
  }

  @Test("MED-10: the same reference counts once")
  func sameReference() throws {
    let rows = try TryggProgram.days("KON", minutes: 480, from: "2027-02-01")
    try trygg.importSessions(rows)
    let again = try trygg.importSessions(rows)
    #expect(again.code == 0 && again.json["unchanged"].number == 1 && again.json["stored"].number == 0)
    #expect(try trygg.progress().module("KON")["recorded"].number == 480)
  }

  @Test("MED-11: nobody supervises themselves, and nobody under training supervises another")
  func ownSupervision() throws {
    let own = try trygg.importSessions(
      TryggProgram.days("PRA", minutes: 480, from: "2027-02-01", supervisor: TryggProgram.k1))
    #expect(own.code == 65 && own.json["rows"][0]["code"].text == "SUPERVISOR_SELF")
    try trygg.enrol(TryggProgram.k2)
    let trainee = try trygg.importSessions(
      TryggProgram.days("PRA", minutes: 480, from: "2027-02-01", supervisor: TryggProgram.k2))
    #expect(trainee.json["rows"][0]["code"].text == "SUPERVISOR_IN_TRAINING")
  }

  @Test("MED-12: a session the day after the provider's approval ended is not credited")
  func providerExpired() throws {
    try trygg.must(
      "provider", "withdraw", "--organisation", TryggProgram.provider, "--programme", "SM", "--on",
      "2027-02-15", now: "2027-02-15T12:00")
    let run = try trygg.importSessions(
      TryggProgram.days("KON", minutes: 480, from: "2027-02-15")
        + TryggProgram.days("KON", minutes: 480, from: "2027-02-16"))
    #expect(run.code == 0 && run.json["notes"].list.map(\.["code"].text) == ["PROVIDER_NOT_APPROVED"])
    #expect(try trygg.progress().module("KON")["credited"].number == 480)
  }

  @Test("MED-13: practice of two hours a week is accepted; with a span of 20 weeks 40 hours count")
  func partTime() throws {
    let rows = try (0..<30).flatMap { week in
      try TryggProgram.days(
        "PRA", minutes: 120, from: "\(#require(LocalDate("2027-02-01")).adding(days: week * 7))",
        supervisor: TryggProgram.h1)
    }
    try trygg.importSessions(rows)
    #expect(try trygg.progress().module("PRA")["credited"].number == 3600)
    let legal = try trygg.legal("practice.max_span_weeks", "20")
    let practice = try trygg.progress("--legal", legal).module("PRA")
    #expect(practice["credited"].number == 40 * 60)
    #expect(practice["notes"].list.map(\.["code"].text) == Array(repeating: "OUTSIDE_SPAN", count: 10))
  }

  @Test("MED-14: a plan whose modules do not sum to its total is refused when it is read")
  func badPlan() throws {
    let legal = try trygg.legal("practice.max_span_weeks", "20")
    let file = URL(fileURLWithPath: legal, relativeTo: trygg.folder).appendingPathComponent(
      "programmes/SM.xml")
    let plan = try String(contentsOf: file, encoding: .utf8)
    try plan.replacing("title=\"Praktik\" minutes=\"3600\"", with: "title=\"Praktik\" minutes=\"4200\"")
      .write(to: file, atomically: true, encoding: .utf8)
    let run = try trygg("ring", "list", "--legal", legal)
    #expect(run.code == 65)
    #expect(run.err.contains("PLAN_SUM") && run.err.contains("12600") && run.err.contains("SM.xml"))
  }

  @Test("The plan's order and length are advice: a training that goes its own way is complete all the same")
  func advice() throws {
    try trygg.importSessions(TryggProgram.sessions(Array(TryggProgram.wholeProgramme.reversed())))
    let training = try trygg.progress()
    #expect(training["complete"].truth == true)
    #expect(training["advice"].list.map(\.text) == ["ORDER_ADVISED"])
  }

  @Test("Six mediators under one supervisor in a month are one too many, which is said and counted")
  func supervisorLoad() throws {
    let persons = Community.adults.prefix(6)
    for person in persons {
      try trygg.enter(person)
      try trygg.enrol(person)
    }
    let rows = try persons.flatMap {
      try TryggProgram.days("PRA", minutes: 480, of: $0, from: "2027-03-01", supervisor: TryggProgram.h1)
    }
    let run = try trygg.importSessions(rows)
    #expect(run.code == 0 && run.json["stored"].number == 6)
    #expect(run.json["notes"].list.map(\.["code"].text) == ["SUPERVISOR_LOAD"])
  }
}
