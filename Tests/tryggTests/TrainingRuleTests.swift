import Foundation
import Testing

/// Rules of training that the scenarios name by one example, tried by others.
@Suite struct TrainingRuleTests {
  private let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram.course()
    try trygg.enrol()
  }

  private func row(
    _ reference: String, _ module: String = "KON", of person: String = TryggProgram.k1, from start: String,
    to end: String, supervisor: String = ""
  ) -> String {
    "\(reference),\(TryggProgram.provider),SM,\(module),\(person),\(start),\(end),,\(supervisor)"
  }

  @Test(
    "A session takes from a minute to a whole day, by the clock that the summer time moves",
    arguments: [
      ("2027-02-01T09:00", "2027-02-01T09:00", "ENDS_BEFORE_START"),
      ("2027-02-01T09:00", "2027-02-01T08:59", "ENDS_BEFORE_START"),
      ("2027-02-01T09:00:00", "2027-02-01T09:00:59", "SESSION_LENGTH"),
      ("2027-02-01T09:00", "2027-02-01T09:01", nil), ("2027-02-01T09:00", "2027-02-02T09:00", nil),
      ("2027-02-01T09:00", "2027-02-02T09:00:01", "SESSION_LENGTH"),
      ("2027-02-01T09:00", "2027-02-02T09:01", "SESSION_LENGTH"),
      ("2027-03-28T02:30", "2027-03-28T05:00", "TIME_IN_GAP"),
      ("2027-03-28T01:00", "2027-03-28T02:30", "TIME_IN_GAP"),
      ("2027-03-27T09:00", "2027-03-28T10:00", nil),
      ("2027-10-30T09:00", "2027-10-31T09:00", "SESSION_LENGTH"),
      ("2027-10-31T02:30", "2027-10-31T05:00", "TIME_DOUBLED"),
      ("2027-10-31T02:30+02:00", "2027-10-31T02:30+01:00", nil),
      ("2027-02-01 09:00", "2027-02-01 10:00:00", nil), ("2027-02-01", "2027-02-01T10:00", "TIME_FORMAT"),
    ])
  func length(start: String, end: String, code: String?) throws {
    let run = try trygg.importSessions([row("P1", from: start, to: end)])
    #expect(run.json["rows"].list.map(\.["code"].text) == (code.map { [$0] } ?? []), "\(run.out)")
    #expect(run.json["stored"].number == (code == nil ? 1 : 0))
  }

  @Test("Hours over the change of the clocks are those that passed: five in March, seven in October")
  func elapsed() throws {
    try trygg.importSessions([
      row("P1", from: "2027-03-27T23:00", to: "2027-03-28T05:00"),
      row("P2", from: "2027-10-30T23:00", to: "2027-10-31T05:00"),
    ])
    #expect(try trygg.progress().module("KON")["recorded"].number == 5 * 60 + 7 * 60)
  }

  @Test("Sessions may touch but not share a minute, whoever holds them and in whatever programme")
  func overlaps() throws {
    try trygg.must(
      "provider", "approve", "--organisation", "556036-0793", "--name", "Annan", "--programme", "TR",
      "--from",
      "2027-01-01")
    try trygg.must(
      "provider", "approve", "--person", TryggProgram.h1, "--programme", "TR", "--from", "2027-01-01")
    func ring(_ reference: String, from start: String, to end: String) -> String {
      "\(reference),556036-0793,TR,OBS,\(TryggProgram.k1),\(start),\(end),\(TryggProgram.h1),"
    }
    try trygg.importSessions([row("A", from: "2027-02-01T09:00", to: "2027-02-01T12:00")])
    let run = try trygg.importSessions([
      ring("B", from: "2027-02-01T12:00", to: "2027-02-01T13:00"),
      ring("C", from: "2027-02-01T11:59", to: "2027-02-01T12:00"),
      ring("D", from: "2027-02-01T08:00", to: "2027-02-01T13:30"),
      ring("E", from: "2027-02-01T10:00", to: "2027-02-01T11:00"),
    ])
    #expect(run.json["stored"].number == 1)
    #expect(run.json["rows"].list.map(\.["row"].number) == [3, 4, 5])
    #expect(Set(run.json["rows"].list.map(\.["code"].text)) == ["SESSION_OVERLAP"])
    // The same hours of another person are nobody's overlap.
    try trygg.enrol(TryggProgram.k2)
    let other = try trygg.importSessions([
      row("F", of: TryggProgram.k2, from: "2027-02-01T09:00", to: "2027-02-01T12:00")
    ])
    #expect(other.json["stored"].number == 1)
  }

  @Test("Whoever completes the training within a file may supervise later in the same file")
  func supervisorTrainedInTheSameFile() throws {
    try trygg.enrol(TryggProgram.k2)
    let own = try TryggProgram.sessions(TryggProgram.wholeProgramme)
    let early = row(
      "V1", "PRA", of: TryggProgram.k2, from: "2027-02-01T18:00", to: "2027-02-01T20:00",
      supervisor: TryggProgram.k1)
    let late = row(
      "V2", "PRA", of: TryggProgram.k2, from: "2027-06-01T18:00", to: "2027-06-01T20:00",
      supervisor: TryggProgram.k1)
    let run = try trygg.importSessions(own + [late, early])
    #expect(run.json["rows"].list.map(\.["code"].text) == ["SUPERVISOR_IN_TRAINING"])
    try trygg.must(
      "supervisor", "approve", "--person", TryggProgram.k1, "--kind", "practice", "--from", "2027-06-01",
      "--basis", "Beslut 2027:3", now: "2027-12-31T12:00")
    #expect(try trygg.progress(of: TryggProgram.k2).module("PRA")["credited"].number == 120)
  }

  @Test(
    "The police is no employer, under whatever name; a city is",
    arguments: [
      ("Polismyndigheten", false), ("Skånepolisen", false), ("Lokalpolisområde Malmö Norr", false),
      ("POLISEN", false), ("Rikspolisstyrelsen", false), ("Metropolis AB", true), ("Malmö stad", true),
      ("Föreningen Akropolis", true), ("Stiftelsen Medling", true),
    ])
  func employer(name: String, isAccepted: Bool) throws {
    let run = try trygg(
      "training", "enrol", "--person", TryggProgram.k2, "--programme", "SM", "--employer", name)
    run.expect(isAccepted ? 0 : 1, isAccepted ? "antagen" : "EMPLOYER_POLICE")
  }

  @Test("A foundation is an employer only while law data says so")
  func foundation() throws {
    let legal = try trygg.legal("employer.foundation_allowed", "false")
    try trygg(
      "--legal", legal, "training", "enrol", "--person", TryggProgram.k2, "--programme", "SM", "--employer",
      "Stiftelsen Medling"
    ).expect(1, "EMPLOYER_FOUNDATION")
  }

  @Test("Reversed and entered again changes nothing but the history")
  func reversal() throws {
    let rows = try TryggProgram.sessions(TryggProgram.wholeProgramme)
    try trygg.importSessions(rows)
    let before = try trygg.progress()
    let reverse = [
      "training", "reverse", "--provider", TryggProgram.provider, "--reference", "19910101-KON-2027-01-11",
    ]
    try trygg(reverse).expect(1, "REASON_MISSING")
    try trygg(reverse + ["--reason", "Fel dag"]).expect(0)
    #expect(try trygg.progress().module("KON")["credited"].number == 12 * 60)
    try trygg(reverse + ["--reason", "igen"]).expect(1, "UNKNOWN_SESSION")
    #expect(try trygg.importSessions(rows).json["stored"].number == 1)
    let after = try trygg.progress()
    #expect(after["creditedMinutes"].number == before["creditedMinutes"].number)
    #expect(after["completedOn"].text == before["completedOn"].text)
    let listed = try trygg(
      "--format", "json", "training", "list", "--person", TryggProgram.k1, "--reversed", now: "2027-12-31"
    ).json["sessions"].list
    #expect(listed.count == rows.count + 1)
    #expect(listed.last?["reversed"]["by"].text == "handläggare" && listed.last?["credited"].truth == false)
    #expect(listed.first?["recorded"]["by"].text == "handläggare")
  }

  @Test("Another number of hours under the same reference is a conflict until the first is reversed")
  func conflict() throws {
    try trygg.importSessions([row("P1", from: "2027-02-01T09:00", to: "2027-02-01T12:00")])
    let changed = [row("P1", from: "2027-02-01T09:00", to: "2027-02-01T13:00")]
    #expect(try trygg.importSessions(changed).json["rows"][0]["code"].text == "REFERENCE_CONFLICT")
    try trygg.must(
      "training", "reverse", "--provider", TryggProgram.provider, "--reference", "P1", "--reason", "Fel tid")
    #expect(try trygg.importSessions(changed).json["stored"].number == 1)
    #expect(try trygg.progress().module("KON")["credited"].number == 240)
  }

  @Test("A psychologist is the support at work without a certificate, which practice demands")
  func supportAtWork() throws {
    let words = ["supervisor", "approve", "--person", TryggProgram.h2, "--from", "2027-01-01", "--kind"]
    try trygg(words + ["handledare"]).expect(0)
    try trygg(words + ["practice"]).expect(1, "SUPERVISOR_BASIS")
  }

  @Test("The plan in force on the first day binds, whatever comes later")
  func planVersions() throws {
    let legal = try trygg.legal("practice.max_span_weeks", "20")
    let file = legal.dropFirst(trygg.folder.path.count + 1) + "/programmes/SM.xml"
    let plan = try trygg.read(String(file))
    let first = try #require(plan.range(of: "  <plan "))
    let end = try #require(plan.range(of: "</plan>"))
    let later = plan[first.lowerBound..<end.upperBound]
      .replacing("from=\"2027-01-01\"", with: "from=\"2028-01-01\"")
      .replacing("minutes=\"12000\"", with: "minutes=\"12060\"")
      .replacing("title=\"Konfliktteori\" minutes=\"1200\"", with: "title=\"Konfliktteori\" minutes=\"1260\"")
    try trygg.write(
      String(file), plan.replacing("</plan>", with: "</plan>\n" + later, maxReplacements: 1))
    for (person, day, minutes) in [
      (TryggProgram.k2, "2027-12-31", 1200), (TryggProgram.h2, "2028-01-01", 1260),
    ] {
      try trygg.must(
        "--legal", legal, "training", "enrol", "--person", person, "--programme", "SM", "--started-on", day)
      let training = try trygg.progress(of: person, now: "2028-06-01", "--legal", legal)
      #expect(training.module("KON")["required"].number == minutes)
    }
  }

  @Test("An approval for a time is withdrawn before its end, and what was held until then stands")
  func withdrawnEarly() throws {
    try trygg.approveSupervisor(TryggProgram.h2, from: "2027-03-01", to: "2027-08-31")
    let withdraw = [
      "supervisor", "withdraw", "--person", TryggProgram.h2, "--kind", "practice", "--on", "2027-05-31",
    ]
    try trygg(withdraw).expect(0)
    try trygg(withdraw).expect(1, "UNKNOWN_APPROVAL")
    try trygg.importSessions(
      TryggProgram.days("PRA", minutes: 480, from: "2027-05-31", supervisor: TryggProgram.h2)
        + TryggProgram.days("PRA", minutes: 480, from: "2027-06-01", supervisor: TryggProgram.h2))
    #expect(try trygg.progress().module("PRA")["credited"].number == 480)
    try trygg.must(
      "provider", "approve", "--organisation", "556036-0793", "--name", "Annan", "--programme", "SM",
      "--from",
      "2027-01-01", "--to", "2029-12-31")
    try trygg.must(
      "provider", "withdraw", "--organisation", "556036-0793", "--programme", "SM", "--on", "2027-06-30"
    )
    let providers = try trygg("--format", "json", "provider", "list").out
    #expect(providers.contains("2027-06-30") && !providers.contains("2029-12-31"))
  }
}
