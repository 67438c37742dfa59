import Foundation
import Testing

/// The 80-hour course in restorative justice, the course rows of scenarios D7.
@Suite struct RestorativeJusticeScenarioTests {
  let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram.course()
  }

  @Test("RJ-02: without certificate and listed profession nobody is enrolled, and the line is cited")
  func noRoute() throws {
    let run = try trygg("training", "enrol", "--person", TryggProgram.k1, "--programme", "RJ")
    #expect(run.code == 1)
    run.expect(1, "ENTRY_REQUIREMENTS", "rad 543")
  }

  @Test("RJ-03: a verified socionom completes the course and is no community mediator by it")
  func profession() throws {
    let unverified = try trygg(
      "training", "enrol", "--person", TryggProgram.k1, "--programme", "RJ", "--profession", "socionom")
    unverified.expect(1, "PROFESSION_UNVERIFIED")
    try trygg.enrol(
      in: "RJ", on: "2027-02-01", "--profession", "socionom", "--profession-verified-on", "2027-01-10")
    try trygg.importSessions(TryggProgram.days("RJ", minutes: 80 * 60, in: "RJ", from: "2027-02-01"))
    let training = try trygg.progress(in: "RJ")
    #expect(training["complete"].truth == true && training["completedOn"].text == "2027-02-10")
    let other = try trygg(
      "training", "progress", "--person", TryggProgram.k1, "--programme", "SM", now: "2027-12-31")
    other.expect(1, "NOT_ENROLLED")
  }

  @Test("RJ-04: 79 h 30 min lacks 30 minutes")
  func halfAnHourShort() throws {
    try trygg.enrol(
      in: "RJ", on: "2027-02-01", "--profession", "jurist", "--profession-verified-on", "2027-01-10")
    try trygg.importSessions(TryggProgram.days("RJ", minutes: 79 * 60 + 30, in: "RJ", from: "2027-02-01"))
    let training = try trygg.progress(in: "RJ")
    #expect(training["complete"].truth == false)
    #expect(training.module("RJ")["missing"].number == 30)
    let text = try trygg(
      "training", "progress", "--person", TryggProgram.k1, "--programme", "RJ", now: "2027-12-31")
    text.expect(0, "79 h 30 min av 80 h räknas.", "Reparativ rättvisa 30 min")
  }
}
