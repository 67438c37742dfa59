import Foundation
import Testing

/// The four-hour training, scenarios D3.
@Suite struct RingTrainingScenarioTests {
  let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram()
    try trygg.approve()
    try trygg.enter(TryggProgram.m01, TryggProgram.m10)
  }

  private func progress(
    of person: String = TryggProgram.m01, now: String = "2027-04-01T12:00", in trygg: TryggProgram? = nil,
    legal: String? = nil
  ) throws -> TryggProgram.Value {
    let run = try (trygg ?? self.trygg)(
      ["--format", "json", "training", "progress", "--person", person, "--programme", "TR"]
        + (legal.map { ["--legal", $0] } ?? []), now: now)
    run.expect(0)
    return run.json
  }

  @Test("UTB-01: one evening, four blocks, an approved trainer: complete on that day")
  func oneEvening() throws {
    try trygg.train(TryggProgram.m01, on: "2027-01-20")
    let training = try progress()
    #expect(training["complete"].truth == true)
    #expect(training["completedOn"].text == "2027-01-20")
    #expect(training["creditedMinutes"].number == 240)
    #expect(training["modules"].list.map(\.["module"].text) == ["OBS", "DEE", "POL", "JUR"])
    #expect(training["modules"].list.allSatisfy { $0["required"].isNull && $0.names.contains("required") })
  }

  @Test("UTB-02: 239 minutes is not complete, one minute is missing")
  func oneMinuteShort() throws {
    for (index, module) in ["OBS", "DEE", "POL"].enumerated() {
      try trygg.session(module, of: TryggProgram.m01, from: 17 + index)
    }
    try trygg.session("JUR", of: TryggProgram.m01, from: 20, minutes: 59)
    let training = try progress()
    #expect(training["complete"].truth == false)
    #expect(training["completedOn"].isNull)
    #expect(training["creditedMinutes"].number == 239)
    let text = try trygg(
      "training", "progress", "--person", TryggProgram.m01, "--programme", "TR", now: "2027-04-01")
    text.expect(0, "3 h 59 min av 4 h räknas.", "Det saknas: 1 min.")
  }

  @Test("UTB-03: 240 minutes without the block of law is not complete, and the block is named")
  func blockMissing() throws {
    try trygg.session("OBS", of: TryggProgram.m01, from: 16, minutes: 120)
    try trygg.session("DEE", of: TryggProgram.m01, from: 18)
    try trygg.session("POL", of: TryggProgram.m01, from: 19)
    let training = try progress()
    #expect(training["complete"].truth == false)
    #expect(training["missingBlocks"].list.map(\.text) == ["juridik"])
    let text = try trygg(
      "training", "progress", "--person", TryggProgram.m01, "--programme", "TR", now: "2027-04-01")
    text.expect(0, "Det saknas: blocket juridik.")
  }

  @Test("UTB-05: a session on the last day of the trainer's approval counts, the day after it does not")
  func trainerExpired() throws {
    let trygg = try TryggProgram()
    try trygg.approve(trainerThrough: "2027-02-28")
    try trygg.enter(TryggProgram.m01)
    try trygg.session("OBS", of: TryggProgram.m01, on: "2027-02-28", from: 17)
    let late = try trygg.session("DEE", of: TryggProgram.m01, on: "2027-03-01", from: 17)
    #expect(late.code == 0)
    #expect(late.err.contains("TRAINER_NOT_APPROVED"))
    #expect(late.err.contains("2027-03-01"))
    let modules = try progress(in: trygg)["modules"]
    #expect(modules[0]["credited"].number == 60)
    #expect(modules[1]["recorded"].number == 60)
    #expect(modules[1]["credited"].number == 0)
    #expect(modules[1]["notes"][0]["code"].text == "TRAINER_NOT_APPROVED")
    // A renewal backwards credits the session by itself.
    try trygg.must(
      "provider", "approve", "--person", TryggProgram.trainer, "--programme", "TR", "--from", "2027-03-01")
    #expect(try progress(in: trygg)["modules"][1]["credited"].number == 60)
  }

  @Test("UTB-06: with a validity of 60 months a training of 2028-02-29 is valid through 2033-02-28")
  func validityEnds() throws {
    try trygg.train(TryggProgram.m01, on: "2028-02-29")
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Legal")
    let legal = trygg.folder.appendingPathComponent("lag")
    try FileManager.default.copyItem(at: source, to: legal)
    let file = legal.appendingPathComponent("parameters/training.xml")
    var text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "training.validity_months"))
    let none = try #require(
      text.range(of: "<none [^>]*>", options: .regularExpression, range: start.upperBound..<text.endIndex))
    text.replaceSubrange(none, with: #"<value from="2027-01-01" source="Prov">60</value>"#)
    try text.write(to: file, atomically: true, encoding: .utf8)
    #expect(try progress(now: "2033-02-28T12:00", legal: "lag")["completedOn"].text == "2028-02-29")
    #expect(try progress(now: "2033-03-01T12:00", legal: "lag")["complete"].truth == false)
    #expect(try progress(now: "2033-03-01T12:00")["complete"].truth == true, "as shipped it does not expire")
  }

  @Test("UTB-07: who moves to another ring takes the training along")
  func movedRing() throws {
    try trygg.enter(TryggProgram.m12)
    try trygg.train(TryggProgram.m12)
    try trygg.train(TryggProgram.m10, on: "2027-01-20")
    try trygg.registerRing("A", members: TryggProgram.m10)
    try trygg.registerRing("D", members: TryggProgram.m02)
    let now = "2027-07-01T12:00"
    try trygg.must(
      "member", "end", "--ring", "TR-1280-0001", "--person", TryggProgram.m10, "--on", "2027-06-30", now: now)
    try trygg.must("member", "add", "--ring", "TR-1280-0002", "--person", TryggProgram.m10, now: now)
    // Only a trained member can be contact person.
    try trygg("ring", "contact", "--ring", "TR-1280-0002", "--person", TryggProgram.m02, now: now)
      .expect(1, "CONTACT_UNTRAINED")
    try trygg("ring", "contact", "--ring", "TR-1280-0002", "--person", TryggProgram.m10, now: now).expect(0)
    #expect(try progress(of: TryggProgram.m10)["completedOn"].text == "2027-01-20")
  }

  @Test("The same reference counts once; other content under it is refused until it is taken back")
  func references() throws {
    try trygg.session("OBS", of: TryggProgram.m01, from: 17)
    #expect(try trygg.session("OBS", of: TryggProgram.m01, from: 17).out.contains("stod redan så"))
    #expect(try trygg.session("OBS", of: TryggProgram.m01, from: 18).err.contains("REFERENCE_CONFLICT"))
    let reference = "\(TryggProgram.m01.prefix(8))-OBS-2027-01-10"
    let words = ["training", "reverse", "--provider", TryggProgram.provider, "--reference", reference]
    #expect(try trygg(words).err.contains("REASON_MISSING"))
    #expect(try trygg(words + ["--reason", "Fel tid."]).code == 0)
    #expect(try trygg.session("OBS", of: TryggProgram.m01, from: 18).code == 0)
    #expect(try progress()["modules"][0]["recorded"].number == 60)
  }

  @Test("Whoever sits in two rooms at once is refused the second")
  func overlap() throws {
    try trygg.session("OBS", of: TryggProgram.m01, from: 17, minutes: 120)
    #expect(try trygg.session("DEE", of: TryggProgram.m01, from: 18).err.contains("SESSION_OVERLAP"))
  }
}
